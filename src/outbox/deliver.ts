import { box, type Card, line } from '../chat/card.ts';
import type { Posted, Poster } from '../chat/poster.ts';
import { type Clock, plusSeconds } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { Delivery, OutboxEntry, OutboxQueue, OutboxStore, TakenRef } from './outbox.ts';

export interface DeliverPorts {
  readonly outbox: Pick<OutboxStore, 'find' | 'move'>;
  readonly queue: Pick<OutboxQueue, 'take' | 'postpone' | 'remove'>;
  readonly poster: Pick<Poster, 'post'>;
  /** Told every end, `sent` or `failed`; may be told the same one twice. */
  readonly settled: (entry: OutboxEntry) => Promise<void>;
  readonly now: Clock;
  readonly log: Log;
}

/** Longer than the connector's time-outs together, so that a lease outlives the post it covers. */
const leaseSeconds = 60;
const mostAttempts = 30;

/**
 * Delivers one queued message. Answers false when the queue had none. A crash at any line leaves the reference in the
 * queue and the ledger saying how far it came.
 */
export function deliverNext(ports: DeliverPorts) {
  const { outbox, queue, log } = ports;
  return async (): Promise<boolean> => {
    const taken = await queue.take(leaseSeconds);
    if (!taken) return false;
    const entry = taken.ref && (await outbox.find(taken.ref));
    if (!entry) {
      log.warn('a queue message names nothing in the ledger', { id: taken.ref?.id });
      await queue.remove(taken);
      return true;
    }
    await deliver(ports, taken, entry);
    return true;
  };
}

async function deliver(ports: DeliverPorts, taken: TakenRef, entry: OutboxEntry): Promise<void> {
  const { outbox, queue, poster, now } = ports;
  const { message, delivery } = entry;

  if (delivery.state === 'sent' || delivery.state === 'failed') return settle(ports, taken, entry);
  if (delivery.state === 'sending' && delivery.leaseUntil > now()) {
    return queue.postpone(taken, leaseSeconds);
  }
  const isRepeat = delivery.state === 'sending';
  if (isRepeat && message.ifUnknown === 'drop')
    return end(ports, taken, entry, failed(now, 'unknown outcome'));
  if (taken.attempts > mostAttempts) return end(ports, taken, entry, failed(now, 'too many attempts'));

  const sending: Delivery = { state: 'sending', since: now(), leaseUntil: plusSeconds(now(), leaseSeconds) };
  if (!(await outbox.move(entry, sending))) return queue.postpone(taken, leaseSeconds);

  const posted = await poster.post(
    message.address,
    isRepeat ? asRepeat(message.card, message.repeatNote) : message.card,
  );
  const inFlight = { message, delivery: sending };
  if (posted.kind === 'later' || posted.kind === 'unknown')
    return retry(ports, taken, inFlight, posted, isRepeat);
  return end(
    ports,
    taken,
    inFlight,
    posted.kind === 'posted'
      ? { state: 'sent', since: now(), messageId: posted.messageId }
      : failed(now, `${posted.kind}: ${posted.reason}`),
  );
}

/** `unknown`, now or at an earlier attempt, stays `sending` in the ledger: that is how the next attempt knows. */
async function retry(
  { outbox, queue, now, log }: DeliverPorts,
  taken: TakenRef,
  entry: OutboxEntry,
  posted: Extract<Posted, { kind: 'later' | 'unknown' }>,
  mayBeOut: boolean,
): Promise<void> {
  const seconds = (posted.kind === 'later' && posted.afterSeconds) || Math.min(2 ** taken.attempts, 900);
  log.warn('a message was not delivered yet', {
    id: entry.message.id,
    outcome: posted.kind,
    reason: posted.reason,
    seconds,
  });
  const since = now();
  const isUnknown = posted.kind === 'unknown' || mayBeOut;
  await outbox.move(
    entry,
    isUnknown ? { state: 'sending', since, leaseUntil: since } : { state: 'pending', since },
  );
  await queue.postpone(taken, seconds);
}

async function end(
  ports: DeliverPorts,
  taken: TakenRef,
  entry: OutboxEntry,
  delivery: Delivery,
): Promise<void> {
  if (delivery.state === 'failed') {
    ports.log.warn('a message will not be delivered', { id: entry.message.id, reason: delivery.reason });
  }
  // When somebody else moved it meanwhile, the reference stays and the next attempt reads what they wrote.
  if (!(await ports.outbox.move(entry, delivery))) return ports.queue.postpone(taken, leaseSeconds);
  return settle(ports, taken, { message: entry.message, delivery });
}

async function settle({ settled, queue }: DeliverPorts, taken: TakenRef, entry: OutboxEntry): Promise<void> {
  await settled(entry);
  await queue.remove(taken);
}

const failed = (now: Clock, reason: string): Delivery => ({ state: 'failed', since: now(), reason });

const asRepeat = (card: Card, note: string): Card => ({
  ...card,
  body: [box([line(note)], { style: 'warning' }), ...card.body],
});
