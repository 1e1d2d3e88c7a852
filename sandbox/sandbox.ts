import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStorage } from '../src/storage/storage.ts';
import { bindGeneral, loadSample } from './load-sample.ts';
import { startPlayground } from './playground.ts';
import { LEAD, TEAM, TENANT_ID } from './playground-config.ts';
import {
  answers,
  type Child,
  commandScript,
  isPortFree,
  SandboxProblem,
  startChild,
  waitUntil,
} from './processes.ts';

interface Ports {
  bot: number;
  playground: number;
  table: number;
  queue: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDirectory = join(root, '.data');
const storageDirectory = join(dataDirectory, 'azurite');
const logDirectory = join(dataDirectory, 'logs');

/** The account and key every Azurite has: public, see its README. */
const AZURITE_ACCOUNT = 'devstoreaccount1';
const AZURITE_KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** What a developer's own environment must not bring into the sandbox: it talks to nothing outside this machine. */
const NOT_FOR_THE_SANDBOX = [
  'BOT_APP_ID',
  'BOT_APP_PASSWORD',
  'STORAGE_ACCOUNT',
  'ALLOWED_TENANTS',
  'ALLOWED_SERVICE_HOSTS',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
];

/**
 * Runs the sandbox until a signal asks it to stop (answers 0) or something goes wrong (says what, answers 1).
 * Either way nothing it started is left running.
 */
export async function runSandbox(): Promise<number> {
  const stopRequested = signalReceived();
  const children = keepChildren();
  try {
    const cause = await Promise.race([stopRequested, startAll(children).then(() => children.firstDeath())]);
    if (cause === 'signal') return 0;
    console.error(`\n${cause.name} s’est arrêté tout seul. Voir ${relative(process.cwd(), cause.logPath)}`);
    return 1;
  } catch (error) {
    if (!(error instanceof SandboxProblem)) throw error;
    console.error(`\n${error.message}`);
    return 1;
  } finally {
    await children.stop();
  }
}

async function startAll(children: Children): Promise<void> {
  const ports = readPorts(process.env);
  await refuseBusyPorts(ports);
  const connectionString = await startStorage(children, ports);
  const botUrl = await startBot(children, ports, connectionString);
  await loadSampleOnce(connectionString, ports.playground);
  const playground = await startPlayground({
    botUrl: `${botUrl}/api/messages`,
    port: ports.playground,
    directory: logDirectory,
    onStart: children.add,
  });
  announce(playground.url);
  if (process.env.BROWSER !== 'none') openBrowser(playground.url);
}

async function startStorage(children: Children, ports: Ports): Promise<string> {
  mkdirSync(storageDirectory, { recursive: true });
  const table = children.add(azurite('table', ports.table));
  const queue = children.add(azurite('queue', ports.queue));
  await Promise.all([
    waitUntil(table, (signal) => answers(`http://127.0.0.1:${ports.table}/`, signal)),
    waitUntil(queue, (signal) => answers(`http://127.0.0.1:${ports.queue}/`, signal)),
  ]);
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${AZURITE_ACCOUNT}`,
    `AccountKey=${AZURITE_KEY}`,
    `TableEndpoint=http://127.0.0.1:${ports.table}/${AZURITE_ACCOUNT}`,
    `QueueEndpoint=http://127.0.0.1:${ports.queue}/${AZURITE_ACCOUNT}`,
  ].join(';');
}

function azurite(kind: 'table' | 'queue', port: number): Child {
  return startChild({
    name: kind === 'table' ? 'Azurite (tables)' : 'Azurite (file d’attente)',
    script: commandScript('azurite', `azurite-${kind}`),
    args: [
      `--${kind}Host`,
      '127.0.0.1',
      `--${kind}Port`,
      String(port),
      '--location',
      storageDirectory,
      '--disableTelemetry',
      '--silent',
      '--skipApiVersionCheck',
    ],
    cwd: storageDirectory,
    logPath: join(logDirectory, `azurite-${kind}.log`),
    stopSignal: 'SIGINT',
  });
}

