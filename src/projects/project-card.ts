import {
  banner,
  beside,
  bold,
  button,
  type Card,
  type CardAction,
  type CardElement,
  card,
  heading,
  line,
  quiet,
  run,
  said,
  subheading,
  submitButton,
} from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { OpenDecision } from '../decisions/decision.ts';
import type { Translator } from '../i18n/translate.ts';
import { type Week, weekNumber } from '../shared/calendar.ts';
import type { Health } from '../shared/health.ts';
import { shorten } from '../shared/text.ts';
import type { Update } from '../updates/update.ts';
import { boardButton, programmeText } from './board-card.ts';
import type { Move } from './move-project.ts';
import { moves } from './move-project.ts';
import { healthIn, mayManage, mayReport, nameLimit, type Project } from './project.ts';
import type { TimelineWeek } from './timeline.ts';

/** What the page of a project shows. */
export interface ProjectPage {
  readonly project: Project;
  readonly week: Week;
  /** Newest first. */
  readonly timeline: readonly TimelineWeek[];
  readonly referentName: string | undefined;
  readonly deputyName: string | undefined;
  /** What the project waits for, oldest first. */
  readonly decisions: readonly OpenDecision[];
}

/** Characters of JSON: Teams refuses messages above 28 KB with what surrounds them. */
const cardLimit = 24_000;

/** How a project stands, how it went, who answers for it, and what this person may do with it. */
export function projectCard({ actor, translator }: Turn, page: ProjectPage, told?: string): Card {
  const { project, timeline } = page;
  const last = timeline.find(({ update }) => update)?.update;
  const make = (details: readonly CardElement[]) =>
    card(
      translator.language,
      `${project.key} · ${shorten(project.name, nameLimit)}`,
      [
        ...(told === undefined ? [] : [line(told, { weight: 'Bolder' })]),
        pageBanner(translator, page),
        ...facts(translator, page),
        ...waiting(translator, page),
        ...progressChart(translator, timeline),
        ...healthChart(translator, timeline),
        ...(timeline.length > 0 ? [subheading(translator.t('project.timeline'))] : []),
        ...timeline.flatMap((one) => timelineLines(translator, one)),
        ...details,
      ],
      pageActions({ actor, translator }, page),
    );
  if (!last) return make([]);

  const elements = lastUpdate(translator, last);
  let left = cardLimit - JSON.stringify(make([])).length - 300;
  const fitting = elements.filter((element) => {
    left -= JSON.stringify(element).length + 1;
    return left > 0;
  });
  const hidden = elements.length - fitting.length;
  return make(hidden > 0 ? [...fitting, quiet(translator.t('project.hidden'))] : fitting);
}

/** Which project? What was typed names none, or several; the list narrows as one types. */
export function chooseProjectCard(
  { translator }: Turn,
  question: string,
  projects: readonly Project[],
): Card {
  const { t, language } = translator;
  return card(
    language,
    question,
    [
      line(question, { weight: 'Bolder' }),
      {
        type: 'Input.ChoiceSet',
        id: 'key',
        label: t('project.project'),
        style: 'filtered',
        isRequired: true,
        errorMessage: t('project.choose'),
        choices: projects.slice(0, mostChoices).map((project) => ({
          title: `${shorten(project.name, nameLimit)} (${project.key})`,
          value: project.key,
        })),
      },
    ],
    [submitButton(t('project.continue'), 'project.show', {}), boardButton(translator)],
  );
}

/** As many of the longest names as a card holds; the board has the others. */
const mostChoices = 80;

function pageBanner(translator: Translator, { project, week, timeline }: ProjectPage): CardElement {
  const { t } = translator;
  const { latest } = project;
  const health = healthIn(project, week);
  const progress = latest?.progress === undefined ? [] : [translator.percent(latest.progress)];
  const age = latest ? translator.age(latest.week, week) : t('age.never');
  const before =
    latest && health === 'silent' ? [t('project.before', { health: translator.health(latest.health) })] : [];
  const state = project.state === 'active' ? [] : [t(`projects.marks.${project.state}`)];
  const told = timeline[0]?.week === week || project.state === 'active' ? [translator.health(health)] : [];
  return banner([
    heading(project.key),
    said([bold(shorten(project.name, nameLimit))], { spacing: 'Small' }),
    line([...state, ...told, ...before, ...progress, age].join(' · '), { spacing: 'Small' }),
  ]);
}

function facts(translator: Translator, page: ProjectPage): CardElement[] {
  const { t, date } = translator;
  const { project, referentName, deputyName } = page;
  const people: [string, string | undefined][] = [
    [t('project.fields.programme'), programmeText(translator, project.programme)],
    [t('project.fields.organisation'), project.organisation || undefined],
    [t('project.fields.referentId'), project.referentId && (referentName || t('project.unnamed'))],
    [t('project.fields.deputyId'), project.deputyId && (deputyName || t('project.unnamed'))],
    [t('project.fields.startDate'), project.startDate && date(project.startDate)],
    [t('project.fields.targetDate'), project.targetDate && date(project.targetDate)],
  ];
  return [
    ...(project.description === '' ? [] : [said([run(shorten(project.description, 500))])]),
    ...people.flatMap(([label, value]) =>
      value === undefined
        ? []
        : [
            said([run(t('project.fact', { label }), { isSubtle: true }), run(shorten(value, nameLimit))], {
              spacing: 'Small',
            }),
          ],
    ),
  ];
}

