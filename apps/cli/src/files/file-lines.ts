/** A file of newline-delimited JSON, line by line: however long it is, one line is in memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { NdjsonSplitter, type NdjsonItem } from '#contracts/json/ndjson.js';
import { unusable } from '../failure.js';
import { readingTrouble } from './file-trouble.js';
import { nameOf } from './input-file.js';
import { standardInput } from './standard-input.js';

export interface FileLine {
  /** Counts from 1. */
  readonly number: number;
  /** Without the line feed. To be used before the next line is asked for. */
  readonly bytes: Buffer;
  /** The file ends within it, without a line feed. */
  readonly isCut: boolean;
}

const CHUNK_BYTES = 64 * 1024;

/** @throws Failure when it cannot be read, or a line is longer than allowed */
export function* fileLines(path: string, maxLineBytes: number): Generator<FileLine> {
  const splitter = new NdjsonSplitter(maxLineBytes);
  for (const chunk of chunksOf(path)) {
    for (const item of splitter.push(chunk)) yield lineOf(path, item, false);
  }
  for (const item of splitter.end()) yield lineOf(path, item, true);
}

function lineOf(path: string, item: NdjsonItem, isCut: boolean): FileLine {
  if ('bytes' in item) return { number: item.line, bytes: item.bytes, isCut };
  throw unusable(`${path}: ${item.problem.message}`);
}

/** Each chunk is written over by the next. */
function* chunksOf(path: string): Generator<Buffer> {
  if (path === '-') {
    yield trying(path, standardInput);
    return;
  }
  const descriptor = trying(path, () => openSync(path, 'r'));
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const length = trying(path, () => readSync(descriptor, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function trying<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unusable(`${nameOf(path)} cannot be read: ${readingTrouble(error)}`);
  }
}
