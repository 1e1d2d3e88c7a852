import assert from 'node:assert/strict';
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import type { ConversationParameters, PagedMembersResult } from 'botframework-schema';
import type { Answer } from '../support/connector-answers.ts';
import { teamsIdOf } from '../support/connector-request.ts';
import {
  type FakeConnector,
  type FakeConnectorOptions,
  openFakeConnector,
} from '../support/fake-connector.ts';
import { openTeamsLimits } from '../support/teams-limits.ts';

const channelId = '19:mission@thread.tacv2';
const tenantId = 'tenant-nc';

describe('The fake connector, seen by the Bot Framework client', () => {
  const opened: FakeConnector[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((connector) => connector.close()));
  });
  const open = async (options?: FakeConnectorOptions) => {
    const connector = await openFakeConnector(options);
    opened.push(connector);
    return { connector, conversations: clientOf(connector).conversations };
  };

  describe('keeps what is sent', () => {
    it('a channel post starts a thread, whose id and first message the client reads', async () => {
      const { connector, conversations } = await open();

      const created = await create(conversations, channelPost('Point hebdo'));

      assert.equal(created.id, `${channelId};messageid=${created.activityId}`);
      assert.equal(created.serviceUrl, connector.serviceUrl);
      assert.deepEqual(connector.threadsIn(channelId), [created.id]);
      assert.deepEqual(textsIn(connector, created.id), ['Point hebdo']);
    });

    it('replies stay in their thread, and the channel shows all of them', async () => {
      const { connector, conversations } = await open();
      const first = await create(conversations, channelPost('Semaine 47'));
      const second = await create(conversations, channelPost('Semaine 48'));

      await conversations.replyToActivity(first.id, first.activityId, message('Carte 2 sur 2'));

      assert.deepEqual(textsIn(connector, first.id), ['Semaine 47', 'Carte 2 sur 2']);
      assert.deepEqual(textsIn(connector, second.id), ['Semaine 48']);
      assert.deepEqual(textsIn(connector, channelId), ['Semaine 47', 'Semaine 48', 'Carte 2 sur 2']);
    });

    it('an edit replaces the message in place', async () => {
      const { connector, conversations } = await open();
      const { id = '' } = await conversations.sendToConversation('a:1anna', message('brouillon'));

      const edited = await conversations.updateActivity('a:1anna', id, message('définitif'));

      assert.equal(edited.id, id);
      assert.deepEqual([...connector.messagesIn('a:1anna')], [[id, { ...message('définitif'), id }]]);
    });

    it('a deleted message is gone, and cannot be edited', async () => {
      const { connector, conversations } = await open();
      const { id = '' } = await conversations.sendToConversation('a:1anna', message('à retirer'));

      await conversations.deleteActivity('a:1anna', id);

      assert.equal(connector.messagesIn('a:1anna').size, 0);
      await assert.rejects(conversations.updateActivity('a:1anna', id, message('trop tard')), {
        statusCode: 404,
        code: 'ActivityNotFoundInConversation',
      });
    });

    it('a personal chat is the same each time it is opened, by Teams id or by Entra id', async () => {
      const { conversations } = await open();

      const ids = ['anna', teamsIdOf('anna'), '8:orgid:anna', teamsIdOf('paul')].map(async (id) => {
        const created = await create(conversations, personalChat(id));
        return created.id;
      });

      const [byEntraId, byTeamsId, byOrgId, ofSomeoneElse] = await Promise.all(ids);
      assert.equal(byTeamsId, byEntraId);
      assert.equal(byOrgId, byEntraId);
      assert.notEqual(ofSomeoneElse, byEntraId);
    });

    it('records each call in order with what was addressed and answered', async () => {
      const { connector, conversations } = await open({ now: () => 42 });
      const { id = '' } = await conversations.sendToConversation('a:1anna', message('un'));
      await conversations.replyToActivity('a:1anna', id, message('deux'));
      await conversations.updateActivity('a:1anna', id, message('un bis'));

      assert.deepEqual(
        connector.sent.map(({ kind, method, conversationId, activityId, replyToId, status, at }) => ({
          ...{ kind, method, conversationId, activityId, replyToId, status, at },
        })),
        [
          { kind: 'post', method: 'POST', activityId: id, replyToId: undefined, status: 201 },
          { kind: 'reply', method: 'POST', activityId: String(Number(id) + 1), replyToId: id, status: 201 },
          { kind: 'edit', method: 'PUT', activityId: id, replyToId: undefined, status: 200 },
        ].map((call) => ({ ...call, conversationId: 'a:1anna', at: 42 })),
      );
    });

    it('lets a test wait for a message that comes later', async () => {
      const { connector, conversations } = await open();
      const second = connector.waitFor({ kind: 'post', conversationId: 'a:1anna' }, 2);

      await conversations.sendToConversation('a:1anna', message('un'));
      await conversations.sendToConversation('a:1paul', message('pour Paul'));
      await conversations.sendToConversation('a:1anna', message('deux'));

      assert.equal((await second).activity?.text, 'deux');
    });

    it('says what it did record when the awaited message never comes', async () => {
      const { connector, conversations } = await open();
      await conversations.sendToConversation('a:1anna', message('autre chose'));

      await assert.rejects(connector.waitFor({ kind: 'edit' }, 1, 1), /"kind":"edit".*\n.*\n.*autre chose/);
    });
  });

  describe('knows who is there', () => {
    const member = (name: string) => ({ id: teamsIdOf(name), aadObjectId: name, name, tenantId });

    it('a member is found by Teams id and by Entra id, with the role of a guest', async () => {
      const { connector, conversations } = await open();
      connector.join(channelId, { ...member('anna'), userRole: 'guest' });

      for (const id of ['anna', teamsIdOf('anna')]) {
        const found = await conversations.getConversationMember(`${channelId};messageid=1`, id);
        assert.equal((found as { userRole?: string }).userRole, 'guest');
      }
      await assert.rejects(conversations.getConversationMember(channelId, 'paul'), { statusCode: 404 });
    });

    it('a long roster comes in pages', async () => {
      const { connector, conversations } = await open();
      const names = Array.from({ length: 120 }, (_, index) => `person-${index}`);
      for (const name of names) connector.join(channelId, member(name));

      const read: (string | undefined)[] = [];
      let continuationToken: string | undefined;
      do {
        const page: PagedMembersResult = await conversations.getConversationPagedMembers(channelId, {
          pageSize: 50,
          ...(continuationToken && { continuationToken }),
        } as { pageSize: number; continuationToken: string });
        read.push(...(page.members ?? []).map(({ name }) => name));
        continuationToken = page.continuationToken;
      } while (continuationToken);

      assert.deepEqual(read, names);
      assert.equal(connector.sentTo({ kind: 'roster' }).length, 3);
      assert.equal((await conversations.getConversationMembers(channelId)).length, 120);
    });

    it('a team has details and channels, General first', async () => {
      const { connector } = await open();
      const teamId = '19:team@thread.tacv2';
      connector.addTeam({ id: teamId, name: 'Mission', channels: [] });
      connector.addTeam({ id: teamId, name: 'Mission', channels: [{ id: channelId, name: 'Points' }] });
      const { teams } = new TeamsConnectorClient(anonymous, { baseUri: connector.serviceUrl });

      assert.equal((await teams.fetchTeamDetails(teamId)).name, 'Mission');
      const { conversations = [] } = await teams.fetchChannelList(teamId);
      assert.deepEqual(
        conversations.map(({ id }) => id),
        [teamId, channelId],
      );
    });
  });

  describe('refuses as Teams does', () => {
    it('a message above 100 KB of UTF-16 is too big', async () => {
      const { connector, conversations } = await open();

      await assert.rejects(conversations.sendToConversation('a:1anna', message('é'.repeat(52_000))), {
        statusCode: 413,
        code: 'MessageSizeTooBig',
      });
      await conversations.sendToConversation('a:1anna', message('é'.repeat(50_000)));

      assert.equal(connector.messagesIn('a:1anna').size, 1);
    });

    it('a mention that is not in the text fails the whole message', async () => {
      const { conversations } = await open();
      const entities = [
        { type: 'mention', text: '<at>Anna</at>', mentioned: { id: '29:1anna', name: 'Anna' } },
      ];

      await conversations.sendToConversation('a:1anna', { ...message('Merci <at>Anna</at>'), entities });
      await assert.rejects(
        conversations.sendToConversation('a:1anna', { ...message('Merci Anna'), entities }),
        { statusCode: 400, code: 'BadArgument' },
      );
    });

    it('a personal chat without tenant is not opened', async () => {
      const { conversations } = await open();
      const withoutTenant = { ...personalChat('anna'), tenantId: '' };

      await assert.rejects(create(conversations, withoutTenant), { statusCode: 400 });
    });

    it('a conversation the bot was removed from is closed until it is back', async () => {
      const { connector, conversations } = await open();
      connector.removeBot(channelId);
      const refused = { statusCode: 403, code: 'BotNotInConversationRoster' };

      await assert.rejects(create(conversations, channelPost('Point')), refused);
      await assert.rejects(
        conversations.sendToConversation(`${channelId};messageid=1`, message('…')),
        refused,
      );

      connector.addBot(channelId);
      await create(conversations, channelPost('Point'));
    });

    it('each refusal that is not a passing one reaches the caller after a single request', async () => {
      const { connector, conversations } = await open();
      const { answer } = connector;
      const refusals = [
        answer.throttled(),
        answer.precondition(),
        answer.gone(),
        answer.blocked(),
        answer.notFound(),
        answer.tooBig(),
        answer.badRequest(),
      ];
      connector.fault({ kind: 'post' }, refusals);

      for (const { status, body } of refusals) {
        const { error } = body as { error: { code: string; message: string } };
        await assert.rejects(conversations.sendToConversation('a:1anna', message('…')), {
          statusCode: status,
          code: error.code,
          message: error.message,
        });
      }

      assert.equal(connector.sent.length, refusals.length);
      assert.equal(connector.messagesIn('a:1anna').size, 0);
    });

    it('a fault treats only what it matches, and only as often as it says', async () => {
      const { connector, conversations } = await open();
      const fault = connector.fault({ kind: 'post', conversationId: channelId }, [
        'pass',
        connector.answer.gone(),
      ]);

      await conversations.sendToConversation('a:1anna', message('ailleurs'));
      await conversations.sendToConversation(`${channelId};messageid=1`, message('un'));
      await assert.rejects(conversations.sendToConversation(channelId, message('deux')), { statusCode: 403 });
      await conversations.sendToConversation(channelId, message('trois'));

      assert.equal(fault.given, 2);
      assert.deepEqual(textsIn(connector, channelId), ['un', 'trois']);
    });

    it('a fault without end lasts until it is lifted', async () => {
      const { connector, conversations } = await open();
      const fault = connector.fault({}, forever(connector.answer.notFound()));

      await assert.rejects(conversations.sendToConversation('a:1anna', message('un')), { statusCode: 404 });
      await assert.rejects(conversations.sendToConversation('a:1anna', message('deux')), { statusCode: 404 });
      fault.lift();

      await conversations.sendToConversation('a:1anna', message('trois'));
    });
  });

  /** What the client does by itself, and why the bot needs a retry policy of its own. */
  describe('makes the client show its own retries', () => {
    it('429 with Retry-After is sent again when the time has passed, three times at most', async () => {
      const { connector, conversations } = await open();
      connector.fault({ kind: 'post' }, [connector.answer.throttled(0), 'pass']);
      connector.fault({ kind: 'post' }, forever(connector.answer.throttled(0)));

      await conversations.sendToConversation('a:1anna', message('un'));
      await assert.rejects(conversations.sendToConversation('a:1anna', message('deux')), { statusCode: 429 });

      assert.deepEqual(
        connector.sent.map(({ status }) => status),
        [429, 201, 429, 429, 429, 429],
      );
    });

    it('a gateway error or a lost answer makes it post four times, and people see four messages', async () => {
      const failing = async (answer: Answer) => {
        const { connector, conversations } = await open();
        connector.fault({ kind: 'post' }, forever(answer));
        await assert.rejects(conversations.sendToConversation('a:1anna', message('Bonjour')));
        return { requests: connector.sent.length, messages: textsIn(connector, 'a:1anna').length };
      };

      const [badGateway, storedAllTheSame, dropped, acceptedThenDropped] = await Promise.all([
        failing({ status: 502 }),
        failing({ status: 502, stored: true }),
        failing('drop'),
        failing('accept-then-drop'),
      ]);

      assert.deepEqual(badGateway, { requests: 4, messages: 0 });
      assert.deepEqual(storedAllTheSame, { requests: 4, messages: 4 });
      assert.deepEqual(dropped, { requests: 4, messages: 0 });
      assert.deepEqual(acceptedThenDropped, { requests: 4, messages: 4 });
    });

    it('silence lasts until the caller gives up, and tells nothing of what was kept', async () => {
      const { connector, conversations } = await open();
      connector.fault({ kind: 'post' }, ['silence', 'accept-then-silence']);

      for (const text of ['perdu', 'gardé']) {
        const giveUp = new AbortController();
        const arrived = connector.waitFor(({ activity }) => activity?.text === text);
        const sending = conversations.sendToConversation('a:1anna', message(text), {
          abortSignal: giveUp.signal,
        });
        const gaveUp = assert.rejects(sending, { name: 'AbortError' });

        assert.equal((await arrived).status, undefined);
        giveUp.abort();
        await gaveUp;
      }

      assert.deepEqual(textsIn(connector, 'a:1anna'), ['gardé']);
    });

    it('closing frees a caller who waits in silence', async () => {
      const connector = await openFakeConnector();
      connector.fault({ kind: 'roster' }, 'silence');
      const failed = assert.rejects(fetch(`${connector.serviceUrl}v3/conversations/a:1anna/members`));

      await connector.waitFor({ kind: 'roster' });
      await connector.close();

      await failed;
    });
  });

  describe('holds the bot to the published rate limits', () => {
    const openLimited = async () => {
      const clock = { ms: 0 };
      const { connector, conversations } = await open({ limits: true, now: () => clock.ms });
      // Each window is a question of one clock: retries by the client would only repeat the answer.
      removeRetries(conversations);
      return { clock, connector, conversations };
    };
    const sendMany = async (count: number, send: (index: number) => Promise<unknown>) => {
      const outcomes = await Promise.allSettled(Array.from({ length: count }, (_, index) => send(index)));
      return outcomes.filter(({ status }) => status === 'rejected').length;
    };

    it('the eighth message of one second to one conversation is refused, with the time to wait', async () => {
      const { clock, connector, conversations } = await openLimited();
      const say = () => conversations.sendToConversation('a:1anna', message('…'));

      assert.equal(await sendMany(7, say), 0);
      clock.ms = 400;
      await assert.rejects(say(), (error: { statusCode: number; response: Response }) => {
        assert.equal(error.statusCode, 429);
        assert.equal(error.response.headers.get('retry-after'), '1');
        return true;
      });

      clock.ms = 1000;
      assert.equal(await sendMany(2, say), 1, 'the eighth within two seconds passes, the ninth does not');
      assert.deepEqual(
        connector.violations.map(({ scope, limit, windowSeconds }) => ({ scope, limit, windowSeconds })),
        [
          { scope: 'a:1anna', limit: 7, windowSeconds: 1 },
          { scope: 'a:1anna', limit: 8, windowSeconds: 2 },
        ],
      );
    });

    it('the threads of a channel and its new posts share one allowance', async () => {
      const { conversations } = await openLimited();
      const refused = await sendMany(9, (index) =>
        index % 2
          ? create(conversations, channelPost('…'))
          : conversations.sendToConversation(`${channelId};messageid=${index}`, message('…')),
      );

      assert.equal(refused, 2);
    });

    it('sixty messages in half a minute are allowed, not sixty-one', async () => {
      const { clock, connector, conversations } = await openLimited();
      for (let index = 0; index < 60; index += 1) {
        clock.ms = index * 490;
        await conversations.sendToConversation('a:1anna', message('…'));
      }

      clock.ms = 29_999;
      await assert.rejects(conversations.sendToConversation('a:1anna', message('…')), { statusCode: 429 });
      clock.ms = 30_000;
      await conversations.sendToConversation('a:1anna', message('…'));
      assert.equal(connector.violations.length, 1);
    });

    it('an hour allows eighteen hundred messages', async () => {
      const clock = { ms: 0 };
      const limits = openTeamsLimits(() => clock.ms);
      for (let index = 0; index < 1800; index += 1) {
        clock.ms = index * 1900;
        assert.equal(limits.admit('send', 'a:1anna'), undefined);
      }

      clock.ms = 1800 * 1900;
      const violation = limits.admit('send', 'a:1anna');

      assert.deepEqual(violation && { limit: violation.limit, retryAfter: violation.retryAfter }, {
        limit: 1800,
        retryAfter: 180,
      });
    });

    it('fifty requests a second is the most over all conversations', async () => {
      const { connector, conversations } = await openLimited();

      const refused = await sendMany(52, (index) =>
        conversations.sendToConversation(`a:1${index}`, message('…')),
      );

      assert.equal(refused, 2);
      assert.deepEqual([...new Set(connector.violations.map(({ scope }) => scope))], ['app']);
    });

    it('reading members has its own, larger allowance', async () => {
      const { connector, conversations } = await openLimited();
      connector.join('a:1anna', { id: teamsIdOf('anna'), aadObjectId: 'anna', name: 'Anna' });
      const read = () => conversations.getConversationMembers('a:1anna');

      assert.equal(await sendMany(7, () => conversations.sendToConversation('a:1anna', message('…'))), 0);
      assert.equal(await sendMany(15, read), 1);
    });
  });
});

