/**
 * Installs what is missing, and nothing when all is there. Runs before `npm start` and `npm test` with
 * whatever Node the machine has (>= 20), so it imports no package and no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing packages…');
  // Not `npm ci`: it refuses a lock file without the optional binaries of other systems, and a registry mirror may lack
  // them. With --no-save the lock file decides and stays as it is.
  const npm = spawnSync(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (npm.status !== 0) {
    console.error('Installing failed: see the message above, then run the same command again.');
    process.exit(npm.status ?? 1);
  }
}
