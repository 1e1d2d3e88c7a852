import type { ChannelStore } from '../channels/channel.ts';
import type { Card } from '../chat/card.ts';
import type { DecisionStore } from '../decisions/decision.ts';
import type { OutboxMessage } from '../outbox/outbox.ts';
import type { ProjectStore } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import type { Week } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import type { UpdateStore } from '../updates/update.ts';
import { composeDigest } from './compose-digest.ts';
import type { Digest, DigestStore, PublishedDigest } from './digest.ts';

export interface ReadWeekPorts {
  readonly projects: Pick<ProjectStore, 'list'>;
  readonly updates: Pick<UpdateStore, 'listOfWeek'>;
  readonly decisions: Pick<DecisionStore, 'listOpen'>;
}

export interface PublishDigestPorts extends ReadWeekPorts {
  readonly channels: Pick<ChannelStore, 'findBound'>;
  readonly digests: Pick<DigestStore, 'find' | 'claim'>;
  /** Records a message to be delivered; doing so twice delivers once. */
  readonly enqueue: (message: OutboxMessage) => Promise<void>;
  readonly render: (digest: Digest) => Promise<{ card: Card; repeatNote: string }>;
  readonly now: Clock;
}

export type PublishOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'already'; readonly published: PublishedDigest };

export type PublishDigestError = { readonly kind: 'not-allowed' } | { readonly kind: 'no-channel' };

/** The digest of a week as it would be published now: this week's partition, the projects and what is open, whatever the years of history. */
const readDigest =
  ({ projects, updates, decisions }: ReadWeekPorts) =>
  async (week: Week): Promise<Digest> => {
    const [all, ofWeek, open] = await Promise.all([
      projects.list(),
      updates.listOfWeek(week),
      decisions.listOpen(),
    ]);
    return composeDigest(week, all, ofWeek, open);
  };

/**
 * Publishes a week to the mission channel, once: the insert-only claim holds the digest itself, so whoever comes after
 * a crash sends what was claimed. A week that was claimed before answers `already`.
 */
export function publishDigest(ports: PublishDigestPorts) {
  const { channels, digests, enqueue, render, now } = ports;
  return async (week: Week): Promise<Result<PublishOutcome, { kind: 'no-channel' }>> => {
    const channel = await channels.findBound();
    if (!channel) return err({ kind: 'no-channel' });
    const { conversationId } = channel.address;

    const earlier = await digests.find(conversationId, week);
    const claim: PublishedDigest = earlier ?? {
      conversationId,
      week,
      digest: await readDigest(ports)(week),
      claimedAt: now(),
      state: 'publishing',
    };
    const isOurs = !earlier && (await digests.claim(claim));
    const published = isOurs ? claim : ((await digests.find(conversationId, week)) ?? claim);

    if (published.state === 'publishing') {
      await enqueue({
        id: `digest~${week}~${conversationId}~1`,
        day: published.claimedAt.slice(0, 10),
        about: { kind: 'digest', conversationId, week },
        address: channel.address,
        ...(await render(published.digest)),
        ifUnknown: 'repeat',
      });
    }
    return ok(isOurs ? { kind: 'accepted' } : { kind: 'already', published });
  };
}

/** The same, asked for by a person: only the lead may. */
export function publishDigestFor(publish: ReturnType<typeof publishDigest>) {
  return async (actor: Actor, week: Week): Promise<Result<PublishOutcome, PublishDigestError>> =>
    isAtLeast(actor.role, 'lead') ? publish(week) : err({ kind: 'not-allowed' });
}

/** The digest of a week for those who may see it before it is published: the mission. */
export function previewDigest(ports: ReadWeekPorts) {
  const read = readDigest(ports);
  return async (actor: Actor, week: Week): Promise<Result<Digest, { kind: 'not-allowed' }>> =>
    isAtLeast(actor.role, 'staff') ? ok(await read(week)) : err({ kind: 'not-allowed' });
}
