import type { WeeklySlot } from '../shared/calendar.ts';

/** What the mission decides for itself. */
export interface Settings {
  /** When the digest of the week that ended is published. */
  readonly digest: WeeklySlot;
}

export const defaultSettings: Settings = { digest: { weekday: 1, hour: '08:00' } };

export interface SettingsStore {
  /** What is stored, and the default for what is not. */
  get(): Promise<Settings>;
  /** A lost race is retried on fresh data. */
  change(change: (settings: Settings) => Settings): Promise<Settings>;
}
