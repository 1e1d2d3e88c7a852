import { z } from 'zod';
import { isProjectKey, mayReport, type Project } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import { parseWeek, type Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import { type Health, healths } from '../shared/health.ts';
import { isUlid } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import { cleanLine, cleanLines, isLonger } from '../shared/text.ts';

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
  /** The how-manieth week running « Rien de neuf » was said; 0 for an update with words of its own. */
  readonly unchangedWeeks: number;
  /** The message it was read from, as it was written. */
  readonly originalText?: string | undefined;
  readonly authorId: string;
  readonly authorName: string;
  readonly at: Instant;
}

/** An update as it comes from a form, before it has a version. `formId` makes submitting twice record once. */
export interface UpdateDraft
  extends Pick<
    Update,
    | 'projectKey'
    | 'health'
    | 'progress'
    | 'summary'
    | 'done'
    | 'next'
    | 'risks'
    | 'decisions'
    | 'originalText'
  > {
  readonly formId: string;
  /** The week the form was opened for; undefined for the one in progress. */
  readonly week: Week | undefined;
  /** The version that stood there when the form was opened, 0 for none; undefined when the form does not say. */
  readonly baseVersion: number | undefined;
}

export interface UpdateStore {
  /** The current version. */
  find(week: Week, projectKey: string): Promise<Update | undefined>;
  /** Every version of a week's update, the first first. */
  listVersions(week: Week, projectKey: string): Promise<Update[]>;
  /** The update that this author recorded in this week with this form. */
  findByForm(week: Week, formId: string, authorId: string): Promise<Update | undefined>;
  /** The current updates of a project in those weeks, in the order of the weeks: one read a week. */
  listOfProject(projectKey: string, weeks: readonly Week[]): Promise<Update[]>;
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
    | 'unchangedLimit'
    | 'unchangedLimit'
    | 'tooManyItems'
    | 'itemLong';
}

/** « Rien de neuf » may be said this many weeks running; then a sentence is asked for. */
export const mostUnchangedWeeks = 2;

export const itemFields = ['done', 'next', 'risks', 'decisions'] as const;

/** Who posted it may correct it, and whoever reports on the project. */
export const mayCorrect = (actor: Pick<Actor, 'id' | 'role'>, project: Project, update: Update): boolean =>
  mayReport(actor, project) || (isAtLeast(actor.role, 'referent') && update.authorId === actor.id);

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
  else if (isLonger(summary, summaryLimit)) report('summary', 'summaryLong');

  const items = Object.fromEntries(itemFields.map((field) => [field, cleanLines(fields[field])])) as Record<
    (typeof itemFields)[number],
    string[]
  >;
  for (const field of itemFields) {
    if (items[field].length > itemsLimit) report(field, 'tooManyItems');
    else if (items[field].some((item) => isLonger(item, itemLimit))) report(field, 'itemLong');
  }

  if (problems.length > 0 || !known || progress === 'invalid') return err(problems);
  return ok({
    formId,
    projectKey,
    health: known,
    progress,
    summary,
    ...items,
    originalText: fields.originalText || undefined,
    week: parseWeek(fields.week),
    baseVersion: fields.baseVersion,
  });
}

/** More than any valid form holds; what is longer was not typed into our card. */
const longest = 20_000;
const text = z.string().max(longest).catch('');
/** Characters of a message that are kept with the update read from it. */
export const originalLimit = 4_000;
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
  // What the form's button carries beside the contract.
  originalText: z.string().max(originalLimit).optional().catch(undefined),
  week: z.string().max(8).optional().catch(undefined),
  baseVersion: z.number().int().nonnegative().optional().catch(undefined),
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
