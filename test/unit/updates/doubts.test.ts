import { deepEqual, equal } from 'node:assert/strict';
import { doubtsOf, isLate } from '../../../src/updates/doubts.ts';
import { project, update, week } from '../../support/samples.ts';

const today = '2026-11-19';
const kinds = (given: Parameters<typeof update>[0], before?: Parameters<typeof update>[0], of = project()) =>
  doubtsOf({ ...update(given), version: 2 }, before && { ...update(before), version: 1 }, of, today).map(
    ({ kind }) => kind,
  );

describe('A recorded update is asked about', () => {
  it('when progress goes down', () => {
    deepEqual(kinds({ progress: 40 }, { progress: 62 }), ['progress-down']);
    deepEqual(kinds({ progress: 62 }, { progress: 62 }), []);
    deepEqual(kinds({ progress: undefined }, { progress: 62 }), []);
  });

  it('when the health contradicts the risks', () => {
    deepEqual(kinds({ health: 'onTrack', risks: ['Convention bloquée à la CAFAT'] }), ['green-but-blocked']);
    deepEqual(kinds({ health: 'onTrack', risks: ['Délai à tenir'] }), []);
    deepEqual(kinds({ health: 'offTrack', risks: [] }), ['red-without-risk']);
  });

  it('when a step still to come has a date in the past', () => {
    for (const step of [
      'Bascule le 12/11',
      'Recette le 3 novembre',
      'Bilan le 1er octobre 2026',
      'Livraison 12/11/26',
    ]) {
      deepEqual(kinds({ next: [step] }), ['next-in-the-past'], step);
    }
    for (const step of [
      'Bascule le 12/03',
      'Recette le 30 novembre',
      'Atelier le 5 janvier',
      '3/4 des écrans',
      'Le 19/11',
    ]) {
      deepEqual(kinds({ next: [step] }), [], step);
    }
  });

  it('when the project’s date has passed and it is not done', () => {
    deepEqual(kinds({ progress: 80 }, undefined, project({ targetDate: '2026-10-30' })), ['target-passed']);
    deepEqual(kinds({ progress: 100 }, undefined, project({ targetDate: '2026-10-30' })), []);
    deepEqual(kinds({ progress: 80 }, undefined, project({ targetDate: today })), []);
  });

  it('and marked as late when its week was over', () => {
    const weekOf = () => week('2026-W48');
    equal(isLate({ ...update(), version: 1 }, weekOf), true);
    equal(isLate({ ...update({ week: week('2026-W48') }), version: 1 }, weekOf), false);
  });
});
