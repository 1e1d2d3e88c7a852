import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, answer, type Refusal } from './connector-answers.ts';
import {
  type ConnectorRequest,
  isWithin,
  type RequestKind,
  readConnectorRequest,
  withoutThread,
} from './connector-request.ts';
import { openFakeTeams, type Served } from './fake-teams.ts';
import { openTeamsLimits, type Violation } from './teams-limits.ts';

/** A call of the bot, and what became of it. */
export interface SentRequest extends ConnectorRequest {
  /** Of `now`, in ms. */
  at: number;
  /** The status answered; undefined when the socket was left silent or dropped. */
  status?: number;
  /** Whether Teams did what was asked, whatever it answered. */
  stored: boolean;
  /**
   * Of a create, post, reply: the message it made, when `stored`; of an edit or delete: the message addressed.
   * A `create` also has the new thread as its `conversationId`.
   */
  activityId?: string;
}

/** What is given must be equal; a channel id stands for all its threads too. */
export interface RequestMatch {
  kind?: RequestKind;
  conversationId?: string;
  method?: string;
}

export interface FakeConnectorOptions {
  /** Enforces Teams' published rate limits (see teams-limits.ts); off by default. */
  limits?: boolean;
  /** The clock of the limits and of `at`, ms; `Date.now` by default. */
  now?: () => number;
}

export type FakeConnector = Awaited<ReturnType<typeof openFakeConnector>>;

/**
 * The Teams side of a bot: the Bot Connector API over HTTP on loopback. It keeps what a bot posts, so that a
 * test asks what a person would see, and fails on demand in the ways Teams fails.
 */
