import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playgroundConfig } from './playground-config.ts';
import { type Child, commandScript, SandboxProblem, startChild, waitUntil } from './processes.ts';

export interface PlaygroundOptions {
  /** The bot's endpoint, e.g. `http://127.0.0.1:3978/api/messages`. */
  botUrl: string;
  port: number;
  /** Where its configuration and logs go. */
  directory: string;
  /** Given the process as soon as it exists, so that it can be stopped while it is still starting. */
  onStart?: (child: Child) => void;
}

/**
 * Starts the Agents Playground with the people of the sandbox, and without telemetry. It never opens a browser: where
 * there is none (no `xdg-open`) trying would end it. It takes another port without a word when its own is busy, which
 * is refused here. Its page says `en-US` for everybody whatever the language of the machine.
 */
export async function startPlayground({
  botUrl,
  port,
  directory,
  onStart,
}: PlaygroundOptions): Promise<{ url: string; child: Child }> {
  mkdirSync(directory, { recursive: true });
  const config = join(directory, 'playground.json');
  writeFileSync(config, playgroundConfig());
  const child = startChild({
    name: 'Agents Playground',
    script: commandScript('@microsoft/m365agentsplayground', 'agentsplayground'),
    args: [
      'start',
      '--app-endpoint',
      botUrl,
      '--channel-id',
      'msteams',
      '--port',
      String(port),
      '--disable-telemetry',
    ],
    cwd: directory,
    env: {
      ...process.env,
      TZ: 'Pacific/Noumea',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(directory, 'playground-detail.log'),
    },
    logPath: join(directory, 'playground.log'),
  });
  onStart?.(child);
  let actualPort = 0;
  await waitUntil(child, async () => {
    actualPort = Number((await child.says(/Listening on (\d+)/))[1]);
  });
  if (actualPort !== port) {
    await child.stop();
    throw new SandboxProblem(
      `Le port ${port} (Agents Playground) vient d’être pris par un autre programme. Relancez la commande.`,
    );
  }
  return { url: `http://localhost:${port}`, child };
}
