/** The coordinator's columns of `exercise`, and the row they make. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { ExerciseRow } from './rows.js';

export const EXERCISE_COLUMNS = `id, status, engine, seed, speed,
  (extract(epoch FROM anchor_wall) * 1000)::float8 AS anchor_wall, anchor_time, advanced_to,
  seq_all, seq_joint, seq_pak, seq_chn, last_hash, next_due,
  (extract(epoch FROM next_due_wall) * 1000)::float8 AS next_due_wall, applied_order`;

export interface ExerciseColumns {
  readonly id: string;
  readonly status: string;
  readonly engine: number;
  readonly seed: string;
  readonly speed: number;
  readonly anchor_wall: WallTime | null;
  readonly anchor_time: ExerciseTime;
  readonly advanced_to: ExerciseTime;
  readonly seq_all: number;
  readonly seq_joint: number;
  readonly seq_pak: number;
  readonly seq_chn: number;
  readonly last_hash: string;
  readonly next_due: ExerciseTime | null;
  readonly next_due_wall: WallTime | null;
  readonly applied_order: number;
}

export function exerciseRow(c: ExerciseColumns): ExerciseRow {
  return {
    id: c.id,
    status: c.status as ExerciseStatus,
    engine: c.engine,
    seed: c.seed,
    speed: c.speed,
    anchorWall: c.anchor_wall,
    anchorTime: c.anchor_time,
    advancedTo: c.advanced_to,
    seqs: { all: c.seq_all, joint: c.seq_joint, pak: c.seq_pak, chn: c.seq_chn },
    lastHash: c.last_hash,
    nextDue: c.next_due,
    nextDueWall: c.next_due_wall,
    appliedOrder: c.applied_order,
  };
}
