import { z } from 'zod';
import { type Day, parseDay, parseHour, type WeeklySlot } from '../shared/calendar.ts';
import { type Language, languages } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { cleanLines } from '../shared/text.ts';

/** What the mission decides for itself. */
export interface Settings {
  /** When the digest of the week that ended is published. */
  readonly digest: WeeklySlot;
  /** Of the mission channel, and of people who have none; the operator's while the mission chose none. */
  readonly defaultLanguage?: Language | undefined;
  /** Whether the mission rests on public holidays. */
  readonly holidays: boolean;
  /** Days the mission rests besides; in order. */
  readonly closedDays: readonly Day[];
}

export const defaultSettings: Settings = {
  digest: { weekday: 1, hour: '08:00' },
  holidays: true,
  closedDays: [],
};

export interface SettingsStore {
  /** What is stored, and the default for what is not. */
  get(): Promise<Settings>;
  /** A lost race is retried on fresh data. */
  change(change: (settings: Settings) => Settings): Promise<Settings>;
}

/** The weekend is always closed, and a digest that falls on it moves to Monday: it is not offered. */
export const digestWeekdays = [1, 2, 3, 4, 5] as const;
const closedDaysLimit = 60;

/** One input that cannot be taken; `problem` is a key of the texts under `settings.problems`. */
export interface SettingsProblem {
  readonly field: keyof SettingsFields;
  readonly problem: 'weekday' | 'hour' | 'language' | 'holidays' | 'closedDay' | 'tooManyDays';
}

/** Cut, not dropped: what is too long must not count as nothing. */
const text = z
  .string()
  .transform((typed) => typed.slice(0, 10_000))
  .catch('');
const shape = z.object({
  digestWeekday: text,
  digestHour: text,
  defaultLanguage: text,
  holidays: text,
  closedDays: text,
});

/** The settings as the inputs of their form, all text. */
export type SettingsFields = z.infer<typeof shape>;

/** The fields of a form as text, whatever arrived. */
export const readSettingsFields = (form: unknown): SettingsFields =>
  shape.safeParse(form).data ?? shape.parse({});

/** `fallback`: the operator's language. */
export const fieldsOf = (settings: Settings, fallback: Language): SettingsFields => ({
  digestWeekday: String(settings.digest.weekday),
  digestHour: settings.digest.hour,
  defaultLanguage: settings.defaultLanguage ?? fallback,
  holidays: String(settings.holidays),
  closedDays: settings.closedDays.join('\n'),
});

/** Anything → settings, or every problem at once, each with its field. */
export function parseSettings(form: unknown): Result<Settings, SettingsProblem[]> {
  const fields = readSettingsFields(form);
  const weekday = digestWeekdays.find((one) => String(one) === fields.digestWeekday);
  const hour = parseHour(fields.digestHour);
  const defaultLanguage = languages.find((one) => one === fields.defaultLanguage);
  const holidays = [true, false].find((one) => String(one) === fields.holidays);
  const lines = cleanLines(fields.closedDays);
  const days = lines.map((line) => parseDay(isoOf(line)));
  const closedDays = [...new Set(days.filter((day) => day !== undefined))].sort();

  const problems: SettingsProblem[] = [
    ...problemIf(weekday === undefined, 'digestWeekday', 'weekday'),
    ...problemIf(hour === undefined, 'digestHour', 'hour'),
    ...problemIf(defaultLanguage === undefined, 'defaultLanguage', 'language'),
    ...problemIf(holidays === undefined, 'holidays', 'holidays'),
    ...problemIf(days.includes(undefined), 'closedDays', 'closedDay'),
    ...problemIf(closedDays.length > closedDaysLimit, 'closedDays', 'tooManyDays'),
  ];
  if (problems.length > 0 || weekday === undefined || hour === undefined || holidays === undefined)
    return err(problems);
  return ok({ digest: { weekday, hour }, defaultLanguage, holidays, closedDays });
}

const problemIf = (
  isWrong: boolean,
  field: SettingsProblem['field'],
  problem: SettingsProblem['problem'],
): SettingsProblem[] => (isWrong ? [{ field, problem }] : []);

/** French hands write `24/12/2026`. */
const isoOf = (line: string): string => line.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
