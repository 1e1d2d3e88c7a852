import { createApp } from './app.ts';
import { parseConfig } from './config.ts';
import { openStorage } from './storage/storage.ts';
import { openLog } from './telemetry/log.ts';

/** sysexits.h: something is wrong with the configuration. */
const configurationError = 78;

const config = parseConfig(process.env);
if (!config.ok) {
  const problems = config.error.map((problem) => `  - ${problem}\n`).join('');
  process.stderr.write(
    `Transfo cannot start. Correct its environment (see docs/operations.md):\n${problems}`,
  );
  process.exit(configurationError);
}

const log = openLog(config.value.logLevel);
const app = createApp(config.value, {
  storage: openStorage(config.value.storage),
  now: () => new Date().toISOString(),
  log,
});

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping', { signal });
    app.close().then(
      () => process.exit(0),
      (error) => {
        log.error('stopping failed', error);
        process.exit(1);
      },
    );
  });
}

try {
  const { port } = await app.listen();
  log.info('ready', { host: config.value.host, port });
} catch (error) {
  log.error('starting failed', error);
  process.exit(1);
}
