import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { isProjectKey, nameLimit, programmes } from '../../../src/projects/project.ts';
import {
  aliasesLimit,
  aliasLimit,
  descriptionLimit,
  fieldsOf,
  organisationLimit,
  parseProjectDraft,
  projectFields,
  readProjectFields,
} from '../../../src/projects/project-draft.ts';
import { parseDay } from '../../../src/shared/calendar.ts';
import { newUlid } from '../../../src/shared/ids.ts';
import { lengthOf } from '../../../src/shared/text.ts';
import { project } from '../../support/samples.ts';

const form = { formId: newUlid(), key: 'SPNC', name: 'Portail', programme: 'data', state: 'active' };
const parse = (given: object) => parseProjectDraft({ ...form, ...given }, programmes);
const problemsOf = (given: object) => {
  const draft = parse(given);
  return draft.ok ? [] : draft.error.map(({ field, problem }) => `${field}: ${problem}`);
};

describe('A form becomes a project', () => {
  it('with the required part alone', () => {
    const draft = parse({ key: ' spnc ', name: ' Portail\n public ' });
    ok(draft.ok);
    deepEqual(JSON.parse(JSON.stringify(draft.value)), {
      ...form,
      name: 'Portail public',
      organisation: '',
      description: '',
      aliases: [],
    });
  });

  it('with its other names, however they are separated', () => {
    const draft = parse({ aliases: 'le portail ; SP.nc, ,le portail\nNC' });
    deepEqual(draft.ok && draft.value.aliases, ['le portail', 'SP.nc', 'NC']);
  });

  it('or says every problem at once, each with its field', () => {
    deepEqual(
      problemsOf({
        key: 'A',
        name: ' \u200B ',
        programme: 'autre',
        organisation: 'o'.repeat(organisationLimit + 1),
        description: 'd'.repeat(descriptionLimit + 1),
        referentId: 'x',
        deputyId: 'x',
        startDate: '2026-02-30',
        targetDate: 'demain',
        state: '',
        aliases: 'a'.repeat(aliasLimit + 1),
      }),
      [
        'key: key',
        'name: nameMissing',
        'programme: programme',
        'organisation: organisationLong',
        'description: descriptionLong',
        'deputyId: samePerson',
        'startDate: date',
        'targetDate: date',
        'state: state',
        'aliases: aliasLong',
      ],
    );
    deepEqual(problemsOf({ startDate: '2026-11-23', targetDate: '2026-11-22' }), [
      'targetDate: targetBeforeStart',
    ]);
    deepEqual(problemsOf({ startDate: '2026-11-23', targetDate: '2026-11-23' }), []);
    deepEqual(problemsOf({ aliases: 'a,b,c,d,e,f,g,h,i,j,k' }), ['aliases: tooManyAliases']);
  });

  it('of letters as a reader counts them, and not of one endless letter', () => {
    const family = '👨‍👩‍👧'; // eight characters, one letter: twenty of them are a name
    deepEqual(problemsOf({ name: family.repeat(20) }), []);
    deepEqual(problemsOf({ name: 'é'.repeat(nameLimit) }), []);
    deepEqual(problemsOf({ name: 'é'.repeat(nameLimit + 1) }), ['name: nameLong']);
    deepEqual(problemsOf({ name: `e${'\u0301'.repeat(900)}` }), ['name: nameLong']);
  });

  it('or is refused, but never breaks, and what it lets through keeps the limits', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('2026-11-23', '2026-02-30', '__proto__', 'constructor', 'ab', 'A1', 'done', 'data'),
    );
    const usually = <T>(value: T) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, values);
    const forms = fc.record(
      {
        formId: usually(form.formId),
        edits: values,
        revision: values,
        key: usually('NC2'),
        name: usually('Portail'),
        programme: usually('data'),
        organisation: values,
        description: values,
        referentId: values,
        deputyId: values,
        startDate: values,
        targetDate: values,
        state: usually('paused'),
        aliases: values,
      },
      { requiredKeys: ['formId', 'key', 'name', 'programme', 'state'] },
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: forms }, fc.anything()), (given) => {
        const draft = parseProjectDraft(given, programmes);
        if (!draft.ok) return draft.error.length > 0;
        accepted += 1;
        const { key, name, organisation, description, aliases, startDate, targetDate } = draft.value;
        return (
          isProjectKey(key) &&
          name !== '' &&
          lengthOf(name) <= nameLimit &&
          lengthOf(organisation) <= organisationLimit &&
          lengthOf(description) <= descriptionLimit &&
          aliases.length <= aliasesLimit &&
          aliases.every((alias) => alias !== '' && lengthOf(alias) <= aliasLimit) &&
          [startDate, targetDate].every((day) => day === undefined || parseDay(day) === day) &&
          !(startDate && targetDate && targetDate < startDate)
        );
      }),
      { numRuns: 500 },
    );
    ok(accepted > 0);
  });

  it('and a project comes back out of its own form as it was', () => {
    const full = project({
      name: 'Portail',
      description: 'Deux\nlignes, et : de la *ponctuation*.',
      deputyId: 'person-2',
      startDate: '2026-01-05',
      targetDate: '2026-12-18',
      aliases: ['le portail', 'NC'],
      state: 'paused',
      revision: 7,
    });
    const draft = parseProjectDraft(fieldsOf(full, form.formId), programmes);
    ok(draft.ok);
    const { formId, ...content } = draft.value;
    equal(formId, form.formId);
    for (const field of projectFields) deepEqual(content[field], full[field]);
    equal(content.revision, 7);
  });

  it('and keeps what was typed, of any length, cut only far beyond what is valid', () => {
    const fields = readProjectFields({ ...form, name: 'n'.repeat(200), description: 'd'.repeat(100_000) });
    equal(fields.name.length, 200);
    ok(fields.description.length > descriptionLimit && fields.description.length < 10_000);
    equal(readProjectFields({ ...form, key: { toString: () => 'SPNC' } }).key, '');
    equal(readProjectFields('nothing').formId, '');
  });
});
