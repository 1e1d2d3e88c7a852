import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { actionsOf, answerText, type CardNode, cardsOf, inputsOf, textOf } from '../support/cards.ts';
import { general, type House, openHouse } from '../support/house.ts';
import { groupChat } from '../support/places.ts';
import { project } from '../support/samples.ts';
import type { BotAnswer, TeamsUser } from '../support/teams-user.ts';

const at = '2026-11-18T22:00:00.000Z'; // Thursday 09:00 in Nouméa, week 47

describe('The people of the mission', () => {
  let house: House;
  let lead: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at });
    lead = house.lead();
    await lead.says('bonjour');
  });
  afterEach(() => house.close());

  const stored = (user: TeamsUser) => house.storage.people.find(user.aadObjectId);
  const audited = () => house.storage.audit.list('2026-11');

  describe('The lead changes the settings', () => {
    it('from the command to the form, the table, the audit and the receipt', async () => {
      const asked = await lead.says('réglages');
      const form = shown(asked);
      deepEqual(
        [...inputsOf(form)].map(([id, { value }]) => [id, value]),
        [
          ['digestWeekday', '1'],
          ['digestHour', '08:00'],
          ['defaultLanguage', 'fr'],
          ['holidays', 'true'],
          ['closedDays', undefined],
        ],
      );

      const saved = await lead.presses(
        'settings.save',
        { digestWeekday: '2', digestHour: '09:30', closedDays: '2026-12-24\n31/12/2026' },
        { card: form, messageId: asked.replies[0]?.activityId },
      );
      match(textOf(cardIn(saved)), /Réglages enregistrés\nLe point hebdo paraît le mardi à 09:30/);
      match(textOf(cardIn(saved)), /Jours fermés en plus : 24 décembre 2026, 31 décembre 2026/);
      deepEqual(await house.storage.settings.get(), {
        digest: { weekday: 2, hour: '09:30' },
        defaultLanguage: 'fr',
        holidays: true,
        closedDays: ['2026-12-24', '2026-12-31'],
      });
      deepEqual(await audited(), [
        {
          at,
          actorId: lead.aadObjectId,
          actorName: 'Léa Responsable',
          action: 'settings.save',
          about: 'settings',
          before: { digestWeekday: '1', digestHour: '08:00', closedDays: '' },
          after: { digestWeekday: '2', digestHour: '09:30', closedDays: '2026-12-24\n2026-12-31' },
        },
      ]);
    });

    it('and sees what is wrong beside its field, with all that was typed', async () => {
      const refused = await lead.presses('settings.save', {
        digestWeekday: '7',
        digestHour: '25:00',
        defaultLanguage: 'en',
        holidays: 'false',
        closedDays: '2026-02-30\nNoël',
      });
      const card = cardIn(refused);
      match(textOf(card), /Rien n’est encore enregistré : 3 points sont à corriger/);
      match(textOf(card), /du lundi au vendredi/);
      match(textOf(card), /une heure, par exemple 08:00/);
      match(textOf(card), /une date qui existe/);
      equal(inputsOf(card).get('closedDays')?.value, '2026-02-30\nNoël');
      equal(inputsOf(card).get('holidays')?.value, 'false');
      equal((await house.storage.settings.get()).holidays, true);

      const corrected = await lead.presses(
        'settings.save',
        { digestWeekday: '5', digestHour: '7:15', closedDays: '' },
        { card },
      );
      match(textOf(cardIn(corrected)), /le vendredi à 07:15/);
      deepEqual(await house.storage.settings.get(), {
        digest: { weekday: 5, hour: '07:15' },
        defaultLanguage: 'en',
        holidays: false,
        closedDays: [],
      });
    });

    it('and saving the same again leaves no trace', async () => {
      const form = shown(await lead.says('settings'));
      await lead.presses('settings.save', { digestHour: '10:00' }, { card: form });
      await lead.presses('settings.save', { digestHour: '10:00' }, { card: form });
      equal((await audited()).length, 1);
    });

    it('and forged values of any shape change nothing', async () => {
      for (const forged of [
        {},
        { holidays: '__proto__', digestWeekday: 'constructor' },
        { digestWeekday: 1, digestHour: { toString: '08:00' }, defaultLanguage: ['fr'], holidays: true },
        {
          digestWeekday: '1',
          digestHour: '08:00',
          defaultLanguage: 'fr',
          holidays: 'true',
          closedDays: 'x\n'.repeat(40_000),
        },
      ]) {
        const answer = await lead.presses('settings.save', forged);
        equal(answer.status, 200);
        match(answerText(answer), /Rien n’est encore enregistré/);
      }
      deepEqual(await audited(), []);
    });

    it('so that the digest waits for a day that is not closed, in the language of the channel', async () => {
      await lead.says('point ici', { in: general });
      await house.storage.projects.add(project());
      await house.storage.settings.change((settings) => ({
        ...settings,
        defaultLanguage: 'en',
        closedDays: ['2026-11-23'],
      }));
      house.clock.at = '2026-11-22T22:00:00.000Z'; // Monday 09:00
      await house.app.runJobs();
      equal(house.connector.threadsIn('19:general@thread.tacv2').length, 1);

      house.clock.at = '2026-11-23T21:00:00.000Z'; // Tuesday 08:00
      await house.app.runJobs();
      const [digest] = house.connector.sentTo({ kind: 'create' });
      match(textOf(digest?.activity), /Weekly digest/);
    });
  });

  describe('The lead gives roles', () => {
    it('from the list of people, and the new role counts at once', async () => {
      const noe = await house.member('Noé Référent', 'partner');
      match(textOf((await noe.says('maj')).replies[0]?.activity), /référents et par la mission/);

      const form = shown(await lead.presses('roles.open'));
      match(textOf(form), /Léa Responsable · responsable\nNoé Référent · partenaire/);
      const given = await lead.presses(
        'role.save',
        { personId: noe.aadObjectId, role: 'referent' },
        { card: form },
      );
      match(textOf(cardIn(given)), /✅ Noé Référent · référent/);

      equal((await stored(noe))?.role, 'referent');
      equal((await stored(noe))?.roleSetById, lead.aadObjectId);
      match(textOf((await noe.says('maj')).replies[0]?.activity), /Aucun projet ne vous est confié/);
      deepEqual(
        (await audited()).map(({ action, about, before, after }) => ({ action, about, before, after })),
        [
          {
            action: 'role.save',
            about: noe.aadObjectId,
            before: { role: 'partner' },
            after: { role: 'referent' },
          },
        ],
      );

      await lead.presses('role.save', { personId: noe.aadObjectId, role: 'referent' });
      equal((await audited()).length, 1);
    });

    it('but the mission always keeps one, even when two leads step each other down at once', async () => {
      const alone = await lead.presses('role.save', { personId: lead.aadObjectId, role: 'staff' });
      match(answerText(alone), /Léa Responsable est seul responsable : donnez d’abord ce rôle/);
      equal((await stored(lead))?.role, 'lead');

      const second = await house.member('Max Second', 'lead');
      await Promise.all([
        lead.presses('role.save', { personId: second.aadObjectId, role: 'partner' }),
        second.presses('role.save', { personId: lead.aadObjectId, role: 'partner' }),
      ]);
      const roles = [await stored(lead), await stored(second)].map((person) => person?.role);
      ok(roles.includes('lead'), roles.join());
    });

    it('and may step down once there is another', async () => {
      await house.member('Max Second', 'lead');
      const stepped = await lead.presses('role.save', { personId: lead.aadObjectId, role: 'staff' });
      equal((await stored(lead))?.role, 'staff');
      equal(answerText(stepped), 'C’est noté : vous n’êtes plus responsable de la mission.');
      await house.restart();
      match(
        textOf((await house.lead().says('réglages')).replies[0]?.activity),
        /Seul le responsable de la mission/,
      );
    });

    it('and sees what cannot be, with what was chosen', async () => {
      const noe = await house.member('Noé', 'partner');
      for (const [forged, why] of [
        [{ personId: 'nobody', role: 'staff' }, /Choisissez une personne dans la liste/],
        [{ personId: { id: noe.aadObjectId }, role: 'staff' }, /Choisissez une personne/],
        [{ personId: noe.aadObjectId, role: '__proto__' }, /Choisissez un rôle/],
        [{ personId: noe.aadObjectId, role: ['lead'] }, /Choisissez un rôle/],
        [{}, /Choisissez une personne/],
      ] as const) {
        match(answerText(await lead.presses('role.save', forged)), why);
      }
      const again = cardIn(await lead.presses('role.save', { personId: noe.aadObjectId, role: 'roi' }));
      equal(inputsOf(again).get('personId')?.value, noe.aadObjectId);
      equal((await stored(noe))?.role, 'partner');
      deepEqual(await audited(), []);
    });

    it('from a list that is paged when it is long, within what Teams allows', async () => {
      for (let n = 10; n < 50; n += 1) {
        const id = `person-${n}`;
        await house.storage.people.change(id, () => ({
          id,
          name: `Agent ${n}`,
          role: 'partner',
          language: 'fr',
          firstSeenAt: at,
        }));
      }
      const first = shown(await lead.presses('roles.open'));
      match(textOf(first), /1 à 15 sur 41 personnes/);
      const next = actionsOf(first).find(({ title }) => title === 'Suite de la liste');
      const second = cardIn(await lead.presses('roles.open', next?.data as object));
      match(textOf(second), /16 à 30 sur 41 personnes/);
      doesNotMatch(textOf(second).split('Personne')[0] ?? '', /Léa/);
      for (const card of [first, second]) {
        ok(actionsOf(card).length <= 6);
        ok(JSON.stringify(card).length < 24_000);
      }
    });

    it('never more than partner to a guest', async () => {
      const guest = house.user('Guy Invité', { role: 'guest' });
      await guest.says('bonjour');
      equal((await stored(guest))?.isGuest, true);
      const refused = await lead.presses('role.save', { personId: guest.aadObjectId, role: 'referent' });
      match(answerText(refused), /Guy Invité est invité d’une autre organisation/);
      equal((await stored(guest))?.role, 'partner');
    });
  });

  describe('A guest', () => {
    it('is a partner whatever is stored, and Teams is asked once', async () => {
      const guest = await house.member('Guy Invité', 'staff', { role: 'guest' });
      match(textOf((await guest.says('point')).replies[0]?.activity), /réservé à la mission/);
      await guest.says('projets', { in: general });
      equal(
        house.connector.sentTo(({ kind, memberId }) => kind === 'roster' && memberId === guest.id).length,
        1,
      );
    });

    it('is recognised in a channel and in a group chat too', async () => {
      const [inTeam, inGroup] = [house.user('Guy', { role: 'guest' }), house.user('Gil', { role: 'guest' })];
      await inTeam.says('projets', { in: general });
      await inGroup.says('projets', { in: groupChat('19:groupe@thread.v2') });
      deepEqual([(await stored(inTeam))?.isGuest, (await stored(inGroup))?.isGuest], [true, true]);
    });

    it('is not suspected in the others when the roster is down, and nobody waits for it', async () => {
      const fault = house.connector.fault({ kind: 'roster' }, [
        'silence',
        house.connector.answer.throttled(),
        'drop',
      ]);
      const staff = await house.member('Sam', 'staff');
      equal(fault.given, 1);
      equal((await stored(staff))?.isGuest, undefined);
      match(textOf((await staff.says('point')).replies[0]?.activity), /Aperçu/);
      equal(fault.given, 1);
      for (const name of ['Tim', 'Zoé'])
        match(textOf(shown(await house.user(name).says('projets'))), /Projets/);
      equal(fault.given, 3);

      fault.lift();
      house.clock.at = '2026-11-19T22:00:00.000Z';
      await staff.says('projets');
      equal((await stored(staff))?.isGuest, false);
    });
  });

  describe('A person', () => {
    it('who takes the bot out of their chat is no longer written to there, until they come back', async () => {
      const noe = house.user('Noé');
      await noe.installs();
      equal((await stored(noe))?.personalAddress?.conversationId, noe.conversationIdIn());
      const gone = await noe.uninstalls();
      equal(gone.status, 200);
      deepEqual(gone.replies, []);
      equal((await stored(noe))?.personalAddress, undefined);
      await noe.installs();
      ok((await stored(noe))?.personalAddress);
    });

    it('keeps their chat when the bot leaves a channel, and who is unknown stays so', async () => {
      const noe = await house.member('Noé', 'referent');
      await noe.uninstalls({ in: general });
      ok((await stored(noe))?.personalAddress);
      const stranger = house.user('Inconnue');
      await stranger.uninstalls();
      equal(await stored(stranger), undefined);
    });

    it('chooses their language on the help card, and keeps it', async () => {
      const noe = house.user('Noé');
      const help = shown(await noe.says('aide'));
      const english = await noe.presses('language.save', {}, { card: help });
      match(textOf(cardIn(english)), /See the projects/);
      match(textOf(shown(await noe.says('projects'))), /No project is followed yet/);
      await house.restart();
      const again = house.user('Noé', { aadObjectId: noe.aadObjectId });
      const back = await again.presses('language.save', { language: 'fr' }, { in: general });
      equal(answerText(back), 'C’est noté : je vous parle désormais en français.');
      match(
        answerText(await again.presses('language.save', { language: '__proto__' })),
        /Ce bouton ne répond plus/,
      );
      equal((await stored(again))?.language, 'fr');
    });
  });

  describe('An absence', () => {
    it('is planned by a référent, who sees who stands in, and is taken back', async () => {
      const [noe, sam] = [
        await house.member('Noé', 'referent'),
        await house.member('Sam Suppléante', 'referent'),
      ];
      const [referentId, deputyId] = [noe.aadObjectId, sam.aadObjectId];
      await house.storage.projects.add(project({ referentId, deputyId }));
      await house.storage.projects.add(project({ key: 'NCCO', name: 'NC Connect', referentId }));
      await house.storage.projects.add(project({ key: 'FINI', name: 'Fini', referentId, state: 'done' }));
      await sam.presses('absence.save', { from: '2026-12-24', to: '2026-12-24' });

      const form = shown(await noe.says('Absence'));
      match(textOf(form), /NC Connect · pas de suppléant.*\nPortail service-public.nc · Sam Suppléante/);
      doesNotMatch(textOf(form), /Fini|absent aussi|Pour une autre personne/);

      const saved = await noe.presses(
        'absence.save',
        { from: '2026-12-21', to: '2027-01-04' },
        { card: form },
      );
      match(textOf(cardIn(saved)), /✅ Absence enregistrée\n21 décembre 2026\s–\s4 janvier 2027/);
      match(textOf(cardIn(saved)), /Sam Suppléante · absent aussi à ces dates/);
      deepEqual((await stored(noe))?.absences, [{ from: '2026-12-21', to: '2027-01-04' }]);
      await noe.presses('absence.save', { from: '2026-12-21', to: '2027-01-04' });
      equal((await stored(noe))?.absences?.length, 1);

      const removed = await noe.presses('absence.remove', {}, { card: cardIn(saved) });
      match(textOf(cardIn(removed)), /✅ Absence annulée\nAucune absence n’est prévue/);
      deepEqual((await stored(noe))?.absences, []);
      deepEqual(await audited(), []);
    });

    it('is planned by the lead for somebody else, with a trace', async () => {
      const noe = await house.member('Noé', 'referent');
      const own = shown(await lead.says('absence'));
      deepEqual(inputsOf(own).get('personId')?.choices, [
        { title: 'Noé (référent)', value: noe.aadObjectId },
      ]);
      const dates = { from: '2026-12-21', to: '2026-12-24' };
      const saved = await lead.presses(
        'absence.save',
        { ...dates, personId: noe.aadObjectId },
        { card: own },
      );
      match(textOf(cardIn(saved)), /Absences\nNoé\n✅ Absence enregistrée/);
      deepEqual((await stored(noe))?.absences, [dates]);
      equal((await stored(lead))?.absences, undefined);
      await lead.presses('absence.remove', {}, { card: cardIn(saved) });
      deepEqual((await stored(noe))?.absences, []);
      deepEqual(
        (await audited()).map(({ action, about, before, after }) => [action, about, before, after]),
        [
          ['absence.save', noe.aadObjectId, { absences: '' }, { absences: '2026-12-21/2026-12-24' }],
          ['absence.remove', noe.aadObjectId, { absences: '2026-12-21/2026-12-24' }, { absences: '' }],
        ],
      );
    });

    it('is nobody else’s to plan', async () => {
      const [noe, staff] = [await house.member('Noé', 'referent'), await house.member('Sam', 'staff')];
      const dates = { from: '2026-12-21', to: '2026-12-24', personId: noe.aadObjectId };
      match(
        answerText(await staff.presses('absence.save', dates)),
        /Seul le responsable de la mission note l’absence/,
      );
      match(answerText(await staff.presses('absence.open', dates)), /Seul le responsable/);
      const partner = await house.member('Paul', 'partner');
      match(
        answerText(await partner.presses('absence.save', { ...dates, personId: '' })),
        /référents et la mission/,
      );
      equal((await stored(noe))?.absences, undefined);
      equal((await stored(partner))?.absences, undefined);
    });

    it('and what is wrong stands beside its field, with what was typed', async () => {
      const noe = await house.member('Noé', 'referent');
      for (const [typed, why] of [
        [{ from: '2026-12-24', to: '2026-12-21' }, /Le dernier jour vient avant le premier/],
        [{ from: '2026-12-24', to: '2028-12-21' }, /Un an au plus/],
        [{ from: '2026-11-01', to: '2026-11-18' }, /déjà passée/],
        [{ from: '2026-02-30', to: '2026-12-21' }, /Choisissez le premier jour/],
        [{ from: { $ne: '' }, to: ['2026-12-21'] }, /2 points sont à corriger/],
        [{ from: '__proto__' }, /Choisissez le dernier jour/],
      ] as const) {
        match(answerText(await noe.presses('absence.save', typed)), why);
      }
      const again = cardIn(await noe.presses('absence.save', { from: '2026-12-24', to: '2026-12-21' }));
      equal(inputsOf(again).get('from')?.value, '2026-12-24');
      equal((await stored(noe))?.absences, undefined);
      const unknown = await lead.presses('absence.save', {
        from: '2026-12-24',
        to: '2026-12-24',
        personId: 'x',
      });
      match(answerText(unknown), /Choisissez une personne dans la liste/);
    });

    it('has a card within what Teams allows, however many are planned', async () => {
      const noe = await house.member('Noé', 'referent');
      for (let day = 1; day <= 21; day += 1) {
        const date = `2026-12-${String(day).padStart(2, '0')}`;
        const answer = await noe.presses('absence.save', { from: date, to: date });
        if (day === 21) match(answerText(answer), /Vingt absences sont déjà notées/);
        ok(actionsOf(cardIn(answer)).length <= 6);
      }
      equal((await stored(noe))?.absences?.length, 20);
      const first = shown(await noe.says('leave'));
      const next = actionsOf(first).find(({ title }) => title === 'Absences suivantes');
      match(textOf(cardIn(await noe.presses('absence.open', next?.data as object))), /5 décembre 2026/);
    });
  });

  describe('Typing in a list', () => {
    const results = ({ body }: BotAnswer) =>
      (body as { type: string; value: { results: { title: string; value: string }[] } }).value.results;

    it('finds people by the beginnings of their names, for the mission', async () => {
      const noe = await house.member('Noé Référent', 'referent');
      const staff = await house.member('Sam Mission', 'staff');
      const answer = await staff.types('people', 'ref no');
      equal((answer.body as { type: string }).type, 'application/vnd.microsoft.search.searchResponse');
      deepEqual(results(answer), [{ title: 'Noé Référent (référent)', value: noe.aadObjectId }]);
      equal(results(await staff.types('people', '')).length, 3);
      deepEqual(results(await noe.types('people', '')), []);
    });

    it('finds the projects one may report on, fifteen at most', async () => {
      const noe = await house.member('Noé', 'referent');
      for (let n = 10; n < 30; n += 1) {
        await house.storage.projects.add(
          project({ key: `P${n}`, name: `Démarche ${n}`, referentId: 'other' }),
        );
      }
      await house.storage.projects.add(project({ referentId: noe.aadObjectId }));
      await house.storage.projects.add(project({ key: 'FINI', state: 'done', referentId: noe.aadObjectId }));
      equal(results(await lead.types('projects', 'demarche')).length, 15);
      deepEqual(results(await lead.types('projects', 'P1')).length, 10);
      deepEqual(results(await noe.types('projects', '')), [
        { title: 'Portail service-public.nc (SPNC)', value: 'SPNC' },
      ]);
      deepEqual(results(await noe.types('projects', 'P1')), []);
      deepEqual(results(await house.user('Paul').types('projects', '')), []);
    });

    it('answers nothing to what it does not know', async () => {
      deepEqual(results(await lead.types('__proto__', 'a')), []);
      deepEqual(results(await lead.types('people', 'x'.repeat(50_000))), []);
      const odd = await lead.invokes('application/search', { dataset: 'people', queryText: { a: 1 } });
      equal(odd.status, 200);
      equal((await lead.invokes('application/search', { queryText: 'a' })).status, 200);
    });
  });
});

const shown = (answer: BotAnswer): CardNode => {
  const [card] = cardsOf(answer.replies[0]?.activity);
  ok(card, JSON.stringify(answer.replies[0]?.activity));
  return card;
};
const cardIn = (answer: BotAnswer): CardNode => (answer.body as { value: CardNode }).value;
