import type { RecordChange } from '../audit/audit.ts';
import type { Actor } from '../shared/actor.ts';
import type { Language } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import {
  fieldsOf,
  parseSettings,
  type Settings,
  type SettingsFields,
  type SettingsProblem,
  type SettingsStore,
} from './settings.ts';

export interface SaveSettingsPorts {
  readonly settings: SettingsStore;
  /** The operator's: what holds while the mission chose none. */
  readonly defaultLanguage: Language;
  readonly record: RecordChange;
}

export type SaveSettingsError =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'invalid-form'; readonly problems: readonly SettingsProblem[] };

/** The settings as form fields, for the one who may change them. */
export function readSettings({ settings, defaultLanguage }: Omit<SaveSettingsPorts, 'record'>) {
  return async (actor: Actor): Promise<Result<SettingsFields, { kind: 'not-allowed' }>> =>
    isAtLeast(actor.role, 'lead')
      ? ok(fieldsOf(await settings.get(), defaultLanguage))
      : err({ kind: 'not-allowed' });
}

/** Stores the whole form, or nothing of it. Saving the same again changes nothing and leaves no trace. */
export function saveSettings({ settings, defaultLanguage, record }: SaveSettingsPorts) {
  return async (actor: Actor, form: unknown): Promise<Result<Settings, SaveSettingsError>> => {
    if (!isAtLeast(actor.role, 'lead')) return err({ kind: 'not-allowed' });
    const parsed = parseSettings(form);
    if (!parsed.ok) return err({ kind: 'invalid-form', problems: parsed.error });

    let before = await settings.get();
    const after = await settings.change((stored) => {
      before = stored;
      return parsed.value;
    });
    const [was, is] = [fieldsOf(before, defaultLanguage), fieldsOf(after, defaultLanguage)];
    const changed = (Object.keys(is) as (keyof SettingsFields)[]).filter((field) => is[field] !== was[field]);
    if (changed.length > 0) {
      const only = (fields: SettingsFields) =>
        Object.fromEntries(changed.map((field) => [field, fields[field]]));
      await record(actor, {
        action: 'settings.save',
        about: 'settings',
        before: only(was),
        after: only(is),
      });
    }
    return ok(after);
  };
}
