/** The kind of a file, by its beginning: each command accepts one kind, and reports another by its name. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { standardInput } from './standard-input.js';

/** `stream`: a pipe or a device, which can be read only once. `other` also if it cannot be read: reading the whole file reports why. */
export type FileKind = 'absent' | 'folder' | 'stream' | ContentKind;
export type ContentKind = 'recording' | 'side-export' | 'log' | 'scenario' | 'other';

/** Enough to come past the comments at the head of a scenario. */
const BEGINNING_BYTES = 4096;

/** Hand-edited or not, a recording begins like this; a scenario does not. */
const RECORDING = /^\uFEFF?\s*\{\s*"kind"\s*:\s*"recording"/;
const SIDE_EXPORT = /^\uFEFF?\s*\{\s*"kind"\s*:\s*"side-export"/;
/** As `tandem replay --out` writes a line; the events of a scenario never begin like this. */
const LOG = /^\uFEFF?\s*\{\s*"(?:actor|at|audience|cause|data|hash|seq|type)"\s*:/;
/** The key that every scenario file has, in YAML or in JSON. */
const SCENARIO = /(?:^|[{,])\s*["']?tandem["']?\s*:\s*\d/m;

/** `-` is the standard input. */
export function fileKind(path: string): FileKind {
  let descriptor: number | undefined;
  try {
    if (path === '-') return kindOfContent(standardInput());
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'absent';
    if (stat.isDirectory()) return 'folder';
    if (!stat.isFile()) return 'stream';
    descriptor = openSync(path, 'r');
    const beginning = Buffer.alloc(BEGINNING_BYTES);
    return kindOfContent(beginning.subarray(0, readSync(descriptor, beginning)));
  } catch {
    return 'other';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

export function kindOfContent(content: Buffer): ContentKind {
  const beginning = content.subarray(0, BEGINNING_BYTES).toString('utf8');
  if (RECORDING.test(beginning)) return 'recording';
  if (SIDE_EXPORT.test(beginning)) return 'side-export';
  if (LOG.test(beginning)) return 'log';
  return SCENARIO.test(beginning) ? 'scenario' : 'other';
}

/** What each kind is, and which commands take it: the end of a sentence that begins with the file. */
export const KIND_TEXT: Readonly<Record<Exclude<ContentKind, 'other'>, string>> = {
  log: 'is a log of events; `tandem verify`, `tandem compare` and `tandem report --scenario FILE` take it',
  recording:
    'is a recording, which has one seed; `tandem replay`, `tandem verify`, `tandem compare` and `tandem report` take it',
  'side-export':
    'is an export for one side; it cannot be run, because what the other side did is not in it; `tandem verify` checks it',
  scenario: 'is a scenario; `tandem replay` runs it, and with `--out` keeps its log',
};
