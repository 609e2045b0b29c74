/** The commands that wait for the coordinator: how they are read, and which batches of them a transaction has applied. */
import type { WallTime } from '#domain/kernel/wall-time.js';
import { LedgerInconsistent } from './ledger-error.js';
import type { AppliedEntry, InboxEntry } from './rows.js';

/** Commands that are read together with the row. */
const MOST_COMMANDS = 1_000;
/** Batches are read that have no more than so many commands before them. */
const READ_AHEAD = 2 * MOST_COMMANDS;
/** Of their data: they are in memory at the same time, several times over, with the events that they lead to. */
const ENOUGH_BYTES = 4 * 1024 * 1024;

export interface Waiting {
  /** The first of them: at most 1,000, and no more once their data have reached 4 MiB. */
  readonly entries: readonly InboxEntry[];
  /** Whether others wait behind these. */
  readonly more: boolean;
}

export interface WaitingColumns {
  readonly id: number;
  readonly command_id: string;
  /** `next_id` of the batch that it stands in. */
  readonly batch: number;
  /** Commands of this batch that wait. */
  readonly waiting: number;
  readonly type: string;
  readonly data: unknown;
  readonly actor: unknown;
  readonly received_at: WallTime;
  /** Null for the last. */
  readonly followed: true | null;
}

/**
 * In the order of the inbox's ids: they are given at receipt, by the one sequence. Batches of several processes may be
 * interleaved, so commands are taken only up to the first id of a batch that is not read. `LIMIT 1` keeps the planner from
 * reading the whole inbox when it expects many pending rows.
 */
export function waitingQuery(exerciseLiteral: string): string {
  return `WITH batch AS MATERIALIZED (
      SELECT *, sum(waiting) OVER (ORDER BY next_id ROWS UNBOUNDED PRECEDING) - waiting AS ahead
      FROM (SELECT * FROM pending_batch WHERE exercise_id = ${exerciseLiteral}
        ORDER BY next_id LIMIT ${MOST_COMMANDS} + 1) first
    ), beyond AS (SELECT min(next_id) AS id FROM batch WHERE ahead > ${READ_AHEAD})
    SELECT p.id, p.command_id, p.batch, p.waiting, i.type, i.data, i.actor,
      (extract(epoch FROM i.received_at) * 1000)::float8 AS received_at, p.followed
    FROM (
      SELECT id, command_id, batch, waiting, bytes, sum(bytes) OVER w AS total,
        lead(true, 1, (SELECT true FROM beyond WHERE beyond.id IS NOT NULL)) OVER w AS followed
      FROM (SELECT c.id, c.command_id, c.bytes, b.next_id AS batch, b.waiting
        FROM batch b, unnest(b.ids, b.command_ids, b.bytes) WITH ORDINALITY AS c (id, command_id, bytes, ord)
        WHERE b.ahead <= ${READ_AHEAD} AND c.ord > b.applied
          AND c.id < coalesce((SELECT id FROM beyond), ${Number.MAX_SAFE_INTEGER})
        ORDER BY c.id LIMIT ${MOST_COMMANDS} + 1) first
      WINDOW w AS (ORDER BY id ROWS UNBOUNDED PRECEDING) ORDER BY id LIMIT ${MOST_COMMANDS}) p
    CROSS JOIN LATERAL (SELECT type, data, actor, received_at FROM inbox
      WHERE exercise_id = ${exerciseLiteral} AND command_id = p.command_id LIMIT 1) i
    WHERE p.total - p.bytes < ${ENOUGH_BYTES} ORDER BY p.id`;
}

export function waitingOf(rows: readonly WaitingColumns[]): Waiting {
  return { entries: rows.map(inboxEntry), more: rows.at(-1)?.followed === true };
}

function inboxEntry(columns: WaitingColumns): InboxEntry {
  return {
    inboxId: columns.id,
    commandId: columns.command_id,
    type: columns.type,
    data: columns.data,
    actor: columns.actor,
    receivedAt: columns.received_at,
  } as InboxEntry;
}

/** What a write takes out of the batches that wait. */
export interface TakenBatches {
  /** Of the applied commands, in their order. */
  readonly commandIds: readonly string[];
  /** Batches of which nothing waits any more, by `next_id`. */
  readonly whole: readonly number[];
  /** Batches of which the first `count` commands no longer wait. */
  readonly parts: readonly { readonly batch: number; readonly count: number }[];
}

/** The batches as the transaction has read them. */
export class WaitingBatches {
  readonly #places: ReadonlyMap<number, { readonly batch: number; readonly commandId: string; readonly place: number }>;
  readonly #sizes = new Map<number, number>();
  /** Batches whose row has changed within this transaction. */
  readonly #changed = new Set<number>();

  constructor(
    private readonly exerciseId: string,
    rows: readonly WaitingColumns[],
  ) {
    const seen = new Map<number, number>();
    this.#places = new Map(
      rows.map(({ id, command_id: commandId, batch, waiting }) => {
        const place = (seen.get(batch) ?? 0) + 1;
        seen.set(batch, place);
        this.#sizes.set(batch, waiting);
        return [id, { batch, commandId, place }];
      }),
    );
  }

  /**
   * @param applied a prefix of what waits
   * @throws LedgerInconsistent when one of them does not wait, or is applied before another of its batch
   */
  take(applied: readonly AppliedEntry[]): TakenBatches {
    const counts = new Map<number, number>();
    const commandIds = applied.map(({ inboxId }) => {
      const entry = this.#places.get(inboxId);
      const count = (counts.get(entry?.batch ?? 0) ?? 0) + 1;
      if (entry === undefined || entry.place !== count || this.#changed.has(entry.batch)) {
        throw new LedgerInconsistent(this.exerciseId, `command ${inboxId} is not the next of those that wait`);
      }
      counts.set(entry.batch, count);
      return entry.commandId;
    });
    const whole: number[] = [];
    const parts: { batch: number; count: number }[] = [];
    for (const [batch, count] of counts) {
      this.#changed.add(batch);
      if (count === this.#sizes.get(batch)) whole.push(batch);
      else parts.push({ batch, count });
    }
    return { commandIds, whole, parts };
  }
}
