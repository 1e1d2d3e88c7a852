import assert from 'node:assert/strict';
import { openProgram, promiseProblems } from '../../.ci/check-promises.ts';
import { plantTree, removeTree } from '../support/plant.ts';

const declarations = `
export interface Update { id: string }
export interface UpdateStore { save(update: Update): Promise<Update> }
export interface Turn { reply(text: string): Promise<void> }
export type Handler = (turn: Turn) => Promise<void>;
export declare const ports: { updates: Pick<UpdateStore, 'save'>; send: (text: string) => Promise<void> };
export declare const handlers: Handler[];
export declare const turn: Turn;
export declare const maybe: Promise<void> | undefined;
export declare function submit(p: typeof ports): (update: Update) => Promise<boolean>;
export declare function later(run: () => void): void;
export declare function test(title: string, run: () => void): void;
export declare function test(title: string, run: () => Promise<void>): void;
`;

/** One line a mistake, in the shapes of our ports and handlers. */
const forgotten = [
  "ports.updates.save({ id: 'a' });",
  "ports.send('b');",
  "submit(ports)({ id: 'c' });",
  "export const reply: Handler = async (t) => { t.reply('d'); };",
  'handlers.at(0)?.(turn);',
  'for (const handler of handlers) handler(turn);',
  'handlers.map((handler) => handler(turn));',
  'Promise.all(handlers.map((handler) => handler(turn)));',
  'ports.send("e").then(() => 1);',
  'ports.send("f").finally(() => {});',
  'turn && turn.reply("g");',
  "if (submit(ports)({ id: 'h' })) later(() => {});",
  'export const i = !ports.send("i");',
  'later(async () => { await turn.reply("j"); });',
  'handlers.forEach(async (handler) => { await handler(turn); });',
  'export const k: { run: () => void } = { run: async () => {} };',
];

const kept = [
  "await ports.updates.save({ id: 'a' });",
  "void ports.send('b');",
  'ports.send("c").catch(() => {});',
  'ports.send("d").then(() => 1, () => 2);',
  'ports.send("e").catch(() => {}).finally(() => {});',
  'export const all = handlers.map((handler) => handler(turn));',
  'if (maybe) await maybe;',
  "test('waits', async () => { await turn.reply('f'); });",
  "later(() => { ports.send('g').catch(() => {}); });",
];

describe('A promise', () => {
  let problems: string[];
  const problemsIn = (file: string) => problems.filter((problem) => problem.startsWith(`src/${file}.ts:`));

  before(function () {
    // TypeScript reads its own library, which takes seconds on a busy machine.
    this.timeout(60_000);
    const names =
      'import { handlers, later, maybe, ports, submit, test, turn, type Handler } from "./shapes.ts";';
    const compilerOptions = {
      ...{ target: 'es2022', module: 'nodenext', strict: true, types: [] },
      ...{ allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true },
    };
    const root = plantTree({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
      'src/shapes.ts': declarations,
      'src/forgotten.ts': [...forgotten, names].join('\n'),
      'src/kept.ts': [...kept, names].join('\n'),
    });
    try {
      problems = promiseProblems(openProgram(root), root);
    } finally {
      removeTree(root);
    }
  });

  it('that nobody awaits is told, with its line, whatever the shape of the port', () => {
    assert.deepEqual(
      problemsIn('forgotten').map((problem) => Number(problem.split(':')[1])),
      forgotten.map((_, index) => index + 1),
    );
  });

  it('that is awaited, handled or meant is left alone', () => {
    assert.deepEqual(problemsIn('kept'), []);
  });
});
