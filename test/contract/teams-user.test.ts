import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { type FakeConnector, openFakeConnector } from '../support/fake-connector.ts';
import { channel, groupChat, personal } from '../support/places.ts';
import { bot, homeTenantId, teamsUser } from '../support/teams-user.ts';

const points = channel({
  teamId: '19:team@thread.tacv2',
  channelId: '19:points@thread.tacv2',
  teamName: 'Mission',
});

describe('A Teams user, heard by the Bot Framework adapter', () => {
  let connector: FakeConnector;
  let heard: Activity[];
  let close: () => Promise<void>;
  let botUrl: string;
  /** What the bot under the test does with a turn; each test may say. */
  let answering: (context: TurnContext) => Promise<unknown>;

  beforeEach(async () => {
    heard = [];
    answering = async () => {};
    connector = await openFakeConnector();
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const server = restify.createServer();
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async (request, response) => {
      await adapter.process(request, response, async (context) => {
        heard.push(context.activity);
        await answering(context);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
    close = async () => {
      await connector.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    };
  });
  afterEach(() => close());

  const user = (name = 'Anna Wamo', options: { role?: 'guest' } = {}) =>
    teamsUser({ botUrl, connector, name, ...options });
  const activity = () => heard.at(-1) as Activity;

  it('speaks in a personal chat and reads the replies there', async () => {
    answering = (context) => context.sendActivity(`Bonjour ${context.activity.from.name}`);
    const anna = user();

    const { status, replies } = await anna.says('bonjour');

    assert.equal(status, 200);
    assert.deepEqual(
      replies.map((reply) => reply.activity?.text),
      ['Bonjour Anna Wamo'],
    );
    const { conversation, channelData, from, recipient, locale, channelId, text } = activity();
    assert.equal(text, 'bonjour');
    assert.equal(conversation.id, anna.conversationIdIn(personal));
    assert.equal(conversation.conversationType, 'personal');
    assert.equal(conversation.tenantId, homeTenantId);
    assert.deepEqual(channelData, { tenant: { id: homeTenantId } });
    assert.deepEqual(from, { id: anna.id, name: 'Anna Wamo', aadObjectId: anna.aadObjectId });
    assert.deepEqual(
      { recipient, locale, channelId },
      { recipient: bot, locale: 'fr-FR', channelId: 'msteams' },
    );
  });

  it('is found again in the personal chat the bot opens', async () => {
    const anna = user();
    const response = await fetch(`${connector.serviceUrl}v3/conversations`, {
      method: 'POST',
      body: JSON.stringify({ isGroup: false, tenantId: homeTenantId, members: [{ id: anna.id }] }),
    });

    assert.equal(((await response.json()) as { id: string }).id, anna.conversationIdIn(personal));
  });

  it('mentions the bot in a channel, and the reply goes in the thread of the message', async () => {
    answering = (context) => context.sendActivity('Reçu');

    const { replies, activity: said } = await user().says('point', { in: points });

    const thread = `${points.channelId};messageid=${said.id}`;
    assert.equal(activity().conversation.id, thread);
    assert.equal(activity().text, '<at>Transfo</at> point');
    assert.equal(TurnContext.removeRecipientMention(activity()).trim(), 'point');
    assert.equal(activity().channelData.team.id, points.teamId);
    assert.equal(activity().channelData.channel.id, points.channelId);
    assert.equal(replies[0]?.conversationId, thread);
    assert.equal(connector.messagesIn(points.channelId).size, 1);
  });

  it('speaks in a thread that is there, and in a group chat', async () => {
    await user().says('point', { in: { ...points, threadId: '1690000000000' } });
    assert.equal(activity().conversation.id, '19:points@thread.tacv2;messageid=1690000000000');

    await user().says('aide', { in: groupChat('19:chat@thread.v2') });
    assert.equal(activity().conversation.conversationType, 'groupChat');
    assert.equal(activity().conversation.isGroup, true);
  });

  it('presses a button of a card, and gets the invoke response', async () => {
    const receipt = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Reçu' };
    answering = (context) =>
      context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: receipt } });
    const card = {
      type: 'AdaptiveCard',
      body: [
        { type: 'Input.Text', id: 'summary', value: 'Recette en cours' },
        { type: 'Input.Number', id: 'progress', value: 40 },
        { type: 'Input.Text', id: 'risks' },
      ],
      actions: [{ type: 'Action.Execute', title: 'Publier', verb: 'update.submit', data: { formId: 'F1' } }],
    };

    const { status, body } = await user().presses(
      'update.submit',
      { progress: 80 },
      { card, messageId: '17' },
    );

    assert.deepEqual({ status, body }, { status: 200, body: receipt });
    assert.equal(activity().name, 'adaptiveCard/action');
    assert.equal(activity().replyToId, '17');
    assert.deepEqual(activity().value, {
      action: {
        type: 'Action.Execute',
        verb: 'update.submit',
        data: { formId: 'F1', summary: 'Recette en cours', progress: '80' },
      },
      trigger: 'manual',
    });
    await assert.rejects(
      user().presses('update.edit', {}, { card }),
      /No button with the verb update.edit, but update.submit/,
    );
    await assert.rejects(user().presses('update.submit', { sumary: 'x' }, { card }), /No input sumary/);
  });

  it('submits a card of the old kind as a message with a value and no text', async () => {
    await user().submits({ verb: 'update.submit', formId: 'F1' }, { in: points, messageId: '17' });

    assert.equal(activity().type, 'message');
    assert.equal(activity().text, undefined);
    assert.equal(activity().replyToId, '17');
    assert.equal(activity().conversation.id, `${points.channelId};messageid=17`);
    assert.deepEqual(activity().value, { verb: 'update.submit', formId: 'F1' });
  });

  it('types in a search input', async () => {
    await user().types('projects', 'nc c');

    assert.equal(activity().name, 'application/search');
    assert.deepEqual(activity().value, {
      queryText: 'nc c',
      queryOptions: { skip: 0, top: 15 },
      dataset: 'projects',
      data: {},
    });
  });

  it('an invoke nobody answers is 501', async () => {
    assert.equal((await user().invokes('task/fetch', {})).status, 501);
  });

  it('installs the bot and takes it away, and the connector is closed to it in between', async () => {
    const anna = user();
    answering = (context) => context.sendActivity('Bienvenue');

    await anna.installs({ in: points });
    assert.deepEqual(
      heard.map(({ type, action, membersAdded, conversation }) => ({
        type,
        action,
        membersAdded,
        id: conversation.id,
      })),
      [
        { type: 'conversationUpdate', action: undefined, membersAdded: [bot], id: points.channelId },
        { type: 'installationUpdate', action: 'add', membersAdded: undefined, id: points.channelId },
      ],
    );
    assert.equal(connector.threadsIn(points.channelId).length, 2);

    answering = async () => {};
    await anna.uninstalls({ in: points });
    assert.equal(activity().action, 'remove');
    const post = async () => {
      const url = `${connector.serviceUrl}v3/conversations/${encodeURIComponent(points.channelId)}/activities`;
      return (await fetch(url, { method: 'POST', body: '{"type":"message"}' })).status;
    };
    assert.equal(await post(), 403);
    await anna.installs({ in: points });
    assert.equal(await post(), 201);
  });

  it('is in the roster of where it speaks, as a guest when it is one, and knows the team', async () => {
    const seen: unknown[] = [];
    answering = async (context) => {
      const { userRole, userPrincipalName, email } = await TeamsInfo.getMember(
        context,
        context.activity.from.id,
      );
      seen.push({ userRole, userPrincipalName, email }, (await TeamsInfo.getTeamDetails(context)).name);
    };

    await user('Paul Hnawia', { role: 'guest' }).says('bonjour', { in: points });

    const email = 'paul.hnawia@example.nc';
    const userPrincipalName = 'paul.hnawia_example.nc#EXT#@transfo.onmicrosoft.com';
    assert.deepEqual(seen, [{ userRole: 'guest', userPrincipalName, email }, 'Mission']);
  });

  it('delivers the same activity twice, as Teams does when the bot was slow', async () => {
    const anna = user();
    const { activity: first } = await anna.says('bonjour');
    await anna.sends(first);

    assert.equal(heard.length, 2);
    assert.deepEqual(heard[1], heard[0]);
  });

  it('sends what is not an activity', async () => {
    const { status } = await user().send('{"type":', { 'X-Odd': 'yes' });

    assert.equal(status, 400);
    assert.equal(heard.length, 0);
  });
});
