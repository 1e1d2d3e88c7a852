import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { translatorOf } from '../../../src/i18n/translate.ts';
import { composeBoard, noFilters } from '../../../src/projects/board.ts';
import { boardCard } from '../../../src/projects/board-card.ts';
import type { Project } from '../../../src/projects/project.ts';
import { chooseProjectCard, projectCard } from '../../../src/projects/project-card.ts';
import { fieldsOf, projectFields, readProjectFields } from '../../../src/projects/project-draft.ts';
import { projectFormCard, projectReceiptCard } from '../../../src/projects/project-form-card.ts';
import { composeTimeline, weeksOfPage } from '../../../src/projects/timeline.ts';
import { addWeeks } from '../../../src/shared/calendar.ts';
import { languages } from '../../../src/shared/language.ts';
import { actionsOf, type CardNode, findInCard, textOf } from '../../support/cards.ts';
import { actor, channelAddress, decision, person, project, update, week } from '../../support/samples.ts';

const thisWeek = week('2026-W47');
const none = new Map<string, number>();

/** The longest texts that are let through. In JSON a quote is two characters; a family is eleven, a letter with its accents four. */
const hostile = {
  quotes: (length: number) => '"'.repeat(length),
  families: (length: number) => '👨‍👩‍👧‍👦'.repeat((4 * length) / 11),
  accents: (length: number) => 'e\u0301\u0302\u0303'.repeat(length),
  markdown: (length: number) =>
    '[x](https://e.nc) **g** <at>a</at> {{DATE(2026-11-23T00:00:00Z)}} '.repeat(9).slice(0, length),
};

function turnOf(language: (typeof languages)[number]) {
  return {
    actor: actor({ role: 'lead', language }),
    address: channelAddress(),
    translator: translatorOf(language),
  };
}

