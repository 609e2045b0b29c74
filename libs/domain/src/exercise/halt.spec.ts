/** Run to a time, and step by step. */
import { nextDue } from '../engine/engine.js';
import {
  acknowledge,
  alert,
  at,
  end,
  pause,
  resume,
  runTo,
  setSpeed,
  start,
  stepOn,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given, mustBeSound, planned } from '../testing/given.js';
import { ask, chain, MINUTE, pak, PLAYED, SECOND, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import type { EventType } from '../kernel/event.js';

const CLOCK: readonly EventType[] = [
  'ExercisePaused',
  'ExerciseResumed',
  'RunToSet',
  'ExerciseStepped',
  'StepStarted',
  'CommandRefused',
];

const police = pak('police', SILENT, PLAYED);
const guard = pak('guard', SILENT, PLAYED);
/** An alert at T+00:00 asks the police, and the guard at T+05:00; nothing more until T+30:00. */
const scenario = smallExercise({
  units: [police, guard],
  chain: chain([step('any', [ask(police)]), step('any', [ask(guard)], { ackWithinMs: 60 * MINUTE })]),
});

describe('run to', () => {
  it('stops the clock at its time, after all that is due then', () => {
    given(scenario, alert())
      .when(runTo(5 * MINUTE), until(60 * MINUTE))
      .thenOf(
        CLOCK,
        'T+00:00 RunToSet T+05:00',
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+05:00 ExercisePaused',
      );
  });

  it('is caused by a timer and raises the generation, as any pause does', () => {
    const { events, state } = given(scenario).when(runTo(MINUTE), until(2 * MINUTE));
    expect(events.at(-1)).toMatchObject({
      type: 'ExercisePaused',
      cause: { timer: 'halt:mark' },
      actor: { kind: 'engine' },
    });
    expect([state.status, state.generation, nextDue(state)]).toEqual(['paused', 1, undefined]);
  });

  it('lets a clock that stands go on until then', () => {
    given(scenario, at(MINUTE, pause()))
      .when(runTo(2 * MINUTE), until(10 * MINUTE))
      .thenOf(CLOCK, 'T+01:00 RunToSet T+02:00', 'T+01:00 ExerciseResumed', 'T+02:00 ExercisePaused');
  });

  it('keeps its mark through a pause by hand and a change of speed; resume and it still holds', () => {
    given(scenario)
      .when(runTo(3 * MINUTE), at(MINUTE, pause()), resume(), setSpeed(7), until(10 * MINUTE))
      .thenOf(
        CLOCK,
        'T+00:00 RunToSet T+03:00',
        'T+01:00 ExercisePaused',
        'T+01:00 ExerciseResumed',
        'T+03:00 ExercisePaused',
      );
  });

  it('has one mark: set anew it moves, taken back it is gone', () => {
    given(scenario)
      .when(runTo(MINUTE), runTo(2 * MINUTE), until(2 * MINUTE))
      .thenOf(['ExercisePaused'], 'T+02:00 ExercisePaused');
    given(scenario)
      .when(runTo(MINUTE), runTo(null), runTo(null), until(2 * MINUTE))
      .thenAll('T+00:00 RunToSet T+01:00', 'T+00:00 RunToSet (none)');
  });

  it('goes on after its stop when resumed, and what is left has its whole time', () => {
    given(scenario, alert())
      .when(runTo(2 * MINUTE), until(9 * MINUTE), at(2 * MINUTE + 1, resume()), until(6 * MINUTE))
      .thenOf(
        CLOCK,
        'T+00:00 RunToSet T+02:00',
        'T+02:00 ExercisePaused',
        'T+02:00.001 ExerciseResumed',
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
      );
  });

  it('is for controllers only; that the clock stands everybody sees', () => {
    const { events } = given(scenario).when(runTo(MINUTE), until(MINUTE));
    expect(events.map(({ type, audience }) => [type, audience])).toEqual([
      ['RunToSet', 'CONTROL'],
      ['ExercisePaused', 'JOINT'],
    ]);
  });

  it('refuses a time that is no time to come, and an exercise that is not under way', () => {
    given(scenario)
      .when(at(MINUTE, runTo(MINUTE)), runTo(SECOND), end(), runTo(2 * MINUTE))
      .thenOf(
        ['CommandRefused'],
        'T+01:00 CommandRefused RunTo: TIME_HAS_PASSED',
        'T+01:00 CommandRefused RunTo: TIME_HAS_PASSED',
        'T+01:00 CommandRefused RunTo: EXERCISE_NOT_RUNNING',
      );
    planned(scenario).when(runTo(MINUTE)).thenAll('T+00:00 CommandRefused RunTo: EXERCISE_NOT_RUNNING');
  });
});

describe('a step', () => {
  it('goes to the next time at which something is due, lets it happen, and stands there', () => {
    given(scenario, alert(), at(MINUTE, pause()))
      .when(stepOn(), until(60 * MINUTE))
      .thenOf(
        CLOCK,
        'T+01:00 ExerciseStepped T+05:00',
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+05:00 ExercisePaused',
      );
  });

  it('fires what a pause at the very time has held back', () => {
    given(scenario, alert(), at(5 * MINUTE, pause()))
      .when(stepOn(), until(60 * MINUTE))
      .thenOf(
        CLOCK,
        'T+05:00 ExerciseStepped T+05:00',
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+05:00 ExercisePaused',
      );
  });

  it('passes a mark before it, and leaves one beyond it', () => {
    const after = (mark: number, ...deeds: Deed[]) =>
      given(scenario, alert(), runTo(mark), at(MINUTE, pause()), stepOn(), until(60 * MINUTE)).when(
        at(5 * MINUTE + 1, resume()),
        ...deeds,
      );
    after(2 * MINUTE, until(20 * MINUTE)).thenOf(['ExercisePaused']);
    after(7 * MINUTE, until(20 * MINUTE)).thenOf(['ExercisePaused'], 'T+07:00 ExercisePaused');
  });

  it('step by step comes to the same escalation as running through', () => {
    const deadlines = (...deeds: Deed[]) =>
      given(scenario, alert())
        .when(...deeds)
        .events.filter(({ type }) => !CLOCK.includes(type) || type === 'StepStarted')
        .map(({ at: time, type, data, cause }) => ({ time, type, data, cause }));
    const run = deadlines(until(65 * MINUTE));
    const stepped = deadlines(pause(), ...run.flatMap(() => [stepOn(), until(65 * MINUTE)]));
    expect(stepped.length).toBeGreaterThan(5);
    expect(stepped.slice(0, run.length)).toEqual(run);
  });

  it('is refused while the clock runs, and when nothing is due', () => {
    given(scenario)
      .when(stepOn(), pause(), stepOn(), runTo(null))
      .thenOf(
        ['CommandRefused'],
        'T+00:00 CommandRefused StepExercise: EXERCISE_NOT_PAUSED',
        'T+00:00 CommandRefused StepExercise: NOTHING_DUE',
      );
    planned(scenario)
      .when(stepOn(), start())
      .thenOf(['CommandRefused'], 'T+00:00 CommandRefused StepExercise: EXERCISE_NOT_RUNNING');
  });

  it('does not lead to ENDEX or beyond: that is final', () => {
    const short = { ...scenario, durationMs: 4 * MINUTE };
    given(short, alert(), pause())
      .when(stepOn(), runTo(10 * MINUTE), until(10 * MINUTE))
      .thenOf(
        ['CommandRefused', 'ExerciseStepped', 'ExerciseEnded', 'ExercisePaused'],
        'T+00:00 CommandRefused StepExercise: NOTHING_DUE',
        'T+04:00 ExerciseEnded',
      );
  });

  it('leaves a state that the log alone gives', () => {
    const { play } = given(scenario, alert(), runTo(MINUTE), until(2 * MINUTE)).when(
      at(MINUTE + 1, stepOn()),
      until(60 * MINUTE),
      at(5 * MINUTE + 1, acknowledge('INC-0001.N2')),
    );
    mustBeSound(play);
    expect(Object.keys(play.state.timers.byKey).filter((key) => key.startsWith('halt'))).toEqual([]);
  });
});
