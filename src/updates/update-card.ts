import type { ITextInput } from '@microsoft/teams.cards';
import {
  actionRow,
  asManyAsFit,
  banner,
  bold,
  box,
  button,
  type Card,
  type CardElement,
  card,
  done,
  heading,
  line,
  messageLimit,
  problem,
  quiet,
  run,
  said,
  submitButton,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Project } from '../projects/project.ts';
import { type Week, weekNumber } from '../shared/calendar.ts';
import { healths } from '../shared/health.ts';
import type { Doubt } from './doubts.ts';
import { type FieldProblem, itemFields, summaryLimit, type Update, type UpdateFields } from './update.ts';

/** What a form shows: the project, the state of its fields, and what was wrong with them if it is shown again. */
export interface UpdateForm {
  readonly project: Project;
  readonly week: Week;
  /** `🟠 À surveiller · 55 % · il y a 2 semaines`. */
  readonly latest: string;
  readonly fields: UpdateFields;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** What the person should know before they publish. */
  readonly notes?: readonly string[] | undefined;
  /** What somebody else posted since the form was opened. */
  readonly theirs?: Update | undefined;
  /** Whether « Rien de neuf » makes sense here. */
  readonly mayRepeat?: boolean | undefined;
}

/** The form of a project's week. The inputs' ids are the card contract. */
export function formCard(
  translator: Translator,
  { project, week, latest, fields, problems = [], notes = [], theirs, mayRepeat }: UpdateForm,
): Card {
  const { t, language } = translator;
  const problemOf = (field: FieldProblem['field']): CardElement[] =>
    problems.filter((one) => one.field === field).map((one) => problem(t(`update.problems.${one.problem}`)));
  const title = t('update.title', { week: weekNumber(week) });
  const details = itemFields.map((field) => itemsInput(translator, field, fields[field]));

  return card(
    language,
    `${title} · ${project.name}`,
    [
      banner([
        heading(title),
        said([bold(project.name), run(` · ${latest}`, { isSubtle: true })], { spacing: 'Small' }),
      ]),
      ...notes.map((note) => line(note, { spacing: 'Small' })),
      ...(theirs ? [theirsBox(translator, theirs)] : []),
      ...(problems.length > 0 ? [problem(t('update.problems.some', { count: problems.length }))] : []),
      ...problemOf('projectKey'),
      {
        type: 'Input.ChoiceSet',
        id: 'health',
        label: t('update.fields.health'),
        style: 'expanded',
        isRequired: true,
        errorMessage: t('update.problems.health'),
        ...(fields.health !== '' && { value: fields.health }),
        choices: healths.map((health) => ({ title: translator.health(health), value: health })),
      },
      ...problemOf('health'),
      {
        type: 'Input.Text',
        id: 'summary',
        label: t('update.fields.summary'),
        isMultiline: true,
        maxLength: summaryLimit,
        isRequired: true,
        errorMessage: t('update.problems.summaryMissing'),
        placeholder: t('update.placeholders.summary'),
        ...textValue(fields.summary),
      },
      ...problemOf('summary'),
      {
        type: 'Input.Number',
        id: 'progress',
        label: t('update.fields.progress'),
        min: 0,
        max: 100,
        errorMessage: t('update.problems.progress'),
        ...progressValue(fields.progress),
      },
      ...problemOf('progress'),
      actionRow([
        { type: 'Action.ToggleVisibility', title: t('update.details'), targetElements: ['details'] },
      ]),
      box(
        itemFields.flatMap((field, index) => [...details.slice(index, index + 1), ...problemOf(field)]),
        // What somebody typed, and what is wrong, is never folded away.
        {
          id: 'details',
          isVisible: itemFields.some((field) => fields[field] !== '' || problemOf(field).length > 0),
        },
      ),
    ],
    [
      submitButton(t('update.submit'), 'update.submit', carried(fields)),
      ...(mayRepeat
        ? [
            button(t('update.unchanged'), 'update.unchanged', {
              formId: fields.formId,
              projectKey: project.key,
            }),
          ]
        : []),
    ],
  );
}

/** What the form's button brings back beside the inputs. */
const carried = ({ formId, projectKey, week, baseVersion, originalText }: UpdateFields) => ({
  formId,
  projectKey,
  ...(week !== undefined && { week }),
  ...(baseVersion !== undefined && { baseVersion }),
  ...(originalText !== undefined && { originalText }),
});

const theirsBox = (translator: Translator, theirs: Update): CardElement =>
  box(
    [
      said([run(translator.t('update.changedMeanwhile', { name: theirs.authorName }), { weight: 'Bolder' })]),
      ...contentOf(translator, theirs),
    ],
    { style: 'warning' },
  );

/** An update as it reads: health and progress, words, lists. */
function contentOf(translator: Translator, update: Update): CardElement[] {
  const { t, percent } = translator;
  const progress = update.progress === undefined ? '' : ` · ${percent(update.progress)}`;
  return [
    line(`${translator.health(update.health)}${progress}`, { spacing: 'Small' }),
    update.unchangedWeeks > 0
      ? line(t('update.unchanged'), { spacing: 'Small' })
      : said([run(update.summary)], { spacing: 'Small' }),
    ...itemFields
      .filter((field) => update[field].length > 0)
      .flatMap((field) => itemList(t(`update.fields.${field}`), update[field])),
  ];
}

