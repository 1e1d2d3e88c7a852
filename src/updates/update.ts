import { z } from 'zod';
import { isProjectKey } from '../projects/project.ts';
import type { Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import { type Health, healths } from '../shared/health.ts';
import { isUlid } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { cleanLine, cleanLines, lengthOf } from '../shared/text.ts';

/** The state of one project in one week. Posting again the same week makes the next version; every version is kept. */
export interface Update {
  readonly projectKey: string;
  readonly week: Week;
  /** From 1. */
  readonly version: number;
  readonly health: Health;
  /** 0–100. */
  readonly progress?: number | undefined;
  readonly summary: string;
  readonly done: readonly string[];
  readonly next: readonly string[];
  readonly risks: readonly string[];
  readonly decisions: readonly string[];
  readonly authorId: string;
  readonly authorName: string;
  readonly at: Instant;
}

/** An update as it comes from a form, before it has a version. `formId` makes submitting twice record once. */
export interface UpdateDraft
  extends Pick<
    Update,
    'projectKey' | 'health' | 'progress' | 'summary' | 'done' | 'next' | 'risks' | 'decisions'
  > {
  readonly formId: string;
}

export interface UpdateStore {
  /** The current version. */
  find(week: Week, projectKey: string): Promise<Update | undefined>;
  /** The update that this author recorded in this week with this form. */
  findByForm(week: Week, formId: string, authorId: string): Promise<Update | undefined>;
  /** The current update of every project that has one, by project key. */
  listOfWeek(week: Week): Promise<Update[]>;
  /**
   * Records the next version, all or nothing. A form that its author recorded already changes nothing and answers with
   * what it recorded; a lost race is retried on fresh data.
   */
  save(update: Omit<Update, 'version'>, formId: string): Promise<Update>;
}

export const summaryLimit = 280;
export const itemLimit = 200;
export const itemsLimit = 10;

/** One input that cannot be taken; `problem` is a key of the texts under `update.problems`. */
export interface FieldProblem {
  readonly field: 'projectKey' | 'health' | 'progress' | 'summary' | (typeof itemFields)[number];
  readonly problem:
    | 'project'
    | 'health'
    | 'progress'
    | 'summaryMissing'
    | 'summaryLong'
    | 'tooManyItems'
    | 'itemLong';
}

export const itemFields = ['done', 'next', 'risks', 'decisions'] as const;

/** Anything → a draft, or every problem at once, each with its field. Only a forged form lacks a form id. */
export function parseUpdateDraft(form: unknown): Result<UpdateDraft, FieldProblem[]> {
  const input = shape.safeParse(form);
  const fields = input.success ? input.data : emptyForm;
  const problems: FieldProblem[] = [];
  const report = (field: FieldProblem['field'], problem: FieldProblem['problem']) =>
    problems.push({ field, problem });

  const { formId, projectKey, health } = fields;
  if (!isProjectKey(projectKey) || !isUlid(formId)) report('projectKey', 'project');
  const known = healths.find((one) => one === health);
  if (!known) report('health', 'health');

  const progress = parseProgress(fields.progress);
  if (progress === 'invalid') report('progress', 'progress');

  const summary = cleanLine(fields.summary);
  if (summary === '') report('summary', 'summaryMissing');
  else if (lengthOf(summary) > summaryLimit) report('summary', 'summaryLong');

  const items = Object.fromEntries(itemFields.map((field) => [field, cleanLines(fields[field])])) as Record<
    (typeof itemFields)[number],
    string[]
  >;
  for (const field of itemFields) {
    if (items[field].length > itemsLimit) report(field, 'tooManyItems');
    else if (items[field].some((item) => lengthOf(item) > itemLimit)) report(field, 'itemLong');
  }

  if (problems.length > 0 || !known || progress === 'invalid') return err(problems);
  return ok({ formId, projectKey, health: known, progress, summary, ...items });
}

/** More than any valid form holds; what is longer was not typed into our card. */
const longest = 20_000;
const text = z.string().max(longest).catch('');
const shape = z.object({
  formId: text,
  projectKey: text,
  health: text,
  progress: z
    .union([z.number(), z.string().max(20)])
    .optional()
    .catch('invalid'),
  summary: text,
  done: text,
  next: text,
  risks: text,
  decisions: text,
});
/** The fields of a form as text, whatever arrived: what a refused form is shown with again. */
export type UpdateFields = z.infer<typeof shape>;
const emptyForm: UpdateFields = shape.parse({});

export const readUpdateFields = (form: unknown): UpdateFields => {
  const input = shape.safeParse(form);
  return input.success ? input.data : emptyForm;
};

/** Input.Number sends a number or its text; French hands type `55 %` and `55,5`. */
function parseProgress(value: number | string | undefined): number | undefined | 'invalid' {
  if (value === undefined || value === '') return undefined;
  const number = typeof value === 'number' ? value : Number(value.replace(/[\s%]/g, '').replace(',', '.'));
  return Number.isFinite(number) && number >= 0 && number <= 100 ? Math.round(number) : 'invalid';
}
