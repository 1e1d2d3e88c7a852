import { deepEqual, equal, ok } from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import en from '../../src/i18n/en.json' with { type: 'json' };
import fr from '../../src/i18n/fr.json' with { type: 'json' };
import { translatorOf } from '../../src/i18n/translate.ts';
import { languages } from '../../src/shared/language.ts';
import { allCards, cardData, mark } from '../support/all-cards.ts';
import type { CardNode } from '../support/cards.ts';

/** Of Teams: a bot's message is refused above 100 KB of UTF-16, and slow on phones long before. */
const mostCharacters = 24_000;
const mostActions = 6;

describe('Every card', () => {
  it('is drawn here: no function of src that makes one is forgotten, and none listed is gone', () => {
    const found = globSync('src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const) (\w+Card)\b/gm)].map(
        ([, name]) => `${file} ${name}`,
      ),
    );
    deepEqual(Object.keys(allCards).sort(), found.sort());
  });

  it('is made in a function of that name: nobody else puts one together', () => {
    const makers = globSync('src/**/*.ts').filter((file) => /\bcard\(/.test(readFileSync(file, 'utf8')));
    const elsewhere = makers.filter((file) => !/-card\.ts$|^src\/chat\/(?:card|help)\.ts$/.test(file));
    deepEqual(elsewhere, []);
  });

  for (const [name, draw] of Object.entries(allCards)) {
    describe(name, () => {
      for (const language of languages) {
        for (const data of cardData) {
          it(`keeps what Teams and readers need: ${language}, ${data.name}`, () => {
            const cards: readonly object[] = draw(translatorOf(language), data);
            const found = new Set(cards.flatMap((card) => problemsOf(card as CardNode, language)));
            deepEqual([...found].slice(0, 10), []);
          });
        }
      }
    });
  }
});

describe('The check of cards', () => {
  const good: CardNode = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'fr',
    body: [{ type: 'TextBlock', text: 'Projets' }],
  };
  const withBody = (...body: CardNode[]) => ({ ...good, body });
  const text = { type: 'Input.Text', id: 'a', label: 'Météo' };
  const press = { type: 'Action.Submit', title: 'Répondre' };

  const bad: [string, CardNode, RegExp][] = [
    ['another version', { ...good, version: '1.6' }, /version/],
    [
      'too many characters',
      withBody({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x'.repeat(24_000) }] }),
      /characters/,
    ],
    [
      'seven actions, wherever they are',
      { ...withBody({ type: 'ActionSet', actions: Array(4).fill(press) }), actions: Array(3).fill(press) },
      /7 actions/,
    ],
    ['a table', withBody({ type: 'Table', columns: [], rows: [] }), /Table/],
    ['a chart that some phones do not draw', withBody({ type: 'Chart.Pie', data: [] }), /fallback/],
    ['an input without label', withBody({ ...text, label: undefined }), /label/],
    ['two inputs of one name', withBody(text, text), /twice/],
    [
      'a required input that does not say what is missing',
      withBody({ ...text, isRequired: true }),
      /errorMessage/,
    ],
    [
      'a text of a person where Markdown is read',
      withBody({ type: 'TextBlock', text: `${mark}**x**` }),
      /Markdown.*TextBlock/,
    ],
    [
      'a text of a person in a fact',
      withBody({ type: 'FactSet', facts: [{ title: 'Projet', value: mark }] }),
      /Markdown/,
    ],
    ['a text of a person on a button', { ...good, actions: [{ ...press, title: mark }] }, /Markdown/],
    [
      'what the schema does not know',
      withBody({ type: 'TextBlock', text: 'Projets', size: 'Enorme' }),
      /schema.*Enorme/,
    ],
    ['an element that does not exist', withBody({ type: 'Bogus' }), /schema.*Bogus/],
    ['an English word', withBody({ type: 'TextBlock', text: 'Show more' }), /English.*show/],
    [
      'a key in the place of its text',
      withBody({ type: 'TextBlock', text: 'update.fields.health' }),
      /update\.fields\.health/,
    ],
    ['a variable nobody filled', withBody({ type: 'TextBlock', text: 'Semaine {{week}}' }), /\{\{week/],
  ];
  it('finds nothing wrong with a good card', () => {
    deepEqual(problemsOf(good, 'fr'), []);
    deepEqual(
      problemsOf(
        withBody({ type: 'Chart.Pie', data: [], fallback: { type: 'TextBlock', text: 'Projets' } }),
        'fr',
      ),
      [],
    );
    deepEqual(
      problemsOf(
        withBody(
          { ...text, value: mark },
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: mark }] },
        ),
        'fr',
      ),
      [],
    );
  });
  for (const [title, card, problem] of bad) {
    it(`finds ${title}`, () => {
      const found = problemsOf(card, 'fr');
      ok(found.length > 0);
      ok(
        found.some((one) => problem.test(one)),
        found.join('\n'),
      );
    });
  }
  it('knows words of each language that the other has not', () => {
    ok(foreignWords.fr.has('answer') && !foreignWords.fr.has('transfo'));
    equal(foreignWords.en.has('répondre'), true);
  });
});

