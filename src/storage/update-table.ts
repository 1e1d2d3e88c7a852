import { z } from 'zod';
import type { Week } from '../shared/calendar.ts';
import { healths } from '../shared/health.ts';
import type { Update, UpdateStore } from '../updates/update.ts';
import { jsonList } from './json.ts';
import { encodeKey, type Row } from './limits.ts';
import { mostRaces, type Table, type Write } from './table.ts';

const updateRow = z
  .object({
    v: z.literal(1),
    partitionKey: z.string().transform((week) => week as Week),
    projectKey: z.string(),
    version: z.number().int().positive(),
    health: z.enum(healths),
    progress: z.number().optional(),
    summary: z.string(),
    done: jsonList,
    next: jsonList,
    risks: jsonList,
    decisions: jsonList,
    unchangedWeeks: z.number().int().nonnegative().default(0),
    originalText: z.string().optional(),
    authorId: z.string(),
    authorName: z.string(),
    at: z.string(),
  })
  .transform(({ v: _, partitionKey: week, ...update }): Update => ({ week, ...update }));

const formRow = z.object({
  v: z.literal(1),
  projectKey: z.string(),
  version: z.number(),
  authorId: z.string(),
});

/** Partition: the week. `current~KEY`, `version~KEY~0003`, `form~ULID`: written in one transaction. */
export function updateTable(table: Table): UpdateStore {
  const version = async (week: Week, key: string, number: number) =>
    (await table.find(updateRow, week, versionKey(key, number)))?.row;

  /** What this form recorded already, or under which key to record that it was used. */
  const readForm = async (week: Week, formId: string, authorId: string) => {
    const recorded = async (rowKey: string) => {
      const form = await table.find(formRow, week, rowKey);
      return (
        form && {
          authorId: form.row.authorId,
          update: await version(week, form.row.projectKey, form.row.version),
        }
      );
    };
    const rowKey = `form~${formId}`;
    const first = await recorded(rowKey);
    if (!first || first.authorId === authorId) return { rowKey, update: first?.update };
    // A form in a channel is one card for many hands: what each of them sends is an update of its own.
    const ownKey = `form~${formId}~${encodeKey(authorId)}`;
    return { rowKey: ownKey, update: (await recorded(ownKey))?.update };
  };

  const find = async (week: Week, key: string) => (await table.find(updateRow, week, currentKey(key)))?.row;

  return {
    find,
    listOfProject: async (key, weeks) =>
      (await Promise.all(weeks.map((week) => find(week, key)))).filter((update) => update !== undefined),
    findByForm: async (week, formId, authorId) => (await readForm(week, formId, authorId)).update,
    listVersions: async (week, key) =>
      (await table.list(updateRow, week, `version~${encodeKey(key)}`)).map(({ row }) => row),
    listOfWeek: async (week) => (await table.list(updateRow, week, 'current')).map(({ row }) => row),

    async save(draft, formId) {
      const { week, projectKey } = draft;
      for (let attempt = 0; attempt < mostRaces; attempt += 1) {
        const [form, current] = await Promise.all([
          readForm(week, formId, draft.authorId),
          table.find(updateRow, week, currentKey(projectKey)),
        ]);
        if (form.update) return form.update;

        const update: Update = { ...draft, version: (current?.row.version ?? 0) + 1 };
        const now = rowOf(update, currentKey(projectKey));
        const formMark: Row = {
          partitionKey: week,
          rowKey: form.rowKey,
          v: 1,
          projectKey,
          version: update.version,
          authorId: draft.authorId,
        };
        const writes: Write[] = [
          { kind: 'insert', row: formMark },
          { kind: 'insert', row: rowOf(update, versionKey(projectKey, update.version)) },
          current ? { kind: 'replace', row: now, etag: current.etag } : { kind: 'insert', row: now },
        ];
        if (await table.write(writes)) return update;
      }
      throw new Error(`the update of ${projectKey} lost ${mostRaces} races in a row`);
    },
  };
}

const currentKey = (key: string) => `current~${encodeKey(key)}`;
const versionKey = (key: string, version: number) =>
  `version~${encodeKey(key)}~${String(version).padStart(4, '0')}`;

const rowOf = ({ week, done, next, risks, decisions, ...rest }: Update, rowKey: string): Row => ({
  partitionKey: week,
  rowKey,
  v: 1,
  ...rest,
  done: JSON.stringify(done),
  next: JSON.stringify(next),
  risks: JSON.stringify(risks),
  decisions: JSON.stringify(decisions),
});
