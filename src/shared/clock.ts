/** A moment in UTC, ISO 8601 with milliseconds (`2026-11-23T08:00:00.000Z`): sorts as text, stores as text. */
export type Instant = string;

/** The present, passed as an argument so that a test can hold it still. */
export type Clock = () => Instant;

/** `amount` may be negative. */
export function plusSeconds(at: Instant, amount: number): Instant {
  return new Date(Date.parse(at) + amount * 1000).toISOString();
}
