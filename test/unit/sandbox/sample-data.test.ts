import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PEOPLE, REFERENTS } from '../../../sandbox/playground-config.ts';
import { type SampleData, sampleWeeks } from '../../../sandbox/sample-data.ts';
import { makeCalendar } from '../../../src/shared/calendar.ts';

const calendar = makeCalendar({ timeZone: 'Pacific/Noumea' });
const wednesday = '2027-01-12T23:00:00.000Z';

describe('The sample data of the sandbox', () => {
  it('ends in the week in progress, which only some projects have reported on', () => {
    const { updates } = sampleWeeks(wednesday, calendar);
    assert.deepEqual([...new Set(updates.map((update) => update.week))].sort(), [
      '2026-W48',
      '2026-W49',
      '2026-W50',
      '2026-W51',
      '2026-W52',
      '2026-W53',
      '2027-W01',
      '2027-W02',
    ]);
    assert.equal(countIn(updates, '2027-W02'), 7);
    assert.equal(countIn(updates, '2027-W01'), 14);
  });

  it('counts weeks as they are in Nouméa', () => {
    const sundayInParis = '2027-01-10T15:00:00.000Z';
    assert.equal(countIn(sampleWeeks(sundayInParis, calendar).updates, '2027-W02'), 7);
  });

  it('never holds an update of the future, nor one written outside its week', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true }),
        (date) => {
          const now = date.toISOString();
          for (const { at, week } of sampleWeeks(now, calendar).updates) {
            assert.ok(at <= now, `${at} is later than ${now}`);
            assert.equal(calendar.weekOf(at), week);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('shares the projects between the two référents of the Playground, who sign their updates', () => {
    const { projects, updates } = sampleWeeks(wednesday, calendar);
    assert.equal(projects.length, 18);
    for (const referent of REFERENTS) {
      assert.equal(projects.filter((project) => project.referentId === referent.id).length, 9);
    }
    for (const update of updates) {
      const project = projects.find(({ key }) => key === update.projectKey);
      assert.equal(update.authorId, project?.referentId);
    }
  });

  it('has a lead, the mission, two référents, a deputy and a partner, each with an id of their own', () => {
    assert.deepEqual(
      PEOPLE.map((person) => person.role),
      ['lead', 'staff', 'referent', 'referent', 'partner', 'referent'],
    );
    assert.equal(new Set(PEOPLE.flatMap(({ id, channelUserId }) => [id, channelUserId])).size, 12);
  });
});

function countIn(updates: SampleData['updates'], week: string): number {
  return updates.filter((update) => update.week === week).length;
}
