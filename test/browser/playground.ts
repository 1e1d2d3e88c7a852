import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { startPlayground } from '../../sandbox/playground.ts';
import { BOT, TEAM } from '../../sandbox/playground-config.ts';
import { findFreePort } from '../../sandbox/processes.ts';

/** What a card is as wide as on a phone, in CSS px. */
export const PHONE_WIDTH = 390;

/** The real Agents Playground in a real browser, as the mission's lead sees it. */
export interface PlaygroundPage {
  /** `http://localhost:PORT` */
  readonly url: string;
  /** For what the functions below do not do. */
  readonly page: Page;
  openPersonalChat(): Promise<void>;
  /** A channel of the team: `General` or `Simplification`. */
  openChannel(name: string): Promise<void>;
  /** Writes to the bot where we are; in a channel that is a new post that mentions it (else it would not hear). */
  typeMessage(text: string): Promise<void>;
  /** Answers in the newest thread of the channel, mentioning the bot. */
  replyInThread(text: string): Promise<void>;
  /**
   * The newest card that shows this text, once it is there: one that came, or was replaced, since we last wrote (or
   * since we came here, when we wrote nothing).
   */
  waitForCard(text: string): Promise<Card>;
  /** Waits until a text stands anywhere in the conversation. */
  waitForText(text: string): Promise<void>;
  /** Closes the page and stops the Playground. */
  close(): Promise<void>;
}

/** One card as it was found; once the bot has replaced it, `waitForCard` finds what stands in its place. */
export interface Card {
  /** All that is written on it, as a person reads it (not what inputs hold). */
  text(): Promise<string>;
  /** Picks choices of a ChoiceSet by their titles, whatever its style. */
  choose(label: string, ...titles: string[]): Promise<void>;
  /** Types into a text or number input; for a date, `2026-03-12`. */
  fill(label: string, value: string): Promise<void>;
  /** What an input holds; for a select, what it shows. */
  valueOf(label: string): Promise<string>;
  press(button: string): Promise<void>;
  /** The titles of its buttons, from top to bottom. */
  buttons(): Promise<string[]>;
  /** A picture (PNG) of the whole card, as wide as the page draws it or `width` px (a phone: `PHONE_WIDTH`). */
  shoot(path: string, width?: number): Promise<void>;
}

export interface PlaygroundPageOptions {
  /** The bot's endpoint, already listening: `http://127.0.0.1:PORT/api/messages`. */
  botUrl: string;
  browser: Browser;
}

const DESKTOP = { width: 1280, height: 900 };
const TIMEOUT_MS = 25_000;

