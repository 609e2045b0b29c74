/**
 * The record of access: who was given one, who used it, who was refused, from where. What is done to an access is written with
 * the change itself ({@link writeAccessRecord}); uses and refusals are counted per hour, so that nobody can fill the table.
 */
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { AccessAction } from '#contracts/http/access-actions.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';

/** Who does something to an access, and from where. */
export interface AccessSource {
  /** The account of the one who does it; absent: nobody is logged in, such as on the command line. */
  readonly by?: string;
  /** A network address, or the name of a program: `command line`. */
  readonly from: string;
}

export interface AccessRecord {
  /** Counts up; the later, the higher. */
  readonly id: number;
  readonly at: Date;
  readonly lastAt: Date | null;
  readonly action: AccessAction;
  readonly accountId: string | null;
  readonly tokenId: string | null;
  readonly sessionId: string | null;
  readonly invitationId: string | null;
  readonly by: string | null;
  readonly from: string;
  readonly detail: string | null;
  readonly count: number;
}

export interface AccessRecordFilter {
  readonly actions?: readonly AccessAction[];
  readonly account?: string;
  /** Only the access of accounts that are bound to this exercise. */
  readonly exercise?: string;
  /** Older than this record. */
  readonly before?: number;
  readonly limit: number;
}

interface NewRecord {
  readonly action: AccessAction;
  /** Absent: nobody's yet, such as an invitation's. */
  readonly account?: string;
  readonly token?: string;
  readonly session?: string;
  readonly invitation?: string;
  /** The exercise to whose controllers it is shown; absent: that of the account. */
  readonly exercise?: string | null;
  readonly source: AccessSource;
  readonly detail?: string;
}

/** Writes a record in the transaction of the change that it records. */
export async function writeAccessRecord(manager: EntityManager, record: NewRecord): Promise<void> {
  const { action, account, token, session, invitation, exercise, source, detail } = record;
  await manager.query(
    `INSERT INTO access_record
       (action, account_id, token_id, session_id, invitation_id, by_account, exercise_id, address, detail)
     SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text,
       coalesce($7::text, (SELECT exercise_id FROM account WHERE id = $2)), $8::text, $9::text`,
    [
      action,
      account ?? null,
      token ?? null,
      session ?? null,
      invitation ?? null,
      source.by ?? null,
      exercise ?? null,
      source.from,
      detail ?? null,
    ],
  );
}

/** Why somebody was not let in. */
export type AccessRefusal =
  | 'unknown token'
  | 'expired token'
  | 'revoked token'
  | 'disabled account'
  | 'unknown session'
  | 'ended session'
  | 'wrong password'
  | 'wrong link'
  | 'wrong invitation'
  | 'wrong OpenID Connect answer'
  | 'no group'
  | 'throttled';

interface Counted {
  readonly action: 'token-used' | 'refused';
  readonly account: string | null;
  readonly token: string | null;
  readonly exercise: string | null;
  readonly from: string;
  readonly detail: string | null;
  readonly hour: number;
  count: number;
}

const HOUR_MS = 3_600_000;
/** How long counts gather before they are written. */
const FLUSH_MS = 1_000;
/** Counts that one process keeps for an hour: more addresses than these are counted as one. */
const MOST_KEYS = 5_000;
const OTHERS = 'other addresses';
/** Uses and refusals are kept this long. Who was given access stays on record. */
const KEPT_DAYS = 90;