/** All that is wrong with a card, in words; nothing of it is a matter of taste. */
function problemsOf(card: CardNode, language: 'fr' | 'en'): string[] {
  const nodes = nodesOf(card);
  const problems: string[] = [];

  const { length } = JSON.stringify(card);
  if (length > mostCharacters) problems.push(`${length} characters of JSON are too many`);
  if (card.version !== '1.5') problems.push(`its version is ${card.version}`);
  if (card.lang !== language) problems.push(`its language is ${card.lang}`);

  // Every button, at the bottom and in action sets, folded away or not. A fallback stands for its action; what a tap on
  // an element does (`selectAction`) is no button.
  const taps = new Set(nodes.map(({ selectAction }) => selectAction));
  const actions = nodes.filter((node) => node.type?.startsWith('Action.') && !taps.has(node));
  if (actions.length > mostActions) problems.push(`${actions.length} actions are too many`);

  for (const { type, fallback } of nodes) {
    if (type === 'Table') problems.push('a Table is unreadable on a phone');
    if (type?.startsWith('Chart.') && typeof fallback !== 'object') problems.push(`${type} has no fallback`);
  }
  return [
    ...problems,
    ...inputProblems(nodes),
    ...nodes.flatMap(markdownProblems),
    ...languageProblems(nodes, language),
    ...schemaProblems(card),
  ];
}

