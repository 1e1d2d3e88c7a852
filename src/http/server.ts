import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import type { Log } from '../shared/log.ts';

/** What the server does with an activity: status and, for an invoke, the body of its response. */
export type Receive = (authorization: string, body: unknown) => Promise<{ status: number; body?: unknown }>;

export interface ServerOptions {
  readonly receive: Receive;
  /** Whether the bot can do its work now. */
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
}

/** Teams sends messages of 100 KB at most; restify itself has no limit. */
const bodyLimitBytes = 300 * 1024;

/** Every answer's body is ours: a fixed word, or the invoke's response. No header names the software. */
export function makeServer({ receive, isReady, log }: ServerOptions): Server {
  const server = createServer({ name: '', handleUncaughtExceptions: false });
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 30_000;
  server.pre((_request, response, next) => {
    response.header('Cache-Control', 'no-store');
    response.header('X-Content-Type-Options', 'nosniff');
    next();
  });

  server.get(
    '/healthz',
    answering(async () => ({ status: 200, body: { status: 'alive' } })),
  );
  server.get(
    '/readyz',
    answering(async () =>
      (await isReady())
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready' } },
    ),
  );
  server.post(
    '/api/messages',
    plugins.bodyParser({ maxBodySize: bodyLimitBytes, mapParams: false }),
    answering(({ headers, body }) => receive(headers.authorization ?? '', body)),
  );

  // Bodies that cannot be read, unknown paths, wrong methods, and whatever else restify answers by itself.
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error('a request failed', error);
      response.send(status, { error: words[status] ?? words[status >= 500 ? 500 : 400] });
      done();
    },
  );
  return server;

  function answering(answer: (request: Request) => Promise<{ status: number; body?: unknown }>) {
    return async (request: Request, response: Response): Promise<void> => {
      const { status, body } = await answer(request);
      response.send(status, body ?? (status >= 400 ? { error: words[status] ?? words[400] } : undefined));
    };
  }
}

const words: Record<number, string> = {
  400: 'bad request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  413: 'too large',
  415: 'unsupported media type',
  500: 'internal error',
};
