/** The exercise and its clock. */
import { z } from 'zod';
import type { ExerciseEvents } from '#domain/exercise/exercise-events.js';
import { count, exerciseTime } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const speed = z.number().meta({ description: 'Exercise time per wall time.' });
const generation = count.meta({ description: 'Raised at each change of the clock. For controllers only.' });

export const exerciseEvents = {
  ExerciseStarted: {
    description: 'STARTEX.',
    data: {
      scenario: z.string().meta({ description: 'Id of the scenario.' }),
      seed: z.string().meta({ description: 'For controllers only.' }),
      speed,
      policyVersion: count,
    },
    isCourse: true,
    besideCourse: ['speed'],
  },

  ExercisePaused: {
    description: 'The exercise clock has stopped.',
    data: { generation },
    isCourse: false,
  },

  ExerciseResumed: {
    description: 'The exercise clock runs again.',
    data: { generation },
    isCourse: false,
  },

  SpeedChanged: {
    description: 'The exercise clock runs at another speed.',
    data: { speed, generation },
    isCourse: false,
  },

  RunToSet: {
    description: 'The time at which the clock is going to stop by itself was set or removed. For controllers only.',
    data: {
      to: exerciseTime
        .nullable()
        .meta({ description: 'Exercise time, ms since STARTEX; null: it does not stop by itself.' }),
    },
    isCourse: false,
  },

  ExerciseStepped: {
    description: 'The clock has advanced to a time at once. For controllers only, as the pause at its end.',
    data: { to: exerciseTime, generation },
    isCourse: false,
  },

  ExerciseEnded: {
    description: 'ENDEX.',
    data: {},
    isCourse: true,
  },

  Withheld: {
    description: "In the place of an event of the viewer's stream that the viewer may not read, by its label.",
    data: {},
    isCourse: false,
  },

  CommandRefused: {
    description: 'A command was refused.',
    data: { command: z.string().meta({ description: 'Id of the command.' }), code: z.string(), message: z.string() },
    isCourse: false,
  },
} satisfies EventSpecs<ExerciseEvents>;
