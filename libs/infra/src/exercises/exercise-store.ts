/** Exercises: created from a scenario, read, listed, and which of them need a worker. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { StreamSeqs } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { GENESIS_HASH } from '#log/hash-chain.js';
import type { UnitRow } from '../ledger/rows.js';
import { rowsStatement } from '../ledger/write-statement.js';

/** An exercise as it stands. Wall times are epoch ms, exercise times ms. */
export interface Exercise {
  readonly id: string;
  readonly title: LocalizedText;
  readonly status: ExerciseStatus;
  /** Version of the engine that wrote the log. */
  readonly engine: number;
  readonly seed: string;
  readonly speed: number;
  readonly generation: number;
  readonly anchorWall: WallTime | null;
  readonly anchorTime: ExerciseTime;
  readonly seqs: StreamSeqs;
  readonly nextDue: ExerciseTime | null;
  readonly createdAt: number;
  readonly createdBy: string;
}

export interface NewExercise {
  /** Absent: `EX-` and ten characters at random. */
  readonly id?: string;
  readonly scenario: Scenario;
  /** Absent: the scenario's. */
  readonly seed?: string;
  /** Account id. */
  readonly createdBy: string;
  /** The read model's rows of the scenario's units. */
  readonly units?: readonly UnitRow[];
}

const COLUMNS = `x.id, x.title, x.status, x.engine, x.seed, x.speed, x.generation,
  (extract(epoch FROM x.anchor_wall) * 1000)::float8 AS "anchorWall", x.anchor_time AS "anchorTime",
  json_build_object('all', x.seq_all, 'joint', x.seq_joint, 'pak', x.seq_pak, 'chn', x.seq_chn) AS seqs,
  x.next_due AS "nextDue", (extract(epoch FROM x.created_at) * 1000)::float8 AS "createdAt", x.created_by AS "createdBy"`;

const CACHED_SCENARIOS = 200;

export class ExerciseStore {
  private readonly pool: Pool;
  /** A pinned scenario never changes. */
  private readonly scenarios = new Map<string, Scenario>();
  /** Raised at each deletion: an answer that was asked for before it is not kept. */
  private deletions = 0;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** Pins the scenario. @returns the new exercise, or null when the id is taken. */
  async create(exercise: NewExercise): Promise<Exercise | null> {
    const id = exercise.id ?? `EX-${newId(10)}`;
    const { scenario } = exercise;
    const client = await available(() => this.pool.connect());
    let failed = true;
    const onError = (): void => undefined;
    client.on('error', onError);
    try {
      return await available(async () => {
        await client.query('BEGIN');
        const inserted = await client.query(
          `INSERT INTO exercise (id, title, status, engine, scenario, seed, created_by, speed, generation, anchor_time, last_hash)
           VALUES ($1, $2, 'planned', ${ENGINE_VERSION}, $3, $4, $5, 1, 0, 0, $6) ON CONFLICT (id) DO NOTHING`,
          [
            id,
            JSON.stringify(scenario.title),
            JSON.stringify(scenario),
            exercise.seed ?? scenario.seed,
            exercise.createdBy,
            GENESIS_HASH,
          ],
        );
        const units = rowsStatement(id, { unit: exercise.units ?? [] });
        if (inserted.rowCount === 1 && units !== undefined) await client.query(units);
        const { rows } = await client.query<Exercise>(`SELECT ${COLUMNS} FROM exercise x WHERE x.id = $1`, [id]);
        await client.query('COMMIT');
        failed = false;
        return inserted.rowCount === 1 ? (rows[0] ?? null) : null;
      });
    } finally {
      client.off('error', onError);
      client.release(failed);
    }
  }

  async get(id: string): Promise<Exercise | null> {
    const { rows } = await available(() =>
      this.pool.query<Exercise>({
        name: 'exercise-get',
        text: `SELECT ${COLUMNS} FROM exercise x WHERE x.id = $1`,
        values: [id],
      }),
    );
    return rows[0] ?? null;
  }

  /** The pinned scenario, from memory after the first time; null when there is no such exercise. */
  async scenario(id: string): Promise<Scenario | null> {
    const known = this.scenarios.get(id);
    if (known !== undefined) return known;
    const { deletions } = this;
    const { rows } = await available(() =>
      this.pool.query<{ scenario: Scenario }>('SELECT scenario FROM exercise WHERE id = $1', [id]),
    );
    const scenario = rows[0]?.scenario;
    if (scenario === undefined) return null;
    if (deletions !== this.deletions) return scenario;
    this.scenarios.set(id, scenario);
    if (this.scenarios.size > CACHED_SCENARIOS) {
      const oldest = this.scenarios.keys().next();
      if (oldest.done !== true) this.scenarios.delete(oldest.value);
    }
    return scenario;
  }

  /** The exercise was deleted. */
  forget(id: string): void {
    this.deletions += 1;
    this.scenarios.delete(id);
  }

  /** Those of which something is known, and which are deleted by now. @throws DatabaseUnavailable */
  async deletedAmong(ids: Iterable<string>): Promise<string[]> {
    const asked = new Set([...this.scenarios.keys(), ...ids]);
    const { rows } = await available(() =>
      this.pool.query<{ id: string }>('SELECT id FROM exercise WHERE id = ANY ($1)', [[...asked]]),
    );
    for (const { id } of rows) asked.delete(id);
    return [...asked];
  }

  /** Newest first. `before`: the last exercise of the page before. */
  async list(page: {
    readonly limit: number;
    readonly before?: { readonly createdAt: number; readonly id: string };
    readonly status?: ExerciseStatus;
    /** Only this one: for accounts that may touch no other. */
    readonly id?: string;
  }): Promise<Exercise[]> {
    const { rows } = await available(() =>
      this.pool.query<Exercise>(
        `SELECT ${COLUMNS} FROM exercise x
         WHERE ($2::float8 IS NULL OR (date_trunc('milliseconds', x.created_at), x.id) < (to_timestamp($2::float8 / 1000), $3))
           AND ($4::text IS NULL OR x.status = $4) AND ($5::text IS NULL OR x.id = $5)
         ORDER BY date_trunc('milliseconds', x.created_at) DESC, x.id DESC LIMIT $1`,
        [
          page.limit,
          page.before === undefined ? null : Math.floor(page.before.createdAt),
          page.before?.id ?? null,
          page.status ?? null,
          page.id ?? null,
        ],
      ),
    );
    return rows;
  }

  /**
   * Exercises that need a worker, and since when: a command waits, or a timer's wall time has come (PostgreSQL's clock). Those
   * of another engine need none of ours.
   */
  async due(): Promise<OverdueExercise[]> {
    const { rows } = await available(() =>
      this.pool.query<OverdueExercise>({
        name: 'exercise-due',
        text: `SELECT id, (extract(epoch FROM clock_timestamp() - since) * 1000)::float8 AS "overdueMs" FROM (
                 SELECT x.id, least(x.next_due_wall, (
                   SELECT i.received_at FROM pending_batch p
                   JOIN inbox i ON i.exercise_id = p.exercise_id AND i.command_id = p.command_ids[p.applied + 1]
                   WHERE p.exercise_id = x.id ORDER BY p.next_id LIMIT 1)) AS since
                 FROM exercise x WHERE x.engine = ${ENGINE_VERSION} OR x.seq_all = 0) AS waiting
               WHERE since <= clock_timestamp() ORDER BY id`,
      }),
    );
    return rows;
  }
}

export interface OverdueExercise {
  readonly id: string;
  readonly overdueMs: number;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Letters and digits that people do not mix up. */
export function newId(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
