import assert from 'node:assert/strict';
import { type Languages, languageProblems } from '../../.ci/check-languages.ts';

const sound: Languages = {
  fr: {
    health: { onTrack: 'En bonne voie', silent: 'Sans nouvelles' },
    age: {
      weeks_one: 'il y a {{count}} semaine',
      weeks_many: 'il y a {{count}} de semaines',
      weeks_other: 'il y a {{count}} semaines',
    },
    ask: 'De quel projet s’agit-il\u00a0? Écrivez «\u00a0{{word}}\u00a0»\u202f!',
    facts: 'À 10:30, {{percent}}\u00a0% (%)\u00a0: voir https://example.org/?a=1;b',
    commands: { help: { title: 'Aide' } },
    verb: 'Verbe',
  },
  en: {
    health: { onTrack: 'On track', silent: 'No news' },
    age: { weeks_one: 'a week ago', weeks_other: '{{count}} weeks ago' },
    ask: 'Which project is it? Write “{{word}}”!',
    facts: 'At 10:30, {{percent}}% (%): see https://example.org/?a=1;b',
    commands: { help: { title: 'Help' } },
    verb: 'Verb',
  },
  sources: {
    'src/a.ts': `t(\`health.\${h}\`); t('age.weeks', { count }); translator.t(isLong ? 'ask' : 'facts');`,
    'src/b.ts': `t(\`commands.\${name as 'help'}.title\`); const key = { one: 'verb' }[kind]; t(key);`,
  },
};

interface Change {
  readonly fr?: object;
  readonly en?: object;
  readonly sources?: Record<string, string>;
}

const problemsWith = ({ fr, en, sources }: Change) =>
  languageProblems({
    fr: { ...sound.fr, ...fr },
    en: { ...sound.en, ...en },
    sources: { ...sound.sources, ...sources },
  });

const french = (text: string) => problemsWith({ fr: { verb: text } });

describe('The two languages', () => {
  it('are left alone when they say the same, all of it is shown and French is well set', () => {
    assert.deepEqual(problemsWith({}), []);
  });

  const cases: [title: string, change: Change, expected: RegExp][] = [
    [
      'have the same keys: one lacking in English is told',
      { fr: { extra: 'En plus' }, sources: { 'src/c.ts': "t('extra')" } },
      /^src\/i18n\/en\.json: extra is missing: translate it from src\/i18n\/fr\.json/,
    ],
    [
      'have the same keys: one lacking in French is told',
      { en: { group: { extra: 'More' } }, sources: { 'src/c.ts': "t('group.extra')" } },
      /^src\/i18n\/fr\.json: group\.extra is missing/,
    ],
    [
      'have all plural forms: French counts whole millions apart',
      { fr: { age: { weeks_one: 'une semaine', weeks_other: '{{count}} semaines' } } },
      /^src\/i18n\/fr\.json: age\.weeks_many is missing/,
    ],
    [
      'have no plural form that is never shown',
      { en: { age: { weeks_one: 'a week', weeks_many: 'x', weeks_other: '{{count}} weeks' } } },
      /^src\/i18n\/en\.json: age\.weeks_many is never shown/,
    ],
    [
      'show the same values: one lacking in English is told',
      { fr: { verb: 'Verbe {{name}}' } },
      /^src\/i18n\/en\.json: verb lacks \{\{name\}\}/,
    ],
    [
      'show the same values: one lacking in French is told',
      { en: { age: { weeks_one: 'a week ago', weeks_other: '{{count}} {{unit}} ago' } } },
      /^src\/i18n\/fr\.json: age\.weeks lacks \{\{unit\}\}/,
    ],
    ['have no empty text', { en: { verb: ' ' } }, /^src\/i18n\/en\.json: verb is empty/],
    ['hold texts alone', { fr: { verb: 3 } }, /^src\/i18n\/fr\.json: verb is neither a text nor a group/],
    [
      'have no text that is shown nowhere',
      { fr: { old: 'Ancien' }, en: { old: 'Old' } },
      /^src\/i18n\/fr\.json, src\/i18n\/en\.json: old is shown nowhere/,
    ],
    [
      'have every text that the code asks for, with the line that asks',
      { sources: { 'src/c.ts': "\nt('helth.onTrack')" } },
      /^src\/c\.ts:2: no text for helth\.onTrack/,
    ],
    [
      'have every text that a choice may ask for',
      { sources: { 'src/c.ts': "t(ok ? 'ask' : 'asked')" } },
      /^src\/c\.ts:1: no text for asked/,
    ],
    [
      'have some text for a key made of parts',
      { sources: { 'src/c.ts': `t(\`moods.\${mood}\`)` } },
      /^src\/c\.ts:1: no text for moods\.…/,
    ],
    [
      'write ’ in French',
      { fr: { verb: "l'avis" } },
      /^src\/i18n\/fr\.json: verb has a typewriter apostrophe/,
    ],
    [
      'write ’ in English',
      { en: { verb: "don't" } },
      /^src\/i18n\/en\.json: verb has a typewriter apostrophe/,
    ],
  ];

  for (const [title, change, expected] of cases) {
    it(title, () => {
      const problems = problemsWith(change);
      assert.equal(problems.filter((problem) => expected.test(problem)).length, 1, problems.join('\n'));
    });
  }

  for (const text of [
    'Oui !',
    'Oui?',
    'Voici :',
    'Voici:',
    'un ; deux',
    '50 %',
    '{{n}}%',
    '« oui\u00a0»',
    '«\u00a0oui »',
  ]) {
    it(`keep French signs from falling to the next line: “${text}” is told`, () => {
      const spacing = french(text).filter((problem) => problem.includes('non-breaking space'));
      assert.equal(spacing.length, 1, spacing.join('\n'));
    });
  }
});
