/** The exercise and its clock. */
import { z } from 'zod';
import type { ExerciseEvents } from '#domain/exercise/exercise-events.js';
import { formatExerciseTime } from '../scenario/duration.js';
import { speedText } from '../sentences/words.js';
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
    sentence: ({ data, actor }) => ({
      label: 'STARTEX',
      tone: 'bold',
      lead: 'STARTEX: ',
      // Nobody gives STARTEX in virtual time, which no clock on a wall goes along with.
      text: [`scenario ${data.scenario}, ${actor?.kind === 'engine' ? 'in virtual time' : speedText(data.speed)}`],
    }),
    isCourse: true,
    besideCourse: ['speed'],
    isDetail: false,
  },

  ExercisePaused: {
    description: 'The exercise clock has stopped.',
    data: { generation },
    sentence: () => ({ label: 'PAUSED', tone: 'bold', lead: 'Paused: ', text: ['the exercise clock stands'] }),
    isCourse: false,
    isDetail: false,
  },

  ExerciseResumed: {
    description: 'The exercise clock runs again.',
    data: { generation },
    sentence: () => ({ label: 'RESUMED', tone: 'bold', lead: 'Resumed: ', text: ['the exercise clock goes on'] }),
    isCourse: false,
    isDetail: false,
  },

  SpeedChanged: {
    description: 'The exercise clock runs at another speed.',
    data: { speed, generation },
    sentence: ({ data }) => ({ label: 'SPEED', tone: 'bold', lead: 'Speed: ', text: [speedText(data.speed)] }),
    isCourse: false,
    isDetail: false,
  },

  RunToSet: {
    description: 'The time at which the clock is going to stop by itself was set or removed. For controllers only.',
    data: {
      to: exerciseTime
        .nullable()
        .meta({ description: 'Exercise time, ms since STARTEX; null: it does not stop by itself.' }),
    },
    sentence: ({ data: { to } }) => ({
      label: 'RUN TO',
      tone: 'bold',
      text: [to === null ? 'the clock runs on' : `the clock runs until ${formatExerciseTime(to)}`],
    }),
    isCourse: false,
    isDetail: false,
  },

  ExerciseStepped: {
    description: 'The clock has advanced to a time at once. For controllers only, as the pause at its end.',
    data: { to: exerciseTime, generation },
    sentence: ({ data }) => ({
      label: 'STEP',
      tone: 'bold',
      text: [`the clock goes to ${formatExerciseTime(data.to)}`],
    }),
    isCourse: false,
    isDetail: false,
  },

  ExerciseEnded: {
    description: 'ENDEX.',
    data: {},
    sentence: () => ({ label: 'ENDEX', tone: 'bold', lead: 'ENDEX: ', text: ['the exercise has ended'] }),
    isCourse: true,
    isDetail: false,
  },

  CommandRefused: {
    description: 'A command was refused.',
    data: { command: z.string().meta({ description: 'Id of the command.' }), code: z.string(), message: z.string() },
    sentence: ({ data }) => ({
      label: 'refused',
      tone: 'warn',
      lead: 'Command refused: ',
      text: [`${data.message} (${data.code})`],
    }),
    isCourse: false,
    isDetail: false,
  },
} satisfies EventSpecs<ExerciseEvents>;