/** Starts a Playground of its own for a bot and opens its page, in the personal chat. */
export async function openPlayground({ botUrl, browser }: PlaygroundPageOptions): Promise<PlaygroundPage> {
  const directory = mkdtempSync(join(tmpdir(), 'playground-'));
  const { url, child } = await startPlayground({ botUrl, port: await findFreePort(), directory });
  const page = await openPage(url, browser).catch(async (error: unknown) => {
    await child.stop();
    throw error;
  });

  let newestFirst = false;
  let cardCount = 0;
  const forgetCards = () =>
    page.locator('.ac-adaptiveCard').evaluateAll((cards) => {
      for (const card of cards) card.setAttribute('data-old', '');
    });
  const mention = async () => {
    await page.keyboard.type(`@${BOT.name}`);
    await page.getByRole('menuitem', { name: BOT.name }).click();
    await page.keyboard.type(' ');
  };

  return {
    url,
    page,
    openPersonalChat: async () => {
      await page.getByRole('treeitem', { name: 'Personal Chat' }).click();
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor({ state: 'hidden' });
      newestFirst = false;
    },
    openChannel: async (name) => {
      await page.getByRole('treeitem', { name: `${TEAM.name} - ${name}` }).click();
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
      newestFirst = true;
    },
    typeMessage: async (text) => {
      await forgetCards();
      if (!newestFirst) {
        await composer(page).last().click();
        await page.keyboard.insertText(text);
        await page.keyboard.press('Enter');
        return;
      }
      await composer(page).first().click();
      await mention();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
    },
    replyInThread: async (text) => {
      await forgetCards();
      await composer(page).nth(1).click();
      await mention();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
    waitForCard: async (text) => {
      const fresh = page.locator('.ac-adaptiveCard:not([data-old])').filter({ hasText: text });
      const found = newestFirst ? fresh.first() : fresh.last();
      cardCount += 1;
      await found.evaluate((element, number) => element.setAttribute('data-card', String(number)), cardCount);
      return cardOn(page, page.locator(`[data-card="${cardCount}"]`));
    },
    waitForText: (text) => page.getByText(text).last().waitFor(),
    close: async () => {
      await page.close();
      await child.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

async function openPage(url: string, browser: Browser): Promise<Page> {
  const page = await browser.newPage({ locale: 'fr-FR', timezoneId: 'Pacific/Noumea', viewport: DESKTOP });
  page.setDefaultTimeout(TIMEOUT_MS);
  const { opened } = await watchConversation(page);
  await page.goto(url);
  await opened;
  await drawEmoji(page);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  await page.getByRole('treeitem', { name: 'Personal Chat' }).click();
  return page;
}

/** `opened` resolves when the page's conversation stream stands: what the bot says before that is never shown. */
async function watchConversation(page: Page): Promise<{ opened: Promise<void> }> {
  const network = await page.context().newCDPSession(page);
  const streams = new Set<string>();
  network.on('Network.webSocketCreated', ({ requestId, url }) => {
    if (url.endsWith('/conversations/stream')) streams.add(requestId);
  });
  const opened = new Promise<void>((resolve) => {
    network.on('Network.webSocketHandshakeResponseReceived', ({ requestId }) => {
      if (streams.has(requestId)) resolve();
    });
  });
  await network.send('Network.enable');
  return { opened };
}

function cardOn(page: Page, card: Locator): Card {
  return {
    text: async () => (await card.allInnerTexts()).join('\n'),
    choose: async (label, ...titles) => {
      for (const title of titles) await choose(page, card, label, title);
      await page.keyboard.press('Escape');
      await page.locator('[role=combobox][aria-expanded=true]').waitFor({ state: 'hidden' });
    },
    fill: async (label, value) => {
      const input = inputOf(card, label);
      await input.fill(value);
      // Leaving is what makes a date be read; Enter would open its calendar over the page.
      await input.press('Tab');
    },
    valueOf: (label) => inputOf(card, label).inputValue(),
    press: (button) => card.getByRole('button', { name: button, exact: true }).click(),
    buttons: async () => (await card.getByRole('button').allInnerTexts()).filter(Boolean),
    shoot: (path, width) => shoot(page, card, path, width),
  };
}

/** Radio buttons and check boxes stand open; a select of one opens a list of options, a select of several a menu. */
async function choose(page: Page, card: Locator, label: string, title: string): Promise<void> {
  const select = card.getByRole('combobox', { name: label, exact: true });
  const group = card.getByRole('radiogroup', { name: label, exact: true });
  const boxes = card.getByRole('checkbox', { name: `${label} ${title}`, exact: true });
  await select.or(group).or(boxes).first().waitFor();
  if (await group.isVisible()) return group.getByRole('radio', { name: title, exact: true }).check();
  if (await boxes.isVisible()) return boxes.check();
  if ((await select.getAttribute('aria-expanded')) !== 'true') await select.click();
  const opened = select.and(page.locator('[aria-expanded=true][aria-controls]'));
  const list = page.locator(`[id="${await opened.getAttribute('aria-controls')}"]`);
  // A typeahead shows nothing until something is typed, and finds what starts with it.
  if ((await list.textContent()) === '') await select.fill(title);
  await list.getByText(title, { exact: true }).click();
}

/**
 * The page scrolls inside itself, which cuts tall cards in pictures, so the window is made tall. Its width must not
 * change: that draws the conversation anew, without what was typed; so the card is narrowed, not the window.
 */
async function shoot(page: Page, card: Locator, path: string, width: number | undefined): Promise<void> {
  const frame = card.locator('..');
  const style = await frame.getAttribute('style');
  if (width !== undefined)
    await frame.evaluate((element, px) => element.setAttribute('style', `width: ${px}px`), width);
  const box = await card.boundingBox();
  await page.setViewportSize({ ...DESKTOP, height: Math.ceil((box?.height ?? 0) + DESKTOP.height) });
  await card.screenshot({ path, animations: 'disabled' });
  await page.setViewportSize(DESKTOP);
  if (width !== undefined)
    await frame.evaluate((element, before) => element.setAttribute('style', before), style ?? '');
}

/** By its accessible name, which leaves out the star of a required input. */
function inputOf(card: Locator, name: string): Locator {
  const roles = ['textbox', 'spinbutton', 'combobox'] as const;
  return roles.map((role) => card.getByRole(role, { name, exact: true })).reduce((all, one) => all.or(one));
}

function composer(page: Page): Locator {
  return page.locator('[role=textbox][contenteditable=true]');
}

/** Gives the page a font with emoji, under the name of the one its cards ask for, so that pictures are the same everywhere. */
async function drawEmoji(page: Page): Promise<void> {
  const font = readFileSync(fileURLToPath(import.meta.resolve('twemoji-colr-font/twemoji.woff2'))).toString(
    'base64',
  );
  // One face a weight, as the page declares its own: ranges of characters only complete each other at equal weight.
  const faces = [400, 600, 700].map(
    (weight) => `@font-face {
      font-family: 'Segoe UI'; font-weight: ${weight}; src: url(data:font/woff2;base64,${font});
      unicode-range: U+200D, U+2300-23FF, U+25A0-27BF, U+2B00-2BFF, U+FE0F, U+1F000-1FAFF;
    }`,
  );
  await page.addStyleTag({ content: faces.join('\n') });
}
