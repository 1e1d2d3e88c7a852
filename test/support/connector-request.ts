import type { IncomingHttpHeaders } from 'node:http';

/** An activity as the bot wrote it: JSON of the Bot Framework, nothing promised but what Teams asks for. */
export interface Activity {
  type?: string;
  id?: string;
  text?: string;
  attachments?: { contentType: string; content?: unknown }[];
  [property: string]: unknown;
}

/** `create` opens a personal chat or posts in a channel; `post` and `reply` send; `roster` reads members or teams. */
export type RequestKind = 'create' | 'post' | 'reply' | 'edit' | 'delete' | 'roster' | 'unknown';

/** One call of the connector, as its address and body say it. Ids are decoded. */
export interface ConnectorRequest {
  kind: RequestKind;
  method: string;
  /** Path and query as called, prefix included. */
  path: string;
  /** What the request is about: for `create` the channel or the personal chat; '' when unknown. */
  conversationId: string;
  /** Of an edit or a delete: the message addressed. */
  activityId?: string;
  /** Of a reply: the message answered. */
  replyToId?: string;
  /** Of a roster request: the person asked for. */
  memberId?: string;
  /** The message of a create, post, reply or edit. */
  activity?: Activity;
  /** The whole JSON body; undefined when there is none or it is not JSON. */
  body?: unknown;
  headers: IncomingHttpHeaders;
  query: URLSearchParams;
}

/** Reads one HTTP call of the connector's API, under any base path (a serviceUrl has one, `/amer/`). */
export function readConnectorRequest(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  text: string,
): ConnectorRequest {
  const url = new URL(path, 'http://connector');
  const body = parseJson(text);
  const seen = { method, path, headers, query: url.searchParams, ...(body === undefined ? {} : { body }) };
  const [, collection, ...segments] = /\/v3\/(conversations|teams)(?:\/(.*))?$/.exec(url.pathname) ?? [];
  const [id, part, partId] = (segments[0]?.split('/') ?? []).map(decodeURIComponent);
  const route = `${method} ${collection}/${id ? '{id}' : ''}${part ? `/${part}` : ''}${partId ? '/{id}' : ''}`;
  const about = { ...seen, conversationId: id ?? '' };
  const activity = body as Activity;

  switch (route) {
    case 'POST conversations/': {
      const created = createdConversation(body);
      return { ...seen, kind: 'create', ...created };
    }
    case 'POST conversations/{id}/activities':
      return { ...about, kind: 'post', activity };
    case 'POST conversations/{id}/activities/{id}':
      return { ...about, kind: 'reply', activity, replyToId: partId };
    case 'PUT conversations/{id}/activities/{id}':
      return { ...about, kind: 'edit', activity, activityId: partId };
    case 'DELETE conversations/{id}/activities/{id}':
      return { ...about, kind: 'delete', activityId: partId };
    case 'GET conversations/{id}/members':
    case 'GET conversations/{id}/pagedmembers':
    case 'GET teams/{id}':
    case 'GET teams/{id}/conversations':
      return { ...about, kind: 'roster' };
    case 'GET conversations/{id}/members/{id}':
      return { ...about, kind: 'roster', memberId: partId };
    default:
      return { ...about, kind: 'unknown' };
  }
}

/**
 * The personal chat of a person: always the same for the same person, whether named by Teams id (`29:…`,
 * `8:orgid:…`) or by Entra object id.
 */
export function personalConversationId(personId: string): string {
  return `a:1${entraIdOf(personId)}`;
}

/** The Teams id of a person in this fake: the Entra object id is readable in it. */
export function teamsIdOf(aadObjectId: string): string {
  return `29:1${aadObjectId}`;
}

/** The conversation without its thread: `19:…@thread.tacv2;messageid=…` gives the channel. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId;
}

/** Whether `actual` is the `wanted` conversation, or a thread of it when `wanted` is a whole channel. */
export function isWithin(wanted: string, actual: string): boolean {
  return actual === wanted || withoutThread(actual) === wanted;
}

function createdConversation(body: unknown): Pick<ConnectorRequest, 'conversationId' | 'activity'> {
  const parameters = (body ?? {}) as {
    channelData?: { channel?: { id?: string } };
    members?: { id?: string }[];
    activity?: Activity;
  };
  const channelId = parameters.channelData?.channel?.id;
  const personId = parameters.members?.[0]?.id;
  return {
    conversationId: channelId ?? (personId ? personalConversationId(personId) : ''),
    ...(parameters.activity ? { activity: parameters.activity } : {}),
  };
}

function entraIdOf(personId: string): string {
  return personId.replace(/^(29:1|8:orgid:)/, '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
