import { deepEqual, equal } from 'node:assert/strict';
import { recordChange } from '../../../src/audit/record-change.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { actor } from '../../support/samples.ts';

const now = () => '2026-11-18T22:00:00.000Z';
const change = {
  action: 'role.save',
  about: 'person-2',
  before: { role: 'partner' },
  after: { role: 'staff' },
};

describe('The audit', () => {
  it('says who changed what, and when', async () => {
    const { audit } = memoryStores();
    const log = { info() {}, warn() {}, error() {} };
    await recordChange({ audit, now, log })(actor({ role: 'lead' }), change);
    deepEqual(await audit.list('2026-11'), [{ ...change, at: now(), actorId: 'person-1', actorName: 'Léa' }]);
  });

  it('leaves in the log what it could not keep, without a name', async () => {
    const logged: object[] = [];
    const log = {
      info() {},
      warn() {},
      error: (_: string, __: unknown, fields?: object) => logged.push(fields ?? {}),
    };
    const audit = { add: () => Promise.reject(new Error('storage is away')) };
    await recordChange({ audit, now, log })(actor(), change);
    equal(logged.length, 1);
    deepEqual(logged[0], {
      at: now(),
      actorId: 'person-1',
      action: 'role.save',
      about: 'person-2',
      before: '{"role":"partner"}',
      after: '{"role":"staff"}',
    });
  });
});
