import { deepEqual, equal } from 'node:assert/strict';
import type { Address } from '../../../src/chat/address.ts';
import type { Sender } from '../../../src/chat/turn.ts';
import { chooseLanguage, forgetChat, meetPerson, welcomePerson } from '../../../src/people/meet-person.ts';
import type { Person } from '../../../src/people/person.ts';
import { plusSeconds } from '../../../src/shared/clock.ts';
import type { Role } from '../../../src/shared/role.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { channelAddress } from '../../support/samples.ts';

const chat: Address = { ...channelAddress('a:1'), kind: 'personal', teamId: undefined };

function peopleHouse() {
  const { people } = memoryStores();
  const clock = { at: '2026-11-18T22:00:00.000Z' };
  const now = () => clock.at;
  const teams: { says: boolean | undefined; asked: string[] } = { says: false, asked: [] };
  const roster = {
    isGuest: async (_: Address, teamsId: string) => {
      teams.asked.push(teamsId);
      return teams.says;
    },
  };
  const meet = meetPerson({
    people,
    roster,
    leadIds: new Set(['lead']),
    defaultLanguage: async () => 'fr',
    now,
  });
  const give = (id: string, role: Role, roleSetById?: string) =>
    people.change(id, (known) => ({ ...(known as Person), role, roleSetById }));
  const welcome = welcomePerson({ people, now });
  return { people, clock, teams, meet, give, welcome, forget: forgetChat({ people }) };
}

const sender = (given: Partial<Sender> = {}): Sender => ({
  id: 'p',
  teamsId: '29:p',
  name: 'Paul',
  language: 'fr',
  ...given,
});

describe('Meeting a person', () => {
  it('makes them a partner, or a lead when so configured', async () => {
    const { meet } = peopleHouse();
    equal((await meet(sender(), chat)).role, 'partner');
    equal((await meet(sender({ id: 'lead', name: 'Léa' }), chat)).role, 'lead');
  });

  it('keeps the role, the language and the private chat they have', async () => {
    const { meet, give } = peopleHouse();
    await meet(sender(), chat);
    await give('p', 'staff');
    const again = await meet(sender({ name: 'Paul Martin', language: 'en' }), channelAddress());
    deepEqual([again.role, again.language, again.name], ['staff', 'fr', 'Paul Martin']);
    deepEqual(again.personalAddress, chat);
    equal((await meet(sender({ name: '' }), chat)).name, 'Paul Martin');
  });

  it('speaks the mission’s language to those whose own it does not know', async () => {
    const { meet } = peopleHouse();
    equal((await meet(sender({ language: undefined }), chat)).language, 'fr');
  });

  it('keeps to the language they chose', async () => {
    const { people, meet } = peopleHouse();
    await meet(sender(), chat);
    await chooseLanguage({ people })('p', 'en');
    equal((await meet(sender({ language: 'fr' }), chat)).language, 'en');
    await chooseLanguage({ people })('unknown', 'en');
    equal(await people.find('unknown'), undefined);
  });

  it('is introduced once, however often Teams tells of the installation', async () => {
    const { meet, welcome, clock } = peopleHouse();
    await meet(sender(), chat);
    deepEqual([await welcome('p'), await welcome('p'), await welcome('unknown')], [true, false, false]);
    equal((await meet(sender(), chat)).welcomedAt, clock.at);
  });

  it('makes a lead of somebody known who is configured since, unless a lead decided otherwise', async () => {
    const { meet, give, people } = peopleHouse();
    await meet(sender({ id: 'lead' }), chat);
    await give('lead', 'partner');
    equal((await meet(sender({ id: 'lead' }), chat)).role, 'lead');
    equal((await people.find('lead'))?.role, 'lead');
    await give('lead', 'referent', 'another-lead');
    equal((await meet(sender({ id: 'lead' }), chat)).role, 'referent');
  });

  it('forgets their chat when the bot is taken out of it, and nothing else', async () => {
    const { people, meet, forget } = peopleHouse();
    const before = await meet(sender(), chat);
    await forget('p');
    await forget('unknown');
    deepEqual(await people.find('p'), { ...before, personalAddress: undefined });
    equal(await people.find('unknown'), undefined);
    deepEqual((await meet(sender(), chat)).personalAddress, chat);
  });
});

describe('A guest of the organisation', () => {
  it('is asked for once, at the first contact, by the id Teams knows', async () => {
    const { teams, meet, clock } = peopleHouse();
    await meet(sender(), chat);
    clock.at = plusSeconds(clock.at, 400 * 86_400);
    await meet(sender(), chat);
    deepEqual(teams.asked, ['29:p']);
  });

  it('is a partner, whatever is stored or configured', async () => {
    const { teams, meet, give, people } = peopleHouse();
    teams.says = true;
    equal((await meet(sender({ id: 'lead' }), chat)).role, 'partner');
    await meet(sender(), chat);
    await give('p', 'staff', 'lead');
    equal((await meet(sender(), chat)).role, 'partner');
    equal((await people.find('p'))?.role, 'staff');
  });

  it('is not suspected in known staff while Teams does not say, and asked for again a day later', async () => {
    const { teams, meet, give, clock } = peopleHouse();
    teams.says = undefined;
    equal((await meet(sender(), chat)).role, 'partner');
    await give('p', 'staff', 'lead');
    equal((await meet(sender(), chat)).role, 'staff');
    clock.at = plusSeconds(clock.at, 86_399);
    await meet(sender(), chat);
    equal(teams.asked.length, 1);

    teams.says = true;
    clock.at = plusSeconds(clock.at, 1);
    equal((await meet(sender(), chat)).role, 'partner');
    equal(teams.asked.length, 2);
  });
});
