/** The last error that a process logged before it ended. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { clip, harmless } from '../terminal/terminal-text.js';

const LOOKED_AT_BYTES = 16 * 1024;
const SHOWN_COLUMNS = 300;
/** The levels at which our processes log errors. */
const ERRORS: ReadonlySet<unknown> = new Set(['error', 'fatal']);

/**
 * The last error in a log of JSON lines, else the last line that our logger did not write; empty when there is none.
 * @param from bytes that the log had when the process began: what stands before is not its
 */
export function lastErrorIn(file: string, from = 0): string {
  const lines = endOf(file, from)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const found = lines.findLast((line) => errorIn(line) !== undefined);
  const words = found === undefined ? lines.findLast((line) => !/^\s+at |^\{/.test(line)) : errorIn(found);
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

function endOf(file: string, from: number): string {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    // A log that was cut short meanwhile is all of this process.
    const own = size < from ? size : size - from;
    const bytes = Buffer.alloc(Math.min(own, LOOKED_AT_BYTES));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    const text = bytes.toString('utf8');
    // It may begin in the middle of a line.
    return own > bytes.length ? text.slice(text.indexOf('\n') + 1) : text;
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
