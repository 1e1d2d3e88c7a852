import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

/** The development account and key every Azurite has, published by Microsoft. */
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export type Azurite = Awaited<ReturnType<typeof openAzurite>>;

/**
 * Azure's table and queue services on loopback, in memory, on free ports. `stop` is an outage: connections are
 * refused until `start`, on the same ports; what was stored is lost, as it is in memory. Throws when the
 * emulator does not start within 30 s, with what it printed.
 */
export async function openAzurite() {
  const [table, queue] = await Promise.all([openService('table'), openService('queue')]);
  const stop = async () => {
    await Promise.all([table.stop(), queue.stop()]);
  };
  return {
    /** For `TableServiceClient.fromConnectionString` and its like; those need `allowInsecureConnection`. */
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${accountKey}`,
      `TableEndpoint=http://127.0.0.1:${table.port}/${account}`,
      `QueueEndpoint=http://127.0.0.1:${queue.port}/${account}`,
      '',
    ].join(';'),
    stop,
    async start() {
      await Promise.all([table.start(), queue.start()]);
    },
    close: stop,
  };
}

async function openService(service: 'table' | 'queue') {
  const first = await startOnFreePort(service);
  const { port } = first;
  let { child } = first;
  return {
    port,
    stop: () => end(child),
    async start() {
      await end(child);
      child = await startService(service, port);
    },
  };
}

/** Azurite's table service does not tell which port it took, so it is given one, which another may have taken. */
async function startOnFreePort(service: 'table' | 'queue', attempts = 3) {
  const port = await freePort();
  try {
    return { port, child: await startService(service, port) };
  } catch (error) {
    if (attempts > 1 && String(error).includes('EADDRINUSE')) return startOnFreePort(service, attempts - 1);
    throw error;
  }
}

/** The emulator outlives a killed test run unless it listens to its parent's end. */
const endsWithParent = 'data:text/javascript,process.once("disconnect",()=>process.exit())';

async function startService(service: 'table' | 'queue', port: number): Promise<ChildProcess> {
  const main = createRequire(import.meta.url).resolve(`azurite/dist/src/${service}/main.js`);
  const options = ['--silent', '--skipApiVersionCheck', '--disableTelemetry', '--inMemoryPersistence'];
  const where = [`--${service}Host`, '127.0.0.1', `--${service}Port`, String(port)];
  const child = spawn(process.execPath, ['--import', endsWithParent, main, ...options, ...where], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  await listening(child, service);
  return child;
}

function listening(child: ChildProcess, service: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const printed: string[] = [];
  const fail = (why: string) => {
    child.kill('SIGKILL');
    reject(new Error(`Azurite ${service} ${why}.\n${printed.join('\n')}`));
  };
  const timer = setTimeout(() => fail('did not start within 30 s'), 30_000);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface(stream).on('line', (line) => {
      printed.push(line);
      if (/successfully (started|listen)/.test(line)) resolve();
    });
  }
  child.once('error', (error) => fail(`could not be run: ${error.message}`));
  child.once('close', (code) => fail(`ended with code ${code}`));
  return promise.finally(() => clearTimeout(timer));
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
