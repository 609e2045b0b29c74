/** Brings a viewer from its cursor to the present, and then over to what happens: no gap, nothing twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { isUnavailable } from '#infra/database/database-error.js';
import { Problem } from '../problems/problem.js';
import type { Batch } from './batch.js';
import type { Feed } from './feed.js';

/** Where the events go. */
export interface Follower {
  readonly closed: boolean;
  deliver(batch: Batch): void;
  /** Reads once little enough is unsent that more may be read for this viewer; undefined when it is closed by then. */
  turn<T>(read: () => Promise<T>): Promise<T | undefined>;
  /** Called in the same turn as the last delivery: from now on the viewer gets each batch as it is read. */
  goLive(): void;
}

const TRY_AGAIN_MS = 1_000;
/** What is given to a viewer at once, without asking whether it reads; less than makes anybody slow. UTF-16 units. */
const AT_ONCE = 32 * 1024;

/** The number of the last event now. @throws Problem CURSOR_AHEAD when the viewer's cursor is beyond the log. */
export async function checkCursor(feed: Feed, cursor: number): Promise<number> {
  let last = await feed.position();
  if (cursor > last) {
    // Another process may have shown the viewer what this one has not read yet.
    await feed.read();
    last = await feed.position();
  }
  if (cursor <= last) return last;
  throw cursorAhead(cursor, last);
}

export function cursorAhead(cursor: number, last: number): Problem {
  return new Problem(
    'CURSOR_AHEAD',
    `The cursor is ${cursor}, and the log ends at ${last}; begin at ${last} or before.`,
  );
}

function sizeOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, { size }) => sum + size, 0);
}

/** Ends when the viewer is live or closed. */
export async function follow(feed: Feed, cursor: number, follower: Follower): Promise<void> {
  let at = cursor;
  while (!follower.closed) {
    const recent = feed.since(at);
    if (recent !== undefined && sizeOf(recent) <= AT_ONCE) {
      for (const batch of recent) follower.deliver(batch);
      follower.goLive();
      return;
    }
    try {
      const read = await follower.turn(async () => {
        const [atHand] = feed.since(at) ?? [];
        const found = atHand === undefined ? await feed.page(at) : { batch: atHand };
        // Within the turn, so that the next one sees what this one has left unsent.
        if (found !== undefined && !follower.closed) follower.deliver(found.batch);
        return { page: found };
      });
      if (follower.closed || read === undefined) return;
      const { page } = read;
      if (page === undefined) {
        // Nothing after a cursor that the feed has not reached: it is behind the log, and catches up now.
        await feed.read();
        continue;
      }
      at = page.batch.to;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await pause(TRY_AGAIN_MS, undefined, { ref: false });
    }
  }
}
