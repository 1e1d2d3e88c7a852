import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What of an activity these tests look at. */
export interface Activity {
  type: string;
  id: string;
  text?: string;
  replyToId?: string;
  serviceUrl: string;
  from: { aadObjectId?: string };
  conversation: { id: string; tenantId?: string };
  value?: { action: { verb: string; data: Record<string, unknown> } };
}

export type CardBot = Awaited<ReturnType<typeof startCardBot>>;

/** A bot that says what it is told to, to show cards in a real Playground: one for each message, one for each button. */
export async function startCardBot(answers: {
  toMessage: (text: string) => object;
  toInvoke?: (activity: Activity) => object;
}) {
  const received: Activity[] = [];

  const call = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${received.at(-1)?.serviceUrl}/v3/conversations${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const send = (conversationId: string, activity: object) =>
    call(`/${encodeURIComponent(conversationId)}/activities`, activity);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method !== 'POST') {
      // Not `writeHead(405).end()`: restify, once loaded, replaces writeHead with one that gives nothing back.
      response.statusCode = 405;
      return void response.end();
    }
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as Activity;
    received.push(activity);
    if (activity.type === 'message') {
      await send(activity.conversation.id, cardMessage(answers.toMessage(activity.text ?? '')));
    }
    if (activity.type !== 'invoke' || !answers.toInvoke) return void response.end();
    response.setHeader('content-type', 'application/json');
    const value = answers.toInvoke(activity);
    response.end(JSON.stringify({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value }));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    received: received as readonly Activity[],
    send,
    /** A new post in a channel. */
    post: async (channelId: string, card: object) =>
      (await call('', {
        isGroup: true,
        channelData: { channel: { id: channelId } },
        activity: cardMessage(card),
      })) as { id: string },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const cardMessage = (content: object) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
