/**
 * Splits a stream of newline-delimited JSON into lines as they arrive. Memory is bounded by the longest line that is allowed: a
 * longer one is reported once, by its number, and skipped to its end.
 */
import type { FieldProblem } from '../problem.js';

const MAX_LINE_BYTES = 256 * 1024;

/** Lines count from 1; blank ones are skipped and counted. */
export type NdjsonItem =
  | { readonly line: number; readonly bytes: Buffer }
  | { readonly line: number; readonly problem: FieldProblem };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FIRST_HOLD = 4096;
const NOTHING = Buffer.alloc(0);

export class NdjsonSplitter {
  private number = 1;
  /** The beginning of a line whose end has not come yet, in the first `held` bytes. */
  private hold: Buffer = NOTHING;
  private held = 0;
  private skipping = false;

  constructor(private readonly maxLineBytes = MAX_LINE_BYTES) {}

  /** The number of the line that comes next: blank ones count. */
  get line(): number {
    return this.number;
  }

  /** The lines that this chunk completes. Their bytes may be a view of it: use them before it is written over. */
  push(chunk: Buffer): NdjsonItem[] {
    const items: NdjsonItem[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      // A body may be made of blank lines: they are counted, and cost nothing else.
      if (end === start && this.held === 0 && !this.skipping) this.number++;
      else this.finish(chunk.subarray(start, end), items);
      start = end + 1;
    }
    this.keep(chunk.subarray(start), items);
    return items;
  }

  /** The last line, if the stream ended without a line feed. */
  end(): NdjsonItem[] {
    const items: NdjsonItem[] = [];
    if (this.held > 0 || this.skipping) this.finish(NOTHING, items);
    return items;
  }

  private finish(rest: Buffer, items: NdjsonItem[]): void {
    if (!this.skipping) {
      const whole = this.held === 0 ? rest : this.join(rest);
      const bytes = whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
      if (bytes.length > this.maxLineBytes) items.push(this.tooLong());
      else if (!isBlank(bytes)) items.push({ line: this.number, bytes });
    }
    this.hold = NOTHING;
    this.held = 0;
    this.skipping = false;
    this.number++;
  }

  private keep(rest: Buffer, items: NdjsonItem[]): void {
    if (this.skipping || rest.length === 0) return;
    // One more for a carriage return that belongs to the line's end.
    if (this.held + rest.length > this.maxLineBytes + 1) {
      items.push(this.tooLong());
      this.skipping = true;
      this.hold = NOTHING;
      this.held = 0;
      return;
    }
    this.append(rest);
  }

  private join(rest: Buffer): Buffer {
    return Buffer.concat([this.hold.subarray(0, this.held), rest], this.held + rest.length);
  }

  /** Copied, and into one buffer: a thousand tiny chunks must not hold a thousand buffers. */
  private append(rest: Buffer): void {
    const needed = this.held + rest.length;
    if (needed > this.hold.length) {
      const larger = Buffer.alloc(Math.max(FIRST_HOLD, needed, this.hold.length * 2));
      this.hold.copy(larger, 0, 0, this.held);
      this.hold = larger;
    }
    rest.copy(this.hold, this.held);
    this.held = needed;
  }

  private tooLong(): NdjsonItem {
    const message = `Line ${this.number} is longer than ${this.maxLineBytes} bytes; it was skipped.`;
    return { line: this.number, problem: { code: 'LINE_TOO_LONG', path: '', message } };
  }
}

/** Spaces and tabs only. */
function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte !== 0x20 && byte !== 0x09) return false;
  }
  return true;
}
