import type { Actor } from '../shared/actor.ts';
import type { Instant } from '../shared/clock.ts';

/** Codes, days, ids and counts; never the words of somebody. */
type AuditValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** What was changed, from what to what: only the values that differ. */
export interface Change {
  /** The verb of the button: `role.save`. */
  readonly action: string;
  /** The id of the person or thing: an Entra object id, a project key, `settings`. */
  readonly about: string;
  readonly before: AuditValues;
  readonly after: AuditValues;
}

/** A change, who made it and when. */
export interface AuditEntry extends Change {
  readonly at: Instant;
  readonly actorId: string;
  readonly actorName: string;
}

/** A month in UTC, `2026-11`. */
export type Month = string;

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  list(month: Month): Promise<AuditEntry[]>;
}

/** What a use case calls once its change is stored. Never throws: what was done stays done. */
export type RecordChange = (actor: Actor, change: Change) => Promise<void>;

export const monthOf = (at: Instant): Month => at.slice(0, 7);
