import { z } from 'zod';
import type { Address } from '../chat/address.ts';
import type { Roster } from '../chat/roster.ts';
import type { Log } from '../shared/log.ts';
import type { BotAdapter } from './adapter.ts';
import { isAllowedServiceUrl } from './door.ts';

interface RosterOptions {
  readonly allowedServiceHosts: readonly string[];
  readonly log: Log;
}

/** A person waits meanwhile, and has three seconds' patience. */
const patienceMs = 1_500;

/** Asks the connector for one member: in a channel the team has the roster, elsewhere the conversation. */
export function makeRoster(adapter: BotAdapter, { allowedServiceHosts, log }: RosterOptions): Roster {
  const ask = async (address: Address, teamsId: string): Promise<boolean | undefined> => {
    const { conversations } = await adapter.clientFor(address.serviceUrl);
    const place = address.teamId ?? address.conversationId;
    const member = memberShape.safeParse(await conversations.getConversationMember(place, teamsId));
    return member.success ? isGuest(member.data, address.tenantId) : undefined;
  };

  return {
    async isGuest(address, teamsId) {
      if (!isAllowedServiceUrl(address.serviceUrl, allowedServiceHosts)) return undefined;
      const answer = ask(address, teamsId).catch((error: unknown) => {
        log.warn('the roster did not answer', { status: statusOf(error) });
        return undefined;
      });
      return Promise.race([answer, nothingAfter(patienceMs)]);
    },
  };
}

const memberShape = z.looseObject({
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Three signs, none of which Teams always gives (botframework-schema, TeamsChannelAccount; Entra's names of guests). */
const isGuest = (member: z.infer<typeof memberShape>, tenantId: string): boolean =>
  member.userRole === 'guest' ||
  /#EXT#/i.test(member.userPrincipalName ?? '') ||
  Boolean(member.tenantId && tenantId && member.tenantId !== tenantId);

const nothingAfter = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
