import { channelRoutes } from '../../src/channels/channel-routes.ts';
import type { Card } from '../../src/chat/card.ts';
import { helpCard, notUnderstoodCard } from '../../src/chat/help.ts';
import type { Command } from '../../src/chat/route.ts';
import type { Turn } from '../../src/chat/turn.ts';
import type { ClosedDecision, OpenDecision } from '../../src/decisions/decision.ts';
import {
  answerFormCard,
  answerNoticeCard,
  decisionReceiptCard,
  decisionsCard,
} from '../../src/decisions/decision-card.ts';
import { decisionRoutes } from '../../src/decisions/decision-routes.ts';
import { composeDigest } from '../../src/digests/compose-digest.ts';
import { digestCard, previewCard } from '../../src/digests/digest-card.ts';
import { digestRoutes } from '../../src/digests/digest-routes.ts';
import type { Translator } from '../../src/i18n/translate.ts';
import { absenceCard } from '../../src/people/absence-card.ts';
import { absenceRoutes } from '../../src/people/absence-routes.ts';
import type { Person } from '../../src/people/person.ts';
import { rolesCard } from '../../src/people/role-card.ts';
import { roleRoutes } from '../../src/people/role-routes.ts';
import { composeBoard, noFilters } from '../../src/projects/board.ts';
import { boardCard } from '../../src/projects/board-card.ts';
import type { Project } from '../../src/projects/project.ts';
import { chooseProjectCard as chooseProjectToSeeCard, projectCard } from '../../src/projects/project-card.ts';
import {
  newFields,
  projectFields,
  fieldsOf as projectFieldsOf,
  readProjectFields,
} from '../../src/projects/project-draft.ts';
import { projectFormCard, projectReceiptCard } from '../../src/projects/project-form-card.ts';
import { projectRoutes } from '../../src/projects/project-routes.ts';
import { composeTimeline, weeksOfPage } from '../../src/projects/timeline.ts';
import { defaultSettings, fieldsOf as settingsFieldsOf } from '../../src/settings/settings.ts';
import { savedCard, settingsCard } from '../../src/settings/settings-card.ts';
import { settingsRoutes } from '../../src/settings/settings-routes.ts';
import { addDays, makeCalendar } from '../../src/shared/calendar.ts';
import { healths } from '../../src/shared/health.ts';
import { newUlid } from '../../src/shared/ids.ts';
import { roles } from '../../src/shared/role.ts';
import { itemFields, type Update, type UpdateFields } from '../../src/updates/update.ts';
import { chooseProjectCard, formCard, receiptCard, versionsCard } from '../../src/updates/update-card.ts';
import { updateRoutes } from '../../src/updates/update-routes.ts';
import { actor, answered, channelAddress, decision, person, project, update, week } from './samples.ts';

/**
 * Every card of src, drawn with anything people may put into it. `test/unit/cards.test.ts` reads the files of src for
 * functions named `…Card` and fails when one is missing here.
 */

/** Stands in everything a person typed, so that a card shows where it put it. */
export const mark = '⁂';

/** How people write, at worst. Of each, `text(n)` has n characters as a reader counts them, `mark` included. */
const flavours = {
  usual: 'Recette terminée, bascule le 12/03. ',
  markup:
    '**gras** _i_ [lien](https://example.nc) <at>Léa</at> {{DATE(2026-11-20T00:00:00Z,SHORT)}} # `code` "\\',
  rightToLeft: 'بوابة الخدمات العامة ',
  emoji: 'Mise en ligne 🚀 merci 👍🏽 ',
};

export interface CardData {
  readonly name: string;
  /** Something a person typed, as long as it may be. */
  readonly text: (limit: number) => string;
  /** So many things there are of a kind, of at most `most`. */
  readonly many: (most: number) => number;
}

export const cardData: readonly CardData[] = [
  { name: 'empty', text: () => '', many: () => 0 },
  {
    name: 'usual',
    text: (limit) => textOf(flavours.usual, Math.min(limit, 60)),
    many: (most) => Math.min(most, 4),
  },
  ...Object.entries(flavours).map(([name, flavour]) => ({
    name: `the most, ${name}`,
    text: (limit: number) => textOf(flavour, limit),
    many: (most: number) => most,
  })),
];

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

const texts = new Map<string, string>();

