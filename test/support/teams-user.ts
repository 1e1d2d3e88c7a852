import { randomUUID } from 'node:crypto';
import { type CardNode, pressedData } from './cards.ts';
import { type Activity, isWithin, teamsIdOf } from './connector-request.ts';
import type { FakeConnector, SentRequest } from './fake-connector.ts';
import type { Member } from './fake-teams.ts';
import { type Place, personal, wireOf } from './places.ts';

/** The bot as Teams names it to itself. */
export const bot = { id: '28:transfo', name: 'Transfo' };

/** The tenant of a user when a test says nothing of it. */
export const homeTenantId = '7d1f0c3e-5a24-4f5e-9c63-0f3a5b6c7d8e';

export interface TeamsUserOptions {
  /** The messaging endpoint, `http://127.0.0.1:3978/api/messages`. */
  botUrl: string;
  connector: FakeConnector;
  name: string;
  /** A new one by default. */
  aadObjectId?: string;
  tenantId?: string;
  /** `fr-FR` by default. */
  locale?: string;
  /** As the roster tells it; `user` by default. */
  role?: 'user' | 'guest';
  serviceUrl?: string;
}

/** What the bot answered over HTTP, and what it said in that conversation before it answered. */
export interface BotAnswer {
  status: number;
  /** Parsed JSON, else the text; undefined when empty. Of an invoke: the invoke response. */
  body: unknown;
  /** The activity as it was sent: `sends(activity)` delivers it a second time. */
  activity: Activity;
  /** The messages posted, replied or edited there meanwhile, oldest first; typing indicators are not messages. */
  replies: SentRequest[];
}

interface Where {
  in?: Place;
}

interface OnMessage extends Where {
  /** The message with the card. In a channel it is also the thread, unless the place has another. */
  messageId?: string;
}

export type TeamsUser = ReturnType<typeof teamsUser>;

/** Teams gives up on a bot after 10 to 15 s. */
const patienceMs = 15_000;