function inputProblems(nodes: CardNode[]): string[] {
  const inputs = nodes.filter(({ type }) => type?.startsWith('Input.'));
  const ids = nodes.map(({ id }) => id).filter((id) => id !== undefined);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is there twice`),
    // A toggle's title stands beside it, and is its label.
    ...inputs.flatMap(
      ({ type, id, title, label = type === 'Input.Toggle' && title, isRequired, errorMessage }) => [
        ...(id ? [] : ['an input has no id']),
        ...(label ? [] : [`the input ${id} has no label`]),
        ...(isRequired && !errorMessage ? [`the required input ${id} has no errorMessage`] : []),
      ],
    ),
  ];
}

/**
 * Where somebody's words may stand: in runs, which read no Markdown; in what an input holds; among the choices of a
 * list; and in `fallbackText`, which only a client without version 1.5 draws, and the notification as plain text.
 */
const plain: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['fallbackText'],
  TextRun: ['text'],
  'Input.Text': ['value'],
  'Input.Number': ['value'],
  'Input.Date': ['value'],
  'Input.Time': ['value'],
  'Input.ChoiceSet': ['value'],
  choice: ['title', 'value'],
};

function markdownProblems(node: CardNode): string[] {
  const kind = node.type ?? ('title' in node && 'value' in node && !('isFact' in node) ? 'choice' : '');
  return Object.entries(node)
    .filter(
      ([key, value]) => typeof value === 'string' && value.includes(mark) && !plain[kind]?.includes(key),
    )
    .map(([key]) => `a text of a person stands where Markdown is read: ${kind || 'a part'}.${key}`);
}

const shownKeys = [
  ...[
    'text',
    'title',
    'label',
    'placeholder',
    'errorMessage',
    'altText',
    'fallbackText',
    'value',
    'legend',
    'x',
  ],
  ...['subtitle', 'xAxisTitle', 'yAxisTitle'],
];

/** Our own words are in the reader's language, all there, and all filled. */
function languageProblems(nodes: CardNode[], language: 'fr' | 'en'): string[] {
  const own = nodes.flatMap((node) =>
    Object.entries(node)
      .filter(([key]) => shownKeys.includes(key) && !(key === 'value' && node.type?.startsWith('Input.')))
      .filter(([, value]) => typeof value === 'string' && !value.includes(mark))
      // What a choice sends is no word; its title is.
      .filter(([key]) => key !== 'value' || 'isFact' in node)
      .map(([, value]) => String(value)),
  );
  return [...new Set(own)].flatMap((text) => [
    ...keys.filter((key) => text.includes(key)).map((key) => `the key ${key} stands for its text`),
    ...(text.includes('{{') ? [`a variable is not filled: ${text}`] : []),
    ...wordsOf(text)
      .filter((word) => foreignWords[language].has(word))
      .map((word) => `${language === 'fr' ? 'English' : 'French'} in a card: ${word}`),
  ]);
}

/** Every object of the card but what an action carries and what stands in for something else; facts say that they are. */
function nodesOf(value: unknown): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as CardNode;
  const facts = Array.isArray(node.facts) ? node.facts.map((fact) => ({ ...fact, isFact: true })) : [];
  const parts = Object.entries(node).filter(([key]) => !['data', 'fallback', 'facts'].includes(key));
  const chart = node.type?.startsWith('Chart.') ? nodesOf(node.data) : [];
  return [node, ...facts, ...chart, ...parts.flatMap(([, part]) => nodesOf(part))];
}

/**
 * What the Adaptive Cards parser has to say. Its test of `lang` remembers the card before and refuses every second one
 * (a regular expression with the flag g), so that one is checked above. Charts, and the choices that ask the bot, are Teams' own: it does not
 * know them.
 */
function schemaProblems(card: CardNode): string[] {
  const context = new parser.SerializationContext(parser.Versions.v1_5);
  new parser.AdaptiveCard().parse(withoutTeamsOwn({ ...card, lang: undefined }), context);
  return Array.from({ length: context.eventCount }, (_, n) => `the schema: ${context.getEventAt(n).message}`);
}

function withoutTeamsOwn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTeamsOwn);
  if (typeof value !== 'object' || value === null) return value;
  const { 'choices.data': _, ...node } = value as CardNode;
  if (node.type?.startsWith('Chart.') && node.fallback) return withoutTeamsOwn(node.fallback);
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, withoutTeamsOwn(part)]));
}

/** The package's modules do not load in Node; its bundle does. */
const require = createRequire(import.meta.url);
const parser = require('adaptivecards/dist/adaptivecards.js') as {
  Versions: { v1_5: unknown };
  SerializationContext: new (
    version: unknown,
  ) => { eventCount: number; getEventAt(index: number): { message: string } };
  AdaptiveCard: new () => { parse(card: unknown, context: unknown): void };
};

type Texts = { readonly [key: string]: string | Texts };

const entriesOf = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${name}`, value]] : entriesOf(value, `${prefix}${name}.`),
  );

const keys = entriesOf(fr)
  .map(([key]) => key.replace(/_(one|many|other)$/, ''))
  .filter((key) => key.includes('.'));

/** Of three letters at least: shorter ones are in both languages. */
const wordsOf = (text: string): string[] =>
  (
    text
      .replace(/\{\{.*?\}\}/g, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).filter(({ length }) => length >= 3);
const wordsIn = (texts: Texts) => new Set(entriesOf(texts).flatMap(([, text]) => wordsOf(text)));

/** A language is offered by its own name. */
const languageNames = new Set(['english', 'français']);

/** By the language of a card: the words it must not have. */
const foreignWords = {
  fr: wordsIn(en).difference(wordsIn(fr)).difference(languageNames),
  en: wordsIn(fr).difference(wordsIn(en)).difference(languageNames),
};
