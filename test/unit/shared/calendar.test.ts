import { deepEqual, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  addWeeks,
  makeCalendar,
  mondayOf,
  parseDay,
  parseHour,
  parseWeek,
  sundayOf,
  type Week,
  weekNumber,
  weeksBetween,
  withClosures,
} from '../../../src/shared/calendar.ts';

const noumea = makeCalendar({ timeZone: 'Pacific/Noumea', holidays: 'NC' });
const week = (text: string) => text as Week;

const instants = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const weeks = instants.map((at) => noumea.weekOf(at));

describe('The calendar', () => {
  it('changes day and week at midnight in Nouméa, not in Greenwich', () => {
    equal(noumea.dayOf('2026-11-22T12:59:59.999Z'), '2026-11-22');
    equal(noumea.weekOf('2026-11-22T12:59:59.999Z'), '2026-W47');
    equal(noumea.dayOf('2026-11-22T13:00:00.000Z'), '2026-11-23');
    equal(noumea.weekOf('2026-11-22T13:00:00.000Z'), '2026-W48');
    equal(noumea.hourOf('2026-11-22T21:00:00.000Z'), '08:00');
    equal(noumea.instantOf('2026-11-23', '08:00'), '2026-11-22T21:00:00.000Z');
  });

  it('knows the week 53 of long years and gives January’s first days to the year of their week', () => {
    equal(parseWeek('2026-W53'), '2026-W53');
    equal(parseWeek('2025-W53'), undefined);
    equal(addWeeks(week('2026-W53'), 1), '2027-W01');
    equal(noumea.weekOf('2027-01-02T23:00:00.000Z'), '2026-W53');
    deepEqual([mondayOf(week('2026-W01')), sundayOf(week('2026-W53'))], ['2025-12-29', '2027-01-03']);
  });

  it('is closed at week-ends and on the holidays of New Caledonia, its own among them', () => {
    equal(noumea.isClosed('2026-09-24'), true);
    equal(noumea.isClosed('2026-11-21'), true);
    equal(noumea.isClosed('2026-11-23'), false);
    equal(noumea.openDayFrom('2026-12-25'), '2026-12-28');
    equal(makeCalendar({ timeZone: 'Pacific/Noumea' }).isClosed('2026-09-24'), false);
  });

  it('moves an hour that daylight saving skips forward with the clock', () => {
    const paris = makeCalendar({ timeZone: 'Europe/Paris' });
    equal(paris.instantOf('2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z');
    equal(paris.instantOf('2026-10-25', '08:00'), '2026-10-25T07:00:00.000Z');
  });

  it('refuses a zone or a country that does not exist', () => {
    throws(() => makeCalendar({ timeZone: 'Pacific/Atlantis' }));
    throws(() => makeCalendar({ timeZone: 'Pacific/Noumea', holidays: 'Atlantis' }));
  });

  it('gives every moment a day inside its week', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = noumea.dayOf(at);
        const of = noumea.weekOf(at);
        return mondayOf(of) <= day && day <= sundayOf(of) && parseWeek(of) === of;
      }),
    );
  });

  it('counts weeks forth and back alike', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const to = addWeeks(from, count);
        return weeksBetween(from, to) === count && addWeeks(to, -count) === from && from < to === count > 0;
      }),
    );
  });

  it('finds the hour of a day again, in any zone', () => {
    const zones = ['Pacific/Noumea', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, timeZone) => {
        const calendar = makeCalendar({ timeZone });
        // Noon is in no zone's daylight-saving gap.
        const noon = calendar.instantOf(calendar.dayOf(at), '12:00');
        return calendar.dayOf(noon) === calendar.dayOf(at) && calendar.hourOf(noon) === '12:00';
      }),
    );
  });

  it('takes nothing for a week but a week', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseWeek(value) === undefined));
    for (const text of ['2026-W00', '2026-W54', '2026-W1', '26-W01', '2026-W47 ', '2026W47'])
      equal(parseWeek(text), undefined);
    fc.assert(fc.property(weeks, (of) => weekNumber(of) >= 1 && weekNumber(of) <= 53));
    equal(addDays('2026-12-31', 1), '2027-01-01');
  });

  it('closes on the mission’s own days, and on public holidays only where the mission rests on them', () => {
    const calendar = makeCalendar({ timeZone: 'Pacific/Noumea', holidays: 'NC' });
    const resting = withClosures(calendar, { holidays: true, closedDays: ['2026-12-24', '2026-12-28'] });
    equal(resting.openDayFrom('2026-12-24'), '2026-12-29');
    equal(resting.isClosed('2026-12-29'), false);
    const working = withClosures(calendar, { holidays: false, closedDays: [] });
    equal(working.openDayFrom('2026-12-25'), '2026-12-25');
    equal(working.openDayFrom('2026-12-26'), '2026-12-28');
  });

  it('takes nothing for a day or an hour but a day or an hour', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '24/12/2026',
      '2026-12-24T00:00',
      '',
      20261224,
    ])
      equal(parseDay(text), undefined);
    equal(parseDay('2028-02-29'), '2028-02-29');
    for (const text of ['24:00', '8', '8h', '08:60', '', '08:00 ', 8]) equal(parseHour(text), undefined);
    equal(parseHour('8:05'), '08:05');
    equal(parseHour('23:59'), '23:59');
  });
});