/** A person in Teams: what they do reaches the bot as the activities Teams sends, over HTTP. */
export function teamsUser({
  botUrl,
  connector,
  name,
  aadObjectId = randomUUID(),
  tenantId = homeTenantId,
  locale = 'fr-FR',
  role = 'user',
  serviceUrl = connector.serviceUrl,
}: TeamsUserOptions) {
  const from = { id: teamsIdOf(aadObjectId), name, aadObjectId };
  const member = memberOf({ ...from, tenantId, role });

  /** The properties every activity has. A message in a channel begins a thread unless it is said in one. */
  function envelope(place: Place, id: string, threadId?: string) {
    enter(place);
    const now = new Date();
    const wire = wireOf(place, { aadObjectId, tenantId }, threadId);
    return {
      id,
      timestamp: now.toISOString(),
      localTimestamp: inNoumea(now),
      localTimezone: 'Pacific/Noumea',
      channelId: 'msteams',
      serviceUrl,
      from,
      recipient: bot,
      locale,
      entities: [clientInfo(locale)] as object[],
      ...wire,
    };
  }

  function message(place: Place, answered?: string) {
    const id = connector.mintId();
    return { type: 'message', ...envelope(place, id, threadOf(place, answered ?? id)) };
  }

  /** Whoever speaks somewhere is a member there. */
  function enter(place: Place) {
    connector.join(wireOf(place, { aadObjectId, tenantId }).conversation.id, member);
    if (place.kind !== 'channel') return;
    const { teamId, teamName = 'Mission', channelId, channelName = 'Points' } = place;
    connector.join(teamId, member);
    connector.addTeam({ id: teamId, name: teamName, channels: [{ id: channelId, name: channelName }] });
  }

  async function deliver(activity: Activity): Promise<BotAnswer> {
    const before = connector.sent.length;
    const answer = await send(JSON.stringify(activity));
    const { id = '' } = (activity.conversation ?? {}) as { id?: string };
    const replies = connector.sent
      .slice(before)
      .filter(({ kind }) => kind === 'post' || kind === 'reply' || kind === 'edit')
      .filter((sent) => isWithin(id, sent.conversationId) && sent.activity?.type !== 'typing');
    return { ...answer, activity, replies };
  }

  async function send(rawBody: string, headers: Record<string, string> = {}) {
    const response = await fetch(botUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
      body: rawBody,
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, body: parsed(await response.text()) };
  }

  function invokes(invokeName: string, value: unknown, { in: place = personal, messageId }: OnMessage = {}) {
    const { channelData, ...common } = envelope(place, `f:${randomUUID()}`, threadOf(place, messageId));
    return deliver({
      type: 'invoke',
      name: invokeName,
      ...common,
      ...(messageId ? { replyToId: messageId } : {}),
      channelData: { ...channelData, source: { name: 'message' }, legacy: { replyToId: messageId } },
      value,
    });
  }

  /** Teams tells of the bot's coming and going twice: as a member, and as an installation. */
  async function tellsOfBot(place: Place, installation: 'add' | 'remove'): Promise<BotAnswer> {
    const [change, eventType] =
      installation === 'add' ? ['membersAdded', 'teamMemberAdded'] : ['membersRemoved', 'teamMemberRemoved'];
    const { channelData, ...common } = envelope(place, `f:${randomUUID()}`);
    const inTeam = place.kind === 'channel' ? { eventType } : {};
    const asMember = await deliver({
      type: 'conversationUpdate',
      ...common,
      [change]: [bot],
      channelData: { ...channelData, ...inTeam },
    });
    const asInstallation = await deliver({
      type: 'installationUpdate',
      action: installation,
      ...common,
      id: `f:${randomUUID()}`,
      channelData: { ...channelData, source: { name: 'message' } },
    });
    return { ...asInstallation, replies: [...asMember.replies, ...asInstallation.replies] };
  }

  return {
    ...from,
    tenantId,
    /** The conversation id of a place for this person; of a channel without thread, the channel's. */
    conversationIdIn: (place: Place = personal) =>
      wireOf(place, { aadObjectId, tenantId }, place.kind === 'channel' ? place.threadId : undefined)
        .conversation.id,

    /** Writes a message. In channels and group chats it mentions the bot, which receives nothing else there. */
    says(
      text: string,
      { in: place = personal, mention = place.kind !== 'personal' }: Where & { mention?: boolean } = {},
    ) {
      const common = message(place);
      const at = `<at>${bot.name}</at>`;
      const entities = mention
        ? [{ type: 'mention', mentioned: bot, text: at }, ...common.entities]
        : common.entities;
      return deliver({ ...common, textFormat: 'plain', text: mention ? `${at} ${text}` : text, entities });
    },

    /**
     * Presses an Action.Execute, and answers with the invoke response. With the `card`, its data are completed
     * and checked as Teams does ({@link pressedData}); without, `data` is sent as it is.
     */
    async presses(
      verb: string,
      data: object = {},
      {
        card,
        trigger = 'manual',
        ...on
      }: OnMessage & { card?: CardNode; trigger?: 'manual' | 'automatic' } = {},
    ) {
      const action = { type: 'Action.Execute', verb, data: card ? pressedData(card, verb, data) : data };
      return invokes('adaptiveCard/action', { action, trigger }, on);
    },

    /** Presses an Action.Submit, as clients do that know no Action.Execute: a message with a value and no text. */
    submits(data: object, { in: place = personal, messageId }: OnMessage = {}) {
      const common = message(place, messageId);
      return deliver({ ...common, ...(messageId ? { replyToId: messageId } : {}), value: data });
    },

    /** Types in a choice input that asks the bot (`Data.Query`); `data` are the other inputs of the card. */
    types(dataset: string, queryText: string, { data = {}, ...on }: OnMessage & { data?: object } = {}) {
      return invokes(
        'application/search',
        { queryText, queryOptions: { skip: 0, top: 15 }, dataset, data },
        on,
      );
    },

    /** Any other invoke: `task/fetch`, `task/submit`, or one the bot does not know. */
    invokes,

    /** Adds the bot to the place. `replies` has all it said. */
    installs({ in: place = personal }: Where = {}) {
      connector.addBot(wireOf(place, { aadObjectId, tenantId }).conversation.id);
      return tellsOfBot(place, 'add');
    },

    /** Takes the bot out: the connector refuses it there from now on, before it is even told. */
    uninstalls({ in: place = personal }: Where = {}) {
      connector.removeBot(wireOf(place, { aadObjectId, tenantId }).conversation.id);
      return tellsOfBot(place, 'remove');
    },

    /** Sends an activity of any shape, completed with what all have; what is given wins. */
    sends(activity: Activity, { in: place = personal }: Where = {}) {
      return deliver({ ...message(place), ...activity });
    },

    /** Posts bytes to the endpoint, whatever they are. */
    send,
  };
}

/** In a channel everything happens in a thread: the one said, or the one of the message. */
function threadOf(place: Place, messageId: string | undefined): string | undefined {
  return place.kind === 'channel' ? (place.threadId ?? messageId) : undefined;
}

function memberOf(
  person: Pick<Member, 'id' | 'name' | 'aadObjectId'> & { tenantId: string; role: 'user' | 'guest' },
): Member {
  const { role, ...known } = person;
  const [givenName = '', ...rest] = known.name.split(' ');
  const mailbox = `${known.name.toLowerCase().replaceAll(' ', '.')}@example.nc`;
  const userPrincipalName =
    role === 'guest' ? `${mailbox.replace('@', '_')}#EXT#@transfo.onmicrosoft.com` : mailbox;
  return { ...known, givenName, surname: rest.join(' '), email: mailbox, userPrincipalName, userRole: role };
}

function clientInfo(locale: string) {
  const country = locale.split('-')[1] ?? 'FR';
  return { type: 'clientInfo', locale, country, platform: 'Web', timezone: 'Pacific/Noumea' };
}

/** The wall clock of Nouméa, UTC+11 all year. */
function inNoumea(instant: Date): string {
  return new Date(instant.getTime() + 11 * 3_600_000).toISOString().replace('Z', '+11:00');
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
