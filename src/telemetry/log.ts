import { pino } from 'pino';
import type { Log } from '../shared/log.ts';

/** JSON lines on standard output. `level`: a pino level. */
export function openLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (what, fields) => logger.info(fields ?? {}, what),
    warn: (what, fields) => logger.warn(fields ?? {}, what),
    error: (what, error, fields) => logger.error({ ...fields, err: error }, what),
  };
}