/** The oldest in full; the others are a button away. */
function waiting(translator: Translator, { decisions, week }: ProjectPage): CardElement[] {
  const { t, age } = translator;
  if (decisions.length === 0) return [];
  return [
    subheading(t('decisions.count', { count: decisions.length })),
    ...decisions.slice(0, mostDecisions).map(({ question, askedWeek }) =>
      said([run(`• ${shorten(question, 200)}`), run(` · ${age(askedWeek, week)}`, { isSubtle: true })], {
        spacing: 'None',
      }),
    ),
    ...(decisions.length > mostDecisions ? [quiet('…')] : []),
  ];
}

const mostDecisions = 5;

/** Above the chart, as not every client writes the chart's own; that one stays for screen readers. */
const chartTitle = (title: string) => line(title, { size: 'Small', weight: 'Bolder', spacing: 'Medium' });

/** Only where there is a line to draw: two points or more. */
function progressChart(translator: Translator, timeline: readonly TimelineWeek[]): CardElement[] {
  const { t, percent } = translator;
  const points = oldestFirst(timeline).flatMap(({ week, update }) =>
    update?.progress === undefined ? [] : [{ week, progress: update.progress }],
  );
  if (points.length < 2) return [];
  const title = t('project.charts.progress');
  const numbers = points.map(({ week, progress }) => `${weekText(translator, week)} ${percent(progress)}`);
  return [
    chartTitle(title),
    {
      type: 'Chart.Line',
      title,
      showTitle: false,
      yMin: 0,
      yMax: 100,
      data: [
        {
          legend: t('project.charts.percent'),
          color: 'categoricalBlue',
          values: points.map(({ week, progress }) => ({ x: weekText(translator, week), y: progress })),
        },
      ],
      fallback: quiet(numbers.join(', ')),
    },
  ];
}

const levels: Record<Health, { readonly level: number; readonly color: 'good' | 'warning' | 'attention' }> = {
  onTrack: { level: 3, color: 'good' },
  atRisk: { level: 2, color: 'warning' },
  offTrack: { level: 1, color: 'attention' },
};

/** A bar a week, the higher the better, none where it was silent. */
function healthChart(translator: Translator, timeline: readonly TimelineWeek[]): CardElement[] {
  const { t } = translator;
  const weeks = oldestFirst(timeline);
  if (weeks.filter(({ update }) => update).length < 2) return [];
  const title = t('project.charts.health');
  const numbers = weeks.map(
    ({ week, update }) => `${weekText(translator, week)} ${t(`healthShort.${update?.health ?? 'silent'}`)}`,
  );
  return [
    chartTitle(title),
    {
      type: 'Chart.VerticalBar',
      title,
      showTitle: false,
      yMin: 0,
      yMax: 3,
      showBarValues: false,
      data: weeks.map(({ week, update }) => ({
        x: weekText(translator, week),
        y: update ? levels[update.health].level : 0,
        color: update ? levels[update.health].color : 'neutral',
      })),
      fallback: quiet(numbers.join(', ')),
    },
  ];
}

const oldestFirst = (timeline: readonly TimelineWeek[]) => [...timeline].reverse();

const weekText = ({ t }: Translator, week: Week): string => t('project.week', { week: weekNumber(week) });

function timelineLines(translator: Translator, { week, update }: TimelineWeek): CardElement[] {
  const progress = update?.progress === undefined ? '' : translator.percent(update.progress);
  return [
    beside(
      [line(`${weekText(translator, week)} · ${translator.health(update?.health ?? 'silent')}`)],
      [line(progress)],
      { spacing: 'Small' },
    ),
    ...(update
      ? [said([run(shorten(update.summary, 100), { isSubtle: true, size: 'Small' })], { spacing: 'None' })]
      : []),
  ];
}

const sections = ['done', 'next', 'risks', 'decisions'] as const;

function lastUpdate(translator: Translator, update: Update): CardElement[] {
  const { t } = translator;
  return [
    subheading(t('project.last', { week: weekNumber(update.week) })),
    said([run(shorten(update.summary, 280))]),
    ...sections
      .filter((section) => update[section].length > 0)
      .flatMap((section) => [
        line(t(`update.fields.${section}`), { weight: 'Bolder', spacing: 'Small' }),
        ...update[section].map((item) => said([run(`• ${shorten(item, 200)}`)], { spacing: 'None' })),
      ]),
    said([
      run(t('project.by', { author: shorten(update.authorName, nameLimit) }), {
        isSubtle: true,
        size: 'Small',
      }),
    ]),
  ];
}

/** Six at most: one to report, one to edit, two to move it, one to the decisions, one to go back. */
function pageActions(
  { actor, translator }: Pick<Turn, 'actor' | 'translator'>,
  { project, decisions }: ProjectPage,
): CardAction[] {
  const { t } = translator;
  const { key, state } = project;
  const possible = (Object.keys(moves) as Move[]).filter((move) =>
    moves[move].from.some((from) => from === state),
  );
  return [
    ...(state !== 'done' && mayReport(actor, project)
      ? [button(t('update.open'), 'update.open', { projectKey: key })]
      : []),
    ...(mayManage(actor)
      ? [
          button(t('project.edit'), 'project.open', { key }),
          ...possible.map((move) => button(t(`project.moves.${move}`), `project.${move}`, { key })),
        ]
      : []),
    ...(decisions.length > 0
      ? [button(t('commands.decisions.title'), 'command.open', { command: 'decisions' })]
      : []),
    boardButton(translator),
  ];
}
