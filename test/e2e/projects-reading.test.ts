import { equal, match, ok } from 'node:assert/strict';
import { type Converse, makeConverse } from '../../src/chat/converse.ts';
import { moveProject } from '../../src/projects/move-project.ts';
import { projectRoutes } from '../../src/projects/project-routes.ts';
import { saveProject } from '../../src/projects/save-project.ts';
import { timelineWeeks } from '../../src/projects/timeline.ts';
import { addWeeks, makeCalendar, type Week } from '../../src/shared/calendar.ts';
import { newUlid } from '../../src/shared/ids.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { openLog } from '../../src/telemetry/log.ts';
import { textOf } from '../support/cards.ts';
import { type CountingProxy, openCountingProxy } from '../support/counting-proxy.ts';
import { azurite, uniquePrefix } from '../support/hooks.ts';
import { actor, channelAddress, project, update } from '../support/samples.ts';

const at = '2026-11-18T22:00:00.000Z';
const calendar = makeCalendar({ timeZone: 'Pacific/Noumea' });
const thisWeek = calendar.weekOf(at);
/** Slower than this, a person presses again. */
const patienceMs = 3000;

describe('Reading projects costs the same after one year and after five', () => {
  let proxy: CountingProxy;
  let storage: Storage;
  let converse: Converse;

  before(async () => {
    const { connectionString } = await azurite();
    const prefix = uniquePrefix();
    storage = openStorage({ kind: 'connectionString', connectionString, prefix });
    await storage.prepare();
    await each(200, 16, (n) => storage.projects.add(sample(n)));
    await each(52, 16, (n) => record(sample(0).key, addWeeks(thisWeek, -n)));
    await each(30 * timelineWeeks, 16, (n) =>
      record(sample(1 + (n % 30)).key, addWeeks(thisWeek, -Math.floor(n / 30))),
    );
    // The bot speaks to the storage through the proxy, alone: no job of the clock is counted with it.
    proxy = await openCountingProxy(connectionString);
    const counted = openStorage({
      kind: 'connectionString',
      connectionString: proxy.connectionString,
      prefix,
    });
    const ports = { ...counted, record: async () => {}, now: () => at };
    const routes = projectRoutes({
      ...ports,
      save: saveProject(ports),
      move: moveProject(ports),
      calendar,
      newId: newUlid,
    });
    const lead = actor({ role: 'lead' });
    converse = makeConverse({
      routes: [routes],
      meet: async () => lead,
      follow: async () => {},
      welcome: async () => false,
      forgetChat: async () => {},
      chooseLanguage: async () => {},
      log: openLog('silent'),
    });
  });
  after(() => proxy.close());

  it('for the board, a page of it, and a project', async () => {
    const afterOneYear = await countAll();
    ok(afterOneYear.board > 0 && afterOneYear.board <= 3, `${afterOneYear.board} requests for the board`);
    // The project, twelve weeks, the open decisions, the référent and the deputy.
    ok(
      afterOneYear.project > 12 && afterOneYear.project <= 16,
      `${afterOneYear.project} requests for a project`,
    );
    equal(afterOneYear.page, afterOneYear.board);

    await each(260 - 52, 16, (n) => record(sample(0).key, addWeeks(thisWeek, -52 - n)));
    const afterFiveYears = await countAll();
    equal(JSON.stringify(afterFiveYears), JSON.stringify(afterOneYear));
  });

  async function countAll() {
    return {
      board: await count('projets', /200 projets/),
      page: await press('projects.page', { page: 7 }, /Page 7 sur 10/),
      project: await count(`projet ${sample(0).key}`, /S36 · .*Dernière mise à jour · semaine 47/s),
    };
  }

  const count = (text: string, expected: RegExp) => ask({ kind: 'message', text }, expected);
  const press = (verb: string, data: object, expected: RegExp) =>
    ask({ kind: 'action', verb, data: { ...data } }, expected);

  async function ask(incoming: Parameters<Converse>[2], expected: RegExp): Promise<number> {
    const began = performance.now();
    const asked = await proxy.countDuring(async () => {
      const from = { id: 'person-1', teamsId: '29:lea', name: 'Léa', language: 'fr' as const };
      const reply = await converse(from, channelAddress(), incoming, 'test');
      match('card' in reply ? textOf(reply.card) : reply.kind, expected);
    });
    ok(performance.now() - began < patienceMs);
    return asked.length;
  }

  const record = async (projectKey: string, week: Week) => {
    const saved = await storage.updates.save(update({ projectKey, week }), newUlid());
    if (week === thisWeek) await storage.projects.noteLatest(projectKey, saved);
  };
});

const sample = (n: number) =>
  project({ key: `P${String(n).padStart(3, '0')}`, name: `Projet ${n}`, deputyId: 'person-2' });

/** `act` for 0, 1, … `amount` − 1, so many `atOnce`. */
async function each(amount: number, atOnce: number, act: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < amount) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
