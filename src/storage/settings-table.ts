import { z } from 'zod';
import { defaultSettings, type Settings, type SettingsStore } from '../settings/settings.ts';
import { languages } from '../shared/language.ts';
import { jsonOf } from './json.ts';
import { changeRow, type Table } from './table.ts';

const key = { partitionKey: 'settings', rowKey: 'mission' };

const settings: z.ZodType<Settings> = z.object({
  digest: z.object({ weekday: z.number().int().min(1).max(7), hour: z.string().regex(/^\d{2}:\d{2}$/) }),
  defaultLanguage: z.enum(languages).optional(),
  holidays: z.boolean().default(defaultSettings.holidays),
  closedDays: z.array(z.string()).default([]),
});

const settingsRow = z.object({ v: z.literal(1), value: jsonOf(settings) });

export function settingsTable(table: Table): SettingsStore {
  return {
    get: async () =>
      (await table.find(settingsRow, key.partitionKey, key.rowKey))?.row.value ?? defaultSettings,
    async change(change) {
      let changed = defaultSettings;
      await changeRow(table, settingsRow, key, (row) => {
        changed = change(row?.value ?? defaultSettings);
        return { ...key, v: 1, value: JSON.stringify(changed) };
      });
      return changed;
    },
  };
}