export async function openFakeConnector({ limits = false, now = Date.now }: FakeConnectorOptions = {}) {
  const sent: SentRequest[] = [];
  const violations: Violation[] = [];
  const faults: Fault[] = [];
  const waiting = new Set<Waiting>();
  const rates = openTeamsLimits(now);

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/amer/`;
  const teams = openFakeTeams(serviceUrl);

  async function handle(incoming: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = incoming;
    const request = readConnectorRequest(method, url, headers, await text(incoming));
    const fault = nextFault(faults, request);

    if (fault === 'silence' || fault === 'drop') {
      record({ ...request, at: now(), stored: false });
      if (fault === 'drop') response.destroy();
      return;
    }
    if (typeof fault === 'object' && !fault.stored) return refuse(fault);

    const served = serve(request);
    if (!isServed(served)) return refuse(served);

    const { status, body, ...born } = served;
    const done = { ...request, ...defined(born), at: now(), stored: true };
    if (typeof fault === 'object') {
      record({ ...done, status: fault.status });
      reply(response, fault.status, fault.body, fault.retryAfter);
    } else if (fault === 'pass') {
      record({ ...done, status });
      reply(response, status, body);
    } else {
      record(done);
      if (fault === 'accept-then-drop') response.destroy();
    }

    function refuse({ status, body, retryAfter }: Refusal) {
      record({ ...request, at: now(), status, stored: false });
      reply(response, status, body, retryAfter);
    }
  }

  function serve(request: ConnectorRequest): Served | Refusal {
    const violation =
      limits &&
      rates.admit(request.kind === 'roster' ? 'roster' : 'send', withoutThread(request.conversationId));
    if (!violation) return teams.serve(request);
    violations.push(violation);
    return answer.throttled(violation.retryAfter);
  }

  function record(request: SentRequest) {
    sent.push(request);
    for (const one of waiting) one.look();
  }

  return {
    /** Give it to the bot as the `serviceUrl` of its activities. Any other base path works too. */
    serviceUrl,
    port,
    /** Every request in the order of arrival, also the refused ones. */
    sent: sent as readonly SentRequest[],
    /** With `limits`: the requests above a limit, which were answered 429. */
    violations: violations as readonly Violation[],
    /** Readable refusals, to give to `fault`. */
    answer,
    mintId: teams.mintId,
    messagesIn: teams.messagesIn,
    threadsIn: teams.threadsIn,
    join: teams.join,
    leave: teams.leave,
    addTeam: teams.addTeam,
    removeBot: teams.removeBot,
    addBot: teams.addBot,

    /** The requests recorded so far that match, in order. */
    sentTo(match: RequestMatch | ((request: SentRequest) => boolean)): SentRequest[] {
      return sent.filter(predicateOf(match));
    },

    /**
     * The next matching requests get these answers, one each, then the normal treatment. Faults are asked in the
     * order they were set; one that has run out is skipped. A generator without end lasts until `lift()`.
     */
    fault(match: RequestMatch, answers: Answer | Iterable<Answer>) {
      const list = typeof answers === 'string' || !(Symbol.iterator in answers) ? [answers] : answers;
      const fault: Fault = { match, answers: list[Symbol.iterator](), given: 0 };
      faults.push(fault);
      return {
        /** How many requests it has treated: a test that needs the fault to have happened asserts it. */
        get given() {
          return fault.given;
        },
        lift() {
          faults.splice(faults.indexOf(fault), 1);
        },
      };
    },

    /**
     * Resolves with the `count`-th matching request since the connector opened, at once when it is already there.
     * Rejects after `timeoutMs` (10 s) with the list of what was recorded.
     */
    waitFor(
      match: RequestMatch | ((request: SentRequest) => boolean),
      count = 1,
      timeoutMs = 10_000,
    ): Promise<SentRequest> {
      const { promise, resolve, reject } = Promise.withResolvers<SentRequest>();
      const fail = (why: string) => {
        finish();
        const wanted = typeof match === 'function' ? match.toString() : JSON.stringify(match);
        reject(
          new Error(`${why} while waiting for request ${count} that matches ${wanted}.\n${listOf(sent)}`),
        );
      };
      const timer = setTimeout(() => fail(`Nothing within ${timeoutMs} ms`), timeoutMs);
      const one: Waiting = {
        look() {
          const found = sent.filter(predicateOf(match))[count - 1];
          if (!found) return;
          finish();
          resolve(found);
        },
        giveUp: () => fail('The connector was closed'),
      };
      function finish() {
        clearTimeout(timer);
        waiting.delete(one);
      }
      waiting.add(one);
      one.look();
      return promise;
    },

    /** Closes every socket, the silent ones too. */
    async close() {
      for (const one of [...waiting]) one.giveUp();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Fault {
  match: RequestMatch;
  answers: Iterator<Answer>;
  given: number;
}

interface Waiting {
  look(): void;
  giveUp(): void;
}

function nextFault(faults: Fault[], request: ConnectorRequest): Answer {
  for (const fault of faults) {
    if (!matches(fault.match, request)) continue;
    const next = fault.answers.next();
    if (next.done) continue;
    fault.given += 1;
    return next.value;
  }
  return 'pass';
}

function predicateOf(match: RequestMatch | ((request: SentRequest) => boolean)) {
  return typeof match === 'function' ? match : (request: SentRequest) => matches(match, request);
}

function matches({ kind, conversationId, method }: RequestMatch, request: ConnectorRequest): boolean {
  return (
    (kind === undefined || kind === request.kind) &&
    (method === undefined || method === request.method) &&
    (conversationId === undefined || isWithin(conversationId, request.conversationId))
  );
}

function isServed(served: Served | Refusal): served is Served {
  return served.status < 400;
}

function reply(response: ServerResponse, status: number, body?: unknown, retryAfter?: number) {
  response.statusCode = status;
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  if (body === undefined) return response.end();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return response.end(JSON.stringify(body));
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

function listOf(sent: readonly SentRequest[]): string {
  if (sent.length === 0) return 'Nothing was recorded.';
  const lines = sent.map(({ kind, method, conversationId, activityId, status, activity }) => {
    const said = activity?.text ?? activity?.type ?? '';
    return `  ${kind} ${method} ${conversationId} ${activityId ?? ''} → ${status ?? 'no answer'} ${said}`;
  });
  return `Recorded:\n${lines.join('\n')}`;
}
