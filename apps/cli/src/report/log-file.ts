/** Reads a log as `replay --out` writes it, and checks on the way that nobody has changed it. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { eventView } from '#contracts/http/events.js';
import type { LoggedEvent } from '#domain/engine/event.js';
import { GENESIS_HASH, HashChain } from '#infra/ledger/hash-chain.js';
import { reasonOf, unusable } from '../failure.js';

const line = eventView.omit({ wall: true }).required({ hash: true });

/** @throws Failure that names the line: no event, a gap, or another hash than the event has */
export async function* readLog(file: string): AsyncGenerator<{ event: LoggedEvent; hash: string }> {
  const chain = new HashChain(GENESIS_HASH);
  let number = 0;
  for await (const text of lines(file)) {
    number++;
    if (text === '') continue;
    const { hash, ...parts } = parse(text, `${file}:${number}`);
    const event = { ...parts, seqs: { all: parts.seq } } as unknown as LoggedEvent;
    if (event.seq !== number) {
      throw unusable(
        `${file}:${number}: event ${event.seq} stands where event ${number} belongs; lines are missing or moved`,
      );
    }
    const computed = chain.add(event).hash;
    if (computed !== hash) {
      throw unusable(
        `${file}:${number}: event ${event.seq} was changed: its hash is ${hash}, and would have to be ${computed}`,
      );
    }
    yield { event, hash };
  }
}

function parse(text: string, where: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unusable(`${where}: this is no JSON; the file may be cut off`);
  }
  const { data, error } = line.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  throw unusable(`${where}: this is no event of a log: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

async function* lines(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unusable(`${file} cannot be read: ${reasonOf(error)}`);
  } finally {
    stream.destroy();
  }
}
