import { z } from 'zod';
import type { Address } from '../chat/address.ts';
import type { Incoming, Sender } from '../chat/turn.ts';
import { languageOf } from '../shared/language.ts';

/** What we read of a Bot Framework activity. Whatever else Teams sends is left alone. */
const activityShape = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  replyToId: z.string().nullish(),
  from: z.looseObject({ id: z.string(), name: z.string().nullish(), aadObjectId: z.string().nullish() }),
  recipient: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  conversation: z.looseObject({
    id: z.string(),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: z.looseObject({ id: z.string() }).nullish(),
    })
    .nullish()
    .catch(undefined),
  entities: z.array(z.unknown()).nullish().catch(undefined),
  action: z.string().nullish().catch(undefined),
});

export type TeamsActivity = z.infer<typeof activityShape>;

/** Undefined for anything that is not an activity with a sender, a recipient and a conversation. */
export const parseActivity = (body: unknown): TeamsActivity | undefined => activityShape.safeParse(body).data;

/** Both places where Teams names the tenant. */
export const tenantOf = (activity: TeamsActivity): string | undefined =>
  activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? undefined;

/** Undefined for senders without an Entra id: bots, webhooks, anonymous guests of a meeting. */
export function senderOf({ from, locale }: TeamsActivity): Sender | undefined {
  if (!from.aadObjectId) return undefined;
  return {
    id: from.aadObjectId,
    teamsId: from.id,
    name: from.name ?? '',
    language: languageOf(locale ?? undefined),
  };
}

export function addressOf(activity: TeamsActivity): Address {
  const { conversation, serviceUrl, recipient } = activity;
  // In a channel the conversation is the thread: `19:…@thread.tacv2;messageid=1700000000000`.
  const [conversationId = conversation.id, threadId] = conversation.id.split(';messageid=');
  const kind =
    conversation.conversationType === 'channel'
      ? 'channel'
      : conversation.conversationType === 'groupChat' || conversation.isGroup
        ? 'groupChat'
        : 'personal';
  return {
    kind,
    tenantId: tenantOf(activity) ?? '',
    serviceUrl,
    conversationId,
    botId: recipient.id,
    teamId: activity.channelData?.team?.id,
    threadId,
  };
}

const actionInvoke = z.looseObject({
  action: z.looseObject({
    verb: z.string(),
    data: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  }),
});
/** Typing in an input with choices.data (learn.microsoft.com, task-modules-and-cards/cards/dynamic-search). */
const searchInvoke = z.looseObject({ dataset: z.string(), queryText: z.string().catch('') });
const submitted = z.looseObject({ verb: z.string() });

/** What was done; undefined for what the bot does not answer. */
export function incomingOf(activity: TeamsActivity): Incoming | undefined {
  switch (activity.type) {
    case 'message': {
      const data = submitted.safeParse(activity.value).data;
      if (data) return { kind: 'action', verb: data.verb, data };
      return { kind: 'message', text: textOf(activity) };
    }
    case 'invoke': {
      if (activity.name === 'application/search') {
        const search = searchInvoke.safeParse(activity.value).data;
        return search && { kind: 'typeahead', dataset: search.dataset, query: search.queryText };
      }
      if (activity.name !== 'adaptiveCard/action') return undefined;
      const invoke = actionInvoke.safeParse(activity.value).data;
      return invoke && { kind: 'action', verb: invoke.action.verb, data: invoke.action.data ?? {} };
    }
    case 'installationUpdate':
      // An upgrade of the app is told too (`add-upgrade`, `remove-upgrade`): nobody came or went.
      if (activity.action === 'add') return { kind: 'installed' };
      return activity.action === 'remove' ? { kind: 'removed' } : undefined;
    default:
      return undefined;
  }
}

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.looseObject({ id: z.string() }),
});

/** The words without the mention of the bot; other people's mentions keep their names. */
function textOf({ text, entities, recipient }: TeamsActivity): string {
  const mentions = (entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []);
  const ofBot = mentions.filter(({ mentioned }) => mentioned.id === recipient.id).map((one) => one.text);
  if (recipient.name) ofBot.push(`<at>${recipient.name}</at>`);
  return ofBot
    .reduce((words, tag) => words.replaceAll(tag, ' '), text ?? '')
    .replace(/<at[^>]*>(.*?)<\/at>/g, '$1')
    .replace(/&nbsp;|\u00A0/g, ' ')
    .trim();
}
