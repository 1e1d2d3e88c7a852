import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { answerDecision } from '../../../src/decisions/answer-decision.ts';
import { registerDecisions, repairDecisions } from '../../../src/decisions/register-decisions.ts';
import { withdrawDecision } from '../../../src/decisions/withdraw-decision.ts';
import { makeCalendar } from '../../../src/shared/calendar.ts';
import { newUlid } from '../../../src/shared/ids.ts';
import type { Update } from '../../../src/updates/update.ts';
import { memoryStores } from '../../support/memory-stores.ts';
import { actor, project, update, week } from '../../support/samples.ts';

const calendar = makeCalendar({ timeZone: 'Pacific/Noumea' });
const lead = actor({ id: 'lead-1', name: 'Léa', role: 'lead' });

/** The register with its updates, on a clock that each step moves by a second, or not at all. */
function registerHouse(secondsAStep = 1) {
  const stores = memoryStores();
  const clock = { at: Date.parse('2026-11-16T22:00:00.000Z') };
  const told: string[] = [];
  const ports = {
    ...stores,
    calendar,
    tell: async (personId: string) => {
      told.push(personId);
    },
    now: () => new Date(clock.at).toISOString(),
  };
  const register = registerDecisions(ports);
  const post = (decisions: string[], given: Partial<Update> = {}) => {
    clock.at += secondsAStep * 1000;
    return stores.updates.save(update({ decisions, at: ports.now(), ...given }), newUlid());
  };
  return {
    ...stores,
    told,
    register,
    post,
    report: async (decisions: string[], given: Partial<Update> = {}) =>
      register(await post(decisions, given)),
    repair: repairDecisions(ports),
    close: async (end: 'answer' | 'withdraw', question: string) => {
      clock.at += secondsAStep * 1000;
      const open = (await stores.decisions.listOpen()).find((one) => one.question === question);
      if (!open) return;
      if (end === 'answer') await answerDecision(ports)(lead, open.id, 'Oui.');
      else await withdrawDecision(ports)(lead, open.id);
    },
    openQuestions: async () => (await stores.decisions.listOpen()).map(({ question }) => question),
  };
}

const questions = fc.subarray(['Un ?', 'Deux ?', 'Trois ?', 'Quatre ?']);

describe('The register', () => {
  it('says what the current version of a week asks, whatever crashed or was delivered again', async () => {
    const steps = fc.array(
      fc.record({ asked: questions, crashes: fc.boolean(), redelivers: fc.nat({ max: 5 }) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(0, 1), async (posts, secondsAStep) => {
        const house = registerHouse(secondsAStep);
        await house.projects.add(project());
        const updates: Update[] = [];
        for (const { asked, crashes, redelivers } of posts) {
          const posted = await house.post(asked);
          updates.push(posted);
          if (!crashes) await house.register(posted);
          const old = updates[redelivers];
          if (old) await house.register(old);
        }
        await house.repair();
        deepEqual((await house.openQuestions()).sort(), [...(posts.at(-1)?.asked ?? [])].sort());
        const before = await house.decisions.listOpen();
        await house.repair();
        deepEqual(await house.decisions.listOpen(), before);
      }),
    );
  });

  it('never opens again what was closed, however often the updates are read again', async () => {
    const ends = fc.array(
      fc.record({
        end: fc.constantFrom('answer' as const, 'withdraw' as const),
        question: fc.constantFrom('Un ?', 'Deux ?', 'Trois ?', 'Quatre ?'),
      }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        questions,
        questions,
        ends,
        fc.constantFrom(0, 1),
        async (first, second, closed, secondsAStep) => {
          const house = registerHouse(secondsAStep);
          await house.projects.add(project());
          await house.report(first, { week: week('2026-W46') });
          await house.report(second);
          for (const { end, question } of closed) await house.close(end, question);
          const left = await house.openQuestions();
          await house.repair();
          await house.repair();
          deepEqual(await house.openQuestions(), left);
          const wanted = new Set([...first, ...second]);
          for (const { question } of closed) wanted.delete(question);
          deepEqual([...left].sort(), [...wanted].sort());
        },
      ),
    );
  });

  it('asks a question of one update once, in the order in which they stand there', async () => {
    const house = registerHouse();
    await house.report(['Zoé vient ?', 'Avec qui ?', 'ZOE VIENT', 'Où ?']);
    equal((await house.openQuestions()).length, 3);
    deepEqual((await house.openQuestions()).slice(1), ['Avec qui ?', 'Où ?']);
  });

  it('keeps a question of an earlier week that this week no longer asks', async () => {
    const house = registerHouse();
    await house.report(['Un ?'], { week: week('2026-W46') });
    await house.report(['Un ?', 'Deux ?']);
    await house.report([]);
    deepEqual(await house.openQuestions(), ['Un ?']);
  });

  it('keeps the questions of two projects apart, in the same words', async () => {
    const house = registerHouse();
    await house.report(['Un ?']);
    await house.report(['Un ?'], { projectKey: 'NCCO' });
    await house.close('answer', 'Un ?');
    equal((await house.openQuestions()).length, 1);
  });

  it('tells the référent, the deputy and who asked, once each, and not the one who answers', async () => {
    const house = registerHouse();
    await house.projects.add(project({ referentId: 'person-1', deputyId: 'lead-1' }));
    await house.report(['Un ?'], { authorId: 'staff-1' });
    await house.close('answer', 'Un ?');
    deepEqual(house.told, ['staff-1', 'person-1']);
    await house.report(['Deux ?']);
    await house.close('withdraw', 'Deux ?');
    equal(house.told.length, 2);
  });
});
