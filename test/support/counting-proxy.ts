import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CountingProxy = Awaited<ReturnType<typeof openCountingProxy>>;

/**
 * Stands before the table service of a connection string and counts what is asked of it: each page of a query is a
 * request of its own, as it is billed and waited for.
 */
export async function openCountingProxy(connectionString: string) {
  const target = /TableEndpoint=([^;]+)/.exec(connectionString)?.[1];
  if (!target) throw new Error('the connection string names no table endpoint');
  const { hostname, port, pathname } = new URL(target);
  const asked: string[] = [];

  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { url: path, method, headers } = incoming;
    const onward = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;

  return {
    connectionString: connectionString.replace(target, own),
    /** What `act` asked, one line a request; nothing else may use the proxy meanwhile. */
    async countDuring(act: () => Promise<unknown>): Promise<readonly string[]> {
      const from = asked.length;
      await act();
      return asked.slice(from);
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
