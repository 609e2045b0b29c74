/** Exercises: a run of a pinned scenario. */
import { z } from 'zod';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { branded } from '../json/branded.js';
import { page, pageQuery } from './paging.js';

export const EXERCISE_STATUSES = ['planned', 'running', 'paused', 'ended'] as const;

export const localizedText = z
  .record(z.string(), z.string())
  .meta({ id: 'LocalizedText', description: 'Text by BCP 47 language tag; falls back to English.' });

/** 30 days: longer than any exercise. */
const LATEST = 30 * 86_400_000;

/** 0.1 to 1000 times as fast as the wall clock. */
const speed = z.number().min(0.1).max(1000).meta({ description: 'Exercise time per wall time, 0.1 to 1000.' });

export const exerciseView = z
  .object({
    id: z.string(),
    title: localizedText,
    scenario: z.string().meta({ description: 'Id of the pinned scenario.' }),
    status: z.enum(EXERCISE_STATUSES),
    engine: z.number().int().meta({
      description:
        'Version of the engine whose rules it runs by; one of another version is read, and takes no commands.',
    }),
    speed: z.number(),
    generation: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Raised at each change of the clock. For controllers and evaluators only.' }),
    time: z
      .number()
      .int()
      .meta({
        description:
          'Exercise time now, ms since STARTEX. While the clock stands, players see the time of the last event that they may see: ' +
          'steps of the clock are for controllers.',
      }),
    durationMs: z.number().int(),
    lastSeq: z.number().int().meta({ description: 'Of the log as this viewer may see it.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Exercise', description: 'One run of a pinned copy of a scenario. Nothing in it is real.' });

export const exercisePage = page('ExercisePage', exerciseView);

export const exerciseQuery = z.strictObject({ ...pageQuery, status: z.enum(EXERCISE_STATUSES).optional() });

const seed = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'For the random draws; absent: the seed of the scenario.' });

export const createExerciseBody = z
  .strictObject({
    scenario: z.unknown().meta({
      description:
        'A scenario as its author writes it: see the schema of scenario files. As an object; or as a text, YAML or ' +
        'JSON, whose faults are then reported by line and column.',
    }),
    seed: seed.optional(),
  })
  .meta({ id: 'CreateExercise' });

export const createExerciseQuery = z.strictObject({
  seed: seed.optional().meta({ description: 'Of a scenario that is sent as YAML; absent: its own.' }),
});

export const startBody = z
  .strictObject({ speed: speed.optional().meta({ description: 'Absent: 1.' }) })
  .meta({ id: 'StartExercise' });

export const speedBody = z.strictObject({ speed }).meta({ id: 'SetSpeed' });
export const runToBody = z
  .strictObject({
    to: branded<ExerciseTime>(z.number().int().min(0).max(LATEST))
      .nullable()
      .meta({ description: 'Exercise time, ms, at which the clock stops; null takes a mark back.' }),
  })
  .meta({ id: 'RunTo' });
export const emptyBody = z.strictObject({}).meta({ id: 'Empty', description: 'Nothing; the body may be left out.' });
