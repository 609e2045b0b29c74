/**
 * What a liaison program has received and answered, in a file that outlives it. A message is written to the disk before it is
 * confirmed to its sender, and an answer before it is sent. A program that is killed at any moment continues where it stopped.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { unusable } from '../failure.js';
import { writingTrouble } from '../files/file-trouble.js';

const entry = z.discriminatedUnion('type', [
  /** A message, as CAP XML. `delivery` is its `webhook-id`. */
  z.object({ type: z.literal('received'), delivery: z.string(), message: z.string() }),
  /** The answer to a message, as CAP XML. */
  z.object({
    type: z.literal('answering'),
    delivery: z.string(),
    answer: z.enum(['Ack', 'Error']),
    message: z.string(),
  }),
  /** Nothing is left to do about a message. `outcome`: `applied`, or the code of the problem. */
  z.object({ type: z.literal('done'), delivery: z.string(), outcome: z.string() }),
]);
export type JournalEntry = z.infer<typeof entry>;

export class Journal {
  private constructor(
    private readonly file: number,
    /** What was written before, in its order. */
    readonly entries: readonly JournalEntry[],
  ) {}

  /** @throws Failure when the file cannot be read or written */
  static open(path: string): Journal {
    try {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'a+', 0o600);
      const text = readFileSync(path, 'utf8');
      const entries = text.split('\n').flatMap(readEntry);
      // A line that was cut off when the program was killed: what follows must not be glued to it.
      if (text !== '' && !text.endsWith('\n')) writeSync(file, '\n');
      return new Journal(file, entries);
    } catch (error) {
      throw unusable(`${path} cannot be used: ${writingTrouble(error)}`);
    }
  }

  /** On the disk when it returns. */
  write(what: JournalEntry): void {
    writeSync(this.file, `${JSON.stringify(what)}\n`);
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** A line that cannot be read was cut off: the sender of its message got no confirmation, and sends it again. */
function readEntry(line: string): JournalEntry[] {
  try {
    return [entry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
