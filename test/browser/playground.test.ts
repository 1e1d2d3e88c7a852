import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LEAD, SECOND_CHANNEL, TEAM, TENANT_ID } from '../../sandbox/playground-config.ts';
import { type Activity, type CardBot, startCardBot } from './card-bot.ts';
import { openChromium } from './chromium.ts';
import { openPlayground, PHONE_WIDTH, type PlaygroundPage } from './playground.ts';

/** What our cards rely on the Playground for, shown with a bot that knows one form: when a new version changes it, this says so. */
describe('The Agents Playground in Chromium', function () {
  this.timeout(60_000);
  let browser: Browser;
  let bot: CardBot;
  let playground: PlaygroundPage;

  before(async () => {
    bot = await startCardBot({
      toMessage: () => FORM,
      toInvoke: () => textCard('Reçu', [{ type: 'Action.Execute', verb: 'form.open', title: 'Corriger' }]),
    });
    browser = await openChromium();
    playground = await openPlayground({ botUrl: bot.url, browser });
  });

  after(async () => {
    await playground?.close();
    await browser?.close();
    bot?.close();
  });

  it('sends every kind of input and replaces the form by its receipt, in place', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('formulaire');
    const form = await playground.waitForCard('Mise à jour');
    await form.choose('Projet', 'NC Connect');
    await form.choose('Météo', '🟠 À surveiller');
    await form.choose('Usagers', 'Particuliers', 'Entreprises');
    await form.choose('Irritants', 'Délai', 'Coût');
    await form.choose('Démarche', 'Acte de naissance');
    await form.fill('Avancement', '80');
    await form.fill('Risques', 'un\ndeux');
    await form.fill('Du', '2026-03-12');
    await form.press('Préciser');
    await form.fill('Gain', '3 jours');
    await form.press('Envoyer');

    const receipt = await playground.waitForCard('Reçu');
    assert.deepEqual(await receipt.buttons(), ['Corriger']);
    assert.equal(await playground.page.locator('.ac-adaptiveCard').count(), 1);
    assert.deepEqual(lastInvoke(bot).value?.action.data, {
      formId: 'F1',
      project: 'NCCO',
      health: 'atRisk',
      audiences: 'p,e',
      pains: 'd,c',
      procedure: 'Acte de naissance',
      progress: '80',
      risks: 'un\ndeux',
      from: '2026-03-12',
      gain: '3 jours',
    });
  });

  it('shows a required input that was left empty, without asking the bot', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('formulaire');
    const before = bot.received.length;
    const form = await playground.waitForCard('Mise à jour');
    await form.press('Envoyer');
    await playground.waitForText('Choisissez la météo');
    assert.equal(bot.received.slice(before).filter(({ type }) => type === 'invoke').length, 0);
  });

  it('says who writes, from which tenant, and hears only what mentions the bot in a channel', async () => {
    await playground.openChannel('General');
    await playground.typeMessage('formulaire');
    await playground.waitForCard('Mise à jour');
    const message = bot.received.filter(({ type }) => type === 'message').at(-1);
    assert.equal(message?.text, '<at>Transfo</at> formulaire');
    assert.equal(message?.from.aadObjectId, LEAD.id);
    assert.equal(message?.conversation.tenantId, TENANT_ID);
    assert.match(message?.conversation.id ?? '', new RegExp(`^${TEAM.id};messageid=\\d+$`));
    assert.equal(new URL(message?.serviceUrl ?? '').hostname, 'localhost');
  });

  it('shows a post the bot makes in another channel, and the answers in its thread', async () => {
    await playground.openChannel(SECOND_CHANNEL.name);
    const { id } = await bot.post(SECOND_CHANNEL.id, textCard('Point hebdo'));
    await bot.send(id, { type: 'message', text: 'le détail', textFormat: 'plain' });
    await playground.waitForCard('Point hebdo');
    await playground.waitForText('le détail');
  });

  it('draws a card as wide as on a phone, and keeps what was typed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'card-'));
    await playground.openPersonalChat();
    await playground.typeMessage('formulaire');
    const form = await playground.waitForCard('Mise à jour');
    await form.fill('Risques', 'budget');
    await form.shoot(join(directory, 'phone.png'), PHONE_WIDTH);
    await form.shoot(join(directory, 'desktop.png'));
    assert.equal(widthOfPng(join(directory, 'phone.png')), PHONE_WIDTH);
    assert.ok(widthOfPng(join(directory, 'desktop.png')) > PHONE_WIDTH);
    assert.equal(await form.valueOf('Risques'), 'budget');
    rmSync(directory, { recursive: true });
  });
});

function lastInvoke({ received }: CardBot): Activity {
  const invoke = received.findLast(({ type }) => type === 'invoke');
  assert.ok(invoke, 'no invoke was received');
  return invoke;
}

function textCard(text: string, actions: object[] = []): object {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], actions };
}

/** Bytes 16 to 19 of a PNG. */
function widthOfPng(path: string): number {
  return readFileSync(path).readUInt32BE(16);
}

const choices = (titles: Record<string, string>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

const FORM = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Mise à jour' },
    {
      type: 'Input.ChoiceSet',
      id: 'project',
      label: 'Projet',
      choices: choices({ SPNC: 'Portail', NCCO: 'NC Connect' }),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'health',
      label: 'Météo',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Choisissez la météo',
      choices: choices({ onTrack: '🟢 En bonne voie', atRisk: '🟠 À surveiller' }),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'audiences',
      label: 'Usagers',
      style: 'expanded',
      isMultiSelect: true,
      choices: choices({ p: 'Particuliers', e: 'Entreprises' }),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'pains',
      label: 'Irritants',
      isMultiSelect: true,
      choices: choices({ d: 'Délai', c: 'Coût' }),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'procedure',
      label: 'Démarche',
      style: 'filtered',
      choices: choices({
        'Acte de naissance': 'Acte de naissance',
        'Permis de construire': 'Permis de construire',
      }),
      'choices.data': { type: 'Data.Query', dataset: 'procedures' },
    },
    { type: 'Input.Number', id: 'progress', label: 'Avancement', min: 0, max: 100 },
    { type: 'Input.Text', id: 'risks', label: 'Risques', isMultiline: true },
    { type: 'Input.Date', id: 'from', label: 'Du' },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Préciser', targetElements: ['more'] }],
    },
    {
      type: 'Container',
      id: 'more',
      isVisible: false,
      items: [{ type: 'Input.Text', id: 'gain', label: 'Gain' }],
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      verb: 'form.submit',
      title: 'Envoyer',
      data: { formId: 'F1' },
      fallback: { type: 'Action.Submit', title: 'Envoyer', data: { verb: 'form.submit', formId: 'F1' } },
    },
  ],
};