/** Counts uses and refusals in memory, and writes them a second later. What cannot be written is counted on. */
export class AccessLog {
  private readonly pool: Pool;
  /** What is still to be written. */
  private waiting = new Map<string, Counted>();
  /** The keys of this hour that were seen already. */
  private seen = new Set<string>();
  private hour = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** @param clock epoch ms */
  constructor(
    dataSource: DataSource,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
    private readonly clock: () => number = Date.now,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** A token let somebody in: on record once for each token and address in an hour. */
  used(token: string, account: { readonly id: string; readonly exerciseId: string | null }, from: string): void {
    const hour = this.turn();
    const key = `used ${token} ${from}`;
    if (this.seen.has(key)) return;
    if (this.seen.size >= MOST_KEYS) {
      const shared = `used ${token} ${OTHERS}`;
      if (this.seen.has(shared)) return;
      this.seen.add(shared);
      from = OTHERS;
    } else this.seen.add(key);
    const { id, exerciseId: exercise } = account;
    this.add(key, { action: 'token-used', account: id, token, exercise, from, detail: null, hour, count: 1 });
  }

  /** Somebody was not let in. */
  refused(
    reason: AccessRefusal,
    from: string,
    known: { readonly tokenId?: string; readonly accountId: string; readonly exerciseId: string | null } | undefined,
  ): void {
    const hour = this.turn();
    const of = (address: string): string => `refused ${reason} ${known?.tokenId ?? known?.accountId ?? ''} ${address}`;
    let key = of(from);
    if (!this.seen.has(key) && this.seen.size >= MOST_KEYS) {
      from = OTHERS;
      key = of(from);
    }
    this.seen.add(key);
    const { accountId = null, tokenId = null, exerciseId = null } = known ?? {};
    const record = { account: accountId, token: tokenId, exercise: exerciseId, from, detail: reason, hour, count: 1 };
    this.add(key, { action: 'refused', ...record });
  }

  /** Latest first. @throws DatabaseUnavailable */
  async list({ actions, account, exercise, before, limit }: AccessRecordFilter): Promise<AccessRecord[]> {
    const { rows } = await available(() =>
      this.pool.query<AccessRecord>(
        `SELECT id, at, last_at AS "lastAt", action, account_id AS "accountId", token_id AS "tokenId",
                session_id AS "sessionId", invitation_id AS "invitationId", by_account AS by, address AS from, detail, count
         FROM access_record
         WHERE ($1::text[] IS NULL OR action = ANY ($1)) AND ($2::text IS NULL OR account_id = $2)
           AND ($3::text IS NULL OR exercise_id = $3) AND ($4::bigint IS NULL OR id < $4)
         ORDER BY id DESC LIMIT $5`,
        [actions ?? null, account ?? null, exercise ?? null, before ?? null, limit],
      ),
    );
    return rows;
  }

  /** Writes what is still counted in memory. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
  }

  private turn(): number {
    const hour = Math.floor(this.clock() / HOUR_MS) * HOUR_MS;
    if (hour !== this.hour) {
      this.hour = hour;
      this.seen = new Set();
    }
    return hour;
  }

  private add(key: string, record: Counted): void {
    const place = `${record.hour} ${key}`;
    const known = this.waiting.get(place);
    if (known !== undefined) known.count += 1;
    else if (this.waiting.size < 2 * MOST_KEYS) this.waiting.set(place, record);
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  private flush(): Promise<void> {
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    if (this.waiting.size === 0) return;
    const taken = this.waiting;
    this.waiting = new Map();
    try {
      await this.store([...taken.values()]);
    } catch (error) {
      this.onTrouble(error);
      for (const [place, record] of taken) {
        const since = this.waiting.get(place);
        if (since !== undefined) since.count += record.count;
        else if (this.waiting.size < 2 * MOST_KEYS) this.waiting.set(place, record);
      }
    }
  }

  private async store(records: readonly Counted[]): Promise<void> {
    const column = <T>(of: (record: Counted) => T): T[] => records.map(of);
    // What was counted of an exercise that is deleted meanwhile is gone with it.
    await this.pool.query(
      `WITH existing AS (SELECT id FROM exercise WHERE id = ANY ($4::text[]) ORDER BY id FOR KEY SHARE)
       INSERT INTO access_record AS known
         (action, account_id, token_id, exercise_id, address, detail, period, count, last_at)
       SELECT action, account_id, token_id, exercise_id, address, detail, period, sum(count), clock_timestamp()
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::bigint[])
         AS r (action, account_id, token_id, exercise_id, address, detail, period, count)
       WHERE exercise_id IS NULL OR exercise_id IN (SELECT id FROM existing)
       GROUP BY action, account_id, token_id, exercise_id, address, detail, period
       ON CONFLICT (period, action, address, coalesce(token_id, ''), coalesce(account_id, ''), coalesce(detail, '')) WHERE period IS NOT NULL
       DO UPDATE SET count = known.count + excluded.count, last_at = excluded.last_at
         WHERE known.action = 'refused'`,
      [
        column(({ action }) => action),
        column(({ account }) => account),
        column(({ token }) => token),
        column(({ exercise }) => exercise),
        column(({ from }) => from),
        column(({ detail }) => detail),
        column(({ hour }) => new Date(hour).toISOString()),
        column(({ count }) => count),
      ],
    );
    await this.pool.query(
      `DELETE FROM access_record WHERE period IS NOT NULL AND period < clock_timestamp() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
  }
}
