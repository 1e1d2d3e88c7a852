import type { Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import type { Health, WeekHealth } from '../shared/health.ts';

/** What one project contributes to the digest of a week. */
export interface DigestProject {
  readonly key: string;
  readonly name: string;
  readonly programme: string;
  readonly health: WeekHealth;
  readonly progress?: number | undefined;
  readonly summary: string;
  readonly risks: readonly string[];
  readonly next: readonly string[];
  /** Of a silent project: how it stood when it was last heard of; undefined when it never was. */
  readonly lastHeard?: { readonly week: Week; readonly health: Health } | undefined;
}

/** A question that waits for the lead. */
export interface DigestDecision {
  readonly id: string;
  readonly question: string;
  readonly projectName: string;
  readonly askedWeek: Week;
}

/** The point hebdo of one week, before it is a card. The same data give the same digest. */
export interface Digest {
  readonly week: Week;
  readonly counts: Readonly<Record<WeekHealth, number>>;
  /** Worst first, silent ones last. */
  readonly projects: readonly DigestProject[];
  /** Oldest first, all of them. */
  readonly decisions: readonly DigestDecision[];
}

/** That a week was published to a channel, with the digest as it was then. The key is the channel and the week. */
export interface PublishedDigest {
  readonly conversationId: string;
  readonly week: Week;
  readonly digest: Digest;
  readonly claimedAt: Instant;
  /** `publishing` until Teams answered; `failed` when it never will take it. */
  readonly state: 'publishing' | 'published' | 'failed';
  readonly messageId?: string | undefined;
  /** Why it failed: a code. */
  readonly reason?: string | undefined;
}

export interface DigestStore {
  find(conversationId: string, week: Week): Promise<PublishedDigest | undefined>;
  /** Insert-only: of all that try, one gets true. */
  claim(digest: PublishedDigest): Promise<boolean>;
  /** Says how the delivery ended; saying it twice changes nothing. */
  settle(
    conversationId: string,
    week: Week,
    end: Pick<PublishedDigest, 'state' | 'messageId' | 'reason'>,
  ): Promise<void>;
}
