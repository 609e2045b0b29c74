/** An exercise as a caller may see it. */
import type { z } from 'zod';
import type { exerciseView } from '#contracts/http/exercises.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { wallTime } from '#domain/kernel/wall-time.js';
import { open } from '#domain/engine/open.js';
import { unitView } from '#domain/engine/read-models.js';
import { exerciseTimeAt } from '#domain/exercise/clock.js';
import type { Stream } from '#domain/kernel/side.js';
import { showsAll } from '#domain/release/shown.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { engineOf } from '#infra/exercises/engine-of-exercise.js';
import type { Exercise } from '#infra/exercises/exercise-store.js';
import type { UnitRow } from '#infra/ledger/rows.js';

export type ExerciseView = z.infer<typeof exerciseView>;

/** @param shown whose stream reads it, and the exercise time that it sees, ms */
export function viewExercise(
  exercise: Exercise,
  scenario: Scenario,
  { stream, time }: { readonly stream: Stream; readonly time: ExerciseTime },
): ExerciseView {
  return {
    id: exercise.id,
    title: exercise.title,
    scenario: scenario.id,
    status: exercise.status,
    engine: engineOf(exercise),
    speed: exercise.speed,
    // It counts steps of the clock, too.
    ...(showsAll(stream) && { generation: exercise.generation }),
    time,
    durationMs: scenario.durationMs,
    lastSeq: exercise.seqs[stream],
    createdAt: new Date(exercise.createdAt).toISOString(),
  };
}

/** Exercise time now, ms, by this machine's clock: to look at, not to decide by. */
export function timeNow({ status, anchorWall, anchorTime, speed }: Exercise): ExerciseTime {
  if (anchorWall === null) return anchorTime;
  return exerciseTimeAt(
    { wall: anchorWall, time: anchorTime, speed: status === 'running' ? speed : 0 },
    wallTime(Date.now()),
  );
}

/** The read model's rows of the units as the scenario has them. */
export function unitRows(scenario: Scenario, seed: string): UnitRow[] {
  const state = open(scenario, seed);
  return Object.values(state.units).map((unit) => {
    const doc = unitView(state, unit);
    return { id: doc.id, side: doc.side, kind: doc.kind, duty: doc.duty, mode: doc.mode, doc };
  });
}
