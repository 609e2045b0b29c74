/** STARTEX to ENDEX, and what may be done when. */
import { nextDue } from '../engine/engine.js';
import {
  acknowledge,
  alert,
  as,
  at,
  end,
  operatorOf,
  pause,
  resume,
  setSpeed,
  start,
  until,
} from '../testing/deeds.js';
import { given, planned } from '../testing/given.js';
import { ask, chain, MINUTE, pak, PLAYED, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const scenario = smallExercise({ units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]) });

describe('an exercise', () => {
  it('is planned, runs, is paused, runs on and ends', () => {
    planned(scenario)
      .when(start(10), at(MINUTE, pause()), at(MINUTE, resume()), at(2 * MINUTE, end()))
      .thenAll('T+00:00 ExerciseStarted', 'T+01:00 ExercisePaused', 'T+01:00 ExerciseResumed', 'T+02:00 ExerciseEnded');
  });

  it('takes no alert before STARTEX, and starts once', () => {
    planned(scenario)
      .when(alert(), pause(), resume(), end(), start(), start())
      .thenAll(
        'T+00:00 CommandRefused SubmitAlert: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused PauseExercise: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused ResumeExercise: EXERCISE_NOT_PAUSED',
        'T+00:00 CommandRefused EndExercise: EXERCISE_NOT_RUNNING',
        'T+00:00 ExerciseStarted',
        'T+00:00 CommandRefused StartExercise: EXERCISE_ALREADY_STARTED',
      );
  });

  it('once ended takes nothing any more, and nothing fires', () => {
    given(scenario, alert())
      .when(end())
      .when(alert({ id: 'A2' }), start(), resume(), pause(), setSpeed(1), end(), until(60 * MINUTE))
      .thenAll(
        'T+00:00 CommandRefused SubmitAlert: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused StartExercise: EXERCISE_ENDED',
        'T+00:00 CommandRefused ResumeExercise: EXERCISE_NOT_PAUSED',
        'T+00:00 CommandRefused PauseExercise: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused SetSpeed: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused EndExercise: EXERCISE_NOT_RUNNING',
      );
  });

  it('ends by itself when its duration is over, after all else that is due then', () => {
    const short = { ...scenario, durationMs: 5 * MINUTE };
    given(short, alert())
      .when(until(60 * MINUTE))
      .thenOf(
        ['StepStarted', 'NotificationWithdrawn', 'EscalationExhausted', 'ExerciseEnded'],
        'T+05:00 EscalationExhausted INC-0001 standard',
        'T+05:00 NotificationWithdrawn INC-0001.N1 police (exercise-ended)',
        'T+05:00 ExerciseEnded',
      );
  });

  it('does not end in a pause: its time stands, too', () => {
    given({ ...scenario, durationMs: 5 * MINUTE }, pause())
      .when(until(60 * MINUTE))
      .thenAll();
  });

  it('can be ended while it is paused', () => {
    given(scenario, pause()).when(end()).thenAll('T+00:00 ExerciseEnded');
  });

  it('raises the generation of its clock at each pause, resume and change of speed', () => {
    const generations = [pause(), setSpeed(2), resume(), setSpeed(3)].map(
      ((play) => (deed) => (play.do(deed), play.state.generation))(given(scenario).play),
    );
    expect(generations).toEqual([1, 2, 3, 4]);
  });

  it('keeps standing when its speed is changed in a pause', () => {
    const { state } = given(scenario, pause()).when(setSpeed(5));
    expect([state.status, state.speed]).toEqual(['paused', 5]);
  });

  it.each([[0], [0.09], [1000.1], [-1], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    'does not run at speed %d',
    (speed) => {
      planned(scenario)
        .when(start(speed), start(1), setSpeed(speed))
        .thenAll(
          'T+00:00 CommandRefused StartExercise: SPEED_OUT_OF_RANGE',
          'T+00:00 ExerciseStarted',
          'T+00:00 CommandRefused SetSpeed: SPEED_OUT_OF_RANGE',
        );
    },
  );

  it.each([[0.1], [1000]])('runs at speed %d', (speed) => {
    planned(scenario).when(start(speed)).thenAll('T+00:00 ExerciseStarted');
  });
});

describe('while paused', () => {
  const police = pak('police', undefined, PLAYED);
  const played = smallExercise({ units: [police], chain: chain([step('any', [ask(police)])]) });

  it('commands are taken, and bear the time at which the clock stands', () => {
    given(played, alert(), at(MINUTE, pause()))
      .when(acknowledge('INC-0001.N1'), alert({ id: 'A2', site: 'port' }))
      .thenOf(
        ['NotificationAcknowledged', 'AlertAccepted'],
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+01:00 AlertAccepted A2 opened INC-0002',
      );
  });

  it('nothing is due, and nothing fires', () => {
    const { play, state } = given(played, alert()).when(pause());
    expect(nextDue(state)).toBeUndefined();
    expect(play.do(until(24 * 60 * MINUTE))).toEqual([]);
    play.do(resume());
    expect(nextDue(state)).toBe(5 * MINUTE);
  });

  it('pausing again is refused', () => {
    given(scenario, pause()).when(pause()).thenAll('T+00:00 CommandRefused PauseExercise: EXERCISE_NOT_RUNNING');
  });
});

describe('a refused command', () => {
  it('leaves one event, seen by whoever asked and by those who run the exercise', () => {
    const { events } = given(scenario).when(
      as(operatorOf('CHN'), acknowledge('INC-0001.N1')),
      as(operatorOf('PAK'), acknowledge('INC-0001.N1')),
      acknowledge('INC-0001.N1'),
    );
    expect(events.map(({ type, audience, actor }) => [type, audience, 'id' in actor && actor.id])).toEqual([
      ['CommandRefused', 'CHN', 'operator-CHN'],
      ['CommandRefused', 'PAK', 'operator-PAK'],
      ['CommandRefused', 'CONTROL', 'trainer'],
    ]);
  });

  it('changes nothing but numbers and time', () => {
    const { play } = given(scenario, alert());
    const before = JSON.stringify({ ...play.state, seqs: 0, time: 0 });
    play.do(at(MINUTE, acknowledge('INC-0001.N7')));
    expect(JSON.stringify({ ...play.state, seqs: 0, time: 0 })).toBe(before);
    expect(play.state.time).toBe(MINUTE);
  });

  it('is caused by the command that was refused', () => {
    const { events } = given(scenario).when(acknowledge('INC-0001.N1'));
    expect(events[0]?.cause).toEqual({ command: 'c2' });
  });
});

describe('each event', () => {
  it('stands in the streams that may see it, numbered without a gap in each', () => {
    const { play } = given(scenario, alert({ class: 'PAK' }), alert({ id: 'A2', class: 'CHN' }), alert({ id: 'A3' }));
    const { log } = play;
    for (const stream of ['all', 'joint', 'pak', 'chn'] as const) {
      const numbers = log.flatMap(({ seqs }) => seqs[stream] ?? []);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    const audiences = (stream: 'joint' | 'pak' | 'chn') =>
      new Set(log.filter(({ seqs }) => seqs[stream] !== undefined).map(({ audience }) => audience));
    expect(audiences('joint')).toEqual(new Set(['JOINT']));
    expect(audiences('pak')).toEqual(new Set(['JOINT', 'PAK']));
    expect(audiences('chn')).toEqual(new Set(['JOINT', 'CHN']));
    expect(log.every(({ seqs }, index) => seqs.all === index + 1)).toBe(true);
  });

  it('names its cause: the command, or the timer that was due', () => {
    const { events } = given(scenario).when(alert(), until(5 * MINUTE));
    expect(new Set(events.map(({ cause }) => JSON.stringify(cause)))).toEqual(
      new Set(['{"command":"c2"}', '{"timer":"deadline:INC-0001/standard"}']),
    );
  });
});
