import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Files, plantTree, removeTree } from '../support/plant.ts';

/** A small house that keeps every rule, by each road that is allowed. */
const house: Files = {
  'src/main.ts': `import 'node:process'; import './app.ts'; import './config.ts';`,
  'src/app.ts': `
    import './config.ts'; import './jobs.ts';
    import './updates/update-routes.ts'; import './people/person.ts'; import './outbox/deliver.ts'; import './settings/settings.ts';
    import './teams/bot.ts'; import './storage/update-table.ts'; import './http/server.ts'; import './telemetry/log.ts';`,
  'src/config.ts': `import 'zod'; import './shared/ids.ts';`,
  'src/jobs.ts': `import type {} from './outbox/deliver.ts'; import './shared/calendar.ts';`,
  'src/shared/ids.ts': `import 'ulid';`,
  'src/shared/calendar.ts': `import 'temporal-polyfill'; import 'croner'; import 'date-holidays'; import './ids.ts';`,
  'src/i18n/fr.json': '{}',
  'src/i18n/translate.ts': `import 'i18next'; import '../shared/calendar.ts'; import './fr.json' with { type: 'json' };`,
  'src/chat/turn.ts': `import '../shared/ids.ts'; import '../i18n/translate.ts'; import '@microsoft/teams.cards';`,
  'src/chat/welcome-card.ts': `import './turn.ts';`,
  'src/people/person.ts': `import '../shared/ids.ts';`,
  'src/settings/settings.ts': `import 'zod';`,
  'src/outbox/outbox.ts': `import '../chat/turn.ts';`,
  'src/outbox/deliver.ts': `import './outbox.ts';`,
  'src/updates/update.ts': `import type {} from '../people/person.ts'; import 'zod';`,
  'src/updates/submit-update.ts': `import './update.ts'; import '../outbox/outbox.ts'; import '../settings/settings.ts'; import '../i18n/translate.ts';`,
  'src/updates/update-card.ts': `import './submit-update.ts'; import './update.ts'; import '../chat/welcome-card.ts';`,
  'src/updates/update-routes.ts': `import './update-card.ts'; import './submit-update.ts'; import '../chat/turn.ts';`,
  'src/teams/bot.ts': `import 'botbuilder'; import '@microsoft/teams-ai'; import '../chat/turn.ts'; import './connector.ts';`,
  'src/teams/connector.ts': `import 'botframework-connector'; import 'node:net'; import '../shared/ids.ts';`,
  'src/storage/update-table.ts': `import '@azure/data-tables'; import '../updates/update.ts'; import '../outbox/outbox.ts'; import 'zod';`,
  'src/http/server.ts': `import 'restify'; import '../shared/ids.ts';`,
  'src/telemetry/log.ts': `import 'pino'; import '@opentelemetry/api'; import '@azure/monitor-opentelemetry';`,
  'test/e2e/week.test.ts': `import '../../src/app.ts'; import '../support/fake.ts'; import 'mocha';`,
  'test/support/fake.ts': `import 'botframework-connector'; import '@azure/data-tables';`,
  'test/contract/stores.test.ts': `import '@azure/storage-queue'; import '../../src/storage/update-table.ts';`,
  'sandbox/start.ts': `import '../src/shared/ids.ts'; import '../test/support/fake.ts'; import 'azurite';`,
};

