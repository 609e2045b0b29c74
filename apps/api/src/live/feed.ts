/**
 * The tail of one stream of one exercise, read once per process however many follow it. Each stream is read by its own
 * gapless numbers, so what one side may not see never passes through the code that serves it.
 */
import type { Stream } from '#domain/kernel/side.js';
import type { EventReader } from '#infra/log/event-reader.js';
import { Batch } from './batch.js';

/** Events read at a time, at most. */
const PAGE = 500;
/** What is kept for those who come back shortly: newest events, bounded by number and by size. */
const KEPT_BATCHES = 256;
const KEPT_SIZE = 1024 * 1024;

export type Listener = (batch: Batch) => void;

export class Feed {
  /** Number of the last event that was read; undefined before the first reading. */
  private reached: number | undefined;
  private recent: Batch[] = [];
  private recentSize = 0;
  private readonly listeners = new Set<Listener>();
  private holders = 0;
  private starting: Promise<number> | undefined;
  private reading: Promise<void> | undefined;
  private again = false;

  constructor(
    readonly exercise: string,
    readonly stream: Stream,
    private readonly reader: EventReader,
  ) {}

  /** While it is held it is read; each `hold` is answered by one `release`. */
  hold(): this {
    this.holders += 1;
    return this;
  }

  release(): void {
    this.holders -= 1;
  }

  get isHeld(): boolean {
    return this.holders > 0;
  }

  /** Number of the last event, from the log where nothing was read yet. */
  async position(): Promise<number> {
    if (this.reached !== undefined) return this.reached;
    // Asked once, however many wait for it: a late answer must not put back what was read meanwhile.
    this.starting ??= this.reader
      .lastSeq(this.exercise, this.stream)
      .then((last) => (this.reached ??= last))
      .finally(() => (this.starting = undefined));
    return this.starting;
  }

  /** The events after a cursor if they are all still at hand; undefined if the log must be asked. */
  since(cursor: number): readonly Batch[] | undefined {
    if (this.reached === undefined || cursor > this.reached) return undefined;
    if (cursor === this.reached) return [];
    const [oldest] = this.recent;
    if (oldest === undefined || cursor < oldest.from - 1) return undefined;
    return this.recent.flatMap((batch) => batch.after(cursor) ?? []);
  }

  /** A page of the log after a cursor; undefined at its end. */
  async page(cursor: number): Promise<{ readonly batch: Batch; readonly more: boolean } | undefined> {
    const { events, more } = await this.reader.after(this.exercise, this.stream, cursor, PAGE);
    const batch = Batch.of(this.exercise, events);
    return batch && { batch, more };
  }

  /** From now on it receives each batch that is read. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  unlisten(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Reads what is new; when a reading is under way, once more after it. Resolves when it is done. */
  read(): Promise<void> {
    if (this.reading !== undefined) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.readOn().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOn(): Promise<void> {
    do {
      this.again = false;
      const cursor = await this.position();
      const page = await this.page(cursor);
      if (page === undefined) continue;
      this.publish(page.batch);
      if (page.more) this.again = true;
    } while (this.again);
  }

  private publish(batch: Batch): void {
    this.reached = batch.to;
    this.recent.push(batch);
    this.recentSize += batch.size;
    while (this.recent.length > KEPT_BATCHES || (this.recentSize > KEPT_SIZE && this.recent.length > 1)) {
      this.recentSize -= this.recent.shift()?.size ?? 0;
    }
    for (const listener of this.listeners) listener(batch);
  }
}
