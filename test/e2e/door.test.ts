import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { request } from 'node:http';
import { type House, openHouse } from '../support/house.ts';
import { project } from '../support/samples.ts';
import type { TeamsUser } from '../support/teams-user.ts';

describe('What knocks at the door', () => {
  let house: House;
  let lead: TeamsUser;
  let greeting: Record<string, unknown>;

  before(async () => {
    house = await openHouse();
    lead = house.lead();
    await house.storage.projects.add(project());
    greeting = { ...(await lead.says('bonjour')).activity };
  });
  after(() => house.close());

  /** Whatever came in: nothing was said, nothing of the inside shows, and the bot goes on answering. */
  const staysCalm = async (body: unknown, said: number) => {
    doesNotMatch(JSON.stringify(body ?? ''), /Error|at .*\.(ts|js)|node_modules/);
    equal(house.connector.sent.length, said);
    equal((await fetch(`${house.origin}/healthz`)).status, 200);
  };

  const cases: [string, () => unknown, number][] = [
    ['an empty object', () => ({}), 400],
    ['a list', () => [greeting], 400],
    ['null', () => null, 400],
    ['a number', () => 7, 400],
    ['a message from nobody', () => ({ ...greeting, from: undefined }), 400],
    ['a message to nobody', () => ({ ...greeting, recipient: undefined }), 400],
    ['a message nowhere', () => ({ ...greeting, conversation: undefined }), 400],
    ['a message whose sender is a list', () => ({ ...greeting, from: ['29:1'] }), 400],
    ['a message without a type', () => ({ ...greeting, type: undefined }), 400],
    ['a message whose type is an object', () => ({ ...greeting, type: {} }), 400],
    ['a foreign service URL', () => ({ ...greeting, serviceUrl: 'https://evil.example/amer/' }), 403],
    [
      'a service URL that only looks like ours',
      () => ({ ...greeting, serviceUrl: 'http://127.0.0.1.evil.example/' }),
      403,
    ],
    [
      'a service URL with our host as its user',
      () => ({ ...greeting, serviceUrl: 'http://127.0.0.1@evil.example/' }),
      403,
    ],
    ['no service URL', () => ({ ...greeting, serviceUrl: '' }), 403],
    ['the emulator channel', () => ({ ...greeting, channelId: 'emulator' }), 403],
    [
      'a foreign tenant',
      () => ({
        ...greeting,
        conversation: { ...(greeting.conversation as object), tenantId: 'x' },
        channelData: { tenant: { id: 'x' } },
      }),
      403,
    ],
    [
      'no tenant',
      () => ({ ...greeting, conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }),
      403,
    ],
    ['an unknown type', () => ({ ...greeting, type: 'somethingNew' }), 200],
    [
      'a type of tomorrow without a sender',
      () => ({ ...greeting, type: 'somethingNew', from: undefined }),
      200,
    ],
    [
      'an invoke we do not know',
      () => ({ ...greeting, type: 'invoke', name: 'composeExtension/query', value: {} }),
      200,
    ],
    [
      'an invoke without a value',
      () => ({ ...greeting, type: 'invoke', name: 'adaptiveCard/action', value: null }),
      200,
    ],
    ['a message without an Entra id', () => ({ ...greeting, from: { id: '28:bot', name: 'Robot' } }), 200],
  ];
  for (const [title, body, status] of cases) {
    it(`${title}: ${status}, in silence`, async () => {
      const said = house.connector.sent.length;
      const answer = await lead.send(JSON.stringify(body()));
      equal(answer.status, status);
      await staysCalm(answer.body, said);
    });
  }

  it('broken JSON: 400', async () => {
    const answer = await lead.send('{"type":"message",');
    equal(answer.status, 400);
    await staysCalm(answer.body, house.connector.sent.length);
  });

  it('one megabyte: 413, before it is read to the end', async () => {
    const answer = await lead.send(JSON.stringify({ ...greeting, text: 'x'.repeat(1_000_000) }));
    equal(answer.status, 413);
    await staysCalm(answer.body, house.connector.sent.length);
  });

  it('another content type: 400 or 415', async () => {
    const answer = await lead.send('type=message', { 'content-type': 'application/x-www-form-urlencoded' });
    match(String(answer.status), /^(400|415)$/);
    await staysCalm(answer.body, house.connector.sent.length);
  });

  it('other methods and paths: 404 or 405, with a fixed body', async () => {
    const seen = await Promise.all(
      [
        ['GET', '/api/messages'],
        ['HEAD', '/api/messages'],
        ['POST', '/api/elsewhere'],
        ['GET', '/'],
        ['GET', '/../../etc/passwd'],
      ].map(async ([method, path]) => (await fetch(house.origin + path, { method: method ?? 'GET' })).status),
    );
    deepEqual(seen, [405, 405, 404, 404, 404]);
  });

  it('a message whose value is null is a message', async () => {
    const answer = await lead.sends({ ...greeting, value: null });
    equal(answer.status, 200);
    equal(answer.replies.length, 1);
  });

  it('health and readiness answer, and no header names the software', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await fetch(house.origin + path);
      equal(response.status, 200);
      equal(response.headers.get('server'), null);
      equal(response.headers.get('x-powered-by'), null);
    }
  });

  it('a client that hangs up in the middle leaves the bot standing', async () => {
    await new Promise<void>((resolve) => {
      const client = request(`${house.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '1000' },
      });
      client.on('error', () => resolve());
      client.write('{"type":', () => client.destroy(new Error('gone')));
    });
    equal((await lead.says('aide')).status, 200);
  });
});
