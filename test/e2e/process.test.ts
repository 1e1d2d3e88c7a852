import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { azurite, uniquePrefix } from '../support/hooks.ts';

const started: ChildProcess[] = [];

/** The process as an operator starts it, with nothing but the given environment. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return { child, err: text(child.stderr), exit: once(child, 'exit') };
}

/** Where it says it listens. */
async function readyPort(child: ChildProcess): Promise<number> {
  for await (const chunk of child.stdout ?? []) {
    const ready = /"port":(\d+),"msg":"ready"/.exec(String(chunk));
    if (ready) return Number(ready[1]);
  }
  throw new Error('it ended without being ready');
}

describe('The process', () => {
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  it('names every problem of its environment at once, shows no secret, and exits with 78', async () => {
    const { err, exit } = start({
      BOT_APP_TYPE: 'SingleTenant',
      BOT_APP_ID: 'not-a-guid',
      BOT_APP_PASSWORD: 'S3cret!',
      LEAD_IDS: 'lea@example.nc',
      STORAGE_PREFIX: '9-bad',
      STORAGE_ACCOUNT: 'Not An Account',
      TIME_ZONE: 'Pacific/Atlantis',
      DEFAULT_LANGUAGE: 'es',
      PORT: 'many',
      LOG_LEVEL: 'loud',
    });
    deepEqual(await exit, [78, null]);
    const said = await err;
    for (const name of [
      'BOT_APP_ID',
      'BOT_TENANT_ID',
      'LEAD_IDS',
      'STORAGE_PREFIX',
      'STORAGE_ACCOUNT',
      'TIME_ZONE',
      'DEFAULT_LANGUAGE',
      'PORT',
      'LOG_LEVEL',
    ]) {
      match(said, new RegExp(`^  - ${name} .+\\.$`, 'm'));
    }
    doesNotMatch(said, /S3cret|not-a-guid|lea@example/);
  });

  it('refuses to be open to the network without authentication', async () => {
    const { err, exit } = start({ BOT_APP_TYPE: 'none', HOST: '0.0.0.0', STORAGE_ACCOUNT: 'transfo' });
    deepEqual(await exit, [78, null]);
    match(await err, /HOST must be a loopback address/);
  });

  it('serves until it is told to stop', async () => {
    const { connectionString } = await azurite();
    const { child, exit } = start({
      BOT_APP_TYPE: 'none',
      PORT: '0',
      STORAGE_CONNECTION_STRING: connectionString,
      STORAGE_PREFIX: uniquePrefix(),
    });
    const port = await readyPort(child);
    equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
    child.kill('SIGTERM');
    deepEqual(await exit, [0, null]);
  });
});
