import type { Address } from '../chat/address.ts';
import type { Actor } from '../shared/actor.ts';
import type { Day } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import type { Role } from '../shared/role.ts';

/** Somebody who spoke to the bot. `role` is the one they were given; what counts is `roleOf`. */
export interface Person extends Actor {
  readonly firstSeenAt: Instant;
  /** When the bot introduced itself; it does so once. */
  readonly welcomedAt?: Instant | undefined;
  /** Their one-to-one chat with the bot, when they have one. */
  readonly personalAddress?: Address | undefined;
  /** The lead who gave the role; none while it is that of the first contact. */
  readonly roleSetById?: string | undefined;
  /** Whether they are a guest of the organisation; undefined until Teams said so. */
  readonly isGuest?: boolean | undefined;
  /** When Teams was last asked whether they are a guest. */
  readonly guestAskedAt?: Instant | undefined;
  /** By first day. */
  readonly absences?: readonly Absence[] | undefined;
}

/** Both days included. */
export interface Absence {
  readonly from: Day;
  readonly to: Day;
}

export interface PersonStore {
  find(id: string): Promise<Person | undefined>;
  list(): Promise<Person[]>;
  /** Reads the person (undefined when unknown), applies `change` and stores it; a lost race is retried on fresh data. */
  change(id: string, change: (person: Person | undefined) => Person): Promise<Person>;
}

/** A guest is a partner, whatever role is stored. */
export const roleOf = ({ role, isGuest }: Pick<Person, 'role' | 'isGuest'>): Role =>
  isGuest ? 'partner' : role;

export const isAbsent = ({ absences }: Pick<Person, 'absences'>, day: Day): boolean =>
  (absences ?? []).some(({ from, to }) => from <= day && day <= to);
