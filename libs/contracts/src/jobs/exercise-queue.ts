/**
 * What travels through the queue `exercise`. A job is only a wake-up: it names an exercise, it carries no facts, it may
 * be lost or run twice. A hint is the word of a worker that a log grew.
 */
import { z } from 'zod';

export const EXERCISE_QUEUE = 'exercise';

/** `advance`: commands wait. `due`: a timer's time has come. Both mean: look at the exercise. */
export const EXERCISE_JOB_NAMES = ['advance', 'due'] as const;
export type ExerciseJobName = (typeof EXERCISE_JOB_NAMES)[number];

/** Fields that it does not name are ignored: a process of another version may have sent the job. */
export const exerciseJobSchema = z.object({ exercise: z.string().min(1).max(100) });
export type ExerciseJob = z.infer<typeof exerciseJobSchema>;

/** The word that a log grew: the last number of the stream `all`, after a commit. */
export const hintSchema = z.object({ exercise: z.string().min(1).max(100), seq: z.int().nonnegative() });
export type Hint = z.infer<typeof hintSchema>;
