import type { Clock } from '../shared/clock.ts';
import { plusSeconds } from '../shared/clock.ts';
import type { OutboxMessage, OutboxQueue, OutboxStore } from './outbox.ts';

export interface EnqueuePorts {
  readonly outbox: Pick<OutboxStore, 'add'>;
  readonly queue: Pick<OutboxQueue, 'push'>;
  readonly now: Clock;
  /** Called after something was queued, so that delivery need not wait for its next round. */
  readonly wake: () => void;
}

/** Ledger first, then queue: what a crash leaves between the two, `requeueForgotten` finds. */
export function enqueue({ outbox, queue, now, wake }: EnqueuePorts) {
  return async (message: OutboxMessage): Promise<void> => {
    const isNew = await outbox.add({ message, delivery: { state: 'pending', since: now() } });
    if (!isNew) return;
    await queue.push({ day: message.day, id: message.id });
    wake();
  };
}

/** Longer than any lease and any Retry-After worth waiting for in silence. */
const forgottenAfterSeconds = 15 * 60;

/** The repair job: puts back into the queue what the ledger knows of and nobody has touched for a while. */
export function requeueForgotten({
  outbox,
  queue,
  now,
}: EnqueuePorts & { outbox: Pick<OutboxStore, 'listUnsettled'> }) {
  return async (): Promise<void> => {
    const before = plusSeconds(now(), -forgottenAfterSeconds);
    const days = new Set([now(), plusSeconds(now(), -86_400)].map((at) => at.slice(0, 10)));
    for (const day of days) {
      for (const { message, delivery } of await outbox.listUnsettled(day)) {
        if (delivery.since < before) await queue.push({ day: message.day, id: message.id });
      }
    }
  };
}
