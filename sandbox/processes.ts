import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const GRACE_MS = 5_000;
const ready = { timeoutMs: 30_000, everyMs: 100 };

/** A problem whose message is meant for the person at the terminal; anything else that is thrown is a fault of ours. */
export class SandboxProblem extends Error {}

export interface Child {
  readonly name: string;
  readonly logPath: string;
  /** Settles when the process is gone, whoever ended it. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Resolves with the first match in what the process prints. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Asks it to stop, waits up to 5 s, then ends it and whatever it started. Calling it again is harmless. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  name: string;
  script: string;
  args?: readonly string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  logPath: string;
  /** What asks it to stop: Azurite for tables saves what it holds on SIGINT only. */
  stopSignal?: NodeJS.Signals;
}

/**
 * Starts a Node program. It gets a process group of its own: a Ctrl+C in the terminal then reaches only us, so that
 * the order in which things stop is ours, and what it started in turn stops with it.
 */
export function startChild(options: ChildOptions): Child {
  const { name, script, args = [], cwd, env = process.env, logPath, stopSignal = 'SIGTERM' } = options;
  mkdirSync(dirname(logPath), { recursive: true });
  const log = createWriteStream(logPath);
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (listeners.size === 0 && printed.length > 65_536) return;
      printed += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<Awaited<Child['exited']>>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  void exited.then(() => log.end());
  let stopping: Promise<void> | undefined;

  return {
    name,
    logPath,
    exited,
    says: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const match = printed.match(pattern);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
      }),
    stop: () => {
      stopping ??= endGroup(child, stopSignal, exited);
      return stopping;
    },
  };
}

/** Waits for `condition` while `child` lives. Fails when it dies first or takes more than 30 s, naming its log. */
export async function waitUntil(
  child: Child,
  condition: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  const died = child.exited.then(() => {
    throw new SandboxProblem(
      `${child.name} s’est arrêté au démarrage. Voir ${relative(process.cwd(), child.logPath)}`,
    );
  });
  const late = wait(ready.timeoutMs, undefined, { signal: over.signal }).then(() => {
    throw new SandboxProblem(
      `${child.name} n’est toujours pas prêt après 30 s. Voir ${relative(process.cwd(), child.logPath)}`,
    );
  });
  try {
    await Promise.race([condition(over.signal), died, late]);
  } finally {
    over.abort();
    died.catch(() => undefined);
    late.catch(() => undefined);
  }
}

/** Resolves as soon as `url` gives an answer that `accept` likes (by default any answer). */
export async function answers(
  url: string,
  signal: AbortSignal,
  accept = (_status: number) => true,
): Promise<void> {
  while (!signal.aborted) {
    const status = await fetch(url, { signal }).then(
      (response) => response.status,
      () => undefined,
    );
    if (status !== undefined && accept(status)) return;
    await wait(ready.everyMs);
  }
}

/** Whether nobody listens on this port of this machine, on any of its addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  const answered = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(port, host)));
  if (answered.includes(true)) return false;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port }, () => server.close(() => resolve(true)));
  });
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0 }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The script behind one of a package's commands, so that it runs without a shell and its pid is ours. */
export function commandScript(packageName: string, command: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> };
  const script = bin[command];
  if (!script) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), script);
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}

async function endGroup(
  child: ChildProcess,
  stopSignal: NodeJS.Signals,
  exited: Promise<unknown>,
): Promise<void> {
  const patience = new AbortController();
  signalGroup(child, stopSignal);
  await Promise.race([exited, wait(GRACE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  signalGroup(child, 'SIGKILL');
  await exited;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
