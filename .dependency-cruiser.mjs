/**
 * The architecture, held by a machine: `npm run check:rules`. Each rule's comment says where the code wants to
 * be instead. Each rule is tripped on purpose in test/architecture/rules.test.ts: a rule without a planted
 * violation fails there.
 */

// A folder of src that is none of these is a feature, so a new feature is under the rules from its first file.
const adapters = '^src/(?:teams|storage|http|telemetry)/';
const feature = '^src/(?!(?:teams|storage|http|telemetry|shared|i18n|chat)/)[^/]+/';
// people/person.ts, and elsewhere the folder's singular: updates/update.ts, outbox/outbox.ts, settings/settings.ts.
const noun = '^src/(?:people/person|([^/]+?)s?/\\1)\\.ts$';
const card = '-card\\.ts$';
const routes = '-routes\\.ts$';

const packages = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`;
const datePackages = packages('temporal-polyfill', 'croner', 'date-holidays');
const purePackages = packages(
  'zod',
  'temporal-polyfill',
  'croner',
  'date-holidays',
  'i18next',
  'minisearch',
  'snowball-stemmers',
  'ulid',
  'fastest-levenshtein',
  '@microsoft/teams\\.cards',
);

/** An SDK has one home. Tests speak through ours too, but for the fakes and the contract tests that hold them. */
const sdk = (name, home, matching, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(?:src|test|sandbox|bench)/', pathNot: [home, '^test/(?:support|contract)/'] },
  to: { path: matching },
});

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    sdk(
      'bot-sdk-only-in-teams',
      '^src/teams/',
      packages('botbuilder[^/]*', 'botframework-[^/]*', '@microsoft/teams-ai', 'openai'),
      'The bot SDKs are at the end of their support: only src/teams knows them. Speak Turn, Reply and Poster (src/chat), and let src/teams translate.',
    ),
    sdk(
      'restify-only-in-http',
      '^src/http/',
      packages('restify[^/]*'),
      'Only src/http knows the server. Hand it a plain function from main.ts or app.ts.',
    ),
    sdk(
      'azure-only-in-storage',
      '^src/storage/',
      packages('@azure/(?!monitor-)[^/]+'),
      'Only src/storage knows Azure. Declare the store you need in the noun file of the feature, and implement it in src/storage.',
    ),
    sdk(
      'telemetry-sdk-only-in-telemetry',
      '^src/telemetry/',
      packages('pino[^/]*', '@opentelemetry/[^/]+', '@azure/monitor-[^/]+'),
      'Only src/telemetry knows how logs, traces and metrics leave. Take a Log (src/shared) as a port.',
    ),
    never(
      'dates-only-in-calendar',
      'Weeks, hours and holidays are counted in src/shared/calendar.ts alone, so that a change of clocks is handled once. Add what you need to Calendar.',
      { path: '^(?:src|test|sandbox|bench)/', pathNot: '^src/shared/calendar\\.ts$' },
      { path: datePackages },
    ),

    never(
      'shared-imports-only-pure-packages',
      'src/shared is the vocabulary everybody imports: it knows nobody. What needs a feature belongs to that feature; what needs the outside belongs to an adapter.',
      { path: '^src/shared/' },
      { pathNot: ['^src/shared/', purePackages] },
    ),
    never(
      'i18n-imports-only-shared',
      'src/i18n turns a key into a sentence and knows no feature. Pass what the sentence needs as its variables.',
      { path: '^src/i18n/' },
      { pathNot: ['^src/(?:i18n|shared)/', purePackages] },
    ),
    never(
      'chat-imports-only-shared-and-i18n',
      'src/chat is a conversation without SDK and without product. What speaks of a feature belongs to its card or routes; what speaks of Teams to src/teams.',
      { path: '^src/chat/' },
      { pathNot: ['^src/(?:chat|shared|i18n)/', purePackages] },
    ),

    never(
      'feature-without-adapter',
      'A feature does not know who stores, sends or logs. Declare a port in its noun file or its use case, and let app.ts pass the adapter.',
      { path: feature },
      { path: adapters },
    ),
    never(
      'feature-without-node',
      'A feature runs anywhere: no node: module. Files, sockets and processes belong to an adapter or to main.ts; take what they give as a port.',
      { path: feature },
      { dependencyTypes: ['core'] },
    ),
    never(
      'feature-with-pure-packages-only',
      'A feature imports only packages that compute (listed as purePackages in .dependency-cruiser.mjs). A package that touches the outside belongs to an adapter; a new pure one is added to the list with its ADR.',
      { path: feature },
      { path: '(?:^|/)node_modules/', pathNot: purePackages },
    ),
    never(
      'feature-stays-inside',
      'A feature imports features, src/chat, src/shared and src/i18n. What is at the top of src wires the parts: take what you need as a port and let app.ts pass it.',
      { path: feature },
      { path: '^src/', pathNot: [feature, adapters, '^src/(?:chat|shared|i18n)/'] },
    ),
    never(
      'other-feature-by-its-noun',
      "Of another feature, only the noun file (updates/update.ts) is public. Move the shared type or store there, or take the other feature's use case as a port.",
      { path: '^src/((?!(?:teams|storage|http|telemetry|shared|i18n|chat)/)[^/]+)/' },
      { path: feature, pathNot: ['^src/$1/', noun] },
    ),
    never(
      'noun-comes-first',
      'The noun file is the bottom of its feature: it imports no use case, card or routes. Move what it needs into it, or what needs the others out of it.',
      { path: noun, pathNot: [adapters, '^src/(?:shared|i18n|chat)/'] },
      { path: feature, pathNot: noun },
    ),
    never(
      'use-case-before-card',
      'A use case decides and answers with data; it draws nothing and routes nothing. Return a Result and let the card show it, the routes call it.',
      { path: feature, pathNot: [noun, card, routes] },
      { path: ['^src/.+-card\\.ts$', '^src/.+-routes\\.ts$'], pathNot: '^src/chat/' },
    ),
    never(
      'card-before-routes',
      'A card draws what it is given and knows no route. Names of actions that both need belong to the card; the routes import them.',
      { path: feature.concat('.*', card) },
      { path: '^src/.+-routes\\.ts$' },
    ),

    never(
      'adapter-sees-nouns-only',
      'An adapter implements what a noun, src/chat or src/shared declares. If it needs a use case, a sentence or the configuration, app.ts passes a function, a text or a value.',
      { path: adapters },
      { path: '^src/', pathNot: [adapters, noun, '^src/(?:chat|shared)/'] },
    ),
    never(
      'adapter-without-adapter',
      'Adapters do not know each other: one SDK is replaced without the others noticing. Let app.ts pass what the other one offers, as a port.',
      { path: '^src/(teams|storage|http|telemetry)/' },
      { path: adapters, pathNot: '^src/$1/' },
    ),
    never(
      'only-main-and-app-wire',
      'Adapters are chosen in main.ts and app.ts alone. Take a port and let app.ts pass the adapter.',
      { path: '^src/[^/]+\\.ts$', pathNot: '^src/(?:main|app)\\.ts$' },
      { path: adapters },
    ),
    never(
      'nobody-imports-main',
      'main.ts acts when it is imported. What is worth importing belongs to app.ts; to run the whole, start the process.',
      {},
      { path: '^src/main\\.ts$' },
    ),
    never(
      'app-only-for-main-and-tests',
      'createApp is called by main.ts and by tests. Elsewhere, take what you need as a port; the sandbox starts the process as production does.',
      { path: '^(?:src|sandbox)/', pathNot: '^src/main\\.ts$' },
      { path: '^src/app\\.ts$' },
    ),
    never(
      'config-only-for-main-and-app',
      'The environment is read once, at the edge. Take the one value you need as an argument.',
      { path: '^src/', pathNot: '^src/(?:main|app)\\.ts$' },
      { path: '^src/config\\.ts$' },
    ),
    never(
      'jobs-only-for-app',
      'The clock calls the jobs, nobody calls the clock. What two jobs share is a use case of a feature.',
      { path: '^src/', pathNot: '^src/app\\.ts$' },
      { path: '^src/jobs\\.ts$' },
    ),
    never(
      'jobs-call-use-cases',
      'jobs.ts knows when, not how: it calls use cases. Cards and routes answer people, not the clock.',
      { path: '^src/jobs\\.ts$' },
      { path: ['^src/.+-card\\.ts$', '^src/.+-routes\\.ts$', '^src/i18n/'] },
    ),

    never(
      'no-cycle',
      'Two modules that need each other are one, or miss a third below them: move what both need there. Types count.',
      {},
      { circular: true },
    ),
    never(
      'no-dead-module',
      'Nothing reaches this module from main.ts: wire it in app.ts or remove it. What only a test needs lives in test/support.',
      { path: '^src/main\\.ts$' },
      { path: '^src/.+\\.ts$', pathNot: '\\.d\\.ts$', reachable: false },
    ),
    never(
      'src-knows-no-test-or-sandbox',
      'What runs in production imports nothing of test, sandbox, bench or .ci. Turn it round: they import src.',
      { path: '^src/' },
      { path: '^(?:test|sandbox|bench|\\.ci)/' },
    ),
    never(
      'resolvable',
      'This import leads nowhere: mind the .ts ending and the spelling, or install the package.',
      {},
      { couldNotResolve: true },
    ),
    never(
      'declared-packages-only',
      'A package that is there by chance leaves by chance: declare it in package.json, with a paragraph in docs/adr.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-peer', 'npm-optional'] },
    ),
    never(
      'no-dev-dependency-in-src',
      'The production image has no dev dependency. Move the package to "dependencies" with an ADR, or the code to test or sandbox.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'], pathNot: packages('@types') },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A type ties two modules as a value does: without this, `import type` would slip through.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
