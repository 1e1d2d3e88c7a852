/** A request above one of Teams' published limits. Times in ms; `retryAfter` in whole seconds. */
export interface Violation {
  at: number;
  /** The conversation (a channel with all its threads), or `app` for the limit over all of them. */
  scope: string;
  limit: number;
  windowSeconds: number;
  retryAfter: number;
}

interface Window {
  limit: number;
  seconds: number;
}

/** Per bot and conversation (Microsoft Learn, "Optimize your bot with rate limiting in Teams"). */
const sends: Window[] = [
  { limit: 7, seconds: 1 },
  { limit: 8, seconds: 2 },
  { limit: 60, seconds: 30 },
  { limit: 1800, seconds: 3600 },
];
const rosters: Window[] = sends.map(({ limit, seconds }) => ({ limit: limit * 2, seconds }));
const app: Window[] = [{ limit: 50, seconds: 1 }];

/**
 * Counts requests in sliding windows. Creates, posts, edits and deletes of a conversation count together (the
 * stricter reading of the page); a refused request counts for nothing. `now` answers ms.
 */
export function openTeamsLimits(now: () => number) {
  const seen = new Map<string, number[]>();
  return {
    /** Counts the request, or says which limit it is above. */
    admit(kind: 'send' | 'roster', conversation: string): Violation | undefined {
      const at = now();
      const scopes = [
        { key: `${kind} ${conversation}`, scope: conversation, windows: kind === 'send' ? sends : rosters },
        { key: 'app', scope: 'app', windows: app },
      ];
      for (const { key, scope, windows } of scopes) {
        const violation = exceeded(seen.get(key) ?? [], windows, at);
        if (violation) return { at, scope, ...violation };
      }
      for (const { key } of scopes) seen.set(key, [...(seen.get(key) ?? []), at]);
      return undefined;
    },
  };
}

function exceeded(times: number[], windows: Window[], at: number) {
  for (const { limit, seconds } of windows) {
    const inside = times.filter((time) => time > at - seconds * 1000);
    const oldest = inside[inside.length - limit];
    if (oldest === undefined) continue;
    const waitSeconds = (oldest + seconds * 1000 - at) / 1000;
    return { limit, windowSeconds: seconds, retryAfter: Math.max(1, Math.ceil(waitSeconds)) };
  }
  return undefined;
}
