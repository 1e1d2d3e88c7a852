import { z } from 'zod';
import { type AuditEntry, type AuditStore, monthOf } from '../audit/audit.ts';
import { newUlid } from '../shared/ids.ts';
import { jsonOf } from './json.ts';
import type { Table } from './table.ts';

const values = jsonOf(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])));

const auditRow = z
  .object({
    v: z.literal(1),
    at: z.string(),
    actorId: z.string(),
    actorName: z.string(),
    action: z.string(),
    about: z.string(),
    before: values,
    after: values,
  })
  .transform(({ v: _, ...entry }): AuditEntry => entry);

/** Partition: the month; row: a ULID, so that a month reads in the order of writing. */
export function auditTable(table: Table): AuditStore {
  return {
    async add(entry) {
      await table.insert({
        partitionKey: monthOf(entry.at),
        rowKey: newUlid(),
        v: 1,
        ...entry,
        before: JSON.stringify(entry.before),
        after: JSON.stringify(entry.after),
      });
    },
    list: async (month) => (await table.list(auditRow, month)).map(({ row }) => row),
  };
}
