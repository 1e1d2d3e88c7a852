import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { digestWeekdays, fieldsOf, parseSettings, type Settings } from '../../../src/settings/settings.ts';
import { addDays } from '../../../src/shared/calendar.ts';
import { languages } from '../../../src/shared/language.ts';

const form = { digestWeekday: '1', digestHour: '08:00', defaultLanguage: 'fr', holidays: 'true' };
const problemsOf = (given: object) => {
  const parsed = parseSettings({ ...form, ...given });
  return parsed.ok ? [] : parsed.error.map(({ field, problem }) => `${field} ${problem}`);
};

describe('The form of the settings', () => {
  it('gives back any settings it is filled with', () => {
    const settings: fc.Arbitrary<Settings> = fc.record({
      digest: fc.record({
        weekday: fc.constantFrom(...digestWeekdays),
        hour: fc.nat(1439).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16)),
      }),
      defaultLanguage: fc.constantFrom(...languages),
      holidays: fc.boolean(),
      closedDays: fc
        .uniqueArray(fc.nat(3_000), { maxLength: 60 })
        .map((days) => days.map((day) => addDays('2026-01-01', day)).sort()),
    });
    fc.assert(
      fc.property(settings, (some) => {
        const one = { ...some, digest: { ...some.digest } };
        deepEqual(parseSettings(fieldsOf(one, 'fr')), { ok: true, value: one });
      }),
    );
  });

  it('takes days as French hands write them, once each, in order', () => {
    const parsed = parseSettings({ ...form, closedDays: '- 31/12/2026\n\n2026-12-24\n31/12/2026' });
    ok(parsed.ok);
    deepEqual(parsed.value.closedDays, ['2026-12-24', '2026-12-31']);
  });

  it('names every problem with its field', () => {
    deepEqual(
      problemsOf({ digestWeekday: '6', digestHour: '24:00', defaultLanguage: 'de', holidays: 'oui' }),
      ['digestWeekday weekday', 'digestHour hour', 'defaultLanguage language', 'holidays holidays'],
    );
    deepEqual(problemsOf({ closedDays: '2026-13-01' }), ['closedDays closedDay']);
    const many = Array.from({ length: 61 }, (_, n) => addDays('2026-01-01', n)).join('\n');
    deepEqual(problemsOf({ closedDays: many }), ['closedDays tooManyDays']);
  });

  it('never takes what is too long for nothing', () => {
    equal(problemsOf({ closedDays: `${'2026-12-24\n'.repeat(5_000)}x` }).length, 1);
  });

  it('takes anything without throwing, and nothing that it does not know', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const parsed = parseSettings(anything);
        ok(!parsed.ok || digestWeekdays.some((day) => day === parsed.value.digest.weekday));
      }),
    );
  });
});
