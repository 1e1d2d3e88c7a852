import type { Project } from '../projects/project.ts';
import type { Week } from '../shared/calendar.ts';
import type { Ulid } from '../shared/ids.ts';
import type { Reading } from './read-message.ts';
import { itemFields, originalLimit, type Update, type UpdateFields } from './update.ts';

/** What a new form of a project's week holds. */
export interface FormStart {
  readonly formId: Ulid;
  readonly project: Project;
  readonly week: Week;
  /** The week's update as it stands. */
  readonly current: Update | undefined;
  /** The last update of an earlier week. */
  readonly last: Update | undefined;
}

/** A week that has an update is corrected from it; else what is still true of the last one carries over. */
export function startForm({ formId, project, week, current, last }: FormStart): UpdateFields {
  const from = current ?? last;
  return {
    formId,
    projectKey: project.key,
    week,
    baseVersion: current?.version ?? 0,
    health: from?.health ?? '',
    progress: from?.progress,
    summary: current?.summary ?? '',
    done: linesOf(current?.done),
    next: linesOf(current?.next),
    risks: linesOf(from?.risks),
    decisions: linesOf(current?.decisions),
    originalText: current?.originalText,
  };
}

/** What a message said goes over what stood in the form; what it did not speak of stays. */
export function withReading(
  fields: UpdateFields,
  reading: Extract<Reading, { kind: 'update' }>,
  message: string,
): UpdateFields {
  const read = (field: (typeof itemFields)[number]) =>
    reading[field].length > 0 ? linesOf(reading[field]) : fields[field];
  return {
    ...fields,
    health: reading.health ?? fields.health,
    progress: reading.progress ?? fields.progress,
    summary: reading.summary,
    ...(Object.fromEntries(itemFields.map((field) => [field, read(field)])) as Pick<
      UpdateFields,
      (typeof itemFields)[number]
    >),
    originalText: message.slice(0, originalLimit),
  };
}

const linesOf = (items: readonly string[] | undefined): string => items?.join('\n') ?? '';
