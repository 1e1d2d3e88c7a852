import { z } from 'zod';
import type { Person, PersonStore } from '../people/person.ts';
import { languages } from '../shared/language.ts';
import { roles } from '../shared/role.ts';
import { addressJson } from './address-json.ts';
import { jsonOf } from './json.ts';
import { encodeKey, type Row } from './limits.ts';
import { changeRow, type Table } from './table.ts';

const partitionKey = 'person';

const absencesJson = jsonOf(z.array(z.object({ from: z.string(), to: z.string() })));

const personRow = z
  .object({
    v: z.literal(1),
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    language: z.enum(languages),
    firstSeenAt: z.string(),
    welcomedAt: z.string().optional(),
    personalAddress: addressJson.optional(),
    roleSetById: z.string().optional(),
    isGuest: z.boolean().optional(),
    guestAskedAt: z.string().optional(),
    absences: absencesJson.optional(),
  })
  .transform(({ v: _, ...person }): Person => person);

export function personTable(table: Table): PersonStore {
  return {
    find: async (id) => (await table.find(personRow, partitionKey, encodeKey(id)))?.row,
    list: async () => (await table.list(personRow, partitionKey)).map(({ row }) => row),
    async change(id, change) {
      let changed: Person | undefined;
      await changeRow(table, personRow, { partitionKey, rowKey: encodeKey(id) }, (person) => {
        changed = change(person);
        return rowOf(changed);
      });
      if (!changed) throw new Error('a change was not applied');
      return changed;
    },
  };
}

const rowOf = ({ personalAddress, absences, ...person }: Person): Row => ({
  partitionKey,
  rowKey: encodeKey(person.id),
  v: 1,
  ...person,
  personalAddress: personalAddress && JSON.stringify(personalAddress),
  absences: absences && JSON.stringify(absences),
});
