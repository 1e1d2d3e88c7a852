import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { newUlid } from '../../../src/shared/ids.ts';
import { lengthOf } from '../../../src/shared/text.ts';
import {
  itemFields,
  itemLimit,
  itemsLimit,
  parseUpdateDraft,
  summaryLimit,
} from '../../../src/updates/update.ts';

const form = { formId: newUlid(), projectKey: 'SPNC', health: 'onTrack', summary: 'Tout va bien.' };
const problemsOf = (given: object) => {
  const draft = parseUpdateDraft({ ...form, ...given });
  return draft.ok ? [] : draft.error.map(({ field, problem }) => `${field}: ${problem}`);
};

describe('A form becomes an update', () => {
  it('with the required part alone', () => {
    const draft = parseUpdateDraft(form);
    ok(draft.ok);
    const { originalText, week, baseVersion, ...draftOnly } = draft.value;
    deepEqual(draftOnly, { ...form, progress: undefined, done: [], next: [], risks: [], decisions: [] });
    deepEqual([originalText, week, baseVersion], [undefined, undefined, undefined]);
  });

  it('with progress as hands type it', () => {
    for (const [typed, progress] of [
      ['55', 55],
      ['55 %', 55],
      ['55,4', 55],
      [0, 0],
      ['100', 100],
      ['', undefined],
    ] as const) {
      const draft = parseUpdateDraft({ ...form, progress: typed });
      equal(draft.ok && draft.value.progress, progress);
    }
    for (const typed of ['-1', '101', 'beaucoup', 'NaN', 'Infinity', '1e9', [5], {}]) {
      deepEqual(problemsOf({ progress: typed }), ['progress: progress']);
    }
  });

  it('or says every problem at once, each with its field', () => {
    deepEqual(
      problemsOf({
        projectKey: 'a b',
        health: 'fine',
        progress: 200,
        summary: ' \u200B ',
        next: 'x\n'.repeat(itemsLimit + 1),
        risks: 'y'.repeat(itemLimit + 1),
      }),
      [
        'projectKey: project',
        'health: health',
        'progress: progress',
        'summary: summaryMissing',
        'next: tooManyItems',
        'risks: itemLong',
      ],
    );
    deepEqual(problemsOf({ summary: 'é'.repeat(summaryLimit) }), []);
    deepEqual(problemsOf({ summary: 'é'.repeat(summaryLimit + 1) }), ['summary: summaryLong']);
  });

  it('or is refused, but never breaks, and what it lets through keeps the limits', () => {
    const values = fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 400 }));
    const forms = fc.record(
      {
        formId: fc.oneof(fc.constant(form.formId), values),
        projectKey: fc.oneof(fc.constant('SPNC'), values),
        health: fc.oneof(fc.constant('atRisk'), values),
        progress: values,
        summary: values,
        done: values,
        next: values,
        risks: values,
        decisions: values,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(forms, fc.anything()), (given) => {
        const draft = parseUpdateDraft(given);
        if (!draft.ok) return draft.error.length > 0;
        const { summary, progress } = draft.value;
        return (
          lengthOf(summary) <= summaryLimit &&
          (progress === undefined || (progress >= 0 && progress <= 100)) &&
          itemFields.every((field) =>
            draft.value[field].every((item) => item !== '' && lengthOf(item) <= itemLimit),
          )
        );
      }),
    );
  });
});
