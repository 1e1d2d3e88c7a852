import type { Address } from '../chat/address.ts';
import type { Actor } from '../shared/actor.ts';
import type { Instant } from '../shared/clock.ts';

/** Somebody who spoke to the bot. */
export interface Person extends Actor {
  readonly firstSeenAt: Instant;
  /** When the bot introduced itself; it does so once. */
  readonly welcomedAt?: Instant | undefined;
  /** Their one-to-one chat with the bot, when they have one. */
  readonly personalAddress?: Address | undefined;
}

export interface PersonStore {
  find(id: string): Promise<Person | undefined>;
  list(): Promise<Person[]>;
  /** Reads the person (undefined when unknown), applies `change` and stores it; a lost race is retried on fresh data. */
  change(id: string, change: (person: Person | undefined) => Person): Promise<Person>;
}
