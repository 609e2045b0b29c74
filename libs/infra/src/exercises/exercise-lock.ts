/** The lock that keeps an exercise from being deleted while something of it is stored. */
import type { EntityManager } from 'typeorm';
import { ExerciseUnknown } from './exercise-unknown.js';

/**
 * Held until the transaction ends. It does not stand in the way of the worker. Take it before any other lock of the transaction, as
 * the deletion does.
 * @throws ExerciseUnknown when there is no such exercise (any more)
 */
export async function lockExercise(manager: Pick<EntityManager, 'query'>, exerciseId: string): Promise<void> {
  const rows = await manager.query<unknown[]>('SELECT FROM exercise WHERE id = $1 FOR KEY SHARE', [exerciseId]);
  if (rows.length === 0) throw new ExerciseUnknown(exerciseId);
}
