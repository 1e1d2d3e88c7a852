import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { decisionIdOf, parseDecisionId, questionIdOf, yearsSince } from '../../../src/decisions/decision.ts';
import { week } from '../../support/samples.ts';

const letters = [..."abcdefghij éèçàùôœABC 0123456789'’-,;"];
const question = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 60 })
  .filter((text) => /[a-z0-9]/i.test(text));

describe('A question', () => {
  it('is the same in other capitals, accents, spaces, apostrophes and end marks', () => {
    fc.assert(
      fc.property(
        question,
        fc.constantFrom('', ' ?', '\u00a0?', '…', '.', ' ?!', '?  ', ' »'),
        fc.constantFrom(' ', '  ', '\u00a0', '\t'),
        (text, end, space) => {
          const same = [
            text.toUpperCase(),
            text.normalize('NFD'),
            `  ${text}`,
            text + end,
            text.replaceAll(' ', space),
            text.replaceAll("'", '’'),
          ];
          for (const one of same) equal(questionIdOf('SPNC', one), questionIdOf('SPNC', text));
        },
      ),
    );
  });

  it('is another one in other words, and in another project', () => {
    fc.assert(
      fc.property(question, fc.constantFrom('x', 'deux', '1', '+'), (text, more) => {
        notEqual(questionIdOf('SPNC', `${text} ${more}`), questionIdOf('SPNC', text));
        notEqual(questionIdOf('NCCO', text), questionIdOf('SPNC', text));
      }),
    );
    notEqual(questionIdOf('SPNC', 'Choisir C++ ?'), questionIdOf('SPNC', 'Choisir C ?'));
    notEqual(questionIdOf('SPNC', '???'), questionIdOf('SPNC', '!'));
  });

  it('has an id that reads back as the question and its first asking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9999 }), (text, version) => {
        const questionId = questionIdOf('A1', text);
        const asking = { week: week('2026-W53'), version };
        const id = decisionIdOf(questionId, asking);
        deepEqual(parseDecisionId(id), { questionId, asking });
        match(id, /^[A-Za-z0-9~-]{1,60}$/);
      }),
    );
  });

  it('is not found by what is no id of ours', () => {
    const id = decisionIdOf(questionIdOf('SPNC', 'Quoi ?'), { week: week('2026-W47'), version: 1 });
    const forged = [
      '',
      'open',
      `${id}~1`,
      `${id}0000000`,
      id.replace('SPNC', 'spnc'),
      id.replace('W47', 'W99'),
      id.replace('-', '/'),
      `${id}'`,
      id.replace('~1', '~0'),
      { id },
      [id],
      null,
      undefined,
      7,
      '__proto__',
    ];
    for (const one of forged) equal(parseDecisionId(one), undefined);
    fc.assert(fc.property(fc.anything(), (one) => parseDecisionId(one) === undefined || one === id));
  });

  it('may have been closed in any year since its week began', () => {
    deepEqual(yearsSince(week('2027-W01'), '2027-01-02T00:00:00.000Z'), ['2027']);
    deepEqual(yearsSince(week('2026-W01'), '2026-01-02T00:00:00.000Z'), ['2025', '2026']);
    deepEqual(yearsSince(week('2024-W40'), '2026-11-02T00:00:00.000Z'), ['2024', '2025', '2026']);
  });
});
