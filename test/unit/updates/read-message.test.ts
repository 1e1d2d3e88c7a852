import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Reading, type ReadingContext, readMessage } from '../../../src/updates/read-message.ts';
import { type GoldMessage, measureMessages } from '../../eval/messages.ts';
import * as fresh from './fresh-messages.ts';
import { type Expected, others, projects, updates } from './messages.ts';
import * as more from './more-messages.ts';

type Update = Extract<Reading, { kind: 'update' }>;

const LISTS = ['done', 'next', 'risks', 'decisions'] as const;

describe('reading a free message', () => {
  describe('of a référent who reports', () => {
    for (const [text, expected] of updates) {
      it(`« ${text.replaceAll('\n', ' ⏎ ')} »`, () => {
        assertRead(readMessage(text, { projects }), expected);
      });
    }
  });

  describe('that is not an update', () => {
    for (const text of others) {
      it(`« ${text} »`, () => assert.deepEqual(readMessage(text, { projects }), { kind: 'other' }));
    }
  });

  describe('among many written by other hands', () => {
    const read = more.updates.map(([text, expected]) => ({ expected, reading: readMessage(text, more) }));
    const share = (isRight: (reading: Update, expected: Expected) => boolean) =>
      read.filter(({ reading, expected }) => reading.kind === 'update' && isRight(reading, expected)).length /
      read.length;

    it('recognises nearly every update', () => {
      assert.ok(share(() => true) >= 0.98);
    });

    it('takes nearly nothing else for one', () => {
      const taken = more.others.filter((text) => readMessage(text, more).kind === 'update');
      assert.ok(taken.length <= 2, taken.join('\n'));
    });

    it('finds the project, the health and the progress', () => {
      assert.ok(share((reading, { project }) => keyOf(reading) === project) >= 0.97);
      assert.ok(share(({ health }, expected) => (health ?? null) === expected.health) >= 0.93);
      assert.ok(share(({ progress }, expected) => (progress ?? null) === expected.progress) >= 0.98);
    });
  });

  for (const { lot, updates, others, floors } of [
    {
      lot: 'the rules were worked on with',
      updates: fresh.workedUpdates,
      others: fresh.workedOthers,
      floors: { isUpdate: 0.98, project: 0.97, health: 0.94, progress: 0.96 },
    },
    {
      lot: 'the rules have never been fitted to',
      updates: fresh.asideUpdates,
      others: fresh.asideOthers,
      floors: { isUpdate: 0.95, project: 0.95, health: 0.84, progress: 0.94 },
    },
  ]) {
    it(`reads most messages that ${lot} as a person does`, () => {
      const figures = measureMessages([...updates.map(goldUpdate), ...others.map(goldOther)], fresh.projects);
      assert.ok(figures.isUpdate.f1 >= floors.isUpdate, `isUpdate ${figures.isUpdate.f1}`);
      for (const field of ['project', 'health', 'progress'] as const) {
        assert.ok(figures[field] >= floors[field], `${field} ${figures[field]}`);
      }
    });
  }

  describe('without a project’s name', () => {
    const text = 'Recette terminée, 80 %, on est dans les temps';

    it('takes the only project of its author', () => {
      assert.deepEqual(update(text, ['TELM']).project, { kind: 'found', key: 'TELM' });
    });

    it('offers the projects of its author when there are several', () => {
      assert.deepEqual(update(text, ['TELM', 'QUAI']).project, { kind: 'several', keys: ['TELM', 'QUAI'] });
    });

    it('ignores own projects that no longer exist', () => {
      assert.deepEqual(update(text, ['GONE']).project, { kind: 'none' });
    });

    it('takes the own project a vague word fits', () => {
      const reading = update('Recette de la collecte terminée, 80 %', ['TELM', 'DECH']);
      assert.deepEqual(reading.project, { kind: 'found', key: 'DECH' });
    });
  });

  it('asks which one when two projects are the subject', () => {
    assert.deepEqual(update('VACC et TELM : recette terminée, 80 %').project, {
      kind: 'several',
      keys: ['VACC', 'TELM'],
    });
  });

  it('keeps the author’s words in the summary, without mention, command and project name', () => {
    const reading = update('<at>Transfo</at> maj Billettique : Bornes posées à l’Anse-Vata, équipe ravie');
    assert.equal(reading.summary, 'Bornes posées à l’Anse-Vata, équipe ravie');
  });

  it('puts a one-line update of the product page in its places', () => {
    const reading = update(
      'maj NC Connect : recette terminée, risque sur le budget, prochaine étape bascule le 12/03, 80 %',
      [],
      { projects: more.projects },
    );
    assert.deepEqual(reading, {
      kind: 'update',
      project: { kind: 'found', key: 'NCCO' },
      health: 'atRisk',
      progress: 80,
      summary: 'recette terminée. 80 %',
      done: [],
      next: ['bascule le 12/03'],
      risks: ['risque sur le budget'],
      decisions: [],
    });
  });

  it('says the whole again when a figure is all that the lists leave', () => {
    const reading = update('VACC 40 %, risque de retard sur les lecteurs');
    assert.ok(reading.summary.includes('risque de retard sur les lecteurs'));
  });

  it('keeps in the summary what a full list cannot hold', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `- former le dispensaire numéro ${i + 1}`);
    const reading = update(`TELM 30 %\nÀ faire :\n${lines.join('\n')}`);
    assert.equal(reading.next.length, 10);
    assert.ok(reading.summary.includes('dispensaire numéro 11'));
    assert.ok(reading.summary.includes('dispensaire numéro 12'));
  });

  describe('whatever the text', () => {
    const words = fc.constantFrom(
      ...[
        'VACC',
        'maj',
        'orange',
        '🔴',
        '80 %',
        'pas',
        'bloqué',
        'mais',
        'la moitié',
        'Risques :',
        '\n- ',
        '\n',
        '. ',
        '?',
        ', ',
      ],
      ...[
        '<at>',
        '</at>',
        'merci',
        'cantine',
        'reste à',
        'décision',
        'œuf',
        'É',
        '(',
        ')',
        '3/4',
        'quatre-vingt',
        '…',
        '&nbsp;',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    );

    it('answers within the limits, the same each time', () => {
      fc.assert(
        fc.property(texts, fc.constantFrom([], ['VACC'], ['VACC', 'TELM']), (text, ownKeys) => {
          const reading = readMessage(text, { projects, ownKeys });
          assert.deepEqual(readMessage(text, { projects, ownKeys }), reading);
          if (reading.kind === 'update') assertWithinLimits(reading);
        }),
        { numRuns: 500 },
      );
    });

    it('works without any project', () => {
      fc.assert(fc.property(texts, (text) => void readMessage(text, { projects: [] })));
    });

    for (const piece of [
      'pas ',
      'a',
      '80 % ',
      'VACC ',
      'vert ',
      'la ',
      '\n- risque ',
      '(',
      ', et ',
      '🔴',
      'quatre-vingt ',
      '- ',
      '. ',
      'on est à ',
      'merci, ',
      ' ',
      '<at',
      'bloqué mais ',
      'date ',
      'contrat ',
      'toujours pas ',
      'trop ',
    ]) {
      it(`answers quickly to 20 000 characters of « ${piece.trim()} »`, () => {
        const text = `VACC 40 % ${piece.repeat(Math.ceil(20_000 / piece.length))}`;
        const start = performance.now();
        readMessage(text, { projects });
        assert.ok(performance.now() - start < 1500);
      });
    }
  });
});

