/**
 * The whole check, part by part: `npm test`. Stops at the first part that fails, names it, and closes with the line
 * `N passed, N failed`, counted from Jest's own results. A part that is not a test counts as one failure when it fails,
 * and so does a test run in which nothing ran, hung, or left something running.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'tandem-check-'));

/** Without the `pre…` scripts: what they build is built here once. */
const npm = (script) => ({ command: 'npm', args: ['run', '--silent', '--ignore-scripts', script] });
/** What only reads the sources: two at a time, since each keeps one core busy. */
const reading = [
  { name: 'types', ...npm('build'), minutes: 4 },
  { name: 'format', ...npm('format:check'), minutes: 4 },
  { name: 'lint', ...npm('lint'), minutes: 4 },
  { name: 'dead code', ...npm('knip'), minutes: 4 },
  { name: 'console types', ...npm('typecheck:console'), minutes: 4 },
];
const testing = [
  { name: 'unit', ...npm('test:unit'), minutes: 10, tests: true },
  { name: 'integration', ...npm('test:integration'), minutes: 25, tests: true },
  { name: 'fault', ...npm('test:fault'), minutes: 8, tests: true },
  { name: 'console', ...npm('test:console'), minutes: 20, tests: true },
  { name: 'budgets', ...npm('test:budgets'), minutes: 8, tests: true },
];

/** What Jest says when a test has left a socket, a process or a timer behind. */
const LEFTOVERS = ['did not exit one second after the test run', 'failed to exit gracefully'];

const counts = { passed: 0, failed: 0, skipped: 0 };

/** Ends what is under way, each part by its own function. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const end of running) end();
    process.exit(130);
  });
}

/** Runs one part to its end; answers why it failed, or nothing. */
async function run(part) {
  const report = join(results, `${part.name}.json`);
  const args = part.tests ? [...part.args, '--', '--json', '--outputFile', report] : part.args;
  const child = spawn(part.command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const end = () => endGroup(child.pid);
  let leftover;
  const show = (write) => (chunk) => {
    write(chunk);
    if (leftover) return;
    leftover = LEFTOVERS.find((phrase) => String(chunk).includes(phrase));
    if (leftover) setTimeout(end, 3000).unref();
  };
  child.stdout.on('data', show(part.said ? keep(part) : (chunk) => process.stdout.write(chunk)));
  child.stderr.on('data', show(part.said ? keep(part) : (chunk) => process.stderr.write(chunk)));

  let late = false;
  const limit = setTimeout(() => {
    late = true;
    end();
  }, part.minutes * 60_000);
  running.add(end);
  const [code, signal] = await new Promise((settle, fail) => {
    child.once('error', fail).once('close', (...how) => settle(how));
  });
  clearTimeout(limit);
  running.delete(end);

  const before = counts.failed;
  const nothingRan = part.tests && !count(report);
  if (late) return `was still running after ${part.minutes} minutes`;
  if (counts.failed > before) return 'has failing tests';
  if (nothingRan && code === 0) return 'ran no test';
  if (leftover) return `left something running (Jest: "${leftover}")`;
  if (code !== 0) return `ended with ${signal ?? `exit code ${code}`}`;
  return undefined;
}

/** Keeps what a part prints beside another one until it has ended. */
const keep = (part) => (chunk) => void part.said.push(chunk);

/** Ends a part with all that it started. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Adds the results of a Jest run; answers whether any test ran. A suite that did not even load is a failure. */
function count(report) {
  let jest;
  try {
    jest = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return false;
  }
  counts.passed += jest.numPassedTests;
  counts.failed += jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  counts.skipped += jest.numPendingTests + jest.numTodoTests;
  return jest.numPassedTests + jest.numFailedTests > 0;
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const start = performance.now();
let failure;

/** Runs a part and reports it; answers whether it passed. */
async function passes(part) {
  const since = performance.now();
  const before = counts.failed;
  if (!part.said) console.log(`\n── ${part.name} ──`);
  const reason = await run(part);
  if (part.said) {
    console.log(`\n── ${part.name} ──`);
    process.stdout.write(Buffer.concat(part.said));
  }
  if (reason) {
    failure ??= `${part.name} ${reason}`;
    if (counts.failed === before) counts.failed += 1;
  }
  console.log(`── ${part.name}: ${reason ?? seconds(since)}`);
  return !reason;
}

/** One after the other, until one fails. */
async function lane(parts) {
  for (let part = parts.shift(); part && !failure; part = parts.shift()) await passes(part);
}

const waiting = reading.map((part) => ({ ...part, said: [] }));
await Promise.all([lane(waiting), lane(waiting)]);
await lane([...testing]);
rmSync(results, { recursive: true, force: true });

if (failure) {
  console.log(`\nFAILED: ${failure}. Later parts were not run. Alone: npm run ${scriptOf(failure)}`);
}
console.log(`\n${seconds(start)} in all${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failure ? 1 : 0;

function scriptOf(sentence) {
  return [...reading, ...testing].find((part) => sentence.startsWith(`${part.name} `)).args.at(-1);
}
