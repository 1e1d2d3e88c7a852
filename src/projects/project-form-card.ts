import {
  banner,
  bold,
  button,
  type Card,
  type CardElement,
  card,
  done,
  heading,
  problem,
  run,
  said,
  submitButton,
  typeahead,
} from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Person } from '../people/person.ts';
import { shorten } from '../shared/text.ts';
import { boardButton, programmeText } from './board-card.ts';
import { mayReport, nameLimit, type Project, projectStates } from './project.ts';
import {
  aliasesLimit,
  aliasLimit,
  descriptionLimit,
  fieldsOf,
  organisationLimit,
  type ProjectField,
  type ProjectFields,
  type ProjectProblem,
  projectFields,
} from './project-draft.ts';

/** What the form shows: the state of its fields, whom one may choose, and what came in the way if it is shown again. */
export interface ProjectForm {
  readonly fields: ProjectFields;
  /** One may choose among these. */
  readonly programmes: readonly string[];
  /** The likeliest first; those chosen are among them. */
  readonly people: readonly Person[];
  /** Whether there are others to choose, found as one types. */
  readonly hasMorePeople: boolean;
  readonly problems: readonly ProjectProblem[];
  /** The project that has the key already. */
  readonly taken?: Project | undefined;
  /** The version of somebody who saved while this form was being filled. */
  readonly theirs?: Project | undefined;
}

/** The form of a new project, or of one that is edited. The inputs' ids are the card contract. */
export function projectFormCard({ translator }: Pick<Turn, 'translator'>, form: ProjectForm): Card {
  const { t, language } = translator;
  const { fields, problems, theirs } = form;
  const isNew = fields.edits === undefined;
  const title = t(isNew ? 'project.new' : 'project.edit');
  const { formId, edits, revision } = fields;
  const data = isNew ? { formId } : { formId, edits, key: edits, revision: theirs?.revision ?? revision };
  const inputs = inputsOf(translator, form);

  return card(
    language,
    isNew ? title : `${title} · ${edits}`,
    [
      banner([
        heading(title),
        ...(isNew
          ? []
          : [said([bold(edits ?? ''), run(` · ${shorten(fields.name, nameLimit)}`)], { spacing: 'Small' })]),
      ]),
      ...(theirs ? theirVersion(translator, form, theirs) : []),
      ...(problems.length > 0 ? [problem(t('project.problems.some', { count: problems.length }))] : []),
      ...projectFields.flatMap((field) => [
        ...(field === 'key' && !isNew ? [] : [inputs[field]]),
        ...problemsOf(translator, form, field),
      ]),
    ],
    [submitButton(t(isNew ? 'project.create' : 'project.save'), 'project.save', data)],
  );
}

/** What was recorded, in the place of the form. `raised`: who became a référent by it. */
export function projectReceiptCard(
  { actor, translator }: Turn,
  project: Project,
  isNew: boolean,
  raised: readonly Person[],
): Card {
  const { t, language } = translator;
  const title = t(isNew ? 'project.created' : 'project.saved');
  return card(
    language,
    `${title} · ${project.key}`,
    [
      banner([
        heading(done(title)),
        said([bold(project.key), run(` · ${shorten(project.name, nameLimit)}`)], { spacing: 'Small' }),
      ]),
      ...raised.map(({ name }) =>
        said([
          bold(name === '' ? t('project.unnamed') : shorten(name, nameLimit)),
          run(` ${t('project.raised')}`),
        ]),
      ),
    ],
    [
      button(t('project.edit'), 'project.open', { key: project.key }),
      ...(project.state !== 'done' && mayReport(actor, project)
        ? [button(t('update.open'), 'update.open', { projectKey: project.key })]
        : []),
      boardButton(translator),
    ],
  );
}

function problemsOf(
  translator: Translator,
  { problems, taken }: ProjectForm,
  field: ProjectField,
): CardElement[] {
  const { t } = translator;
  return problems
    .filter((one) => one.field === field)
    .flatMap((one) => [
      problem(t(`project.problems.${one.problem}`)),
      ...(one.problem === 'keyTaken' && taken
        ? [said([bold(taken.key), run(` · ${shorten(taken.name, nameLimit)}`)], { spacing: 'None' })]
        : []),
    ]);
}

