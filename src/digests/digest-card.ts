import {
  actionRow,
  banner,
  beside,
  bold,
  box,
  button,
  type Card,
  type CardAction,
  type CardElement,
  card,
  heading,
  line,
  messageLimit,
  quiet,
  run,
  said,
  subheading,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import { mondayOf, sundayOf, type Week, weekNumber } from '../shared/calendar.ts';
import { healthSign, type WeekHealth } from '../shared/health.ts';
import type { Digest, DigestDecision, DigestProject } from './digest.ts';

const digestTitle = ({ t }: Translator, { week }: Digest): string =>
  t('digest.title', { week: weekNumber(week) });

/** The post in the mission channel. */
export const digestCard = (translator: Translator, digest: Digest): Card =>
  fit(translator, digest, [
    button(translator.t('update.open'), 'update.open'),
    button(translator.t('commands.projects.title'), 'command.open', { command: 'projects' }),
  ]);

/** What would be published now, for the mission's eyes. */
export const previewCard = (translator: Translator, digest: Digest, mayPublish: boolean): Card => {
  const { t } = translator;
  const publish = button(t('digest.publish'), 'digest.publish', { week: digest.week });
  return fit(translator, digest, mayPublish ? [publish] : [], [quiet(t('digest.preview'))]);
};

/** As many projects in full as fit, the worst first; the others keep one line each as far as it goes, then a count. */
function fit(translator: Translator, digest: Digest, actions: CardAction[], above: CardElement[] = []): Card {
  const { language, t } = translator;
  const { projects, counts } = digest;
  const heard = projects.length - counts.silent;
  const base = [
    ...above,
    banner([
      heading(digestTitle(translator, digest)),
      line(
        `${translator.dates(mondayOf(digest.week), sundayOf(digest.week))} · ${t('digest.heard', { count: heard, total: projects.length })}`,
        { isSubtle: true, spacing: 'None' },
      ),
      countsRow(translator, digest),
    ]),
  ];
  const make = (elements: readonly CardElement[]) =>
    card(language, digestTitle(translator, digest), [...base, ...elements], actions);

  // A question is left only when its project is active: without projects there are none.
  if (projects.length === 0) return make([line(t('digest.noProjects'))]);

  let left = messageLimit - JSON.stringify(make([])).length - 800;
  const take = (elements: CardElement[]) => {
    const size = JSON.stringify(elements).length;
    if (size > left) return [];
    left -= size;
    return elements;
  };
  let shown = 0;
  const shownOf = (elements: CardElement[]) => {
    if (elements.length > 0) shown += 1;
    return elements;
  };
  const news = projects.filter(({ health }) => health !== 'silent');
  const silent = projects.filter(({ health }) => health === 'silent');
  const body = [
    ...decisionsBlock(translator, digest, take),
    ...news.flatMap((project) => {
      const full = take([newsBlock(translator, project)]);
      return shownOf(full.length > 0 ? full : take([nameLine(project)]));
    }),
    ...(silent.length > 0 ? take([subheading(t('digest.silent'))]) : []),
    ...silent.flatMap((project) => shownOf(take([silentLine(translator, project, digest)]))),
  ];
  const hidden = projects.length - shown;
  return make(hidden > 0 ? [...body, quiet(t('digest.hidden', { count: hidden }))] : body);
}

/** With a button each, on a card that has six actions at most. */
const mostDecisions = 3;

/** The oldest questions, and how many more wait. One too long for the card is counted among the others. */
function decisionsBlock(
  translator: Translator,
  { decisions, week }: Digest,
  take: (elements: CardElement[]) => CardElement[],
): CardElement[] {
  const { t } = translator;
  const lines = decisions
    .slice(0, mostDecisions)
    .map((decision) => take([decisionLine(translator, decision, week)]))
    .filter((taken) => taken.length > 0);
  const others = decisions.length - lines.length;
  const title =
    others > 0
      ? t('digest.decisionsSome', { shown: lines.length, total: decisions.length })
      : t('digest.decisions', { total: decisions.length });
  return decisions.length === 0
    ? []
    : [
        subheading(title),
        ...lines.flat(),
        ...(others > 0 ? [quiet(t('digest.otherDecisions', { count: others }))] : []),
      ];
}

function decisionLine(
  translator: Translator,
  { id, question, projectName, askedWeek }: DigestDecision,
  week: Week,
): CardElement {
  return beside(
    [
      said([run(question)]),
      said([run(`${projectName} · ${translator.age(askedWeek, week)}`, { isSubtle: true, size: 'Small' })], {
        spacing: 'None',
      }),
    ],
    [actionRow([button(translator.t('decisions.answer'), 'decision.open', { decisionId: id })])],
    { spacing: 'Small' },
  );
}

function countsRow({ t }: Translator, { counts }: Digest): CardElement {
  const column = (health: WeekHealth) => ({
    type: 'Column' as const,
    width: 'stretch' as const,
    items: [
      line(String(counts[health]), {
        size: 'ExtraLarge',
        weight: 'Bolder',
        horizontalAlignment: 'Center',
        spacing: 'None',
      }),
      line(`${healthSign[health]} ${t(`healthShort.${health}`)}`, {
        size: 'Small',
        horizontalAlignment: 'Center',
        spacing: 'None',
      }),
    ],
  });
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: (['onTrack', 'atRisk', 'offTrack', 'silent'] as const).map(column),
  };
}

function newsBlock(translator: Translator, project: DigestProject): CardElement {
  const { t, percent } = translator;
  const progress = project.progress === undefined ? '' : ` · ${percent(project.progress)}`;
  return box(
    [
      beside([said([bold(project.name)])], [line(healthSign[project.health])]),
      quiet(`${t(`health.${project.health}`)}${progress}`),
      // « Rien de neuf » has no words of its own.
      project.summary === ''
        ? line(t('update.unchanged'), { spacing: 'Small' })
        : said([run(project.summary)], { spacing: 'Small' }),
      ...project.risks.map((risk) => said([run(`⚠ ${risk}`, { size: 'Small' })], { spacing: 'Small' })),
      ...project.next.map((step) =>
        said([run(`${t('digest.next')} `, { size: 'Small', isSubtle: true }), run(step, { size: 'Small' })], {
          spacing: 'Small',
        }),
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

const nameLine = (project: DigestProject): CardElement =>
  said([run(`${healthSign[project.health]} `), bold(project.name)], { separator: true, spacing: 'Small' });

function silentLine(
  translator: Translator,
  { name, lastHeard }: DigestProject,
  { week }: Digest,
): CardElement {
  const { t } = translator;
  const last = lastHeard
    ? t('digest.lastHeard', {
        health: t(`health.${lastHeard.health}`).toLowerCase(),
        age: translator.age(lastHeard.week, week),
      })
    : t('age.never');
  return said([run(`${healthSign.silent} `), bold(name), run(` · ${last}`)], { spacing: 'Small' });
}
