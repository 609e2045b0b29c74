/** Group commit into the inbox: the one place where a command becomes durable. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.js';
import { asDatabaseError, DatabaseUnavailable, errorCode } from '../database/database-error.js';
import { ExerciseUnknown } from '../exercises/exercise-unknown.js';
import { insertStatement, readInsertResult, type InsertRow } from './insert-statement.js';
import { InboxFullError, RequestKeyReused, type Submission, type Submitted } from './submission.js';

export interface InboxWriterSettings {
  /** Rows of one statement; a larger submission still goes in one piece. Default 2,000. */
  readonly rowsPerCommit?: number;
  /** Commands that may wait. Default 20,000. */
  readonly waitingLimit?: number;
  /** Bytes of command data that may wait. Default 64 MiB. */
  readonly waitingBytesLimit?: number;
  /** How long one commit may take before the database counts as away, ms. Default 5,000. */
  readonly commitTimeoutMs?: number;
}

interface Waiting {
  readonly submission: Submission;
  readonly rows: readonly InsertRow[];
  readonly bytes: number;
  readonly resolve: (submitted: Submitted[]) => void;
  readonly reject: (error: unknown) => void;
}

/** So many submissions that gathered during one commit are a crowd, and the next commit waits for more of it … */
const CROWD = 4;
/** … until this long after the one before had begun, ms: what a commit costs is then shared by more … */
const COMMIT_EVERY_MS = 20;
/** … or until nobody has come for this long, ms: those who wait for their answers send nothing meanwhile. */
const SILENCE_MS = 2;

/**
 * While one commit is in flight, further submissions gather; the next commit takes them all. So the cost of an fsync is
 * shared by as many as wait for it. Nobody waits for a timer but in a crowd.
 */
export class InboxWriter {
  private readonly pool: Pool;
  private readonly rowsPerCommit: number;
  private readonly waitingLimit: number;
  private readonly waitingBytesLimit: number;
  private readonly commitTimeoutMs: number;
  private queue: Waiting[] = [];
  private waitingRows = 0;
  private waitingBytes = 0;
  private running: Promise<void> | undefined;
  private closed = false;
  private lastCame = 0;

  constructor(dataSource: DataSource, settings: InboxWriterSettings = {}) {
    this.pool = poolOf(dataSource);
    this.rowsPerCommit = settings.rowsPerCommit ?? 2_000;
    this.waitingLimit = settings.waitingLimit ?? 20_000;
    this.waitingBytesLimit = settings.waitingBytesLimit ?? 64 * 1024 * 1024;
    this.commitTimeoutMs = settings.commitTimeoutMs ?? 5_000;
  }

  /** Commands that wait for a commit. */
  get waiting(): number {
    return this.waitingRows;
  }

  /**
   * Resolves once the commands are durable: after PostgreSQL's commit, never before.
   * @throws RequestKeyReused; nothing of the submission was stored.
   * @throws ExerciseUnknown when the exercise does not exist (any more); nothing was stored.
   * @throws InboxFullError; nothing was stored.
   * @throws DatabaseUnavailable; it is not known whether the commands were stored. Submit again with the same ids.
   */
  submit(submission: Submission): Promise<Submitted[]> {
    if (this.closed) return Promise.reject(new DatabaseUnavailable(new Error('The inbox is closed')));
    if (submission.commands.length === 0) return Promise.resolve([]);
    if (this.waitingRows >= this.waitingLimit || this.waitingBytes >= this.waitingBytesLimit) {
      return Promise.reject(new InboxFullError());
    }
    const { rows, bytes } = toRows(submission);
    return new Promise((resolve, reject) => {
      this.queue.push({ submission, rows, bytes, resolve, reject });
      this.lastCame = performance.now();
      this.waitingRows += rows.length;
      this.waitingBytes += bytes;
      this.running ??= this.run();
    });
  }

