/**
 * Builds what `npm start` runs, if its sources have changed since it was built: the programs in `dist/bin` and the console in
 * `dist/console`. Beside each lies a stamp, the hash of everything that it was made of. Whatever builds a folder anew empties it
 * first, stamp included, and the stamp is written last: a build that failed, or was made of other sources, is never taken for a
 * good one. Contents count, not times: a git checkout changes times, and two edits can cancel each other out.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const STAMP = '.inputs';
/** What both are made of: their tools, by the lock file and by what is installed, and the libraries. */
const SHARED = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'libs'];

const PARTS = [
  {
    name: 'programs',
    folder: 'dist/bin',
    inputs: [...SHARED, 'tools/bundle.mjs', 'apps/api', 'apps/worker', 'apps/cli'],
    outputs: ['api.js', 'worker.js', 'tandem.js'],
    command: ['tools/bundle.mjs', '--sources'],
  },
  {
    name: 'console',
    folder: 'dist/console',
    inputs: [...SHARED, 'apps/console'],
    outputs: ['index.html'],
    command: ['apps/console/build.mjs'],
  },
];

/**
 * @param root the folder of the project
 * @param parts what can be built, as above
 * @param say shows a line
 * @returns whether all of it is built and up to date
 */
export async function buildIfChanged({ root, parts = PARTS, say }) {
  const stale = parts.filter((part) => !isCurrent(root, part));
  const results = await Promise.all(stale.map((part) => build(root, part, say)));
  return results.every(Boolean);
}

function isCurrent(root, { folder, inputs, outputs }) {
  const stamp = join(root, folder, STAMP);
  if (!existsSync(stamp) || !outputs.every((file) => existsSync(join(root, folder, file)))) return false;
  return readFileSync(stamp, 'utf8') === hashOf(root, inputs);
}

async function build(root, { name, folder, inputs, command }, say) {
  const stamp = join(root, folder, STAMP);
  const isFirst = !existsSync(join(root, folder));
  say(`  … building the ${name}${isFirst ? '' : ': the sources have changed, or it was not built for a start'}`);
  rmSync(stamp, { force: true });
  const before = hashOf(root, inputs);
  const from = performance.now();
  const { code, output } = await run(root, command);
  if (code !== 0) {
    say(`${output.trimEnd()}\n  ✗ the ${name} could not be built (node ${command.join(' ')})`);
    return false;
  }
  say(`  ✓ built the ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  // Of sources that were edited meanwhile it is not known which were read: the next start builds again.
  if (hashOf(root, inputs) === before) writeFileSync(stamp, before);
  return true;
}

/** Of every file's path and content. Tests are no part of what runs. */
function hashOf(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return error.code === 'ENOTDIR' ? [path] : [];
  }
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => !/\.spec\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function run(root, command) {
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const isBuilt = await buildIfChanged({
    root: resolve(import.meta.dirname, '..'),
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  process.exitCode = isBuilt ? 0 : 1;
}
