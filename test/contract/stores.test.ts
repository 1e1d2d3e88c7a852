import { deepEqual, equal, ok } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { questionIdOf } from '../../src/decisions/decision.ts';
import { composeDigest } from '../../src/digests/compose-digest.ts';
import type { PublishedDigest } from '../../src/digests/digest.ts';
import { newUlid } from '../../src/shared/ids.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { azurite, uniquePrefix } from '../support/hooks.ts';
import { memoryStores } from '../support/memory-stores.ts';
import {
  answered,
  channelAddress,
  decision,
  message,
  person,
  project,
  update,
  week,
} from '../support/samples.ts';

/** The same promises for the stores in memory and for those in Azure Tables and Queue, on Azurite. */
type Stores = Omit<ReturnType<typeof memoryStores>, 'clock'> & {
  passSeconds(seconds: number): Promise<void>;
};

const houses: Record<string, () => Promise<Stores>> = {
  'in memory': async () => {
    const { clock, ...stores } = memoryStores();
    return {
      ...stores,
      passSeconds: async (seconds) => {
        clock.seconds += seconds;
      },
    };
  },
  'in tables': async () => {
    const { connectionString } = await azurite();
    const storage = openStorage({ kind: 'connectionString', connectionString, prefix: uniquePrefix() });
    await storage.prepare();
    // The queue's clock is the service's: there is nothing to wait on but time.
    return { ...storage, passSeconds: (seconds) => wait(seconds * 1000) };
  },
};