/** Imports that each rule refuses: rule → file → what it imports. A planted file is not wired, so it is dead too. */
const refused: Record<string, Record<string, string>> = {
  'bot-sdk-only-in-teams': {
    'src/http/bot-in-http.ts': `import 'botbuilder';`,
    'src/storage/bot-type.ts': `import type { Activity } from 'botframework-schema';`,
    'src/updates/late-bot.ts': `export const late = () => import('@microsoft/teams-ai');`,
    'src/chat/model.ts': `import 'openai';`,
    'test/unit/bot.test.ts': `import 'botbuilder';`,
    'sandbox/bot.ts': `import 'botbuilder-core';`,
  },
  'restify-only-in-http': {
    'src/teams/listen.ts': `import 'restify';`,
    'test/e2e/restify.test.ts': `import 'restify-errors';`,
  },
  'azure-only-in-storage': {
    'src/teams/identity.ts': `import '@azure/identity';`,
    'src/telemetry/table.ts': `import '@azure/data-tables';`,
    'test/unit/queue.test.ts': `import '@azure/storage-queue';`,
  },
  'telemetry-sdk-only-in-telemetry': {
    'src/storage/monitor.ts': `import '@azure/monitor-opentelemetry';`,
    'src/http/log.ts': `import 'pino';`,
    'test/unit/trace.test.ts': `import '@opentelemetry/api';`,
  },
  'dates-only-in-calendar': {
    'src/updates/week.ts': `import 'temporal-polyfill';`,
    'src/shared/holidays.ts': `import 'date-holidays';`,
    'src/teams/cron.ts': `import type {} from 'croner';`,
    'test/unit/cron.test.ts': `import 'croner';`,
  },
  'shared-imports-only-pure-packages': {
    'src/shared/from-feature.ts': `import '../updates/update.ts';`,
    'src/shared/from-chat.ts': `import type {} from '../chat/turn.ts';`,
    'src/shared/from-i18n.ts': `import '../i18n/translate.ts';`,
    'src/shared/from-node.ts': `import 'node:crypto';`,
    'src/shared/pacing.ts': `import 'p-queue';`,
  },
  'i18n-imports-only-shared': {
    'src/i18n/from-chat.ts': `import '../chat/turn.ts';`,
    'src/i18n/from-node.ts': `import 'node:fs';`,
  },
  'chat-imports-only-shared-and-i18n': {
    'src/chat/from-feature.ts': `import type {} from '../people/person.ts';`,
    'src/chat/from-teams.ts': `import '../teams/connector.ts';`,
    'src/chat/from-node.ts': `import 'node:events';`,
  },
  'feature-without-adapter': {
    'src/updates/stores.ts': `import '../storage/update-table.ts';`,
    'src/updates/logs.ts': `import type {} from '../telemetry/log.ts';`,
    // A folder nobody listed is a feature too.
    'src/surveys/send-survey.ts': `import '../teams/connector.ts';`,
  },
  'feature-without-node': {
    'src/updates/files.ts': `import 'node:fs/promises';`,
    'src/people/old-name.ts': `import 'crypto';`,
  },
  'feature-with-pure-packages-only': { 'src/outbox/pacing.ts': `import 'p-queue';` },
  'feature-stays-inside': {
    'src/updates/reads-config.ts': `import '../config.ts';`,
    'src/updates/top.ts': `import '../somewhere.ts';`,
    'src/somewhere.ts': `import './shared/ids.ts';`,
  },
  'other-feature-by-its-noun': {
    'src/people/foreign-use-case.ts': `import '../updates/submit-update.ts';`,
    'src/outbox/foreign-type.ts': `import type {} from '../updates/submit-update.ts';`,
  },
  'noun-comes-first': {
    'src/projects/project.ts': `import './manage-projects.ts';`,
    'src/projects/manage-projects.ts': `import '../shared/ids.ts';`,
  },
  'use-case-before-card': {
    'src/updates/draws.ts': `import './update-card.ts';`,
    'src/updates/routes-itself.ts': `import './update-routes.ts';`,
  },
  'card-before-routes': { 'src/updates/other-card.ts': `import './update-routes.ts';` },
  'adapter-sees-nouns-only': {
    'src/teams/decides.ts': `import '../updates/submit-update.ts';`,
    'src/teams/draws.ts': `import '../updates/update-card.ts';`,
    'src/teams/speaks.ts': `import '../i18n/translate.ts';`,
    'src/http/reads-config.ts': `import type {} from '../config.ts';`,
  },
  'adapter-without-adapter': {
    'src/teams/stores.ts': `import '../storage/update-table.ts';`,
    'src/http/logs.ts': `import type {} from '../telemetry/log.ts';`,
  },
  'only-main-and-app-wire': { 'src/wiring.ts': `import './teams/bot.ts';` },
  'nobody-imports-main': {
    'test/e2e/main.test.ts': `import '../../src/main.ts';`,
    'sandbox/main.ts': `import '../src/main.ts';`,
  },
  'app-only-for-main-and-tests': {
    'src/http/starts.ts': `import '../app.ts';`,
    'sandbox/app.ts': `import '../src/app.ts';`,
  },
  'config-only-for-main-and-app': { 'src/storage/config.ts': `import type {} from '../config.ts';` },
  'jobs-only-for-app': { 'src/outbox/beat.ts': `import '../jobs.ts';` },
  'jobs-call-use-cases': { 'src/jobs.ts': `import './updates/update-card.ts';` },
  'no-cycle': {
    'src/people/hen.ts': `import './egg.ts';`,
    'src/people/egg.ts': `import type {} from './hen.ts';`,
  },
  'no-dead-module': { 'src/updates/forgotten.ts': `import './update.ts';`, 'src/people/alone.ts': '' },
  'src-knows-no-test-or-sandbox': {
    'src/teams/tested.ts': `import '../../test/support/fake.ts';`,
    'src/teams/played.ts': `import type {} from '../../sandbox/start.ts';`,
  },
  resolvable: {
    'src/updates/lost.ts': `import './updaet.ts';`,
    'test/unit/lost.test.ts': `import 'no-such-package';`,
  },
  'declared-packages-only': { 'src/http/stray.ts': `import 'stray';` },
  'no-dev-dependency-in-src': { 'src/http/dev.ts': `import 'azurite';` },
};

