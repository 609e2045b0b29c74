/** What a process said before it died, for the one who must put it right. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { clip, harmless } from '../feed/terminal-text.js';

const LOOKED_AT_BYTES = 16 * 1024;
const SHOWN_COLUMNS = 300;
/** The levels at which our processes tell of what went wrong, as they write them. */
const ERRORS: ReadonlySet<unknown> = new Set(['error', 'fatal']);

/** The last error in a log of JSON lines, else the last line that our logger did not write; empty when there is none. */
export function lastWords(file: string): string {
  const lines = endOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const told = lines.findLast((line) => errorIn(line) !== undefined);
  const words = told === undefined ? lines.findLast((line) => !/^\s+at |^\{/.test(line)) : errorIn(told);
  return clip(harmless(words ?? '').trim(), SHOWN_COLUMNS);
}

function errorIn(line: string): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: unknown; msg?: unknown; err?: { message?: unknown } };
    if (!ERRORS.has(entry.level)) return undefined;
    return [entry.msg, entry.err?.message].filter((part) => typeof part === 'string').join(': ');
  } catch {
    return undefined;
  }
}

function endOf(file: string): string {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, LOOKED_AT_BYTES));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
