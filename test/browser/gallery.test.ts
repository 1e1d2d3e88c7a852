import { ok } from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { translatorOf } from '../../src/i18n/translate.ts';
import { allCards, type CardData } from '../support/all-cards.ts';
import { type CardBot, startCardBot } from './card-bot.ts';
import { openChromium } from './chromium.ts';
import { pictures } from './pictures.ts';
import { openPlayground, PHONE_WIDTH, type PlaygroundPage } from './playground.ts';

/** Words of a usual week. A limit tells what the text is for. */
const usual: CardData = {
  name: 'a usual week',
  text: (limit) => {
    if (limit <= 40) return 'Portail';
    if (limit <= 80) return 'Portail service-public.nc';
    if (limit <= 200) return 'Délai de livraison du certificat';
    return 'La recherche comprend mieux le vocabulaire courant ; douze fiches ont été relues.';
  },
  many: (most) => Math.min(most, 3),
};

const names = Object.keys(allCards).map((key) => ({
  key,
  name: key.split(' ')[1]?.replace(/Card$/, '') ?? key,
}));
const drawn = (name: string) => {
  const found = names.find((one) => one.name === name);
  const card = found && allCards[found.key]?.(translatorOf('fr'), usual)[0];
  ok(card, `no card ${name}`);
  return card;
};

describe('Every card in the Agents Playground', function () {
  this.timeout(60_000);
  let bot: CardBot;
  let browser: Browser;
  let playground: PlaygroundPage;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    bot = await startCardBot({ toMessage: drawn });
    browser = await openChromium();
    playground = await openPlayground({ botUrl: bot.url, browser });
    await playground.openPersonalChat();
  });
  after(async () => {
    await playground?.close();
    await browser?.close();
    bot?.close();
  });

  for (const { name } of names) {
    it(`draws ${name} for a desk and for a phone`, async () => {
      await playground.typeMessage(name);
      const card = await playground.waitForCard('');
      for (const [suffix, width] of [
        ['', undefined],
        ['-phone', PHONE_WIDTH],
      ] as const) {
        const path = join(pictures, `card-${name}${suffix}.png`);
        await card.shoot(path, width);
        ok(statSync(path).size > 1_000);
      }
      const text = await card.text();
      ok(!/undefined|\[object|\{\{/.test(text), text);
    });
  }
});