/** Who came first, and each field where their version is not what is typed in this form. */
function theirVersion(
  translator: Translator,
  { fields, people }: ProjectForm,
  theirs: Project,
): CardElement[] {
  const { t } = translator;
  const stored = fieldsOf(theirs, '');
  const differing = projectFields.filter((field) => stored[field] !== fields[field].trim());
  const author = theirs.changes[0]?.byName;
  return [
    said([
      run(author ? shorten(author, nameLimit) : t('project.somebody'), attention),
      run(` ${t(differing.length > 0 ? 'project.changed' : 'project.changedAlike')}`, attention),
    ]),
    ...differing.map((field) =>
      said(
        [
          run(t('project.fact', { label: t(`project.fields.${field}`) }), { isSubtle: true }),
          run(shownValue(translator, field, stored[field], people) || t('project.empty')),
        ],
        { spacing: 'Small' },
      ),
    ),
  ];
}

const attention = { color: 'Attention', weight: 'Bolder' } as const;

function shownValue(
  translator: Translator,
  field: ProjectField,
  value: string,
  people: readonly Person[],
): string {
  const { t, date } = translator;
  if (value === '') return '';
  switch (field) {
    case 'programme':
      return programmeText(translator, value);
    case 'referentId':
    case 'deputyId':
      return people.find(({ id }) => id === value)?.name || t('project.unnamed');
    case 'startDate':
    case 'targetDate':
      return date(value);
    case 'state':
      return t(`projects.states.${value as 'active'}`);
    default:
      return shorten(value, descriptionLimit);
  }
}

function inputsOf(
  translator: Translator,
  { fields, people, hasMorePeople, programmes }: ProjectForm,
): Record<ProjectField, CardElement> {
  const { t } = translator;
  const text = (field: ProjectField, maxLength: number, look: object = {}): CardElement => ({
    type: 'Input.Text',
    id: field,
    label: t(`project.fields.${field}`),
    maxLength,
    ...textValue(fields[field]),
    ...look,
  });
  const day = (field: ProjectField): CardElement => ({
    type: 'Input.Date',
    id: field,
    label: t(`project.fields.${field}`),
    ...textValue(fields[field]),
  });
  const who = (field: ProjectField): CardElement => {
    const input = {
      id: field,
      label: t(`project.fields.${field}`),
      placeholder: t('project.placeholders.person'),
      ...textValue(fields[field]),
      choices: people.map(({ id, name }) => ({
        title: shorten(name, nameLimit) || t('project.unnamed'),
        value: id,
      })),
    };
    // The bot is asked only for whom the card does not hold: some clients then show the chosen id, not the name.
    return hasMorePeople
      ? typeahead('people', input)
      : { type: 'Input.ChoiceSet', style: 'filtered', ...input };
  };
  return {
    key: text('key', 12, {
      isRequired: true,
      errorMessage: t('project.problems.key'),
      placeholder: t('project.placeholders.key'),
    }),
    name: text('name', nameLimit, { isRequired: true, errorMessage: t('project.problems.nameMissing') }),
    programme: {
      type: 'Input.ChoiceSet',
      id: 'programme',
      label: t('project.fields.programme'),
      style: 'compact',
      isRequired: true,
      errorMessage: t('project.problems.programme'),
      ...textValue(fields.programme),
      choices: programmes.map((programme) => ({
        title: programmeText(translator, programme),
        value: programme,
      })),
    },
    organisation: text('organisation', organisationLimit),
    description: text('description', descriptionLimit, { isMultiline: true }),
    referentId: who('referentId'),
    deputyId: who('deputyId'),
    startDate: day('startDate'),
    targetDate: day('targetDate'),
    state: {
      type: 'Input.ChoiceSet',
      id: 'state',
      label: t('project.fields.state'),
      style: 'compact',
      isRequired: true,
      errorMessage: t('project.problems.state'),
      ...textValue(fields.state),
      choices: projectStates.map((state) => ({ title: t(`projects.states.${state}`), value: state })),
    },
    aliases: text('aliases', aliasesLimit * (aliasLimit + 2), {
      placeholder: t('project.placeholders.aliases'),
    }),
  };
}

const textValue = (value: string) => value !== '' && { value };
