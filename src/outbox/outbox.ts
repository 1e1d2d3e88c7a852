import type { Address } from '../chat/address.ts';
import type { Card } from '../chat/card.ts';
import type { Day, Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';

/** A message the bot sends on its own initiative. Its id is named after its meaning, so that the same one is sent once. */
export interface OutboxMessage {
  readonly id: string;
  /** The UTC day it is due: with the id, where the ledger keeps it. */
  readonly day: Day;
  /** What it is for: told how the delivery ended. */
  readonly about: About;
  readonly address: Address;
  readonly card: Card;
  /**
   * What to do when nobody knows whether it went out: `repeat` sends it again with `repeatNote` at its top, `drop`
   * gives up (a missing message is better than a doubled one).
   */
  readonly ifUnknown: 'repeat' | 'drop';
  readonly repeatNote: string;
}

export type About =
  | { readonly kind: 'digest'; readonly conversationId: string; readonly week: Week }
  /** Tells one person something, in private. */
  | { readonly kind: 'notice'; readonly personId: string };

/** A message in the ledger. */
export interface OutboxEntry {
  readonly message: OutboxMessage;
  readonly delivery: Delivery;
}

export type Delivery =
  | { readonly state: 'pending'; readonly since: Instant }
  /** Handed to Teams by somebody; after `leaseUntil` that somebody is dead and the outcome unknown. */
  | { readonly state: 'sending'; readonly since: Instant; readonly leaseUntil: Instant }
  | { readonly state: 'sent'; readonly since: Instant; readonly messageId: string }
  | { readonly state: 'failed'; readonly since: Instant; readonly reason: string };

/** Where a message is in the ledger. */
export type OutboxRef = Pick<OutboxMessage, 'day' | 'id'>;

export interface OutboxStore {
  /** False when the ledger has it already. */
  add(entry: OutboxEntry): Promise<boolean>;
  find(ref: OutboxRef): Promise<OutboxEntry | undefined>;
  /** Changes the delivery of an entry as it was read; false when somebody else changed it meanwhile. */
  move(entry: OutboxEntry, delivery: Delivery): Promise<boolean>;
  /** Of one due day, those neither sent nor failed. */
  listUnsettled(day: Day): Promise<OutboxEntry[]>;
}

/** Carries references only; what a message is stands in the ledger. At least once, in no order. */
export interface OutboxQueue {
  push(ref: OutboxRef): Promise<void>;
  /** Hides the reference from others for `leaseSeconds`; undefined when there is none to take. */
  take(leaseSeconds: number): Promise<TakenRef | undefined>;
  /** Shows it again after `seconds`. */
  postpone(taken: TakenRef, seconds: number): Promise<void>;
  remove(taken: TakenRef): Promise<void>;
}

export interface TakenRef {
  /** Undefined for a queue message that is not ours to understand. */
  readonly ref: OutboxRef | undefined;
  /** How many times it was taken, this one included. */
  readonly attempts: number;
  /** The queue's own handle. */
  readonly receipt: unknown;
}
