import { deepEqual, equal } from 'node:assert/strict';
import { findProjects, isLater, mayReport } from '../../../src/projects/project.ts';
import { roles } from '../../../src/shared/role.ts';
import { actor, project, week } from '../../support/samples.ts';

const projects = [
  project({ key: 'SPNC', name: 'Portail service-public.nc' }),
  project({ key: 'NCCO', name: 'NC Connect : identité numérique' }),
  project({ key: 'NCDA', name: 'NC Données' }),
];
const found = (typed: string) => findProjects(typed, projects).map(({ key }) => key);

describe('A project', () => {
  it('is found by key, by name in whole or in part, and through a slip of the keyboard', () => {
    deepEqual(found('spnc'), ['SPNC']);
    deepEqual(found('nc connect : identite numerique'), ['NCCO']);
    deepEqual(found('connect'), ['NCCO']);
    deepEqual(found('SPNV'), ['SPNC']);
    deepEqual(found('portail service-pubic.nc'), ['SPNC']);
  });

  it('is found by its other names too', () => {
    const named = [...projects, project({ key: 'CANT', name: 'Cantine', aliases: ['Kiosque famille'] })];
    deepEqual(
      findProjects('le kiosque', named).map(({ key }) => key),
      [],
    );
    for (const typed of ['kiosque', 'kiosque famile']) {
      deepEqual(
        findProjects(typed, named).map(({ key }) => key),
        ['CANT'],
      );
    }
  });

  it('is asked for again when several match or none does', () => {
    deepEqual(found('nc'), ['SPNC', 'NCCO', 'NCDA']);
    deepEqual(found('tartempion'), []);
    deepEqual(found(' '), []);
  });

  it('is reported on by its référent, its deputy and the mission only', () => {
    const own = project({ referentId: 'me', deputyId: 'you' });
    for (const role of roles) {
      const isMission = role === 'staff' || role === 'lead';
      equal(mayReport(actor({ id: 'me', role }), own), role !== 'partner');
      equal(mayReport(actor({ id: 'you', role }), own), role !== 'partner');
      equal(mayReport(actor({ id: 'other', role }), own), isMission);
    }
  });

  it('has its latest update by week, then version', () => {
    const latest = (ofWeek: string, version: number) => ({
      week: week(ofWeek),
      version,
      health: 'onTrack' as const,
    });
    equal(isLater(latest('2026-W47', 1), undefined), true);
    equal(isLater(latest('2027-W01', 1), latest('2026-W53', 9)), true);
    equal(isLater(latest('2026-W47', 2), latest('2026-W47', 1)), true);
    equal(isLater(latest('2026-W47', 1), latest('2026-W47', 1)), false);
    equal(isLater(latest('2026-W46', 5), latest('2026-W47', 1)), false);
  });
});
