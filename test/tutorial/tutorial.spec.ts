/** The tutorial is true: each of its commands, typed by a newcomer in a fresh folder, prints what the page says. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { freePort } from '../support/services.js';
import { Tandem, type RunningTandem } from '../cli/tandem.js';
import { missingLine, ShellSession, stepsOf, type Step } from './shell-session.js';

jest.setTimeout(180_000);

const root = resolve(import.meta.dirname, '../..');
const VERSION = /^\d+\.\d+\.\d+$/m;
const TOKEN = /tdm_[\w-]{43}/;

let folder: string;
let tandem: Tandem;
let shell: ShellSession;
let started: RunningTandem | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-tutorial-'));
  for (const name of ['package.json', 'node_modules', 'dist', 'docs'])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
  tandem = await Tandem.at(await freePort());
  shell = new ShellSession(folder, { ...tandem.environment(), COLUMNS: '120' });
});

afterAll(async () => {
  shell.close();
  started?.interrupt();
  await started?.exit(10_000).catch(() => undefined);
  await tandem.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` without its build: what it starts, on this test's port and data folder. */
async function start(): Promise<string> {
  started = tandem.spawn(['start']);
  const [token] = await started.shows(TOKEN);
  return token;
}

async function type(step: Step): Promise<string> {
  if (step.remarks.includes('background')) return start();
  const token = TOKEN.exec(started?.stdout ?? '')?.[0] ?? '';
  const { printed, code } = await shell.type(step.commands.replace('tdm_…', token));
  const expected = Number(step.remarks.find((remark) => remark.startsWith('exit='))?.slice('exit='.length) ?? 0);
  expect(`exit code ${code}\n${printed}`).toMatch(new RegExp(`^exit code ${expected}\n`));
  return printed;
}

async function typePage(page: string): Promise<void> {
  const steps = stepsOf(readFileSync(join(root, page), 'utf8'));
  expect(steps.length).toBeGreaterThan(6);
  for (const step of steps) {
    const printed = await type(step);
    const missing = missingLine(step.output, printed);
    if (missing !== undefined) {
      throw new Error(
        `${page}:${step.line}: it was not printed, or not in this order:\n${missing}\n\nbut:\n${printed}`,
      );
    }
  }
}

it('types the tutorial from its first line to its last', async () => {
  expect(await shell.type('npx tandem --version')).toMatchObject({ printed: expect.stringMatching(VERSION), code: 0 });
  // From here on without npm's own start, which takes longer than what it starts.
  await shell.type(`npx() { shift; "${process.execPath}" dist/bin/tandem.js "$@"; }`);
  await typePage('docs/tutorial.md');
});

it('goes on with the second part in the same shell', async () => {
  await typePage('docs/tutorial-two-sides.md');
});

it('is not satisfied by something else', () => {
  expect(missingLine(['a …', 'b'], 'a 1\nc\nb')).toBeUndefined();
  expect(missingLine(['b', 'a …'], 'a 1\nb')).toBe('a …');
  expect(missingLine(['a'], 'aa')).toBe('a');
});