/** Remembered: cutting a text into what a reader counts takes a while. */
function textOf(flavour: string, limit: number): string {
  const key = `${limit} ${flavour}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const characters = [...segmenter.segment(flavour)].map(({ segment }) => segment);
  const rest = Array.from({ length: limit - 1 }, (_, index) => characters[index % characters.length]);
  const text = `${mark}${rest.join('')}`.trim();
  texts.set(key, text);
  return text;
}

type Draw = (translator: Translator, data: CardData) => readonly Card[];

const thisWeek = week('2026-W47');
const calendar = makeCalendar({ timeZone: 'Pacific/Noumea' });
const nameLimit = 80;
const projectsAtMost = 200;

const list = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const named = ({ text }: CardData, limit = nameLimit): string => text(limit) || mark;

const turnOf = (translator: Translator, data: CardData, role: (typeof roles)[number]): Turn => ({
  actor: actor({ role, name: named(data), language: translator.language }),
  address: { ...channelAddress(), kind: 'personal' },
  translator,
});

const projectOf = (data: CardData, n = 0): Project =>
  project({
    key: `PRJ${n}`,
    name: named(data),
    programme: n % 5 === 4 ? named(data) : (['accompagnement', 'data', 'incubation'][n % 3] ?? 'data'),
    organisation: data.text(80),
    description: data.text(500),
    deputyId: 'person-2',
    startDate: '2026-01-05',
    targetDate: '2026-11-02',
    state: n % 7 === 6 ? 'paused' : 'active',
    latest:
      data.many(1) === 0
        ? undefined
        : {
            week: week(`2026-W${47 - (n % 4)}`),
            version: 1,
            health: healths[n % 3] ?? 'atRisk',
            progress: 100,
          },
  });

const peopleOf = (data: CardData): Person[] =>
  list(data.many(200), (n) =>
    person({ id: `person-${n}`, name: data.text(nameLimit), role: roles[n % 4] ?? 'lead' }),
  );

const settingsOf = (data: CardData) => ({
  ...defaultSettings,
  defaultLanguage: 'fr' as const,
  holidays: data.many(1) === 1,
  closedDays: list(data.many(60), (n) => addDays('2026-12-01', 7 * n)),
});

const projectsOf = (data: CardData): Project[] => list(data.many(projectsAtMost), (n) => projectOf(data, n));

const updateOf = (data: CardData, n = 0): Update => {
  const items = () => list(data.many(10), () => data.text(200));
  return {
    ...update({
      projectKey: `PRJ${n}`,
      health: healths[n % 3] ?? 'atRisk',
      summary: data.text(280),
      done: items(),
      next: items(),
      risks: items(),
      decisions: items(),
      authorName: named(data),
      originalText: data.text(1000) || undefined,
    }),
    version: data.many(3) + 1,
  };
};

const decisionOf = (data: CardData, n = 0): OpenDecision =>
  decision({
    projectKey: `PRJ${n}`,
    question: named(data, 200),
    askedWeek: week(`2026-W${47 - (n % 9)}`),
    askedByName: data.text(nameLimit),
  });

const closedOf = (data: CardData): ClosedDecision[] => {
  const byName = named(data);
  return [
    // The longest answer there is, and the one of most lines.
    answered(decisionOf(data), { answer: named(data, 500), byName }),
    answered(decisionOf(data), { answer: list(250, () => mark).join('\n'), byName }),
    {
      ...decisionOf(data),
      state: { kind: 'withdrawn', byId: 'x', byName, at: '2026-11-19T22:00:00.000Z' },
    },
  ];
};

const fieldsOf = (data: CardData): UpdateFields => {
  const lines = () => list(data.many(10), () => data.text(200)).join('\n');
  return {
    formId: newUlid(),
    projectKey: 'PRJ0',
    health: 'onTrack',
    progress: 55,
    summary: data.text(280),
    done: lines(),
    next: lines(),
    risks: lines(),
    decisions: lines(),
    originalText: data.text(1000) || undefined,
    week: thisWeek,
    baseVersion: 1,
  };
};

/** The commands of the bot as it is wired; nobody runs them here, so that their ports are not needed. */
const none = {} as never;
const commands: readonly Command[] = [
  updateRoutes(none),
  projectRoutes(none),
  decisionRoutes(none),
  digestRoutes(none),
  channelRoutes(none),
  settingsRoutes(none),
  roleRoutes(none),
  absenceRoutes(none),
].flatMap((routes) => routes.commands ?? []);

const digestOf = (data: CardData) => {
  const projects = projectsOf(data);
  return composeDigest(
    thisWeek,
    projects,
    projects.slice(0, projects.length / 2).map((_, n) => updateOf(data, n)),
    list(data.many(30), (n) => ({ ...decisionOf(data, n), id: `${n}` })),
  );
};

/** By file and name of the function. */
export const allCards: Readonly<Record<string, Draw>> = {
  'src/chat/help.ts helpCard': (translator, data) =>
    roles.map((role) => helpCard(turnOf(translator, data, role), commands)),
  'src/chat/help.ts notUnderstoodCard': (translator) =>
    commands.map((_, n) => notUnderstoodCard({ translator }, commands.slice(n, n + 3))),

  'src/projects/board-card.ts boardCard': (translator, data) =>
    roles.flatMap((role) =>
      [noFilters, { programme: 'data', health: 'silent', state: 'paused', isMine: true } as const].map(
        (filters) => {
          const projects = projectsOf(data);
          const waiting = new Map(projects.map(({ key }, n) => [key, n % 3]));
          const turn = turnOf(translator, data, role);
          return boardCard(turn, composeBoard(projects, turn.actor, thisWeek, filters, 2), thisWeek, waiting);
        },
      ),
    ),
  'src/projects/project-card.ts projectCard': (translator, data) =>
    (['active', 'paused', 'done'] as const).flatMap((state) =>
      roles.map((role) => {
        const one = { ...projectOf(data), state };
        const weeks = weeksOfPage(one, thisWeek);
        const updates = weeks
          .slice(0, data.many(weeks.length))
          .map((ofWeek, n) => ({ ...updateOf(data, n), week: ofWeek }));
        const page = {
          project: one,
          week: thisWeek,
          timeline: composeTimeline(weeks, updates, one.startDate),
          referentName: data.text(nameLimit),
          deputyName: undefined,
          decisions: list(data.many(30), (n) => decisionOf(data, n)),
        };
        return projectCard(turnOf(translator, data, role), page, translator.t(`project.moved.${state}`));
      }),
    ),
  'src/projects/project-card.ts chooseProjectCard': (translator, data) => [
    chooseProjectToSeeCard(
      turnOf(translator, data, 'partner'),
      translator.t('project.unknown'),
      projectsOf(data),
    ),
  ],
  'src/projects/project-form-card.ts projectFormCard': (translator, data) => {
    const offered = {
      programmes: ['accompagnement', 'data', 'incubation', named(data)],
      people: peopleOf(data).slice(0, 10),
      hasMorePeople: data.many(11) > 10,
    };
    const one = projectOf(data);
    const theirs = {
      ...one,
      name: `${named(data)}x`,
      description: `${data.text(499)}x`,
      organisation: `${data.text(79)}x`,
      referentId: 'person-3',
      targetDate: '2027-01-04',
      state: 'done' as const,
      aliases: list(data.many(10), () => named(data, 40)),
      changes: [{ byId: 'x', byName: data.text(nameLimit), at: '2026-11-19T22:00:00.000Z' }],
    };
    const long = Object.fromEntries(projectFields.map((field) => [field, data.text(5000)]));
    return [
      projectFormCard({ translator }, { ...offered, fields: newFields('', data.text(200)), problems: [] }),
      projectFormCard({ translator }, { ...offered, fields: projectFieldsOf(one, ''), problems: [], theirs }),
      projectFormCard(
        { translator },
        {
          ...offered,
          fields: readProjectFields({ ...projectFieldsOf(one, ''), ...long }),
          problems: projectFields.map((field) => ({ field, problem: 'keyTaken' as const })),
          taken: one,
        },
      ),
    ];
  },
  'src/projects/project-form-card.ts projectReceiptCard': (translator, data) =>
    roles.map((role) =>
      projectReceiptCard(
        turnOf(translator, data, role),
        projectOf(data),
        role === 'staff',
        peopleOf(data).slice(0, 2),
      ),
    ),

  'src/people/role-card.ts rolesCard': (translator, data) => {
    const form = { people: peopleOf(data), from: 0, personId: '', role: '' };
    return [
      rolesCard(translator, form),
      rolesCard(translator, {
        ...form,
        from: 15,
        personId: 'person-199',
        role: 'lead',
        given: peopleOf(data)[0],
      }),
      rolesCard(translator, {
        ...form,
        problem: { field: 'role', text: translator.t('people.problems.role') },
      }),
    ];
  },
  'src/people/absence-card.ts absenceCard': (translator, data) => {
    const plan = {
      person: person({ name: data.text(nameLimit) }),
      absences: list(data.many(20), (n) => ({
        from: addDays('2026-12-01', 10 * n),
        to: addDays('2026-12-04', 10 * n),
      })),
      standIns: list(data.many(20), (n) => ({
        project: projectOf(data, n),
        deputy: n % 3 === 0 ? undefined : peopleOf(data)[n],
        isAwayToo: n % 3 === 1,
      })),
      others: peopleOf(data),
    };
    const fields = { from: '2026-12-20', to: '2026-12-01', personId: 'person-3' };
    return [
      absenceCard(translator, { plan, isOwn: true, fields: { from: '', to: '', personId: '' } }),
      absenceCard(translator, {
        plan,
        isOwn: false,
        fields,
        problems: [
          { field: 'from', problem: 'past' },
          { field: 'to', problem: 'order' },
        ],
        skip: 4,
      }),
      absenceCard(translator, { plan, isOwn: true, fields, done: 'saved' }),
      absenceCard(translator, { plan, isOwn: true, fields, done: 'removed', skip: 16 }),
    ];
  },
  'src/settings/settings-card.ts settingsCard': (translator, data) => {
    const fields = settingsFieldsOf(settingsOf(data), 'fr');
    return [
      settingsCard(translator, fields),
      settingsCard(translator, { ...fields, digestHour: data.text(500), closedDays: data.text(10_000) }, [
        { field: 'digestHour', problem: 'hour' },
        { field: 'closedDays', problem: 'closedDay' },
      ]),
    ];
  },
  'src/settings/settings-card.ts savedCard': (translator, data) => [savedCard(translator, settingsOf(data))],

  'src/updates/update-card.ts formCard': (translator, data) => {
    const form = {
      project: projectOf(data),
      week: thisWeek,
      latest: translator.age(week('2026-W45'), thisWeek),
      fields: fieldsOf(data),
    };
    return [
      formCard(translator, form),
      formCard(translator, {
        ...form,
        mayRepeat: true,
        notes: [translator.t('update.proposed'), translator.t('update.pausedNote')],
        problems: [
          { field: 'projectKey', problem: 'project' },
          { field: 'health', problem: 'health' },
          { field: 'summary', problem: 'summaryLong' },
          { field: 'progress', problem: 'progress' },
          ...itemFields.map((field) => ({ field, problem: 'itemLong' as const })),
        ],
      }),
    ];
  },
  'src/updates/update-card.ts receiptCard': (translator, data) => [
    receiptCard(translator, { update: updateOf(data), project: projectOf(data), doubts: [], isLate: false }),
    receiptCard(translator, {
      update: updateOf(data),
      project: projectOf(data, 6),
      doubts: [
        { kind: 'progress-down', from: 80, to: 20 },
        { kind: 'green-but-blocked' },
        { kind: 'red-without-risk' },
        { kind: 'next-in-the-past', item: data.text(200) },
        { kind: 'target-passed', day: '2026-11-01' },
      ],
      isLate: true,
    }),
  ],
  'src/updates/update-card.ts versionsCard': (translator, data) => [
    versionsCard(
      translator,
      projectOf(data),
      list(data.many(20) + 1, (n) => ({ ...updateOf(data), version: n + 1 })),
    ),
  ],
  'src/updates/update-card.ts chooseProjectCard': (translator, data) => [
    chooseProjectCard(translator, translator.t('update.which'), projectsOf(data)),
    chooseProjectCard(
      translator,
      translator.t('update.severalProjects'),
      projectsOf(data).slice(0, 20),
      data.text(1000),
    ),
  ],

  'src/digests/digest-card.ts digestCard': (translator, data) => [digestCard(translator, digestOf(data))],
  'src/digests/digest-card.ts previewCard': (translator, data) =>
    [true, false].map((mayPublish) => previewCard(translator, digestOf(data), mayPublish)),

  'src/decisions/decision-card.ts decisionsCard': (translator, data) =>
    (['answer', 'withdraw', 'read'] as const).flatMap((may) =>
      [0, 1].map((page) =>
        decisionsCard(translator, {
          listed: list(data.many(30), (n) => ({
            decision: decisionOf(data, n),
            projectName: named(data),
            may,
          })),
          page,
          thisWeek,
          notice: page === 1 ? translator.t('decisions.ended.withdrawn') : undefined,
        }),
      ),
    ),
  'src/decisions/decision-card.ts answerFormCard': (translator, data) =>
    ([undefined, 'answerMissing', 'answerLong'] as const).map((problem) =>
      answerFormCard(translator, {
        decision: decisionOf(data),
        projectName: named(data),
        thisWeek,
        answer: data.text(600),
        problem,
      }),
    ),
  'src/decisions/decision-card.ts decisionReceiptCard': (translator, data) =>
    closedOf(data).flatMap((closed) =>
      [closed.state.byId, 'somebody else'].map((readerId) =>
        decisionReceiptCard(translator, { decision: closed, projectName: named(data), readerId, calendar }),
      ),
    ),
  'src/decisions/decision-card.ts answerNoticeCard': (translator, data) =>
    closedOf(data).flatMap((closed) =>
      closed.state.kind === 'answered'
        ? [answerNoticeCard(translator, { ...closed, state: closed.state }, named(data))]
        : [],
    ),
};
