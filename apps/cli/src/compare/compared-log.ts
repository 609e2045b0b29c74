/** One of two logs that are compared: a file of events, or a recording or a scenario run in virtual time. */
import { parseJson } from '#contracts/json/strict-json.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { runRecorded, runVirtually } from '#domain/engine/virtual-run.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { canonicalJson } from '#log/canonical-json.js';
import { chainHash, GENESIS_HASH } from '#log/hash-chain.js';
import { reasonOf, unusable } from '../failure.js';
import { fileKind } from '../files/file-kind.js';
import { fileLines } from '../files/file-lines.js';
import { openRecording } from '../files/recording-file.js';
import { harmless } from '../terminal/terminal-text.js';
import { scenarioInput } from '../files/scenario-input.js';

export interface ComparedLog {
  readonly file: string;
  /** Absent where the file holds events only. */
  readonly scenario?: Scenario;
  readonly events: Iterable<LoggedEvent>;
}

/** An alert of the greatest size in three languages is a quarter of it. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** @param seed for the draws, if it is a scenario @throws Failure when it can't be used; for events, as they are read */
export function comparedLog(file: string, seed: string | undefined): ComparedLog {
  const kind = fileKind(file);
  if (kind === 'log') return { file, events: eventsOf(file) };
  if (kind === 'recording') {
    const { head, end, commands } = openRecording(file);
    const { scenario, seed: recordedSeed } = head;
    const run = { scenario, seed: recordedSeed, commands: commands(), until: end.advancedTo };
    return { file, scenario, events: flat(runRecorded(run)) };
  }
  const scenario = scenarioInput(file);
  return { file, scenario, events: flat(runVirtually({ scenario, seed })) };
}

function* flat<T>(portions: Iterable<readonly T[]>): Generator<T> {
  for (const portion of portions) yield* portion;
}

/** Each event must follow the one before it, by its number and by its hash: an edited or truncated log is reported. */
function* eventsOf(file: string): Generator<LoggedEvent> {
  let previous = GENESIS_HASH;
  let seq = 0;
  for (const { number, bytes } of fileLines(file, MAX_LINE_BYTES)) {
    const place = `${harmless(file)}:${number}`;
    const event = eventOf(bytes, place);
    seq++;
    if (event.seq !== seq) throw unusable(`${place}: it is event ${event.seq}; event ${seq} should follow`);
    const { at, type, audience, actor, cause, data } = event;
    const parts = { seq, at, type, audience, actor: text(actor), cause: text(cause), data: text(data) };
    if (chainHash(previous, parts) !== event.hash) {
      throw unusable(`${place}: event ${seq} does not match its hash; the log was changed after it was written`);
    }
    previous = event.hash;
    yield event;
  }
}

function text(value: unknown): string {
  return canonicalJson(value);
}

function eventOf(bytes: Buffer, place: string): LoggedEvent & { readonly hash: string } {
  let value: unknown;
  try {
    value = parseJson(bytes);
  } catch (error) {
    throw unusable(`${place}: it is no event, as \`tandem replay --out\` writes them: ${reasonOf(error)}`);
  }
  if (!isEvent(value)) throw unusable(`${place}: it is no event, as \`tandem replay --out\` writes them`);
  return value;
}

function isEvent(value: unknown): value is LoggedEvent & { readonly hash: string } {
  if (typeof value !== 'object' || value === null) return false;
  const event = value as Readonly<Record<string, unknown>>;
  const isObject = (key: string): boolean => typeof event[key] === 'object' && event[key] !== null;
  return (
    Number.isSafeInteger(event['seq']) &&
    Number.isSafeInteger(event['at']) &&
    ['type', 'audience', 'hash'].every((key) => typeof event[key] === 'string') &&
    ['actor', 'cause', 'data'].every(isObject)
  );
}
