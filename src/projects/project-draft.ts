import { z } from 'zod';
import { type Day, parseDay } from '../shared/calendar.ts';
import { isUlid, type Ulid } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { cleanLine, cleanText, isLonger } from '../shared/text.ts';
import { isProjectKey, nameLimit, type Project, projectStates } from './project.ts';

/** What people decide of a project, as it comes from a form. `formId` makes submitting twice record once. */
export interface ProjectDraft
  extends Pick<
    Project,
    | 'key'
    | 'name'
    | 'programme'
    | 'organisation'
    | 'description'
    | 'state'
    | 'referentId'
    | 'deputyId'
    | 'startDate'
    | 'targetDate'
    | 'aliases'
  > {
  readonly formId: Ulid;
  /** The revision the form was filled from; undefined for a new project. */
  readonly revision: number | undefined;
}

export const organisationLimit = 80;
export const descriptionLimit = 500;
export const aliasLimit = 40;
export const aliasesLimit = 10;

/** The inputs of the card contract, in the order of the form. */
export const projectFields = [
  'key',
  'name',
  'programme',
  'organisation',
  'description',
  'referentId',
  'deputyId',
  'startDate',
  'targetDate',
  'state',
  'aliases',
] as const;
export type ProjectField = (typeof projectFields)[number];

/** One input that cannot be taken; `problem` is a key of the texts under `project.problems`. */
export interface ProjectProblem {
  readonly field: ProjectField;
  readonly problem:
    | 'form'
    | 'key'
    | 'keyTaken'
    | 'nameMissing'
    | 'nameLong'
    | 'programme'
    | 'organisationLong'
    | 'descriptionLong'
    | 'person'
    | 'guest'
    | 'samePerson'
    | 'date'
    | 'targetBeforeStart'
    | 'state'
    | 'tooManyAliases'
    | 'aliasLong';
}

/**
 * Anything → a draft, or every problem at once, each with its field. `programmes`: those one may choose. Whether the
 * people exist and the key is free is asked of the stores by the use case.
 */
export function parseProjectDraft(
  form: unknown,
  programmes: readonly string[],
): Result<ProjectDraft, ProjectProblem[]> {
  const fields = readProjectFields(form);
  const problems: ProjectProblem[] = [];
  const report = (field: ProjectField, problem: ProjectProblem['problem']) =>
    problems.push({ field, problem });

  if (!isUlid(fields.formId)) report('key', 'form');
  const key = fields.key.trim().toUpperCase();
  if (!isProjectKey(key)) report('key', 'key');

  const name = cleanLine(fields.name);
  if (name === '') report('name', 'nameMissing');
  else if (isLonger(name, nameLimit)) report('name', 'nameLong');

  const programme = programmes.find((one) => one === fields.programme);
  if (programme === undefined) report('programme', 'programme');

  const organisation = cleanLine(fields.organisation);
  if (isLonger(organisation, organisationLimit)) report('organisation', 'organisationLong');
  const description = cleanText(fields.description);
  if (isLonger(description, descriptionLimit)) report('description', 'descriptionLong');

  const { referentId, deputyId } = fields;
  if (referentId !== '' && referentId === deputyId) report('deputyId', 'samePerson');

  const startDate = dayIn('startDate', fields, report);
  const targetDate = dayIn('targetDate', fields, report);
  if (startDate && targetDate && targetDate < startDate) report('targetDate', 'targetBeforeStart');

  const state = projectStates.find((one) => one === fields.state);
  if (!state) report('state', 'state');

  const aliases = [...new Set(fields.aliases.split(/[,;\n]/).map(cleanLine))].filter((one) => one !== '');
  if (aliases.length > aliasesLimit) report('aliases', 'tooManyAliases');
  else if (aliases.some((alias) => isLonger(alias, aliasLimit))) report('aliases', 'aliasLong');

  if (problems.length > 0 || !state || programme === undefined) return err(problems);
  return ok({
    formId: fields.formId,
    revision: fields.revision,
    key,
    name,
    programme,
    organisation,
    description,
    referentId: referentId || undefined,
    deputyId: deputyId || undefined,
    startDate,
    targetDate,
    state,
    aliases,
  });
}

/** Cut, well above what is valid, where no card of ours lets anybody type: it is refused as too long. */
const text = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.slice(0, longest))
    .catch('');
const shape = z.object({
  formId: text(100),
  /** Of an edit: the project the form was made for. It tells a card whose `key` was changed from an honest one. */
  edits: text(100).optional(),
  /** Of an edit: -1, which no project has, for what is no revision. */
  revision: z.number().int().positive().optional().catch(-1),
  key: text(100),
  name: text(400),
  programme: text(200),
  organisation: text(400),
  description: text(2500),
  referentId: text(100),
  deputyId: text(100),
  startDate: text(30),
  targetDate: text(30),
  state: text(30),
  aliases: text(1800),
});
/** The fields of a form as text, whatever arrived: what a refused form is shown with again. */
export type ProjectFields = z.infer<typeof shape>;
const emptyForm: ProjectFields = shape.parse({});

export const readProjectFields = (form: unknown): ProjectFields => {
  const input = shape.safeParse(form);
  return input.success ? input.data : emptyForm;
};

/** A project as the fields of the form that edits it. */
export const fieldsOf = (project: Project, formId: Ulid): ProjectFields => ({
  formId,
  edits: project.key,
  revision: project.revision,
  key: project.key,
  name: project.name,
  programme: project.programme,
  organisation: project.organisation,
  description: project.description,
  referentId: project.referentId ?? '',
  deputyId: project.deputyId ?? '',
  startDate: project.startDate ?? '',
  targetDate: project.targetDate ?? '',
  state: project.state,
  aliases: project.aliases.join(', '),
});

/** Of a form that makes a new project. */
export const newFields = (formId: Ulid, name: string): ProjectFields => ({
  ...emptyForm,
  formId,
  name,
  state: 'active',
});

function dayIn(
  field: 'startDate' | 'targetDate',
  fields: ProjectFields,
  report: (field: ProjectField, problem: ProjectProblem['problem']) => void,
): Day | undefined {
  const typed = fields[field].trim();
  const day = parseDay(typed);
  if (typed !== '' && !day) report(field, 'date');
  return day;
}
