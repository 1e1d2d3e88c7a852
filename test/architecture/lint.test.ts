import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Files, plantTree, removeTree } from '../support/plant.ts';

const globals = 'lint/style/noRestrictedGlobals';
const properties = 'lint/nursery/noJsRestrictedProperties';

/** One line of code a refusal: line → the check that refuses it. */
const impure: Record<string, string> = {
  'export const a = new Date();': 'plugin',
  'export const b = new Date;': 'plugin',
  'export const c = Date();': 'plugin',
  'export const d = Date.now();': properties,
  'export const { now } = Date;': properties,
  'export const e = [1].map(Date.now);': properties,
  'export const f = Math.random();': properties,
  'export const g = crypto.randomUUID();': properties,
  'export const h = crypto.getRandomValues(new Uint8Array(8));': properties,
  'export const i = process.env.HOME;': globals,
  'export const j = fetch("x");': globals,
  'export const k = setTimeout;': globals,
  'export const l = setInterval(() => {}, 1);': globals,
  'export const m = setImmediate;': globals,
  'export const n = queueMicrotask;': globals,
  'export const o = performance.now();': globals,
  'export const p = globalThis.Date.now();': globals,
  'console.log(1);': 'lint/suspicious/noConsole',
};

const pure = [
  'export const a = new Date(0);',
  "export const b = new Date('2026-11-23T00:00:00Z').getTime();",
  'export const c = Math.max(1, 2);',
  'export const d = (now: () => Date) => now();',
  "export const e = { process: 'p', fetch: 'f' };",
  'export const f = (port: { fetch(): string }) => port.fetch();',
];

const unsafeStorage: Record<string, string> = {
  'export const a = list({ queryOptions: { filter: `PartitionKey eq ${week}` } });': 'plugin',
  "export const b = list({ queryOptions: { filter: 'PartitionKey eq ' + week } });": 'plugin',
  'export const c = list({ queryOptions: { filter } });': 'plugin',
  "export const d = table.updateEntity(row, 'Replace');": 'plugin',
  "export const e = table.updateEntity(row, 'Replace', options);": 'plugin',
  "export const f = table.updateEntity(row, 'Replace', { etag: '*' });": 'plugin',
  "export const g = table.deleteEntity('p', 'r');": 'plugin',
  "export const h = [['update', row, 'Replace']];": 'plugin',
  'export const i = table.upsertEntity(row);': 'plugin',
  'export const k = list({ queryOptions: { filter: all ? odata`a` : `b` } });': 'plugin',
  "export const j = [['upsert', row]];": 'plugin',
};

const safeStorage = [
  'export const a = list({ queryOptions: { filter: odata`PartitionKey eq 2026` } });',
  'export const f = list({ queryOptions: { filter: all ? odata`a` : odata`b` } });',
  "export const b = table.updateEntity(row, 'Replace', { etag: row.etag });",
  "export const c = table.deleteEntity('p', 'r', { etag });",
  "export const d = [['update', row, 'Replace', { etag }], ['create', row], ['delete', row]];",
  'export const e = rows.filter(Boolean);',
];

const alone: Record<string, string> = {
  'save();': 'lint/nursery/noFloatingPromises',
  '[1].map(async () => save());': 'lint/nursery/noFloatingPromises',
};

const save = 'async function save(): Promise<boolean> { return true; }';
const lines = (code: Record<string, string>) => Object.keys(code).join('\n');

const planted: Files = {
  'src/updates/impure.ts': lines(impure),
  'src/chat/impure.ts': lines(impure),
  'src/shared/impure.ts': lines(impure),
  'src/surveys/deep/impure.ts': lines(impure),
  'src/updates/pure.ts': pure.join('\n'),
  'src/shared/calendar.ts': 'export const today = () => new Date();',
  'src/http/clock.ts':
    'export const at = () => [new Date(), Date.now(), process.env.HOME, crypto.randomUUID()];',
  'src/main.ts': 'export const at = () => [new Date(), Date.now(), process.env.HOME, setTimeout];',
  'src/storage/unsafe.ts': lines(unsafeStorage),
  'src/storage/safe.ts': safeStorage.join('\n'),
  'src/teams/alone.ts': `${lines(alone)}\n${save}`,
  'src/teams/together.ts': `await save();\nvoid save();\nawait Promise.all([1].map(() => save()));\n${save}`,
};

const lists: Record<string, Record<string, string>> = {
  'src/updates/impure.ts': impure,
  'src/chat/impure.ts': impure,
  'src/shared/impure.ts': impure,
  'src/surveys/deep/impure.ts': impure,
  'src/storage/unsafe.ts': unsafeStorage,
  'src/teams/alone.ts': alone,
};

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** The linter of `npm run check:lint`, with the same configuration, on planted files. */
function lint(files: Files): readonly Diagnostic[] {
  const root = plantTree(files);
  try {
    for (const file of ['biome.json', '.gitignore', '.ci/lint']) {
      cpSync(file, join(root, file), { recursive: true });
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src'];
    const run = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    assert.ok(run.stdout.startsWith('{'), run.stderr);
    return (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  } finally {
    removeTree(root);
  }
}

describe('The linter', () => {
  let diagnostics: readonly Diagnostic[];

  before(() => {
    diagnostics = lint(planted);
  });

  for (const [file, refusals] of Object.entries(lists)) {
    it(`refuses each line of ${file}`, () => {
      const found = diagnostics.filter(({ location }) => location.path === file);
      for (const [index, [line, category]] of Object.entries(refusals).entries()) {
        const here = found.filter(({ location }) => location.start.line === index + 1);
        assert.ok(
          here.some((one) => one.category === category),
          `${line} should be refused by ${category}, was by ${here.map((one) => one.category).join(', ') || 'nothing'}`,
        );
      }
    });
  }

  it('leaves code that takes clock, chance and network as arguments alone', () => {
    assert.deepEqual(categoriesIn('src/updates/pure.ts'), []);
  });

  it('lets the calendar, the adapters and the edge of the process read clock and environment', () => {
    const free = ['src/shared/calendar.ts', 'src/http/clock.ts', 'src/main.ts'];
    assert.deepEqual(free.flatMap(categoriesIn), []);
  });

  it('leaves escaped filters and updates with an ETag alone', () => {
    assert.deepEqual(categoriesIn('src/storage/safe.ts'), []);
  });

  it('leaves awaited promises alone', () => {
    assert.deepEqual(categoriesIn('src/teams/together.ts'), []);
  });

  const categoriesIn = (file: string) =>
    diagnostics.filter(({ location }) => location.path === file).map(({ category }) => category);
});
