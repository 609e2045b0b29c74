/** What the events of the exercise as a whole say to people: its clock, its policy, what was refused. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { EventOf } from '#domain/engine/event.js';
import type { Piece } from './paint.js';
import { piece } from './paint.js';
import { speedText } from './speed-text.js';

export type ExerciseEvent = EventOf<
  | 'ExerciseStarted'
  | 'ExercisePaused'
  | 'ExerciseResumed'
  | 'SpeedChanged'
  | 'RunToSet'
  | 'ExerciseStepped'
  | 'ExerciseEnded'
  | 'PolicyChanged'
  | 'CommandRefused'
>;

/** Nobody gives STARTEX in virtual time, which no clock on a wall goes along with. */
function startedText({ actor, data }: EventOf<'ExerciseStarted'>): string {
  return actor?.kind === 'engine' ? 'in virtual time' : speedText(data.speed);
}

/** The word, then the text. */
export function tellExercise(event: ExerciseEvent): readonly [Piece, ...Piece[]] {
  switch (event.type) {
    case 'ExerciseStarted':
      return [piece('bold', 'STARTEX'), `scenario ${event.data.scenario}, ${startedText(event)}`];
    case 'ExercisePaused':
      return [piece('bold', 'PAUSED'), 'the exercise clock stands'];
    case 'ExerciseResumed':
      return [piece('bold', 'RESUMED'), 'the exercise clock goes on'];
    case 'SpeedChanged':
      return [piece('bold', 'SPEED'), speedText(event.data.speed)];
    case 'RunToSet': {
      const { to } = event.data;
      const text = to === null ? 'the clock runs on' : `the clock runs until ${formatExerciseTime(to)}`;
      return [piece('bold', 'RUN TO'), text];
    }
    case 'ExerciseStepped':
      return [piece('bold', 'STEP'), `the clock goes to ${formatExerciseTime(event.data.to)}`];
    case 'ExerciseEnded':
      return [piece('bold', 'ENDEX'), 'the exercise has ended'];
    case 'PolicyChanged': {
      const { id, version } = event.data.policy;
      return [piece('bold', 'POLICY'), `${id}, version ${version}, for incidents to come`];
    }
    case 'CommandRefused':
      return [piece('warn', 'refused'), `${event.data.message} (${event.data.code})`];
    default:
      return event satisfies never;
  }
}
