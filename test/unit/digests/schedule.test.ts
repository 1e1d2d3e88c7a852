import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { lastSlot } from '../../../src/digests/schedule.ts';
import { makeCalendar } from '../../../src/shared/calendar.ts';
import { plusSeconds } from '../../../src/shared/clock.ts';

const noumea = makeCalendar({ timeZone: 'Pacific/Noumea', holidays: 'NC' });
const monday = { weekday: 1, hour: '08:00' };

describe('The last slot that has come', () => {
  it('is Monday at eight for the week that ended', () => {
    deepEqual(lastSlot('2026-11-22T21:00:00.000Z', monday, noumea), {
      week: '2026-W47',
      at: '2026-11-22T21:00:00.000Z',
    });
    deepEqual(lastSlot('2026-11-22T20:59:59.999Z', monday, noumea).week, '2026-W46');
    deepEqual(lastSlot('2026-11-29T10:00:00.000Z', monday, noumea).week, '2026-W47');
  });

  it('moves to the next open day on a public holiday', () => {
    // Easter Monday, 6 April 2026, is closed: Tuesday at eight.
    deepEqual(lastSlot('2026-04-06T12:00:00.000Z', monday, noumea).week, '2026-W13');
    deepEqual(lastSlot('2026-04-06T21:00:00.000Z', monday, noumea), {
      week: '2026-W14',
      at: '2026-04-06T21:00:00.000Z',
    });
  });

  it('is never in the future, and never more than two weeks back', () => {
    const instants = fc
      .date({
        min: new Date('2024-01-01T00:00:00Z'),
        max: new Date('2032-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const slots = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.constantFrom('00:00', '08:00', '23:59'),
    });
    const zones = fc.constantFrom(
      'Pacific/Noumea',
      'Europe/Paris',
      'America/New_York',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(instants, slots, zones, (at, slot, timeZone) => {
        const due = lastSlot(at, slot, makeCalendar({ timeZone, holidays: 'NC' }));
        ok(due.at <= at && due.at > plusSeconds(at, -14 * 86_400));
      }),
      { numRuns: 60 },
    );
  });
});