for (const [house, open] of Object.entries(houses)) {
  describe(`Stores ${house}`, () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await open();
    });

    describe('updates', () => {
      it('finds the update of a week and a project as it was saved', async () => {
        const saved = await stores.updates.save(update({ progress: undefined }), newUlid());
        deepEqual(saved, { ...update({ progress: undefined }), version: 1 });
        deepEqual(
          withoutUndefined(await stores.updates.find(week('2026-W47'), 'SPNC')),
          withoutUndefined(saved),
        );
        equal(await stores.updates.find(week('2026-W46'), 'SPNC'), undefined);
        equal(await stores.updates.find(week('2026-W47'), 'NCCO'), undefined);
      });

      it('makes a second post of the week the next version', async () => {
        await stores.updates.save(update({ summary: 'Un' }), newUlid());
        const second = await stores.updates.save(update({ summary: 'Deux' }), newUlid());
        equal(second.version, 2);
        equal((await stores.updates.find(week('2026-W47'), 'SPNC'))?.summary, 'Deux');
        const versions = await stores.updates.listVersions(week('2026-W47'), 'SPNC');
        deepEqual(
          versions.map(({ version, summary }) => [version, summary]),
          [
            [1, 'Un'],
            [2, 'Deux'],
          ],
        );
        deepEqual(await stores.updates.listVersions(week('2026-W47'), 'SPN'), []);
      });

      it('records the same form once and answers with what it recorded', async () => {
        const form = newUlid();
        const first = await stores.updates.save(update({ summary: 'Un' }), form);
        const again = await stores.updates.save(update({ summary: 'Deux' }), form);
        deepEqual(withoutUndefined(again), withoutUndefined(first));
        deepEqual(
          withoutUndefined(await stores.updates.findByForm(week('2026-W47'), form, 'person-1')),
          withoutUndefined(first),
        );
        equal(await stores.updates.findByForm(week('2026-W46'), form, 'person-1'), undefined);
      });

      it('keeps what two people send with the same form of a channel', async () => {
        const form = newUlid();
        await stores.updates.save(update({ summary: 'De Léa' }), form);
        const other = await stores.updates.save(update({ summary: 'De Noé', authorId: 'person-2' }), form);
        equal(other.version, 2);
        const again = await stores.updates.save(update({ summary: 'De Noé', authorId: 'person-2' }), form);
        equal(again.version, 2);
      });

      it('loses none of ten updates posted at the same moment', async () => {
        const versions = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            stores.updates.save(update({ summary: `n° ${n}` }), newUlid()),
          ),
        );
        deepEqual(
          versions.map((one) => one.version).sort((a, b) => a - b),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        );
      });

      it('records one version when the same form arrives five times at once', async () => {
        const form = newUlid();
        const saved = await Promise.all(Array.from({ length: 5 }, () => stores.updates.save(update(), form)));
        deepEqual(new Set(saved.map((one) => one.version)), new Set([1]));
      });

      it('lists the current update of each project of a week, by key', async () => {
        await stores.updates.save(update({ projectKey: 'NCCO', summary: 'Un' }), newUlid());
        await stores.updates.save(update({ projectKey: 'NCCO', summary: 'Deux' }), newUlid());
        await stores.updates.save(update({ projectKey: 'ADRS' }), newUlid());
        await stores.updates.save(update({ projectKey: 'SPNC', week: week('2026-W46') }), newUlid());
        const listed = await stores.updates.listOfWeek(week('2026-W47'));
        deepEqual(
          listed.map(({ projectKey, version }) => [projectKey, version]),
          [
            ['ADRS', 1],
            ['NCCO', 2],
          ],
        );
      });
    });

    describe('updates of one project', () => {
      it('are those of the weeks asked for, in their order, whatever the others', async () => {
        for (const ofWeek of ['2026-W44', '2026-W46', '2026-W47']) {
          await stores.updates.save(update({ week: week(ofWeek), summary: ofWeek }), newUlid());
        }
        await stores.updates.save(update({ week: week('2026-W46'), summary: 'corrigé' }), newUlid());
        await stores.updates.save(update({ week: week('2026-W46'), projectKey: 'NCCO' }), newUlid());
        const weeks = ['2026-W45', '2026-W46', '2026-W47'].map(week);
        deepEqual(
          (await stores.updates.listOfProject('SPNC', weeks)).map(({ summary }) => summary),
          ['corrigé', '2026-W47'],
        );
        deepEqual(await stores.updates.listOfProject('SPNC', []), []);
      });
    });

    describe('projects', () => {
      it('saves a change on the revision it was made from, and keeps the news noted meanwhile', async () => {
        await stores.projects.add(project({ aliases: ['le portail'] }));
        const latest = { week: week('2026-W47'), version: 1, health: 'atRisk' as const, progress: 40 };
        await stores.projects.noteLatest('SPNC', latest);
        const change = { byId: 'person-2', byName: 'Noé', at: '2026-11-18T22:00:00.000Z', formId: newUlid() };
        const edited = project({ name: 'Portail', aliases: ['a', 'b, c'], changes: [change] });
        equal(await stores.projects.save(edited, 1), 'saved');
        equal(await stores.projects.save({ ...edited, name: 'Trop tard' }, 1), 'changed');
        equal(await stores.projects.save({ ...edited, key: 'RIEN' }, 1), 'missing');
        deepEqual(
          withoutUndefined(await stores.projects.find('SPNC')),
          withoutUndefined({ ...edited, revision: 2, latest }),
        );
        equal(await stores.projects.find('RIEN'), undefined);
      });

      it('saves one of five changes made from the same revision, while news arrive', async () => {
        await stores.projects.add(project());
        const news = { week: week('2026-W47'), version: 1, health: 'onTrack' as const };
        const [outcomes] = await Promise.all([
          Promise.all(
            Array.from({ length: 5 }, (_, n) => stores.projects.save(project({ name: `n° ${n}` }), 1)),
          ),
          stores.projects.noteLatest('SPNC', news),
        ]);
        deepEqual(outcomes.sort(), ['changed', 'changed', 'changed', 'changed', 'saved']);
        const stored = await stores.projects.find('SPNC');
        equal(stored?.revision, 2);
        deepEqual(withoutUndefined(stored?.latest), news);
      });

      it('adds a project once and lists by key', async () => {
        const full = project({ deputyId: 'person-2', startDate: '2026-01-05', targetDate: '2026-12-18' });
        equal(await stores.projects.add(full), true);
        equal(await stores.projects.add(project({ name: 'Autre' })), false);
        equal(await stores.projects.add(project({ key: 'ADRS' })), true);
        deepEqual(withoutUndefined(await stores.projects.find('SPNC')), withoutUndefined(full));
        deepEqual(
          (await stores.projects.list()).map(({ key }) => key),
          ['ADRS', 'SPNC'],
        );
        equal(await stores.projects.find('RIEN'), undefined);
      });

      it('remembers the latest update, whatever the order in which updates are noted', async () => {
        await stores.projects.add(project());
        const newer = { week: week('2026-W47'), version: 2, health: 'atRisk' as const, progress: 40 };
        await stores.projects.noteLatest('SPNC', newer);
        await stores.projects.noteLatest('SPNC', { week: week('2026-W47'), version: 1, health: 'onTrack' });
        await stores.projects.noteLatest('SPNC', { week: week('2026-W46'), version: 9, health: 'onTrack' });
        await stores.projects.noteLatest('RIEN', newer);
        deepEqual((await stores.projects.find('SPNC'))?.latest, newer);
      });
    });

    describe('decisions', () => {
      it('has a question open once, and lists what is open, oldest first', async () => {
        const young = decision({ question: 'Qui paie ?' });
        const old = decision({ projectKey: 'NCCO', askedWeek: week('2026-W44') });
        equal(await stores.decisions.addOpen(young), true);
        equal(await stores.decisions.addOpen(old), true);
        equal(await stores.decisions.addOpen(decision({ question: 'QUI PAIE', askedById: 'other' })), false);
        deepEqual(withoutUndefined(await stores.decisions.listOpen()), withoutUndefined([old, young]));
        deepEqual(await stores.decisions.findOpen(young.id), young);
        equal(await stores.decisions.findOpen(decision({ question: 'Autre' }).id), undefined);
      });

      it('remembers the last asking, whatever the order in which askings are noted', async () => {
        const open = decision();
        await stores.decisions.addOpen(open);
        const later = { week: week('2026-W48'), version: 2 };
        await stores.decisions.noteAsked(open.id, later);
        await stores.decisions.noteAsked(open.id, { week: week('2026-W48'), version: 1 });
        await stores.decisions.noteAsked(decision({ question: 'Autre' }).id, later);
        deepEqual((await stores.decisions.findOpen(open.id))?.lastAsked, later);
        equal((await stores.decisions.listOpen()).length, 1);
      });

      it('closes a decision once, and finds it in its year', async () => {
        const ends = Array.from({ length: 5 }, (_, n) => answered(decision(), { answer: `Réponse ${n}` }));
        const taken = await Promise.all(ends.map((end) => stores.decisions.addClosed(end)));
        equal(taken.filter((isOurs) => isOurs).length, 1);
        const standing = ends[taken.indexOf(true)];
        const { id } = decision();
        deepEqual(await stores.decisions.findClosed(id, ['2025', '2026']), standing);
        equal(await stores.decisions.findClosed(id, ['2025', '2027']), undefined);
      });

      it('lists every time a question was closed, and no other question', async () => {
        const first = answered(decision({ askedWeek: week('2026-W10') }), { at: '2026-03-10T00:00:00.000Z' });
        const second = answered(decision({ askedWeek: week('2027-W02') }), {
          at: '2027-01-12T00:00:00.000Z',
        });
        for (const one of [first, second, answered(decision({ question: 'Autre' }))])
          await stores.decisions.addClosed(one);
        const questionId = questionIdOf('SPNC', first.question);
        deepEqual(await stores.decisions.listClosed(questionId, ['2026', '2027']), [first, second]);
        deepEqual(await stores.decisions.listClosed(questionId, ['2027']), [second]);
      });

      it('removes what was closed, but not the same question asked anew', async () => {
        const anew = decision({ askedWeek: week('2026-W48') });
        await stores.decisions.addOpen(anew);
        await stores.decisions.removeOpen(decision().id);
        deepEqual(await stores.decisions.listOpen(), [anew]);
        await stores.decisions.removeOpen(anew.id);
        await stores.decisions.removeOpen(anew.id);
        deepEqual(await stores.decisions.listOpen(), []);
      });
    });

    describe('people', () => {
      it('changes a person on what is stored and keeps the address', async () => {
        const lea = person({
          personalAddress: { ...channelAddress('a:1'), kind: 'personal', teamId: undefined },
        });
        await stores.people.change('person-1', (known) => {
          equal(known, undefined);
          return lea;
        });
        await stores.people.change('person-1', (known) => ({ ...(known ?? lea), role: 'lead' }));
        deepEqual(
          withoutUndefined(await stores.people.find('person-1')),
          withoutUndefined({ ...lea, role: 'lead' }),
        );
        equal((await stores.people.list()).length, 1);
        equal(await stores.people.find('person/with?odd#id'), undefined);
      });

      it('keeps everything it knows of a person, and forgets what is taken away', async () => {
        const full = person({
          personalAddress: channelAddress('a:1'),
          welcomedAt: '2026-11-02T00:00:00.000Z',
          roleSetById: 'lead',
          isGuest: false,
          guestAskedAt: '2026-11-02T00:00:00.000Z',
          absences: [{ from: '2026-12-20', to: '2027-01-04' }],
        });
        await stores.people.change('person-1', () => full);
        deepEqual(withoutUndefined(await stores.people.find('person-1')), withoutUndefined(full));
        await stores.people.change('person-1', () => person());
        deepEqual(withoutUndefined(await stores.people.find('person-1')), withoutUndefined(person()));
      });
    });

    describe('channels', () => {
      const channel = (id: string) => ({
        address: channelAddress(id),
        boundAt: '2026-11-02T00:00:00.000Z',
        boundById: 'person-1',
      });

      it('binds one channel at a time and unbinds it', async () => {
        equal(await stores.channels.findBound(), undefined);
        await stores.channels.bind(channel('19:a@thread.tacv2'));
        await stores.channels.bind(channel('19:b@thread.tacv2'));
        await stores.channels.bind(channel('19:b@thread.tacv2'));
        deepEqual(
          withoutUndefined(await stores.channels.findBound()),
          withoutUndefined(channel('19:b@thread.tacv2')),
        );
        await stores.channels.unbind('19:a@thread.tacv2');
        ok(await stores.channels.findBound());
        await stores.channels.unbind('19:b@thread.tacv2');
        equal(await stores.channels.findBound(), undefined);
      });
    });

    describe('digests', () => {
      const published = (): PublishedDigest => ({
        conversationId: '19:a@thread.tacv2',
        week: week('2026-W47'),
        digest: composeDigest(week('2026-W47'), [project()], [{ ...update(), version: 1 }], [decision()]),
        claimedAt: '2026-11-22T21:00:00.000Z',
        state: 'publishing',
      });

      it('gives the claim of a channel and week to one of five', async () => {
        const claims = await Promise.all(Array.from({ length: 5 }, () => stores.digests.claim(published())));
        equal(claims.filter((isOurs) => isOurs).length, 1);
        deepEqual(
          withoutUndefined(await stores.digests.find('19:a@thread.tacv2', week('2026-W47'))),
          withoutUndefined(published()),
        );
      });

      it('keeps a snapshot far bigger than one property', async () => {
        const projects = Array.from({ length: 500 }, (_, n) =>
          project({ key: `P${n}`, name: `Projet ${n}` }),
        );
        const updates = projects.map(({ key }) => ({
          ...update({ projectKey: key, summary: newUlid().repeat(10) }),
          version: 1,
        }));
        const big = { ...published(), digest: composeDigest(week('2026-W47'), projects, updates) };
        ok(await stores.digests.claim(big));
        deepEqual(
          withoutUndefined((await stores.digests.find(big.conversationId, big.week))?.digest),
          withoutUndefined(big.digest),
        );
      });

      it('says how the delivery ended, and saying it twice changes nothing', async () => {
        await stores.digests.claim(published());
        const end = { state: 'published' as const, messageId: '1700' };
        await stores.digests.settle('19:a@thread.tacv2', week('2026-W47'), end);
        await stores.digests.settle('19:a@thread.tacv2', week('2026-W47'), end);
        const found = await stores.digests.find('19:a@thread.tacv2', week('2026-W47'));
        deepEqual([found?.state, found?.messageId], ['published', '1700']);
      });
    });

    describe('settings', () => {
      it('start with the default and keep what is changed', async () => {
        deepEqual((await stores.settings.get()).digest, { weekday: 1, hour: '08:00' });
        await stores.settings.change((settings) => ({ ...settings, digest: { weekday: 2, hour: '09:30' } }));
        deepEqual((await stores.settings.get()).digest, { weekday: 2, hour: '09:30' });
        const all = {
          digest: { weekday: 5, hour: '17:00' },
          defaultLanguage: 'en' as const,
          holidays: false,
          closedDays: ['2026-12-24'],
        };
        await stores.settings.change(() => all);
        deepEqual(await stores.settings.get(), all);
      });
    });

    describe('audit', () => {
      it('keeps every change of a month, in the order in which they were made', async () => {
        const entry = (at: string, role: string) => ({
          at,
          actorId: 'person-1',
          actorName: 'Léa',
          action: 'role.save',
          about: 'person-2',
          before: { role: 'partner' },
          after: { role },
        });
        const november = Array.from({ length: 5 }, (_, n) => entry('2026-11-30T23:59:59.999Z', `role ${n}`));
        for (const one of november) await stores.audit.add(one);
        await stores.audit.add(entry('2026-12-01T00:00:00.000Z', 'staff'));
        deepEqual(await stores.audit.list('2026-11'), november);
        equal((await stores.audit.list('2026-12')).length, 1);
        deepEqual(await stores.audit.list('2027-01'), []);
      });
    });

    describe('outbox', () => {
      const pending = {
        message: message(),
        delivery: { state: 'pending' as const, since: '2026-11-22T21:00:00.000Z' },
      };
      const sent = { state: 'sent' as const, since: '2026-11-22T21:00:05.000Z', messageId: '1700' };

      it('takes a message once, by its id', async () => {
        equal(await stores.outbox.add(pending), true);
        equal(await stores.outbox.add(pending), false);
        deepEqual(withoutUndefined(await stores.outbox.find(pending.message)), withoutUndefined(pending));
        equal(await stores.outbox.find({ day: '2026-11-23', id: pending.message.id }), undefined);
      });

      it('keeps a notice to one person as it was queued', async () => {
        const notice = {
          ...pending,
          message: message({ id: 'notice~x~person-1', about: { kind: 'notice', personId: 'person-1' } }),
        };
        await stores.outbox.add(notice);
        deepEqual(withoutUndefined(await stores.outbox.find(notice.message)), withoutUndefined(notice));
      });

      it('moves an entry only from the state in which it was read', async () => {
        await stores.outbox.add(pending);
        equal(await stores.outbox.move(pending, sent), true);
        equal(await stores.outbox.move(pending, sent), false);
        deepEqual((await stores.outbox.find(pending.message))?.delivery, sent);
      });

      it('lists what is neither sent nor failed', async () => {
        await stores.outbox.add(pending);
        const other = { ...pending, message: message({ id: 'digest~2026-W47~19:b@thread.tacv2~1' }) };
        await stores.outbox.add(other);
        await stores.outbox.move(other, sent);
        deepEqual(
          (await stores.outbox.listUnsettled('2026-11-22')).map((entry) => entry.message.id),
          [pending.message.id],
        );
      });
    });

    describe('queue', () => {
      const ref = { day: '2026-11-22', id: 'digest~1' };

      it('hides a taken reference, shows it again after its delay, and forgets it when removed', async () => {
        equal(await stores.queue.take(30), undefined);
        await stores.queue.push(ref);
        const first = await stores.queue.take(30);
        ok(first);
        deepEqual([first.ref, first.attempts], [ref, 1]);
        equal(await stores.queue.take(30), undefined);

        await stores.queue.postpone(first, 1);
        await stores.passSeconds(1.1);
        const second = await stores.queue.take(30);
        ok(second);
        deepEqual([second.ref, second.attempts], [ref, 2]);
        await stores.queue.remove(second);
        await stores.passSeconds(0.1);
        equal(await stores.queue.take(30), undefined);
      });
    });
  });
}

/** Tables drop undefined properties; a value without them is the same value. */
const withoutUndefined = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
