import { deepEqual, match } from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bindGeneral, loadSample } from '../../sandbox/load-sample.ts';
import { LEAD, TENANT_ID } from '../../sandbox/playground-config.ts';
import { type House, openHouse } from '../support/house.ts';
import { week } from '../support/samples.ts';
import { openChromium } from './chromium.ts';
import { pictures } from './pictures.ts';
import { type Card, openPlayground, PHONE_WIDTH, type PlaygroundPage } from './playground.ts';

/** Thursday of the sample's newest week: pictures are alike whenever they are taken. */
const thursday = '2026-11-18T22:00:00.000Z';

describe('The road in the Agents Playground', function () {
  this.timeout(90_000);
  let house: House;
  let browser: Browser;
  let playground: PlaygroundPage;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    house = await openHouse({ at: thursday, environment: { LEAD_IDS: LEAD.id, BOT_TENANT_ID: TENANT_ID } });
    await loadSample(house.storage, thursday);
    browser = await openChromium();
    playground = await openPlayground({ botUrl: `${house.origin}/api/messages`, browser });
    await bindGeneral(house.storage, thursday, Number(new URL(playground.url).port));
  });
  after(async () => {
    await playground?.close();
    await browser?.close();
    await house?.close();
  });

  const shoot = async (card: Card, name: string) => {
    await card.shoot(join(pictures, `${name}.png`));
    await card.shoot(join(pictures, `${name}-phone.png`), PHONE_WIDTH);
  };

  it('from the greeting to the board', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('bonjour');
    await shoot(await playground.waitForCard('publie chaque semaine le point hebdo'), 'help');
    await playground.typeMessage('projets');
    const board = await playground.waitForCard('Portail service-public.nc');
    match(await board.text(), /7 projets sur 18/);
    await shoot(board, 'board');
  });

  it('from the board to a project and back, through the filters', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('projets');
    const board = await playground.waitForCard('Portail service-public.nc');
    await board.press('Filtrer');
    await board.choose('Météo de la semaine', '🟠 À surveiller');
    await board.press('Appliquer les filtres');
    await playground.waitForText('🟠 À surveiller · ');
    await playground.typeMessage('projet SPNC');
    const page = await playground.waitForCard('Dernières semaines');
    await shoot(page, 'project');
    await page.press('Tous les projets');
    await playground.waitForText('7 projets sur 18');
  });

  it('from the form to the receipt', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('maj');
    const question = await playground.waitForCard('De quel projet');
    await question.choose('Projet', 'Portail service-public.nc (SPNC)');
    await shoot(question, 'choose-project');
    await question.press('Continuer');

    const form = await playground.waitForCard('Mise à jour · semaine 47');
    await form.choose('Météo', '🟠 À surveiller');
    await form.fill(
      'L’essentiel, en une ou deux phrases',
      'La recherche comprend mieux le vocabulaire courant ; les fiches « famille » prennent du retard.',
    );
    await form.fill('Avancement (%)', '84');
    await shoot(form, 'update-form');
    await form.press('Publier');
    const receipt = await playground.waitForCard('Mise à jour enregistrée');
    match(await receipt.text(), /les fiches « famille » prennent du retard/);
    await shoot(receipt, 'update-receipt');
    deepEqual((await house.storage.updates.find(week('2026-W47'), 'SPNC'))?.progress, 84);
  });

  it('from the preview to the digest in General', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('point');
    await shoot(await playground.waitForCard('Aperçu'), 'digest-preview');

    await playground.openChannel('General');
    await playground.typeMessage('point publier');
    const digest = await playground.waitForCard('Point hebdo · semaine 47');
    match(await digest.text(), /8 projets sur 18 ont donné des nouvelles/);
    match(await digest.text(), /Sans nouvelles/);
    await shoot(digest, 'digest');

    await playground.typeMessage('point publier');
    await playground.waitForText('C’est déjà fait');
  });

  it('from a new project to its receipt', async () => {
    await playground.openPersonalChat();
    await playground.typeMessage('nouveau projet');
    const form = await playground.waitForCard('Créer le projet');
    await form.fill('Clé (2 à 12 lettres ou chiffres)', 'tele');
    await form.fill('Nom', 'Télédéclaration des loyers');
    await form.choose('Programme', 'Incubation');
    await form.choose('Référent', 'Référent administrations');
    await form.fill('Début', '2026-11-02');
    await form.fill('Échéance', '2027-06-30');
    await shoot(form, 'project-form');
    await form.press('Créer le projet');
    const receipt = await playground.waitForCard('✅ Projet créé');
    await shoot(receipt, 'project-receipt');
    const made = await house.storage.projects.find('TELE');
    deepEqual([made?.programme, made?.startDate, made?.state], ['incubation', '2026-11-02', 'active']);
  });
});
