/** What is shown of a process that died: read from a log as our own logger writes it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '#infra/telemetry/logger.js';
import { lastErrorIn } from './last-error.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wordsOf(...lines: readonly string[]): string {
  const file = join(folder, 'log');
  writeFileSync(file, lines.join(''));
  return lastErrorIn(file);
}

it('is the last error, whatever was said after it', () => {
  const lines: string[] = [];
  const log = createLogger({ name: 'api', level: 'info', destination: { write: (line) => void lines.push(line) } });
  log.error({ err: new Error('no such relation') }, 'it cannot go on');
  log.info('bye');
  expect(wordsOf(...lines)).toBe('it cannot go on: no such relation');
});

it('is never the rest of a line, nor of a process before it', () => {
  const healthy = `{"level":"info","msg":"commands applied","commandIds":["${'x'.repeat(20_000)}"]}\n`;
  expect(wordsOf(healthy)).toBe('');
  const old = '{"level":"error","msg":"the database cannot be reached"}\n';
  expect(wordsOf(old, healthy)).toBe('');
  const file = join(folder, 'two');
  writeFileSync(file, `${old}{"level":"info","msg":"listening"}\n`);
  expect([lastErrorIn(file), lastErrorIn(file, old.length), lastErrorIn(file, 10_000)]).toEqual([
    'the database cannot be reached',
    '',
    'the database cannot be reached',
  ]);
});

it('is the last line where no error was logged, but no line of a stack, and nothing of a day that went well', () => {
  expect(wordsOf('Error: the port is taken\n', '    at listen (net.js:1)\n')).toBe('Error: the port is taken');
  expect(wordsOf('{"level":"info","msg":"commands applied"}\n')).toBe('');
  expect(wordsOf('')).toBe('');
});
