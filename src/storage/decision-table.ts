import { z } from 'zod';
import {
  type Answered,
  byAge,
  type ClosedDecision,
  type Decision,
  type DecisionStore,
  isLaterAsking,
  type OpenDecision,
  parseDecisionId,
  type Withdrawn,
} from '../decisions/decision.ts';
import type { Week } from '../shared/calendar.ts';
import { jsonOf } from './json.ts';
import type { Row } from './limits.ts';
import { changeRow, mostRaces, type Table } from './table.ts';

const week = z.string().transform((text) => text as Week);

const asked = {
  v: z.literal(1),
  id: z.string(),
  projectKey: z.string(),
  question: z.string(),
  askedWeek: week,
  position: z.number().int().nonnegative(),
  askedAt: z.string(),
  askedById: z.string(),
  askedByName: z.string(),
  lastAskedWeek: week,
  lastAskedVersion: z.number().int().positive(),
};

const openRow = z.object(asked).transform(
  ({ v: _, lastAskedWeek, lastAskedVersion, ...row }): OpenDecision => ({
    ...row,
    lastAsked: { week: lastAskedWeek, version: lastAskedVersion },
    state: { kind: 'open' },
  }),
);

const closing = { byId: z.string(), byName: z.string(), at: z.string() };
const end: z.ZodType<Answered | Withdrawn> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), answer: z.string(), ...closing }),
  z.object({ kind: z.literal('withdrawn'), ...closing }),
]);

const closedRow = z.object({ ...asked, end: jsonOf(end) }).transform(
  ({ v: _, end: state, lastAskedWeek, lastAskedVersion, ...row }): ClosedDecision => ({
    ...row,
    lastAsked: { week: lastAskedWeek, version: lastAskedVersion },
    state,
  }),
);

const openKey = 'open';

/**
 * Partition `open`: one row a question, so that it can be open once; partition of the year of the closing: one row each
 * time it was asked and closed, those of a question in a range.
 */
export function decisionTable(table: Table): DecisionStore {
  const findOpen = async (id: string) => {
    const stored = await table.find(openRow, openKey, questionOf(id));
    return stored?.row.id === id ? stored : undefined;
  };
  return {
    listOpen: async () => (await table.list(openRow, openKey)).map(({ row }) => row).sort(byAge),
    findOpen: async (id) => (await findOpen(id))?.row,
    addOpen: (decision) => table.insert(rowOf(decision)),
    noteAsked: (id, asking) =>
      changeRow(table, openRow, { partitionKey: openKey, rowKey: questionOf(id) }, (row) =>
        row?.id === id && isLaterAsking(asking, row.lastAsked)
          ? rowOf({ ...row, lastAsked: asking })
          : undefined,
      ),
    async removeOpen(id) {
      for (let attempt = 0; attempt < mostRaces; attempt += 1) {
        const stored = await findOpen(id);
        if (!stored || (await table.remove(openKey, questionOf(id), stored.etag))) return;
      }
      throw new Error(`removing the decision ${id} lost ${mostRaces} races in a row`);
    },
    async findClosed(id, years) {
      const found = await Promise.all(years.map((year) => table.find(closedRow, year, id)));
      return found.find((stored) => stored !== undefined)?.row;
    },
    async listClosed(questionId, years) {
      const found = await Promise.all(years.map((year) => table.list(closedRow, year, questionId)));
      return found.flat().map(({ row }) => row);
    },
    addClosed: (decision) =>
      table.insert({
        ...rowOf(decision),
        partitionKey: decision.state.at.slice(0, 4),
        rowKey: decision.id,
        end: JSON.stringify(decision.state),
      }),
  };
}

function questionOf(id: string): string {
  const parsed = parseDecisionId(id);
  if (!parsed) throw new RangeError('this is no id of a decision');
  return parsed.questionId;
}

const rowOf = ({ state: _, lastAsked, ...decision }: Decision): Row => ({
  partitionKey: openKey,
  rowKey: questionOf(decision.id),
  v: 1,
  ...decision,
  lastAskedWeek: lastAsked.week,
  lastAskedVersion: lastAsked.version,
});
