/**
 * Who is in an exercise, over all API processes. Each process says whose sockets it holds, and says so again every few seconds; what a
 * process that died had said counts no more after a while. A person's state is one row, with the time since when it is so.
 */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { AWAY_AFTER_MS } from '#contracts/http/presence.js';
import { INVITED_ROLES } from '#contracts/http/roles.js';
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { publishNews } from '../accounts/people-channel.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { newId } from '../exercises/exercise-store.js';

/** Somebody whose sockets this process holds. */
export interface Held {
  readonly exercise: string;
  readonly account: string;
  /** Whether all pages say that nobody sits before them. */
  readonly away: boolean;
}

export interface Person {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side | null;
  readonly units: readonly string[] | null;
  readonly state: 'here' | 'away';
  /** Null: was never here. */
  readonly since: Date | null;
  /** Of somebody without a socket: when the last one was open. */
  readonly lastSeenAt: Date | null;
}

export interface PlayedUnitRow {
  readonly id: string;
  readonly side: Side;
}

/** The roles of people, as a list in SQL. */
const IN_ORDER = INVITED_ROLES.map((role) => `'${role}'`).join(', ');

/** What a process said last counts for so long, ms: three times as long as it takes to say it again. */
const LIVE_MS = 30_000;
const IS_LIVE = `s.seen_at > clock_timestamp() - interval '${LIVE_MS} milliseconds'`;

export class PresenceStore {
  private readonly pool: Pool;
  /** Of this process, new at each start. */
  private readonly process = newId(12);

  constructor(private readonly dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** Somebody came, or turned to or from the screen; nothing when the exercise is deleted. @throws DatabaseUnavailable */
  async set({ exercise, account, away }: Held): Promise<void> {
    await available(async () => {
      const { rows } = await this.pool.query(
        `WITH existing AS (
           SELECT id FROM exercise WHERE id = $2 FOR KEY SHARE
         ), socket AS (
           INSERT INTO presence_socket (process, exercise_id, account_id, away) SELECT $1, id, $3, $4 FROM existing
           ON CONFLICT (exercise_id, account_id, process) DO UPDATE SET away = excluded.away, seen_at = clock_timestamp()
         ) INSERT INTO presence (exercise_id, account_id, state)
           SELECT id, $3, CASE WHEN $4 THEN 'away' ELSE 'here' END FROM existing
           ON CONFLICT DO NOTHING RETURNING 1`,
        [this.process, exercise, account, away],
      );
      if (rows.length > 0) await publishNews(this.dataSource, { presence: exercise });
      else await this.settle(exercise);
    });
  }

  /** The last socket of somebody in this process has closed. @throws DatabaseUnavailable */
  async remove({ exercise, account }: Pick<Held, 'exercise' | 'account'>): Promise<void> {
    await available(async () => {
      await this.pool.query(
        `WITH socket AS (
           DELETE FROM presence_socket WHERE process = $1 AND exercise_id = $2 AND account_id = $3
         ) UPDATE presence SET left_at = clock_timestamp() WHERE exercise_id = $2 AND account_id = $3`,
        [this.process, exercise, account],
      );
      await this.settle(exercise);
    });
  }

  /**
   * Says again whom this process holds, and takes away what dead processes had said.
   * @param watched exercises of which somebody looks at who is here
   */
  async beat(held: readonly Held[], watched: readonly string[]): Promise<void> {
    await available(async () => {
      if (held.length > 0) {
        await this.pool.query(
          `WITH existing AS (SELECT id FROM exercise WHERE id = ANY ($2::text[]) ORDER BY id FOR KEY SHARE)
           INSERT INTO presence_socket AS s (process, exercise_id, account_id, away)
           SELECT $1, id, account, away FROM unnest($2::text[], $3::text[], $4::boolean[]) AS h (exercise, account, away)
             JOIN existing ON existing.id = exercise
           ON CONFLICT (exercise_id, account_id, process) DO UPDATE SET away = excluded.away, seen_at = clock_timestamp()`,
          [this.process, held.map((one) => one.exercise), held.map((one) => one.account), held.map((one) => one.away)],
        );
      }
      const { rows } = await this.pool.query<{ exercise: string }>(
        `WITH dead AS (
           DELETE FROM presence_socket s WHERE NOT ${IS_LIVE} RETURNING exercise_id, account_id, seen_at
         ), gone AS (
           SELECT exercise_id, account_id, max(seen_at) AS seen_at FROM dead GROUP BY exercise_id, account_id
         )
         UPDATE presence p SET left_at = greatest(p.left_at, gone.seen_at) FROM gone
         WHERE p.exercise_id = gone.exercise_id AND p.account_id = gone.account_id RETURNING p.exercise_id AS exercise`,
      );
      for (const exercise of new Set([...watched, ...rows.map((row) => row.exercise)])) await this.settle(exercise);
    });
  }

  /** Brings the states up to now, and notifies all processes if one has changed. */
  async settle(exercise: string): Promise<void> {
    const { rows } = await this.pool.query<{ changed: number }>(
      `WITH live AS (
         SELECT account_id, bool_or(NOT away) AS attentive FROM presence_socket s
         WHERE exercise_id = $1 AND ${IS_LIVE} GROUP BY account_id
       ), target AS (
         SELECT p.account_id, CASE
             WHEN live.attentive THEN 'here'
             WHEN live.account_id IS NULL AND p.state = 'here'
               AND coalesce(p.left_at, clock_timestamp()) > clock_timestamp() - interval '${AWAY_AFTER_MS} milliseconds' THEN 'here'
             ELSE 'away' END AS state
         FROM presence p LEFT JOIN live USING (account_id) WHERE p.exercise_id = $1
       ), changed AS (
         UPDATE presence p SET state = target.state, since = clock_timestamp() FROM target
         WHERE p.exercise_id = $1 AND p.account_id = target.account_id AND p.state <> target.state RETURNING 1
       ) SELECT count(*)::int AS changed FROM changed`,
      [exercise],
    );
    if ((rows[0]?.changed ?? 0) > 0) await publishNews(this.dataSource, { presence: exercise });
  }

  /** All who were ever in the exercise, or are bound to it, but Tandem's own programs. @throws DatabaseUnavailable */
  async people(exercise: string): Promise<Person[]> {
    const { rows } = await available(() =>
      this.pool.query<Person>(
        `SELECT a.id AS account, a.name, a.role, a.side, a.units, coalesce(p.state, 'away') AS state, p.since,
                CASE WHEN NOT EXISTS (SELECT FROM presence_socket s
                    WHERE s.exercise_id = $1 AND s.account_id = a.id AND ${IS_LIVE}) THEN p.left_at END AS "lastSeenAt"
         FROM account a LEFT JOIN presence p ON p.exercise_id = $1 AND p.account_id = a.id
         WHERE a.disabled_at IS NULL AND NOT a.built_in AND a.role = ANY (ARRAY[${IN_ORDER}])
           AND (a.exercise_id = $1 OR (a.exercise_id IS NULL AND p.account_id IS NOT NULL))
         ORDER BY array_position(ARRAY[${IN_ORDER}], a.role), a.side NULLS FIRST, a.name, a.id`,
        [exercise],
      ),
    );
    return rows;
  }

  /** The units that people play. @throws DatabaseUnavailable */
  async playedUnits(exercise: string): Promise<PlayedUnitRow[]> {
    const { rows } = await available(() =>
      this.pool.query<PlayedUnitRow>(
        `SELECT id, side FROM unit WHERE exercise_id = $1 AND mode = 'played' ORDER BY side, id`,
        [exercise],
      ),
    );
    return rows;
  }
}