/** What a receipt shows: the update, and what looks like a slip in it. */
export interface Receipt {
  readonly update: Update;
  readonly project: Project;
  readonly doubts: readonly Doubt[];
  readonly isLate: boolean;
}

/** What was recorded, in the place of the form. */
export function receiptCard(translator: Translator, { update, project, doubts, isLate }: Receipt): Card {
  const { t, language } = translator;
  const title = t('update.recorded', { week: weekNumber(update.week) });
  const marks = [
    ...(update.version > 1 ? [t('update.version', { version: update.version })] : []),
    ...(isLate ? [t('update.late')] : []),
    ...(project.state === 'paused' ? [t('update.paused')] : []),
  ];
  const ofWeek = { projectKey: update.projectKey, week: update.week };
  return card(
    language,
    `${title} · ${project.name}`,
    [
      banner([
        heading(done(title)),
        said([bold(project.name), run(marks.map((mark) => ` · ${mark}`).join(''))], { spacing: 'Small' }),
      ]),
      ...contentOf(translator, update),
      ...(doubts.length > 0
        ? [
            box(
              [
                line(t('update.doubts.ask'), { weight: 'Bolder' }),
                ...doubts.map((doubt) =>
                  said([run(`• ${doubtText(translator, doubt)}`)], { spacing: 'None' }),
                ),
              ],
              { style: 'warning' },
            ),
          ]
        : []),
    ],
    [
      button(t('update.again'), 'update.edit', ofWeek),
      ...(update.version > 1 ? [button(t('update.versions'), 'update.versions', ofWeek)] : []),
      button(t('commands.projects.title'), 'command.open', { command: 'projects' }),
    ],
  );
}

function doubtText({ t, percent, date }: Translator, doubt: Doubt): string {
  switch (doubt.kind) {
    case 'progress-down':
      return t('update.doubts.progressDown', { from: percent(doubt.from), to: percent(doubt.to) });
    case 'green-but-blocked':
      return t('update.doubts.greenButBlocked');
    case 'red-without-risk':
      return t('update.doubts.redWithoutRisk');
    case 'next-in-the-past':
      return t('update.doubts.nextInThePast', { item: doubt.item });
    case 'target-passed':
      return t('update.doubts.targetPassed', { date: date(doubt.day) });
  }
}

/** The versions of a week, the newest first, as far as a message goes: a week with more than that is counted. */
export function versionsCard(translator: Translator, project: Project, versions: readonly Update[]): Card {
  const { t, language } = translator;
  const week = versions[0]?.week;
  const title = t('update.versionsTitle', { week: week && weekNumber(week) });
  const blocks = versions
    .toReversed()
    .map((update) =>
      box(
        [
          said([
            bold(t('update.version', { version: update.version })),
            run(` · ${update.authorName}`, { isSubtle: true }),
          ]),
          ...contentOf(translator, update),
        ],
        { separator: true, spacing: 'Medium' },
      ),
    );
  const make = (body: readonly CardElement[]) =>
    card(language, `${title} · ${project.name}`, [
      banner([heading(title), said([bold(project.name)], { spacing: 'Small' })]),
      ...body,
    ]);
  const older = (count: number) => quiet(t('update.olderVersions', { count }));
  const shown = asManyAsFit(blocks, make([older(blocks.length)]));
  const hidden = blocks.length - shown.length;
  return make(hidden > 0 ? [...shown, older(hidden)] : shown);
}

/** Which project? A list to choose from, as long as a message may be; what is not in it is found by its name. */
export function chooseProjectCard(
  translator: Translator,
  question: string,
  projects: readonly Project[],
  originalText?: string,
): Card {
  const { t, language } = translator;
  const make = (count: number) =>
    card(
      language,
      question,
      [
        line(question, { weight: 'Bolder' }),
        {
          type: 'Input.ChoiceSet',
          id: 'projectKey',
          label: t('update.fields.project'),
          style: 'compact',
          isRequired: true,
          errorMessage: t('update.problems.project'),
          choices: projects.slice(0, count).map((project) => ({
            title: `${project.name} (${project.key})`,
            value: project.key,
          })),
        },
        ...(count < projects.length ? [quiet(t('update.notAllListed'))] : []),
      ],
      [submitButton(t('update.choose'), 'update.open', originalText === undefined ? {} : { originalText })],
    );
  let count = projects.length;
  while (count > 0 && JSON.stringify(make(count)).length > messageLimit) count -= Math.ceil(count / 20);
  return make(count);
}

/** A small heading and its items, one a line. */
const itemList = (title: string, items: readonly string[]): CardElement[] => [
  line(title, { weight: 'Bolder', spacing: 'Small' }),
  ...items.map((item) => said([run(`• ${item}`)], { spacing: 'None' })),
];

const itemsInput = ({ t }: Translator, field: (typeof itemFields)[number], value: string): ITextInput => ({
  type: 'Input.Text',
  id: field,
  label: t(`update.fields.${field}`),
  isMultiline: true,
  placeholder: t(field === 'decisions' ? 'update.placeholders.decisions' : 'update.placeholders.items'),
  ...textValue(value),
});

const textValue = (text: string) => text !== '' && { value: text };

/** Input.Number shows numbers only; what was no number has been named as a problem beside the field. */
function progressValue(progress: UpdateFields['progress']) {
  const number = Number(progress);
  return progress !== undefined && progress !== '' && Number.isFinite(number) && { value: number };
}