/** Files that only serve the planted ones and break no rule of their own name. */
const innocent = new Set(['src/somewhere.ts', 'src/projects/manage-projects.ts']);

const dependencies = [
  ...[
    'zod',
    'temporal-polyfill',
    'croner',
    'date-holidays',
    'i18next',
    'ulid',
    '@microsoft/teams.cards',
    'p-queue',
  ],
  ...[
    'botbuilder',
    'botbuilder-core',
    'botframework-schema',
    'botframework-connector',
    '@microsoft/teams-ai',
  ],
  ...['openai', 'restify', 'restify-errors', '@azure/data-tables', '@azure/storage-queue', '@azure/identity'],
  ...['pino', '@opentelemetry/api', '@azure/monitor-opentelemetry'],
];
const devDependencies = ['azurite', 'mocha'];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
  /** A cycle is told once, from one of its modules. */
  readonly cycle?: readonly { readonly name: string }[];
}

interface Report {
  readonly summary: {
    readonly violations: readonly Violation[];
    readonly ruleSetUsed: { readonly forbidden: readonly { name: string; comment: string }[] };
  };
}

/** The same command as `npm run check:rules`, in a folder where packages are empty and nothing is installed. */
function checkRules(files: Files): Report['summary'] {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const installed = [...dependencies, ...devDependencies, 'stray'].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ]);
  const root = plantTree({
    ...Object.fromEntries(installed),
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: versions(dependencies),
      devDependencies: versions(devDependencies),
    }),
    'tsconfig.json': readFileSync('tsconfig.json', 'utf8'),
    ...files,
  });
  try {
    const depcruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const config = resolve('.dependency-cruiser.mjs');
    const args = [depcruise, '--config', config, '--output-type', 'json', 'src', 'test', 'sandbox'];
    const run = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    assert.ok(run.stdout.startsWith('{'), run.stderr);
    return (JSON.parse(run.stdout) as Report).summary;
  } finally {
    removeTree(root);
  }
}

describe('The architecture', () => {
  let broken: Report['summary'];

  before(() => {
    const planted = Object.assign({}, ...Object.values(refused)) as Files;
    broken = checkRules({ ...house, ...planted });
  });

  it('leaves a house that keeps the rules alone', () => {
    const { violations } = checkRules(house);
    assert.deepEqual(
      violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    );
  });

  it('has no rule without a planted violation, and tells for each where the code wants to be', () => {
    const rules = broken.ruleSetUsed.forbidden;
    assert.deepEqual(rules.map(({ name }) => name).sort(), Object.keys(refused).sort());
    for (const { name, comment } of rules) assert.ok(comment?.length > 40, `${name} explains too little`);
  });

  for (const [rule, files] of Object.entries(refused)) {
    it(`refuses what ${rule} says`, () => {
      const caught = new Set(
        broken.violations
          .filter((one) => one.rule.name === rule)
          .flatMap(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]),
      );
      for (const file of Object.keys(files)) {
        if (!innocent.has(file)) assert.ok(caught.has(file), `${rule} did not see ${file}`);
      }
    });
  }
});