describe('The cards of projects', () => {
  for (const language of languages) {
    for (const [kind, text] of Object.entries(hostile)) {
      it(`stay within Teams’ limits with 200 projects of the longest ${kind} (${language})`, () => {
        const turn = turnOf(language);
        const extreme = (key: string): Project =>
          project({
            key,
            name: text(80),
            programme: key.endsWith('0') ? text(80) : 'data',
            organisation: text(80),
            description: text(500),
            deputyId: 'person-2',
            startDate: '2026-01-05',
            targetDate: '2026-12-18',
            aliases: Array.from({ length: 10 }, () => text(40)),
            state: 'paused',
            latest: { week: thisWeek, version: 1, health: 'atRisk', progress: 55 },
            changes: [{ byId: 'x', byName: text(80), at: '2026-11-18T22:00:00.000Z' }],
          });
        const projects = Array.from({ length: 200 }, (_, n) => extreme(`ABCDEFGHI${100 + n}`));
        const [one] = projects;
        ok(one);
        const weeks = weeksOfPage(one, thisWeek);
        const updates = weeks.map((ofWeek) => ({
          ...update({
            week: ofWeek,
            summary: text(280),
            done: Array(10).fill(text(200)),
            next: Array(10).fill(text(200)),
            risks: Array(10).fill(text(200)),
            decisions: Array(10).fill(text(200)),
            authorName: text(80),
          }),
          version: 1,
        }));
        const people = Array.from({ length: 10 }, (_, n) => person({ id: `person-${n}`, name: text(80) }));
        const typed = readProjectFields({
          ...fieldsOf(one, ''),
          ...Object.fromEntries(projectFields.map((f) => [f, text(9999)])),
        });
        const theirs = { ...one, name: 'Autre', description: text(499), organisation: text(79) };
        const offered = {
          programmes: ['accompagnement', 'data', 'incubation', text(80)],
          people,
          hasMorePeople: true,
        };

        const cards = {
          board: boardCard(
            turn,
            composeBoard(projects, turn.actor, thisWeek, { ...noFilters, state: 'paused' }, 5),
            thisWeek,
            new Map(projects.map(({ key }) => [key, 12])),
          ),
          page: projectCard(
            turn,
            {
              project: one,
              week: thisWeek,
              timeline: composeTimeline(weeks, updates, undefined),
              referentName: text(80),
              deputyName: text(80),
              decisions: Array(40).fill(decision({ question: text(200) })),
            },
            turn.translator.t('project.moved.paused'),
          ),
          choice: chooseProjectCard(turn, turn.translator.t('project.unknown'), projects),
          refused: projectFormCard(turn, {
            ...offered,
            fields: typed,
            problems: projectFields.map((field) => ({ field, problem: 'keyTaken' as const })),
            taken: one,
          }),
          overtaken: projectFormCard(turn, {
            ...offered,
            fields: fieldsOf(one, ''),
            problems: [],
            theirs,
          }),
          receipt: projectReceiptCard(turn, one, true, people.slice(0, 2)),
        };
        for (const [name, card] of Object.entries(cards)) {
          const size = JSON.stringify(card).length;
          ok(size <= 24_000, `${name}: ${size} characters`);
          equal(card.version, '1.5');
          const buttons = actionsOf(asNode(card)).filter(({ type, verb }) => type && verb !== 'project.show');
          ok(buttons.length <= 6, `${name}: ${buttons.length} buttons`);
          deepEqual(userTextIn(asNode(card), text(20).slice(0, 20)), []);
        }
      });
    }
  }

  it('show no chart of a single week, and none of the weeks before the project began', () => {
    const one = project({ startDate: '2026-11-10' });
    const weeks = weeksOfPage(one, thisWeek);
    const page = (updates: Parameters<typeof composeTimeline>[1]) =>
      asNode(
        projectCard(turnOf('fr'), {
          project: one,
          week: thisWeek,
          timeline: composeTimeline(weeks, updates, one.startDate),
          referentName: '',
          deputyName: undefined,
          decisions: [decision({ question: 'Qui *signe* ?', askedWeek: addWeeks(thisWeek, -3) })],
        }),
      );
    const card = page([{ ...update(), version: 1 }]);
    equal(
      findInCard(card, ({ type }) => type?.startsWith('Chart.') === true),
      undefined,
    );
    match(textOf(card), /S47 · 🟢 En bonne voie\n62.%\nDouze fiches relues\.\nS46 · ⚪ Sans nouvelles/);
    doesNotMatch(textOf(card), /S45|Suppléant/);
    match(textOf(card), /Référent : une personne sans nom connu/);
    match(textOf(card), /1 décision attendue\n• Qui \*signe\* \? · il y a 3 semaines/);

    const early = { ...update({ week: addWeeks(thisWeek, -5) }), version: 1 };
    match(textOf(page([early])), /S42 · 🟢 En bonne voie/);
  });

  it('offer on the board only what the person may do', () => {
    const verbs = (role: 'partner' | 'referent' | 'staff') => {
      const turn = { ...turnOf('fr'), actor: actor({ role }) };
      const board = composeBoard([project()], turn.actor, thisWeek, noFilters, 1);
      return actionsOf(asNode(boardCard(turn, board, thisWeek, none)))
        .filter(({ type }) => type === 'Action.Execute')
        .map(({ verb }) => verb);
    };
    deepEqual(verbs('partner'), ['project.show']);
    deepEqual(verbs('referent'), ['project.show', 'update.open']);
    deepEqual(verbs('staff'), ['project.show', 'update.open', 'project.open']);
  });
});

const asNode = (card: object) => card as CardNode;

/** Texts of a card that read Markdown and hold what somebody typed. */
const userTextIn = (card: CardNode, typed: string): string[] => {
  const found: string[] = [];
  findInCard(card, ({ type, text }) => {
    if (type === 'TextBlock' && String(text).includes(typed)) found.push(String(text));
    return false;
  });
  return found;
};
