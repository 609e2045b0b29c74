/** Jest in native ESM mode: `node --experimental-vm-modules`. TypeScript through SWC, which keeps decorator metadata. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    // Jest imports JSON by its attribute.
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  rootDir: import.meta.dirname,
  // Neither the compiled files nor a running database's data are worth a walk.
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: '<rootDir>/test/support/nothing-left.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^#(domain|contracts|scenario|log|report|infra)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  // A promise that nobody awaited fails the test that started it.
  waitForUnhandledRejections: true,
};

/** Kinds of tests: `unit` needs nothing; `integration`, `fault` and `console` start processes from `dist/` and real services. */
export default {
  watchman: false,
  // One more than the cores that we count on: suites wait for processes and clocks half of their time.
  maxWorkers: 3,
  // What a suite leaves behind fails that suite (`nothing-left.mjs`); a worker with a full heap may take its time to exit.
  workerGracefulExitTimeout: 30_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // Jest reads it here only, not in a project. A deadline for what hangs, not a bound on speed.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      setupFiles: ['<rootDir>/test/support/property-tests.mjs'],
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/model/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      globalSetup: '<rootDir>/test/support/shared-server.mjs',
      globalTeardown: '<rootDir>/test/support/stop-shared-server.mjs',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/fault/', '<rootDir>/test/model/', '<rootDir>/test/console/'],
    },
    {
      ...shared,
      displayName: 'console',
      globalSetup: '<rootDir>/test/console/set-up.mjs',
      globalTeardown: '<rootDir>/test/console/tear-down.mjs',
      testMatch: ['<rootDir>/test/console/*.spec.ts'],
    },
    {
      ...shared,
      // What is timed runs by itself, one suite after another.
      displayName: 'budgets',
      globalSetup: '<rootDir>/test/console/set-up.mjs',
      globalTeardown: '<rootDir>/test/console/tear-down.mjs',
      testMatch: ['<rootDir>/test/console/budgets/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'fault',
      testMatch: ['<rootDir>/test/fault/**/*.spec.ts'],
    },
  ],
};
