import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path, relative to the root of a tree. */
export type Files = Readonly<Record<string, string>>;

/** Writes a tree in a folder of its own and gives the folder's path; `removeTree` takes it away. */
export function plantTree(files: Files): string {
  // The real path: on some systems the temporary folder is a link, and tools report what it leads to.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'transfo-')));
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

export function removeTree(root: string): void {
  rmSync(root, { recursive: true, force: true });
}
