import { setTimeout as wait } from 'node:timers/promises';
import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Address } from '../chat/address.ts';
import type { Card } from '../chat/card.ts';
import type { Posted, Poster } from '../chat/poster.ts';
import type { BotAdapter } from './adapter.ts';
import { isAllowedServiceUrl } from './door.ts';

export interface Connector extends Poster {
  /** An answer where somebody wrote: in a channel, in the same thread. */
  answer(address: Address, content: Content): Promise<Posted>;
  /** A message in a person's chat with the bot, opened if need be; `userId` is Teams' own (`29:…`). */
  postPrivately(address: Address, userId: string, card: Card): Promise<Posted>;
}

export type Content = { readonly card: Card } | { readonly text: string };

/** Everything that goes out, through clients that never repeat a post by themselves. */
export function makeConnector(adapter: BotAdapter, allowedServiceHosts: readonly string[]): Connector {
  const call = async (
    { serviceUrl }: Address,
    send: (client: Awaited<ReturnType<BotAdapter['clientFor']>>) => Promise<{ id?: string | undefined }>,
  ): Promise<Posted> => {
    if (!isAllowedServiceUrl(serviceUrl, allowedServiceHosts))
      return { kind: 'refused', reason: 'service host not allowed' };
    try {
      const { id } = await send(await adapter.clientFor(serviceUrl));
      return id
        ? { kind: 'posted', messageId: messageIdOf(id) }
        : { kind: 'unknown', reason: 'no id in the answer' };
    } catch (error) {
      return outcomeOf(error);
    }
  };

  return {
    post: (address, card) =>
      call(address, ({ conversations }) =>
        address.kind === 'channel'
          ? conversations.createConversation({
              isGroup: true,
              bot: { id: address.botId, name: '' },
              tenantId: address.tenantId,
              channelData: { channel: { id: address.conversationId }, tenant: { id: address.tenantId } },
              activity: activityOf({ card }) as Activity,
            })
          : conversations.sendToConversation(address.conversationId, activityOf({ card })),
      ),
    edit: (address, messageId, card) =>
      call(address, async ({ conversations }) => {
        await conversations.updateActivity(placeOf(address), messageId, {
          ...activityOf({ card }),
          id: messageId,
        });
        return { id: messageId };
      }),
    answer: (address, content) =>
      withPatience(() =>
        call(address, ({ conversations }) =>
          conversations.sendToConversation(placeOf(address), activityOf(content)),
        ),
      ),
    async postPrivately(address, userId, card) {
      let chat: string | undefined;
      const opened = await call(address, async ({ conversations }) => {
        const { id } = await conversations.createConversation({
          isGroup: false,
          bot: { id: address.botId, name: '' },
          members: [{ id: userId, name: '' }],
          tenantId: address.tenantId,
          channelData: { tenant: { id: address.tenantId } },
        } as Parameters<typeof conversations.createConversation>[0]);
        chat = id;
        return { id };
      });
      if (!chat) return opened;
      const conversationId = chat;
      return call(address, ({ conversations }) =>
        conversations.sendToConversation(conversationId, activityOf({ card })),
      );
    },
  };
}

/** Somebody waits for this answer: what certainly was not posted is tried twice more, within about two seconds. */
async function withPatience(send: () => Promise<Posted>): Promise<Posted> {
  for (const seconds of [0.5, 1]) {
    const posted = await send();
    if (posted.kind !== 'later' || (posted.afterSeconds ?? 0) > 1) return posted;
    await wait((posted.afterSeconds ?? seconds) * 1000);
  }
  return send();
}

/** The conversation as Teams writes it: a channel's thread is part of it. */
const placeOf = ({ conversationId, threadId }: Address): string =>
  threadId ? `${conversationId};messageid=${threadId}` : conversationId;

/** A new channel post answers with the id of its thread, `19:…@thread.tacv2;messageid=1700000000000`. */
const messageIdOf = (id: string): string => id.split(';messageid=')[1] ?? id;

function activityOf(content: Content): Partial<Activity> {
  return 'text' in content
    ? // `plain`: a sentence may hold a project's name, and Teams reads Markdown by default.
      { type: ActivityTypes.Message, text: content.text, textFormat: 'plain' }
    : {
        type: ActivityTypes.Message,
        summary: content.card.fallbackText,
        attachments: [CardFactory.adaptiveCard(content.card)],
      };
}

/**
 * Teams' status codes (learn.microsoft.com, bots/build-conversational-capability, status codes) and what they mean for
 * a post that has no idempotency key: 5xx and silence leave it unknown whether it went out.
 */
function outcomeOf(error: unknown): Posted {
  if (!(error instanceof Error && error.name === 'RestError')) throw error;
  const { statusCode, code, details, response } = error as ConnectorError;
  const reason = `${statusCode ?? code ?? 'no answer'} ${details?.error?.code ?? ''}`.trim();
  if (statusCode === undefined) {
    return neverLeft.has(code ?? '') ? { kind: 'later', reason } : { kind: 'unknown', reason };
  }
  if (statusCode === 429 || statusCode === 412) {
    return { kind: 'later', reason, afterSeconds: secondsOf(response?.headers?.get('retry-after')) };
  }
  if (statusCode === 403 || statusCode === 404) return { kind: 'gone', reason };
  return statusCode >= 500 ? { kind: 'unknown', reason } : { kind: 'refused', reason };
}

interface ConnectorError {
  statusCode?: number;
  code?: string;
  details?: { error?: { code?: string } };
  response?: { headers?: { get(name: string): string | undefined } };
}

/** The connection was not made: nothing can have been posted. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function secondsOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter && Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined;
}
