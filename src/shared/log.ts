/** What a log line may carry: ids, codes, counts. Never a text somebody wrote, never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** `what` is a fixed sentence in English; the error's own message and stack go into the line, not to the person. */
export interface Log {
  info(what: string, fields?: LogFields): void;
  warn(what: string, fields?: LogFields): void;
  error(what: string, error: unknown, fields?: LogFields): void;
}
