import { z } from 'zod';
import {
  isLater,
  type LatestUpdate,
  type Project,
  type ProjectChange,
  type ProjectStore,
  projectStates,
} from '../projects/project.ts';
import type { Week } from '../shared/calendar.ts';
import { healths } from '../shared/health.ts';
import { jsonList, jsonOf } from './json.ts';
import { encodeKey, type Row } from './limits.ts';
import { changeRow, type Table } from './table.ts';

const partitionKey = 'project';

const change: z.ZodType<ProjectChange> = z.object({
  byId: z.string(),
  byName: z.string(),
  at: z.string(),
  formId: z.string().optional(),
});

const projectRow = z
  .object({
    v: z.literal(1),
    key: z.string(),
    name: z.string(),
    programme: z.string(),
    organisation: z.string(),
    description: z.string(),
    state: z.enum(projectStates),
    referentId: z.string().optional(),
    deputyId: z.string().optional(),
    startDate: z.string().optional(),
    targetDate: z.string().optional(),
    // Rows from before projects could be edited have none of the three.
    aliases: jsonList.optional().transform((aliases) => aliases ?? []),
    revision: z.number().int().positive().default(1),
    changes: jsonOf(z.array(change))
      .optional()
      .transform((changes) => changes ?? []),
    latestWeek: z.string().optional(),
    latestVersion: z.number().optional(),
    latestHealth: z.enum(healths).optional(),
    latestProgress: z.number().optional(),
  })
  .transform(({ v: _, latestWeek, latestVersion, latestHealth, latestProgress, ...project }): Project => {
    const latest: LatestUpdate | undefined =
      latestWeek && latestVersion && latestHealth
        ? { week: latestWeek as Week, version: latestVersion, health: latestHealth, progress: latestProgress }
        : undefined;
    return { ...project, latest };
  });

export function projectTable(table: Table): ProjectStore {
  return {
    find: async (key) => (await table.find(projectRow, partitionKey, encodeKey(key)))?.row,
    list: async () => (await table.list(projectRow, partitionKey)).map(({ row }) => row),
    add: (project) => table.insert(rowOf(project)),
    async save(project, expected) {
      let outcome: 'saved' | 'changed' | 'missing' = 'missing';
      await changeRow(table, projectRow, { partitionKey, rowKey: encodeKey(project.key) }, (stored) => {
        outcome = !stored ? 'missing' : stored.revision === expected ? 'saved' : 'changed';
        return stored && outcome === 'saved'
          ? rowOf({ ...project, revision: expected + 1, latest: stored.latest })
          : undefined;
      });
      return outcome;
    },
    noteLatest: (key, latest) =>
      changeRow(table, projectRow, { partitionKey, rowKey: encodeKey(key) }, (project) =>
        project && isLater(latest, project.latest) ? rowOf({ ...project, latest }) : undefined,
      ),
  };
}

const rowOf = ({ latest, aliases, changes, ...project }: Project): Row => ({
  partitionKey,
  rowKey: encodeKey(project.key),
  v: 1,
  ...project,
  aliases: JSON.stringify(aliases),
  changes: JSON.stringify(changes),
  latestWeek: latest?.week,
  latestVersion: latest?.version,
  latestHealth: latest?.health,
  latestProgress: latest?.progress,
});
