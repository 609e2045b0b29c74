/** What the events of the exercise and its clock say. */
import type { ExerciseEvents } from '#domain/exercise/exercise-events.js';
import { paceParts, refusalParts } from './phrases.js';
import { time, value } from './sentence.js';
import { sentence, timeOrNone, yes, type Sentences } from './sentence-of.js';

export const exerciseSentences: Sentences<ExerciseEvents> = {
  ExerciseStarted: ({ data, actor }, say) => {
    // Nobody gives STARTEX in virtual time, which no clock on a wall goes along with.
    const pace = actor?.kind === 'engine' ? say('phrase.pace.virtual') : paceParts(say, data.speed);
    return sentence(say, 'ExerciseStarted', { scenario: value(data.scenario), pace }, 'bold');
  },
  ExercisePaused: (_, say) => sentence(say, 'ExercisePaused', {}, 'bold'),
  ExerciseResumed: (_, say) => sentence(say, 'ExerciseResumed', {}, 'bold'),
  SpeedChanged: ({ data }, say) => sentence(say, 'SpeedChanged', { pace: paceParts(say, data.speed) }, 'bold'),
  RunToSet: ({ data: { to } }, say) =>
    sentence(say, 'RunToSet', { stops: yes(to !== null), to: timeOrNone(to) }, 'bold'),
  ExerciseStepped: ({ data }, say) => sentence(say, 'ExerciseStepped', { to: time(data.to) }, 'bold'),
  ExerciseEnded: (_, say) => sentence(say, 'ExerciseEnded', {}, 'bold'),
  Withheld: (_, say) => sentence(say, 'Withheld'),
  CommandRefused: ({ data: { code, message } }, say) =>
    sentence(say, 'CommandRefused', { message: refusalParts(say, code, message), code: value(code) }, 'warn'),
};
