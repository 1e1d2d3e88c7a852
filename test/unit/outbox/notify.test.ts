import { deepEqual, equal } from 'node:assert/strict';
import { card, line } from '../../../src/chat/card.ts';
import { enqueue } from '../../../src/outbox/enqueue.ts';
import { notify } from '../../../src/outbox/notify.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { channelAddress, person } from '../../support/samples.ts';

describe('A notice to one person', () => {
  const personalAddress = { ...channelAddress('a:chat'), kind: 'personal' as const, teamId: undefined };
  const meaning = { id: 'decision~x', at: '2026-11-19T22:00:00.000Z' };

  function noticeHouse() {
    const stores = memoryStores();
    const warnings: unknown[] = [];
    const log = {
      info: () => {},
      warn: (_: string, fields?: object) => {
        warnings.push(fields);
      },
      error: () => {},
    };
    const post = enqueue({ ...stores, now: () => '2026-11-20T00:00:00.000Z', wake: () => {} });
    return {
      ...stores,
      warnings,
      tell: (id: string) =>
        notify({ ...stores, enqueue: post, log })(id, meaning, ({ language }) =>
          card(language, language, [line(language)]),
        ),
    };
  }

  it('is queued once, for their chat, in their language, and is not repeated when its fate is unknown', async () => {
    const house = noticeHouse();
    await house.people.change('person-1', () => person({ language: 'en', personalAddress }));
    equal(await house.tell('person-1'), 'queued');
    equal(await house.tell('person-1'), 'queued');
    const ref = { day: '2026-11-19', id: 'notice~decision~x~person-1' };
    deepEqual((await house.queue.take(30))?.ref, ref);
    equal(await house.queue.take(30), undefined);
    const message = (await house.outbox.find(ref))?.message;
    deepEqual(
      [message?.address, message?.card.lang, message?.ifUnknown, message?.about],
      [personalAddress, 'en', 'drop', { kind: 'notice', personId: 'person-1' }],
    );
  });

  it('is not queued for who has no chat with the bot, and the log says who, by id', async () => {
    const house = noticeHouse();
    await house.people.change('person-1', () => person({ name: 'Léa Secrète' }));
    equal(await house.tell('person-1'), 'unreachable');
    equal(await house.tell('never-met'), 'unreachable');
    equal(await house.queue.take(30), undefined);
    deepEqual(house.warnings, [
      { id: 'notice~decision~x~person-1', personId: 'person-1' },
      { id: 'notice~decision~x~never-met', personId: 'never-met' },
    ]);
  });
});
