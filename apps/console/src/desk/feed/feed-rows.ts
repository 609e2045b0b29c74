/**
 * The rows of the feed, with a brake. It follows the events of the exercise until it is held; then its rows stay what they are, and it
 * only counts what has come since. It knows nothing of the page.
 */
import type { EventView } from '#contracts/http/events.js';

/** Rows held while it follows; a tenth more before the oldest go. */
const MOST_ROWS = 5_000;

export class FeedRows {
  /** Oldest first. */
  private rows: EventView[] = [];
  /** Numbers of the newest and the oldest event that were looked at, shown or not. */
  private newest = 0;
  private oldest = Number.POSITIVE_INFINITY;
  private held = false;
  private fresh = 0;
  /** Raised when what is shown has changed. */
  version = 0;

  constructor(private readonly isShown: (event: EventView) => boolean) {}

  get length(): number {
    return this.rows.length;
  }

  /** The row at a place counted from the newest, 0. */
  at(index: number): EventView | undefined {
    return this.rows[this.rows.length - 1 - index];
  }

  /** How many came since it was held. */
  get freshCount(): number {
    return this.fresh;
  }

  get isHeld(): boolean {
    return this.held;
  }

  /** Whether all events back to the first were looked at. */
  get hasFirst(): boolean {
    return this.oldest <= 1;
  }

  /** Number of the oldest event that was looked at: a page of older ones ends before it. Undefined: none was. */
  get before(): number | undefined {
    return Number.isFinite(this.oldest) ? this.oldest : undefined;
  }

  /** @param events the latest ones, oldest first, without gaps */
  follow(events: readonly EventView[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined) return;
    if (first.seq < this.oldest && this.newest > 0) this.prepend(events);
    if (last.seq <= this.newest) return;
    // More came than the page holds: what lies between comes by page.
    if (!this.held && this.newest > 0 && first.seq > this.newest + 1) this.forget();
    const from = events.findLastIndex(({ seq }) => seq <= this.newest) + 1;
    const shown = events.slice(from).filter(this.isShown);
    this.newest = last.seq;
    this.oldest = Math.min(this.oldest, first.seq);
    if (shown.length === 0) return;
    this.version += 1;
    if (this.held) {
      this.fresh += shown.length;
      return;
    }
    this.rows.push(...shown);
    if (this.rows.length > MOST_ROWS * 1.1) {
      this.rows.splice(0, this.rows.length - MOST_ROWS);
      this.oldest = this.rows[0]?.seq ?? this.oldest;
    }
  }

  /** Older events, oldest first; those that were looked at already are skipped. @param lookedBackTo the oldest, shown or not */
  prepend(older: readonly EventView[], lookedBackTo = older[0]?.seq): void {
    const shown = older.filter((event) => event.seq < this.oldest && this.isShown(event));
    this.oldest = Math.min(this.oldest, lookedBackTo ?? 1);
    this.rows.unshift(...shown);
    this.version += 1;
  }

  hold(): void {
    if (this.held) return;
    this.held = true;
    this.fresh = 0;
    this.version += 1;
  }

  /** @param events the latest ones: what came meanwhile, and perhaps no longer all of it, is taken from them */
  release(events: readonly EventView[]): void {
    if (!this.held) return;
    this.held = false;
    this.version += 1;
    if (this.fresh === 0) return;
    this.fresh = 0;
    this.forget();
    this.follow(events);
  }

  private forget(): void {
    this.rows = [];
    this.newest = 0;
    this.oldest = Number.POSITIVE_INFINITY;
  }
}
