import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { AuditStore, RecordChange } from './audit.ts';

export interface RecordChangePorts {
  readonly audit: Pick<AuditStore, 'add'>;
  readonly now: Clock;
  readonly log: Log;
}

/** Writes who changed what, after the change; a line that could not be written is in the log instead. */
export function recordChange({ audit, now, log }: RecordChangePorts): RecordChange {
  return async (actor, change) => {
    const at = now();
    try {
      await audit.add({ ...change, at, actorId: actor.id, actorName: actor.name });
    } catch (error) {
      const { action, about, before, after } = change;
      log.error('a change is missing from the audit', error, {
        at,
        actorId: actor.id,
        action,
        about,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
      });
    }
  };
}