async function startBot(children: Children, ports: Ports, connectionString: string): Promise<string> {
  const env = { ...process.env };
  for (const name of NOT_FOR_THE_SANDBOX) delete env[name];
  const bot = children.add(
    startChild({
      name: 'Le bot',
      script: join(root, 'src', 'main.ts'),
      cwd: root,
      env: {
        ...env,
        BOT_APP_TYPE: 'none',
        BOT_TENANT_ID: TENANT_ID,
        LEAD_IDS: LEAD.id,
        HOST: '127.0.0.1',
        PORT: String(ports.bot),
        STORAGE_CONNECTION_STRING: connectionString,
      },
      logPath: join(logDirectory, 'bot.log'),
    }),
  );
  const url = `http://127.0.0.1:${ports.bot}`;
  await waitUntil(bot, (signal) => answers(`${url}/readyz`, signal, (status) => status === 200));
  return url;
}

/** Once a storage: what somebody changed or removed since is theirs. */
async function loadSampleOnce(connectionString: string, playgroundPort: number): Promise<void> {
  const storage = openStorage({
    kind: 'connectionString',
    connectionString,
    prefix: process.env.STORAGE_PREFIX || 'transfo',
  });
  const now = new Date().toISOString();
  const marker = join(storageDirectory, 'sample-data-stored');
  if (!existsSync(marker)) {
    await loadSample(storage, now);
    await bindGeneral(storage, now, playgroundPort);
    writeFileSync(marker, '');
  }
  // The Playground may listen elsewhere this time.
  const bound = await storage.channels.findBound();
  if (bound?.address.conversationId === TEAM.id) await bindGeneral(storage, bound.boundAt, playgroundPort);
}

function readPorts(env: NodeJS.ProcessEnv): Ports {
  return {
    bot: readPort(env, 'BOT_PORT', 3978),
    playground: readPort(env, 'PLAYGROUND_PORT', 56150),
    table: readPort(env, 'TABLE_PORT', 10002),
    queue: readPort(env, 'QUEUE_PORT', 10001),
  };
}

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SandboxProblem(`${name} doit être un port entre 1 et 65535, et non « ${text} ».`);
}

async function refuseBusyPorts(ports: Ports): Promise<void> {
  const wanted = [
    { port: ports.bot, variable: 'BOT_PORT', what: 'le bot' },
    { port: ports.playground, variable: 'PLAYGROUND_PORT', what: 'l’Agents Playground' },
    { port: ports.table, variable: 'TABLE_PORT', what: 'Azurite (tables)' },
    { port: ports.queue, variable: 'QUEUE_PORT', what: 'Azurite (file d’attente)' },
  ];
  const busy: string[] = [];
  for (const { port, variable, what } of wanted) {
    if (!(await isPortFree(port))) {
      busy.push(`Le port ${port}, prévu pour ${what}, est déjà pris (${variable}=… pour en changer).`);
    }
  }
  if (busy.length === 0) return;
  const advice =
    'Arrêtez le programme qui l’utilise (peut-être un essai précédent), puis relancez npm start.';
  throw new SandboxProblem([...busy, advice].join('\n'));
}

function announce(url: string): void {
  console.log(`
Transfo est prêt : ${url}

Vous y êtes « ${LEAD.name} ». Trois choses à essayer :
  1. dans « Personal Chat », écrivez : bonjour
  2. au même endroit, publiez une mise à jour : maj NCCO
  3. dans le canal « General », écrivez : @Transfo point publier

Journaux : ${relative(process.cwd(), logDirectory) || '.'}    Tout recommencer : supprimer .data    Arrêter : Ctrl+C
`);
}

/** Best effort: the address is printed anyway, and many machines have no browser. */
function openBrowser(url: string): void {
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

function signalReceived(): Promise<'signal'> {
  return new Promise((resolve) => {
    // Kept on after the first: a second Ctrl+C must not leave children behind.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve('signal'));
  });
}

interface Children {
  add(child: Child): Child;
  firstDeath(): Promise<Child>;
  /** Stops all, the last started first; what is started from then on is stopped at once. */
  stop(): Promise<void>;
}

function keepChildren(): Children {
  const started: Child[] = [];
  let stopping = false;
  return {
    add: (child) => {
      started.push(child);
      if (stopping) void child.stop();
      return child;
    },
    firstDeath: () => Promise.race(started.map((child) => child.exited.then(() => child))),
    stop: async () => {
      stopping = true;
      for (const child of started.reverse()) await child.stop();
    },
  };
}
