import { type Azurite, openAzurite } from './azurite.ts';

let shared: Promise<Azurite> | undefined;
let prefixes = 0;

/**
 * The Azurite of the whole run, started when a test first asks. Tests share it, so each keeps to its own
 * `uniquePrefix()`, and one that needs an outage opens its own.
 */
export function azurite(): Promise<Pick<Azurite, 'connectionString'>> {
  shared ??= openAzurite();
  return shared;
}

/** Starts the names of a test's tables and queues: a lower-case letter, then letters and digits; never the same. */
export function uniquePrefix(): string {
  prefixes += 1;
  return `t${Date.now().toString(36)}p${process.pid.toString(36)}n${prefixes.toString(36)}`;
}

/** Mocha calls it after the last test. */
export async function mochaGlobalTeardown() {
  const opened = await shared?.catch(() => undefined);
  await opened?.close();
}
