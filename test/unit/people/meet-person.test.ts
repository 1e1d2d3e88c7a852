import { deepEqual, equal } from 'node:assert/strict';
import type { Address } from '../../../src/chat/address.ts';
import { meetPerson, welcomePerson } from '../../../src/people/meet-person.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { channelAddress } from '../../support/samples.ts';

const now = () => '2026-11-18T22:00:00.000Z';
const chat: Address = { ...channelAddress('a:1'), kind: 'personal', teamId: undefined };

function peopleHouse() {
  const { people } = memoryStores();
  const meet = meetPerson({ people, leadIds: new Set(['lead']), defaultLanguage: 'fr', now });
  return { people, meet, welcome: welcomePerson({ people, now }) };
}

describe('Meeting a person', () => {
  it('makes them a partner, or a lead when so configured', async () => {
    const { meet } = peopleHouse();
    equal((await meet({ id: 'p', name: 'Paul', language: 'en' }, chat)).role, 'partner');
    equal((await meet({ id: 'lead', name: 'Léa', language: undefined }, chat)).role, 'lead');
  });

  it('keeps the role, the language and the private chat they have', async () => {
    const { people, meet } = peopleHouse();
    const paul = await meet({ id: 'p', name: 'Paul', language: 'fr' }, chat);
    await people.change('p', () => ({ ...paul, role: 'staff' }));
    const again = await meet({ id: 'p', name: 'Paul Martin', language: 'en' }, channelAddress());
    deepEqual([again.role, again.language, again.name], ['staff', 'fr', 'Paul Martin']);
    deepEqual(again.personalAddress, chat);
    equal((await meet({ id: 'p', name: '', language: 'en' }, chat)).name, 'Paul Martin');
  });

  it('speaks the mission’s language to those whose own it does not know', async () => {
    const { meet } = peopleHouse();
    equal((await meet({ id: 'p', name: 'Paul', language: undefined }, chat)).language, 'fr');
  });

  it('is introduced once, however often Teams tells of the installation', async () => {
    const { meet, welcome } = peopleHouse();
    await meet({ id: 'p', name: 'Paul', language: 'fr' }, chat);
    deepEqual([await welcome('p'), await welcome('p'), await welcome('unknown')], [true, false, false]);
    equal((await meet({ id: 'p', name: 'Paul', language: 'fr' }, chat)).welcomedAt, now());
  });
});
