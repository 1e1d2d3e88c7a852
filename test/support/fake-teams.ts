import { answer, type Refusal } from './connector-answers.ts';
import { type Activity, type ConnectorRequest, isWithin, withoutThread } from './connector-request.ts';

/** A person of a roster, as Teams describes them to a bot. */
export interface Member {
  id: string;
  aadObjectId: string;
  name: string;
  givenName?: string;
  surname?: string;
  email?: string;
  userPrincipalName?: string;
  tenantId?: string;
  userRole?: 'user' | 'guest';
}

/** The General channel of a team has the id of the team. */
export interface Team {
  id: string;
  name: string;
  aadGroupId?: string;
  channels: { id: string; name: string }[];
}

/** What Teams answers to a request it understood, and the ids the request gave birth to. */
export interface Served {
  status: number;
  body?: unknown;
  /** Of a create: the new conversation, thread included. */
  conversationId?: string;
  /** Of a create, post or reply: the new message. */
  activityId?: string;
}

interface Message {
  conversationId: string;
  activity: Activity;
}

const largestMessageBytes = 100 * 1024;

/** What Teams knows: messages, rosters, teams. In memory, no HTTP. */
export function openFakeTeams(serviceUrl: string) {
  /** By conversation without its thread: Teams finds a channel's message whichever thread the address names. */
  const conversations = new Map<string, Map<string, Message>>();
  const rosters = new Map<string, Map<string, Member>>();
  const teams = new Map<string, Team>();
  const withoutBot = new Set<string>();
  let minted = 1_700_000_000_000;

  const mintId = () => String(++minted);
  const messagesAround = (conversationId: string) => entryOf(conversations, withoutThread(conversationId));

  function keep(conversationId: string, activity: Activity): string {
    const id = mintId();
    // A typing indicator is answered with an id too, but nobody can edit it.
    if (activity.type !== 'typing') {
      messagesAround(conversationId).set(id, {
        conversationId: threadOf(conversationId, id),
        activity: { ...activity, id },
      });
    }
    return id;
  }

  function create({ body, activity, conversationId }: ConnectorRequest): Served | Refusal {
    const { isGroup, tenantId, channelData } = (body ?? {}) as {
      isGroup?: boolean;
      tenantId?: string;
      channelData?: { tenant?: { id?: string } };
    };
    if (conversationId === '') return answer.badRequest('Incorrect conversation creation parameters');
    if (isGroup) {
      if (!activity) return answer.badRequest('Activity is required to create a conversation in a channel');
      const activityId = keep(conversationId, activity);
      const thread = threadOf(conversationId, activityId);
      return {
        status: 201,
        body: { id: thread, activityId, serviceUrl },
        conversationId: thread,
        activityId,
      };
    }
    if (!(tenantId ?? channelData?.tenant?.id)) return answer.badRequest('A tenant id is required');
    const activityId = activity && keep(conversationId, activity);
    return { status: 201, body: { id: conversationId, activityId, serviceUrl }, conversationId, activityId };
  }

  function send({ conversationId, activity }: ConnectorRequest): Served | Refusal {
    if (!activity) return answer.badRequest();
    const activityId = keep(conversationId, activity);
    return { status: 201, body: { id: activityId }, activityId };
  }

  function edit({ conversationId, activityId = '', activity }: ConnectorRequest): Served | Refusal {
    const messages = messagesAround(conversationId);
    const message = messages.get(activityId);
    if (!activity) return answer.badRequest();
    if (!message) return answer.activityNotFound();
    messages.set(activityId, { ...message, activity: { ...activity, id: activityId } });
    return { status: 200, body: { id: activityId } };
  }

  function roster({ path, conversationId, memberId, query }: ConnectorRequest): Served | Refusal {
    if (/\/v3\/teams\//.test(path)) return team(path, conversationId);
    const members = rosters.get(withoutThread(conversationId));
    if (!members) return answer.notFound();
    const everyone = [...members.values()];
    if (memberId !== undefined) {
      const member = everyone.find(({ id, aadObjectId }) => id === memberId || aadObjectId === memberId);
      return member ? { status: 200, body: member } : answer.memberNotFound();
    }
    return { status: 200, body: /\/pagedmembers/.test(path) ? pageOf(everyone, query) : everyone };
  }

  function team(path: string, teamId: string): Served | Refusal {
    const known = teams.get(teamId);
    if (!known) return answer.notFound();
    const { channels, ...details } = known;
    const general = { id: teamId };
    return {
      status: 200,
      body: /\/conversations$/.test(path) ? { conversations: [general, ...channels] } : details,
    };
  }

  return {
    /** A new message id, like those of Teams: 13 digits, ascending, the same in every run. */
    mintId,

    /** Does what the request asks, or says why Teams would not. */
    serve(request: ConnectorRequest): Served | Refusal {
      const { kind, activity, conversationId } = request;
      if (withoutBot.has(withoutThread(conversationId))) return answer.gone();
      if (activity && bytesOf(activity) > largestMessageBytes) return answer.tooBig();
      if (activity && hasBrokenMention(activity)) return answer.badRequest('Invalid mention entity');
      switch (kind) {
        case 'create':
          return create(request);
        case 'post':
        case 'reply':
          return send(request);
        case 'edit':
          return edit(request);
        case 'delete': {
          const known = messagesAround(conversationId).delete(request.activityId ?? '');
          return known ? { status: 200 } : answer.activityNotFound();
        }
        case 'roster':
          return roster(request);
        case 'unknown':
          return { status: 404, body: { error: { code: 'NotFound', message: 'No such address.' } } };
      }
    },

    /**
     * The messages one sees there now, by id, oldest first, edits applied. A channel shows all its threads, a
     * thread (`…;messageid=…`) only its own.
     */
    messagesIn(conversationId: string): Map<string, Activity> {
      const seen = [...messagesAround(conversationId)].filter(([, message]) =>
        isWithin(conversationId, message.conversationId),
      );
      return new Map(seen.map(([id, { activity }]) => [id, activity]));
    },

    /** The threads the bot wrote in, oldest first, as conversation ids. */
    threadsIn(channelId: string): string[] {
      return [...new Set([...messagesAround(channelId).values()].map((message) => message.conversationId))];
    },

    /** Puts a person in the roster of a conversation, a channel or a team; replaces what was known of them. */
    join(conversationId: string, member: Member) {
      entryOf(rosters, withoutThread(conversationId)).set(member.id, member);
    },

    /** Takes a person out of a roster. */
    leave(conversationId: string, memberId: string) {
      rosters.get(withoutThread(conversationId))?.delete(memberId);
    },

    /** Makes a team known, or renames it; its channels are added to those already known. General is implied. */
    addTeam({ channels, ...team }: Team) {
      const known = teams.get(team.id)?.channels ?? [];
      const others = known.filter(({ id }) => channels.every((one) => one.id !== id));
      const named = [...others, ...channels].filter(({ id }) => id !== team.id);
      teams.set(team.id, { ...team, channels: named });
    },

    /** Takes the bot out of a conversation: from then on it answers 403 BotNotInConversationRoster. */
    removeBot(conversationId: string) {
      withoutBot.add(withoutThread(conversationId));
    },

    addBot(conversationId: string) {
      withoutBot.delete(withoutThread(conversationId));
    },
  };
}

/** In a channel a message belongs to a thread, and starts one when the address names none. */
function threadOf(conversationId: string, messageId: string): string {
  const isWholeChannel = /@thread\.(tacv2|skype)$/.test(conversationId);
  return isWholeChannel ? `${conversationId};messageid=${messageId}` : conversationId;
}

/** Teams counts the UTF-16 form of the JSON. */
function bytesOf(activity: Activity): number {
  return JSON.stringify(activity).length * 2;
}

/** Teams refuses the whole message when a mention's text is not in the message's text, to the letter. */
function hasBrokenMention({ text = '', entities }: Activity): boolean {
  const list = (Array.isArray(entities) ? entities : []) as { type?: string; text?: string }[];
  return list.some((entity) => entity.type === 'mention' && !(entity.text && text.includes(entity.text)));
}

/** Pages of 50 to 500 members, 200 when nothing is asked, as Teams does. */
function pageOf(everyone: Member[], query: URLSearchParams) {
  const asked = Number(query.get('pageSize') ?? 200);
  const size = Math.min(500, Math.max(50, asked));
  const start = Number(query.get('continuationToken') ?? 0);
  const next = start + size;
  const members = everyone.slice(start, next);
  return next < everyone.length ? { members, continuationToken: String(next) } : { members };
}

function entryOf<K, K2, V>(map: Map<K, Map<K2, V>>, key: K): Map<K2, V> {
  const entry = map.get(key) ?? new Map<K2, V>();
  map.set(key, entry);
  return entry;
}