function update(text: string, ownKeys: string[] = [], context: ReadingContext = { projects }): Update {
  const reading = readMessage(text, { ...context, ownKeys });
  assert.equal(reading.kind, 'update');
  return reading as Update;
}

function goldUpdate([text, project, health, progress]: fresh.FreshUpdate): GoldMessage {
  return { text, isUpdate: true, project, health, progress, ...noLists };
}

function goldOther(text: string): GoldMessage {
  return { text, isUpdate: false, project: null, health: null, progress: null, ...noLists };
}

const noLists = { next: [], risks: [], decisions: [] };

function keyOf({ project }: Update): string | null {
  return project.kind === 'found' ? project.key : null;
}

function assertRead(reading: Reading, expected: Expected): void {
  assert.equal(reading.kind, 'update');
  if (reading.kind !== 'update') return;
  if (expected.project !== undefined) assert.equal(keyOf(reading), expected.project, 'project');
  if (expected.health !== undefined) assert.equal(reading.health ?? null, expected.health, 'health');
  if (expected.progress !== undefined) assert.equal(reading.progress ?? null, expected.progress, 'progress');
  for (const list of LISTS) {
    const wanted = expected[list];
    if (wanted?.length === 0) assert.deepEqual(reading[list], [], list);
    for (const word of wanted ?? []) {
      assert.ok(
        reading[list].some((item) => item.includes(word)),
        `${list}: ${JSON.stringify(reading[list])}`,
      );
    }
  }
  assertWithinLimits(reading);
}

function assertWithinLimits(reading: Update): void {
  assert.ok(reading.summary.length > 0 && reading.summary.length <= 280, 'summary');
  assert.ok(!/[\r\n]/.test(reading.summary));
  for (const list of LISTS) {
    assert.ok(reading[list].length <= 10, list);
    for (const item of reading[list]) assert.ok(item.length > 0 && item.length <= 200, list);
  }
  const { progress } = reading;
  if (progress !== undefined) assert.ok(Number.isInteger(progress) && progress >= 0 && progress <= 100);
}
