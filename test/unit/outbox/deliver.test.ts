import { deepEqual, equal } from 'node:assert/strict';
import type { Posted } from '../../../src/chat/poster.ts';
import { deliverNext } from '../../../src/outbox/deliver.ts';
import { enqueue, requeueForgotten } from '../../../src/outbox/enqueue.ts';
import type { Delivery } from '../../../src/outbox/outbox.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { message } from '../../support/samples.ts';

const posted: Posted = { kind: 'posted', messageId: '1700' };

/** An outbox whose Teams answers what is listed, then `posted`; `pass` lets time go by for clock and queue alike. */
function outboxHouse(answers: Posted[] = []) {
  const { outbox, queue, clock } = memoryStores();
  const start = Date.parse('2026-11-22T21:00:00.000Z');
  const now = () => new Date(start + clock.seconds * 1000).toISOString();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const posts: string[] = [];
  const ends: string[] = [];
  const poster = {
    post: async (_address: unknown, card: { body: unknown[] }) => {
      posts.push(card.body.length > 1 ? 'repeat' : 'first');
      return answers.shift() ?? posted;
    },
  };
  const settled = async ({ delivery }: { delivery: Delivery }) => {
    ends.push(delivery.state);
  };
  const ports = { outbox, queue, poster, settled, now, log };
  return {
    ...ports,
    ports,
    posts,
    ends,
    enqueue: enqueue({ outbox, queue, now, wake: () => {} }),
    requeue: requeueForgotten({ outbox, queue, now, wake: () => {} }),
    deliver: deliverNext(ports),
    pass: (seconds: number) => {
      clock.seconds += seconds;
    },
    state: async () => (await outbox.find(message()))?.delivery.state,
  };
}

describe('The outbox', () => {
  it('delivers a message once, however often it is enqueued', async () => {
    const house = outboxHouse();
    await house.enqueue(message());
    await house.enqueue(message());
    equal(await house.deliver(), true);
    equal(await house.deliver(), false);
    deepEqual([house.posts, house.ends, await house.state()], [['first'], ['sent'], 'sent']);
  });

  it('waits as long as Teams asked, then delivers', async () => {
    const house = outboxHouse([{ kind: 'later', reason: '429', afterSeconds: 40 }]);
    await house.enqueue(message());
    await house.deliver();
    house.pass(39);
    equal(await house.deliver(), false);
    house.pass(1);
    await house.deliver();
    deepEqual([house.posts, house.ends], [['first', 'first'], ['sent']]);
  });

  it('repeats an unknown outcome with a mark, and keeps the mark after a throttled repeat', async () => {
    const house = outboxHouse([
      { kind: 'unknown', reason: '502' },
      { kind: 'later', reason: '429' },
    ]);
    await house.enqueue(message());
    for (const seconds of [10, 10, 10]) {
      await house.deliver();
      house.pass(seconds);
    }
    deepEqual([house.posts, house.ends], [['first', 'repeat', 'repeat'], ['sent']]);
  });

  it('gives up what may be out already and must not be doubled', async () => {
    const house = outboxHouse([{ kind: 'unknown', reason: '502' }]);
    await house.enqueue(message({ ifUnknown: 'drop' }));
    await house.deliver();
    house.pass(10);
    await house.deliver();
    deepEqual([house.posts, house.ends], [['first'], ['failed']]);
  });

  for (const kind of ['gone', 'refused'] as const) {
    it(`tells at once what is ${kind}`, async () => {
      const house = outboxHouse([{ kind, reason: 'x' }]);
      await house.enqueue(message());
      await house.deliver();
      deepEqual([house.posts, house.ends, await house.state()], [['first'], ['failed'], 'failed']);
    });
  }

  it('gives up after thirty attempts and says so', async () => {
    const house = outboxHouse(Array(100).fill({ kind: 'later', reason: '429' }));
    await house.enqueue(message());
    for (let attempt = 0; attempt < 40; attempt += 1) {
      await house.deliver();
      house.pass(1000);
    }
    deepEqual([house.posts.length, house.ends], [30, ['failed']]);
  });

  it('takes a post that nobody finished for unknown, but not before its lease is over', async () => {
    const house = outboxHouse();
    await house.enqueue(message());
    const entry = await house.outbox.find(message());
    if (!entry) throw new Error('no entry');
    // Another instance has it in hand.
    await house.outbox.move(entry, {
      state: 'sending',
      since: house.now(),
      leaseUntil: '2026-11-22T21:01:00.000Z',
    });
    await house.deliver();
    deepEqual(house.posts, []);
    house.pass(61);
    await house.deliver();
    deepEqual(house.posts, ['repeat']);
  });

  it('finishes what a crash left between the post and its telling', async () => {
    const house = outboxHouse();
    await house.enqueue(message());
    let isBroken = true;
    const deliver = deliverNext({
      ...house.ports,
      settled: async (entry) => {
        if (isBroken) throw new Error('storage is away');
        return house.ports.settled(entry);
      },
    });
    await deliver().catch(() => {});
    isBroken = false;
    house.pass(61);
    await deliver();
    deepEqual([house.posts, house.ends], [['first'], ['sent']]);
  });

  it('finds again what never reached the queue', async () => {
    const house = outboxHouse();
    await house.outbox.add({ message: message(), delivery: { state: 'pending', since: house.now() } });
    await house.requeue();
    equal(await house.deliver(), false);
    house.pass(16 * 60);
    await house.requeue();
    await house.deliver();
    deepEqual(house.posts, ['first']);
  });

  it('throws away a queue message that names nothing', async () => {
    const house = outboxHouse();
    await house.queue.push({ day: '2026-11-22', id: 'nothing' });
    equal(await house.deliver(), true);
    house.pass(1000);
    equal(await house.deliver(), false);
  });
});
