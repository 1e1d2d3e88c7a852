import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, parseAbsence, withAbsence } from '../../../src/people/absence.ts';
import { type Absence, isAbsent } from '../../../src/people/person.ts';
import { addDays } from '../../../src/shared/calendar.ts';

const today = '2026-11-19';
const days = fc.integer({ min: -500, max: 500 }).map((count) => addDays(today, count));
const absences: fc.Arbitrary<Absence> = fc
  .tuple(days, fc.nat(30))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

describe('An absence', () => {
  it('lasts from its first day to its last, both included', () => {
    const noe = { absences: [{ from: '2026-12-21', to: '2026-12-24' }] };
    deepEqual(
      ['2026-12-20', '2026-12-21', '2026-12-24', '2026-12-25'].map((day) => isAbsent(noe, day)),
      [false, true, true, false],
    );
    equal(isAbsent({}, today), false);
  });

  it('is one that exists, is not over, and ends within a year', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const parsed = parseAbsence({ from, to }, today);
        equal(parsed.ok, from <= to && to >= today && to <= addDays(from, 366));
      }),
    );
    fc.assert(fc.property(fc.anything(), (anything) => !parseAbsence(anything, today).ok));
  });

  it('finds its place among the others, twenty at most, those over for a year forgotten', () => {
    fc.assert(
      fc.property(fc.array(absences, { maxLength: 60 }), (planned) => {
        let kept: Absence[] = [];
        for (const one of planned) {
          const next = withAbsence(kept, one, today);
          if (next.ok) {
            kept = next.value;
            ok(kept.some(({ from, to }) => from === one.from && to === one.to));
          }
        }
        ok(kept.length <= 20);
        equal(new Set(kept.map(({ from }) => from)).size, kept.length);
        deepEqual(
          kept,
          kept.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        );
      }),
    );
    const old = { from: '2025-10-01', to: '2025-11-18' };
    const recent = { from: '2025-11-01', to: '2025-11-19' };
    const next = withAbsence([old, recent], { from: today, to: today }, today);
    deepEqual(next.ok && next.value, [recent, { from: today, to: today }]);
  });

  it('meets another when they share a day', () => {
    fc.assert(
      fc.property(absences, absences, (a, b) => {
        let isShared = false;
        for (let day = a.from; day <= a.to; day = addDays(day, 1)) {
          isShared ||= isAbsent({ absences: [b] }, day);
        }
        return overlaps(a, b) === isShared && overlaps(b, a) === isShared;
      }),
    );
  });
});
