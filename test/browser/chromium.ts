import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

interface Candidate {
  executablePath: string;
  env?: NodeJS.ProcessEnv;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The Playground's page asks a CDN for fonts; tests see loopback only.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Opens a headless Chromium that reaches loopback only. It is the one of `CHROMIUM_PATH` when that is set; else the
 * one from npm (Linux x64: brings its libraries and a font, needs nothing of the machine); else an installed one.
 * Fails naming what was tried and how to get one.
 */
export async function openChromium(): Promise<Browser> {
  const problems: string[] = [];
  for (const { executablePath, env } of candidates()) {
    try {
      return await chromium.launch({ executablePath, args: FLAGS, timeout: 20_000, ...(env && { env }) });
    } catch (error) {
      problems.push(`${executablePath}: ${String(error).split('\n').slice(0, 6).join('\n  ')}`);
    }
  }
  throw new Error(
    ['No Chromium could be opened. Install one (Debian: apt-get install -y chromium) or set CHROMIUM_PATH.']
      .concat(problems)
      .join('\n'),
  );
}

function* candidates(): Generator<Candidate> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    yield { executablePath: CHROMIUM_PATH };
    return;
  }
  if (process.platform === 'linux' && process.arch === 'x64') yield packagedChromium();
  yield* INSTALLED.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
}

/** The Chromium that npm brings compressed; unpacked once (2 s, 213 MB) beside the packages, so it goes with them. */
function packagedChromium(): Candidate {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));
  const home = join(cache, version);
  if (!existsSync(home)) unpack(bin, cache, home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      // Only its own font: pages measure the same on every machine.
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** Unpacks aside and renames, so that neither a killed run nor two at once leave half a browser. */
function unpack(bin: string, cache: string, home: string): void {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpacking-'));
  writeFileSync(join(aside, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
  chmodSync(join(aside, 'chromium'), 0o755);
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    const input = brotliDecompressSync(readFileSync(join(bin, archive)));
    const tar = spawnSync('tar', ['-x', '--no-same-owner', '-C', aside], { input });
    if (tar.status !== 0) throw new Error(`tar could not unpack ${archive}: ${tar.error ?? tar.stderr}`);
  }
  writeFileSync(
    join(aside, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>
`,
  );
  try {
    renameSync(aside, home);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}