  /** Takes no more, and resolves when what waits is stored or has failed. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async run(): Promise<void> {
    // Requests of the same turn of the event loop share the first commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) {
      const group = this.takeGroup();
      const began = performance.now();
      try {
        await this.commit(group);
      } catch (error) {
        reject(group, error);
        // The others would wait for the same time-out, one after the other: better a quick answer, and a fresh start.
        if (error instanceof DatabaseUnavailable) this.rejectAllWaiting(error);
      }
      if (this.queue.length >= CROWD) await this.gather(began + COMMIT_EVERY_MS);
    }
    this.running = undefined;
  }

  private async gather(until: number): Promise<void> {
    for (;;) {
      const now = performance.now();
      const rest = Math.min(until, this.lastCame + SILENCE_MS) - now;
      if (rest <= 0 || this.closed) return;
      await pause(Math.ceil(rest));
    }
  }

  /** At most one submission of each request key: the second must see what the first has stored. */
  private takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    const keys = new Set<string>();
    let rows = 0;
    let taken = 0;
    for (const waiting of this.queue) {
      if (group.length > 0 && rows + waiting.rows.length > this.rowsPerCommit) break;
      taken += 1;
      const requestKey = waiting.submission.requestKey;
      if (requestKey !== undefined) {
        const key = JSON.stringify([waiting.submission.exerciseId, requestKey.accountId, requestKey.key]);
        if (keys.has(key)) {
          later.push(waiting);
          continue;
        }
        keys.add(key);
      }
      rows += waiting.rows.length;
      this.waitingBytes -= waiting.bytes;
      group.push(waiting);
    }
    this.waitingRows -= rows;
    this.queue = later.concat(this.queue.slice(taken));
    return group;
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    let result;
    try {
      result = readInsertResult(await this.query(insertStatement(group)));
    } catch (error) {
      if (error instanceof DatabaseUnavailable || group.length === 1) throw error;
      // One submission that PostgreSQL refuses (say, for its text) must not fail its neighbours.
      const middle = group.length >> 1;
      for (const half of [group.slice(0, middle), group.slice(middle)]) {
        await this.commit(half).catch((halfError: unknown) => reject(half, halfError));
      }
      return;
    }
    let next = 0;
    for (const waiting of group) {
      const { exerciseId, requestKey } = waiting.submission;
      if (!result.exercises.has(exerciseId)) {
        waiting.reject(new ExerciseUnknown(exerciseId));
        continue;
      }
      if (requestKey !== undefined) {
        const known = result.fingerprints.get(JSON.stringify([exerciseId, requestKey.accountId, requestKey.key]));
        if (known !== requestKey.fingerprint) {
          waiting.reject(new RequestKeyReused(requestKey.key));
          continue;
        }
      }
      waiting.resolve(
        waiting.rows.map(({ commandId }) => {
          // What was stored comes back in the order in which it was sent, without the repeats.
          const stored = result.stored[next];
          if (stored?.commandId !== commandId || stored.exerciseId !== exerciseId) {
            return { inboxId: null, commandId, status: 'repeat' };
          }
          next += 1;
          return { inboxId: stored.id, commandId, status: 'accepted' };
        }),
      );
    }
  }

  private async query(statement: QueryConfig): Promise<Record<string, unknown>[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const timed = { ...statement, query_timeout: this.commitTimeoutMs };
        return (await this.pool.query<Record<string, unknown>>(timed)).rows;
      } catch (error) {
        // Two processes that store the same ids in a different order may wait for each other; nothing was stored then.
        if (errorCode(error) === DEADLOCK && attempt < 5) continue;
        throw asDatabaseError(error);
      }
    }
  }

  private rejectAllWaiting(error: unknown): void {
    const waiting = this.queue;
    this.queue = [];
    this.waitingRows = 0;
    this.waitingBytes = 0;
    reject(waiting, error);
  }
}

const DEADLOCK = '40P01';

function reject(group: readonly Waiting[], error: unknown): void {
  for (const waiting of group) waiting.reject(error);
}

function toRows({ commands }: Submission): { rows: InsertRow[]; bytes: number } {
  let bytes = 0;
  const rows = commands.map((command) => {
    const dataJson = 'dataJson' in command ? command.dataJson : JSON.stringify(command.data);
    bytes += dataJson.length;
    return { commandId: command.commandId, type: command.type, dataJson };
  });
  return { rows, bytes };
}
