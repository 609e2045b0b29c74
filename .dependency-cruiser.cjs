/** The import rule: domain ← contracts ← scenario, log, report ← infra ← apps, each room apart from its neighbours. */

/** Specs, and what only specs use: the given / when / then of the engine, generators for fast-check. */
const spec = '\\.spec\\.ts$|/testing/|/arbitraries\\.ts$';
/** Written out one by one: dependency-cruiser refuses expressions whose run time could explode. */
const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'misc'].flatMap((name) => [
  `/${name}/`,
  `/${name}\\.ts$`,
]);

/**
 * The rooms of the core, each of which may import those before it and none after. `engine` is the roof. Imports of types count.
 */
const rooms = [
  'kernel',
  'release',
  'unit',
  'alert',
  'policy',
  'notification',
  'incident',
  'escalation',
  'message',
  'intake',
  'releasing',
  'labelling',
  'inject',
  'expectation',
  'exercise',
  'evaluation',
  'engine',
];
const core = '^libs/domain/src/';
const roomRules = rooms.slice(0, -1).map((room, index) => ({
  name: `core-${room}-imports-only-what-is-below`,
  comment: `In the core imports run one way: ${rooms.join(' ← ')}. What two rooms need belongs below both.`,
  severity: 'error',
  from: { path: `${core}${room}/`, pathNot: spec },
  to: { path: rooms.slice(index + 1).map((above) => `${core}${above}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'core-has-no-unlisted-room',
      comment: 'A new room of the core needs its place in the order above.',
      severity: 'error',
      from: { path: core, pathNot: spec },
      to: { path: core, pathNot: [...rooms.map((room) => `${core}${room}/`), spec] },
    },
    {
      name: 'core-has-no-circles',
      comment: 'Imports of types count, too: two files that need each other hide a third one.',
      severity: 'error',
      from: { path: core, pathNot: spec },
      to: { circular: true },
    },
    {
      name: 'domain-imports-nothing-but-itself',
      comment:
        'The engine is pure: no other library, no npm package, no node:*. It must run in a browser and in a replay.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: spec },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'domain-specs-need-little',
      comment: 'A spec of the engine needs the engine, fast-check and Jest; no I/O.',
      severity: 'error',
      from: { path: ['^libs/domain/.*\\.spec\\.ts$', '^libs/domain/.*/testing/', '^libs/domain/.*/arbitraries\\.ts$'] },
      to: { pathNot: ['^libs/domain/', '(^|/)fast-check($|/)', '(^|/)@jest/globals($|/)', '^scenarios/'] },
    },
    {
      name: 'contracts-below-all-but-domain',
      comment: 'The shapes of the wire know the domain only, so that a browser or another program can use them.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: spec },
      to: { path: '^(libs/(scenario|log|report|infra)|apps|test)/' },
    },
    ...['scenario', 'log', 'report'].map((library) => ({
      name: `${library}-knows-contracts-and-domain`,
      comment: 'Scenarios, logs and reports are calculated from values, each without the others and without I/O.',
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: spec },
      to: { path: '^(libs|apps|test)/', pathNot: `^libs/(domain|contracts|${library})/` },
    })),
    {
      name: 'pure-libraries-do-no-io',
      comment: 'A shape is checked, hashed and parsed here; it is not read from a file or a socket.',
      severity: 'error',
      from: { path: '^libs/(contracts|scenario|log|report)/', pathNot: spec },
      to: {
        path: [
          '^(node:)?(fs|net|http|https|http2|dgram|tls|dns|child_process|cluster|worker_threads|readline|os)(/|$)',
          'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|socket\\.io|socket\\.io-client)/',
        ],
      },
    },
    {
      name: 'sentences-need-no-schemas',
      comment:
        'A browser says sentences and words without zod: they need the domain, the catalogues and a formatter only.',
      severity: 'error',
      from: { path: '^libs/contracts/src/(sentences|language)/', pathNot: spec },
      to: {
        pathNot: ['^libs/contracts/src/(sentences|language)/', '^libs/domain/', 'node_modules/intl-messageformat/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'console-knows-no-server',
      severity: 'error',
      comment: 'It runs in a browser: what it needs of the server it asks the API for.',
      from: { path: '^apps/console/src/', pathNot: spec },
      to: {
        path: '^(libs/(infra|log|report)/|test/|(node:)?(fs|net|http|crypto|path|child_process|worker_threads)(/|$))',
      },
    },
    {
      name: 'infra-below-apps',
      severity: 'error',
      comment: 'I/O serves the applications and does not know them.',
      from: { path: '^libs/infra/', pathNot: spec },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'libraries-do-not-import-tests',
      severity: 'error',
      comment: 'What runs in production does not need the tests.',
      from: { path: '^(libs|apps)/', pathNot: spec },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'applications-apart',
      severity: 'error',
      comment:
        'Applications meet in PostgreSQL and in the queue, never in memory; what two of them need belongs to a library. ' +
        '`tandem start` starts the others as processes, so it needs no import either.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-through-their-door',
      severity: 'error',
      comment:
        'Across libraries use `#domain/…`, `#contracts/…`, `#scenario/…` and so on: a relative path breaks once compiled elsewhere.',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^$1/$2/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other hide a third one. Imports of types alone do not count: they leave no trace.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-knows-no-engine',
      severity: 'error',
      comment:
        'The model of the rules is written from docs/domain.md, so that a mistake of the engine would have to be made twice: types only.',
      from: { path: '^test/model/', pathNot: ['^test/model/(tandem|planted)\\.ts$', spec] },
      to: {
        path: '^(libs|apps)/',
        // Names for plain values, of which the compiler keeps the kinds apart.
        pathNot: '^libs/domain/src/(kernel/(ids|exercise-time)|testing/branded)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-drawer-folders',
      severity: 'error',
      comment: 'A folder named utils, helpers, common or misc is a sign that a room is missing: find its name.',
      from: {},
      to: { path: drawers, pathNot: 'node_modules' },
    },
    {
      name: 'no-drawer-folders-at-the-top',
      severity: 'error',
      comment: 'The same for a file that nobody imports.',
      from: { path: drawers, pathNot: 'node_modules' },
      to: {},
    },
    {
      name: 'no-drawer-folders-apart',
      severity: 'error',
      comment: 'The same for a file that neither imports nor is imported.',
      from: { orphan: true, path: drawers, pathNot: 'node_modules' },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere cannot be judged.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      comment: 'A package that package.json does not name is there by chance.',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-in-production',
      severity: 'error',
      comment: 'The images are built without devDependencies. The console is bundled by the build, with what it needs.',
      from: { path: '^(apps|libs)/', pathNot: [spec, '^apps/console/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    webpackConfig: { fileName: '.ci/module-resolution.cjs' },
    skipAnalysisNotInRules: true,
  },
};