const anonymous = { signRequest: async <T>(request: T) => request };

function clientOf({ serviceUrl }: FakeConnector) {
  return new ConnectorClient(anonymous, { baseUri: serviceUrl });
}

function removeRetries(conversations: Conversations) {
  const { client } = conversations as unknown as {
    client: { client: { pipeline: { removePolicy(options: { name: string }): unknown } } };
  };
  client.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
}

function message(text: string) {
  return { type: 'message', text };
}

type Conversations = ConnectorClient['conversations'];

/** The client's types ask for fields Teams does not, and overloads hide what it answers. */
async function create(conversations: Conversations, parameters: Partial<ConversationParameters>) {
  const created = await conversations.createConversation(parameters as ConversationParameters);
  return created as { id: string; activityId: string; serviceUrl: string };
}

function channelPost(text: string): Partial<ConversationParameters> {
  return {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: message(text) as ConversationParameters['activity'],
  };
}

function personalChat(personId: string): Partial<ConversationParameters> {
  return { isGroup: false, tenantId, members: [{ id: personId, name: '' }] };
}

function textsIn(connector: FakeConnector, conversationId: string) {
  return [...connector.messagesIn(conversationId).values()].map(({ text }) => text);
}

function* forever<T>(value: T): Generator<T> {
  while (true) yield value;
}
