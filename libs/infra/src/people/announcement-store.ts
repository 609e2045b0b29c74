/** Messages over the screen, and who has read them. They are kept beside the log, whose course and hashes do not know of them. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PersonRole, Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { publishNews } from '../accounts/people-channel.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { ExerciseUnknown } from '../exercises/exercise-unknown.js';
import { lockExercise } from '../exercises/exercise-lock.js';
import { newId } from '../exercises/exercise-store.js';

type AnnouncementText = { readonly en?: string; readonly ur?: string; readonly zh?: string };
export interface NewAnnouncement {
  readonly exercise: string;
  readonly text: AnnouncementText;
  readonly side?: Side;
  readonly role?: PersonRole;
  readonly note?: string;
  /** Account id. */
  readonly by: string;
}

export interface Announcement {
  readonly id: string;
  readonly text: AnnouncementText;
  readonly side: Side | null;
  readonly role: PersonRole | null;
  readonly note: string | null;
  readonly by: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly reads: readonly Read[];
}

export interface Read {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const MOST_LISTED = 200;
const SELECT = `SELECT n.id, n.text, n.side, n.role, n.note, n.created_by AS by, n.created_at AS "createdAt",
    n.withdrawn_at AS "withdrawnAt", coalesce((
      SELECT json_agg(json_build_object('account', a.id, 'name', a.name, 'role', a.role, 'side', a.side,
        'at', to_char(r.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY r.read_at, a.id)
      FROM announcement_read r JOIN account a ON a.id = r.account_id WHERE r.announcement_id = n.id), '[]') AS reads
  FROM announcement n`;

export class AnnouncementStore {
  private readonly pool: Pool;

  constructor(private readonly dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** @throws ExerciseUnknown, DatabaseUnavailable */
  async create(wanted: NewAnnouncement): Promise<Announcement> {
    const id = `ann_${newId(12)}`;
    const { exercise, text, side, role, note, by } = wanted;
    await available(() =>
      this.dataSource.transaction(async (manager) => {
        await lockExercise(manager, exercise);
        await manager.query(
          `INSERT INTO announcement (id, exercise_id, text, side, role, note, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [id, exercise, JSON.stringify(text), side ?? null, role ?? null, note ?? null, by],
        );
        await publishNews(manager, { exercise, announcement: id });
      }),
    );
    const made = await this.get(exercise, id);
    // Stored, and deleted again with its exercise.
    if (made === undefined) throw new ExerciseUnknown(exercise);
    return made;
  }

  /** Latest first, at most 200. @throws DatabaseUnavailable */
  async list(exercise: string): Promise<Announcement[]> {
    const { rows } = await available(() =>
      this.pool.query<Announcement>(
        `${SELECT} WHERE n.exercise_id = $1 ORDER BY n.created_at DESC, n.id LIMIT ${MOST_LISTED}`,
        [exercise],
      ),
    );
    return rows;
  }

  async get(exercise: string, id: string): Promise<Announcement | undefined> {
    const { rows } = await available(() =>
      this.pool.query<Announcement>(`${SELECT} WHERE n.exercise_id = $1 AND n.id = $2`, [exercise, id]),
    );
    return rows[0];
  }

  /** The first time counts. @throws ExerciseUnknown, DatabaseUnavailable */
  async read(exercise: string, id: string, account: string): Promise<void> {
    await available(() =>
      this.dataSource.transaction(async (manager) => {
        await lockExercise(manager, exercise);
        const made = await manager.query<unknown[]>(
          `INSERT INTO announcement_read (announcement_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
          [id, account],
        );
        if (made.length > 0) await publishNews(manager, { exercise, announcement: id });
      }),
    );
  }

  async withdraw(exercise: string, id: string): Promise<void> {
    await available(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.query(
          `UPDATE announcement SET withdrawn_at = clock_timestamp() WHERE exercise_id = $1 AND id = $2 AND withdrawn_at IS NULL`,
          [exercise, id],
        );
        await publishNews(manager, { exercise, announcement: id });
      }),
    );
  }
}
