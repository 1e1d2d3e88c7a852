/**
 * `npm start`: storage, bot, Agents Playground and sample data on this machine, and nothing outside it.
 *
 * | variable | default | |
 * |---|---|---|
 * | `BOT_PORT` | 3978 | the bot |
 * | `PLAYGROUND_PORT` | 56150 | the Agents Playground |
 * | `QUEUE_PORT`, `TABLE_PORT` | 10001, 10002 | Azurite |
 * | `BROWSER` | the system's | `none` opens no browser |
 *
 * Everything it writes is under `.data/`, and is found again at the next start.
 */
import { runSandbox } from './sandbox.ts';

process.exit(await runSandbox());
