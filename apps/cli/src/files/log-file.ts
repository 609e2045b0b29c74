/** A log as `tandem replay --out` writes it, event by event. Whether they follow one another is for a {@link ChainCheck} to say. */
import { z } from 'zod';
import { audience } from '#contracts/http/events.js';
import { parseJson } from '#contracts/json/strict-json.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { canonicalJson } from '#log/canonical-json.js';
import type { ChainedEvent } from '#log/hash-chain.js';
import { explainFailure, unusable } from '../failure.js';
import { fileLines } from './file-lines.js';

const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Nothing is taken out of it: the hash is of all that the event holds. */
const writtenEvent = z.looseObject({
  seq: z.number().int(),
  at: z.number().int(),
  type: z.string(),
  audience,
  data: z.looseObject({}),
  cause: z.looseObject({}),
  actor: z.looseObject({}),
  hash: z.string(),
});
type WrittenEvent = z.infer<typeof writtenEvent>;

export interface LogLine {
  /** Counts from 1. */
  readonly number: number;
  readonly event: LoggedEvent;
  /** The same with the hash that the file says it has. */
  readonly chained: ChainedEvent;
}

/** @throws Failure that names the line: it cannot be read, or is no event */
export function* logLines(file: string): Generator<LogLine> {
  for (const { number, bytes } of fileLines(file, MAX_LINE_BYTES)) {
    const written = writtenIn(bytes, `${file}: line ${number}`);
    const { hash: _hash, ...event } = written;
    yield {
      number,
      event: { ...event, seqs: { all: event.seq } } as unknown as LoggedEvent,
      chained: chained(written),
    };
  }
}

/** An event as its hash covers it. */
export function chained({ seq, at, type, audience, data, cause, actor, hash }: WrittenEvent): ChainedEvent {
  return {
    seq,
    at,
    type,
    audience,
    data: canonicalJson(data),
    cause: canonicalJson(cause),
    actor: canonicalJson(actor),
    hash,
  };
}

function writtenIn(bytes: Buffer, line: string): WrittenEvent {
  let value: unknown;
  try {
    value = parseJson(bytes, { maxDepth: 64 });
  } catch (error) {
    throw unusable(`${line} cannot be read as an event, which is one line of JSON: ${explainFailure(error).message}`);
  }
  const { data } = writtenEvent.safeParse(value);
  if (data) return data;
  throw unusable(`${line} is no event; each line of a log holds seq, at, type, audience, data, cause, actor and hash`);
}
