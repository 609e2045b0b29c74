/** A recording on the disk: read through once to know that it is whole, and again to run it. */
import { RecordingReader } from '#log/read-recording.js';
import { RecordingFault } from '#log/sealed-lines.js';
import {
  MARK_LENGTH,
  type RecordedCommand,
  type RecordingEnd,
  type RecordingHead,
  type RecordingLine,
} from '#contracts/recording/recording-lines.js';
import { Failure, reasonOf, unusable } from '../failure.js';
import { fileLines } from './file-lines.js';
import { nameOf } from './input-file.js';
import { UnusableFile } from './unusable-file.js';

/** A pinned scenario of a full day has half a megabyte. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

export interface Recording {
  readonly head: RecordingHead;
  readonly end: RecordingEnd;
  /** The beginning of each event's hash, in the order of the log. */
  readonly marks: readonly string[];
  /** From the file, one by one. */
  commands(): Generator<RecordedCommand>;
}

/** @throws Failure that names the line, when the recording is cut short, was changed, or is of another version */
export function openRecording(path: string): Recording {
  let head: RecordingHead | undefined;
  const marks: string[] = [];
  const reader = new RecordingReader();
  const end = withPath(path, () => {
    for (const line of linesOf(path, reader)) {
      if (line.kind === 'recording') head = line;
      if (line.kind !== 'marks') continue;
      for (let from = 0; from < line.hashes.length; from += MARK_LENGTH) {
        marks.push(line.hashes.slice(from, from + MARK_LENGTH));
      }
    }
    return reader.end();
  });
  if (head === undefined) throw unusable(`${nameOf(path)}: the recording holds no scenario`);
  return {
    head,
    end,
    marks,
    *commands() {
      for (const line of linesOf(path, new RecordingReader())) if (line.kind === 'command') yield line;
    },
  };
}

function withPath<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RecordingFault) {
      throw new UnusableFile(`${nameOf(path)}: ${error.message} (${error.code})`, [{ file: path, line: error.line }]);
    }
    throw error;
  }
}

function* linesOf(path: string, reader: RecordingReader): Generator<RecordingLine> {
  for (const { bytes, isCut } of fileLines(path, MAX_LINE_BYTES)) yield reader.line(bytes, isCut);
}

/** Runs what was recorded. The seals are no secret: what bears them right may still be no exercise. @throws Failure */
export function runnable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unusable(`${nameOf(path)}: what was recorded cannot be run: ${reasonOf(error)}`);
  }
}
