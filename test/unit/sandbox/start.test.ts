import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../../sandbox/processes.ts';

describe('Starting the sandbox', () => {
  it('names a busy port, says what wanted it and what to do, and starts nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await start({ PLAYGROUND_PORT: String(port) });
    other.close();
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`Le port ${port}, prévu pour l’Agents Playground, est déjà pris`));
    assert.match(stderr, /PLAYGROUND_PORT=… pour en changer/);
    assert.match(stderr, /Arrêtez le programme qui l’utilise/);
  });

  it('refuses a port that is none', async () => {
    const { code, stderr } = await start({ BOT_PORT: '70000' });
    assert.equal(code, 1);
    assert.match(stderr, /BOT_PORT doit être un port entre 1 et 65535, et non « 70000 »/);
  });
});

async function start(ports: NodeJS.ProcessEnv): Promise<{ code: unknown; stderr: string }> {
  const free = {
    BOT_PORT: await findFreePort(),
    TABLE_PORT: await findFreePort(),
    QUEUE_PORT: await findFreePort(),
  };
  const env = { ...process.env, PLAYGROUND_PORT: String(await findFreePort()), BROWSER: 'none' };
  for (const [name, port] of Object.entries(free)) Object.assign(env, { [name]: String(port) });
  const script = fileURLToPath(new URL('../../../sandbox/start.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env: { ...env, ...ports } }, (error, _stdout, stderr) => {
      resolve({ code: error?.code, stderr });
    });
  });
}
