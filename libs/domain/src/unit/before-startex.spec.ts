/** What can be set before the start, and after the end. */
import {
  acknowledge,
  alert,
  as,
  end,
  observe,
  operatorOf,
  override,
  resolve,
  setDuty,
  setMode,
  setSideLink,
  setUnitLink,
  start,
  until,
} from '../testing/deeds.js';
import { given, planned } from '../testing/given.js';
import { answers, chn, MINUTE, only, pak, PLAYED, smallExercise } from '../testing/small-exercise.js';

const police = pak('police', answers(MINUTE));
const exercise = smallExercise({ units: [police, chn('embassy')], chain: only(police) });
const playedExercise = smallExercise({ units: [{ ...police, ...PLAYED }, chn('embassy')], chain: only(police) });

const ASKED = [
  'StepSkipped',
  'StepStarted',
  'NotificationUndeliverable',
  'NotificationAcknowledged',
  'NotificationDelivered',
] as const;

describe('before the start', () => {
  it('mode, duty and link can be set, each in its own event', () => {
    planned(exercise)
      .when(
        setDuty('police', 'off'),
        setMode('police', 'remote'),
        setUnitLink('police', { status: 'down' }),
        setSideLink('CHN', { status: 'degraded', latencyMs: 1_000, loss: 0.5 }),
      )
      .thenAll(
        'T+00:00 UnitDutyChanged police off',
        'T+00:00 UnitModeChanged police remote',
        'T+00:00 LinkChanged police down',
        'T+00:00 LinkChanged CHN degraded',
      );
  });

  it('setting what is so already is no event', () => {
    planned(exercise).when(setDuty('police', 'on'), setMode('police', 'simulated')).thenAll();
  });

  it('only a controller sets units and links', () => {
    const operator = operatorOf('CHN');
    planned(exercise)
      .when(
        as(operator, setDuty('embassy', 'off')),
        as(operator, setDuty('police', 'off')),
        as(operator, setSideLink('PAK', { status: 'down' })),
      )
      .thenAll(
        'T+00:00 CommandRefused SetDuty: NOT_PERMITTED',
        'T+00:00 CommandRefused SetDuty: NOT_PERMITTED',
        'T+00:00 CommandRefused SetLink: NOT_PERMITTED',
      );
  });

  it('an unknown unit cannot be set', () => {
    planned(exercise)
      .when(setDuty('nobody', 'off'), setMode('nobody', 'played'), setUnitLink('nobody', { status: 'up' }))
      .thenAll(
        'T+00:00 CommandRefused SetDuty: UNKNOWN_UNIT',
        'T+00:00 CommandRefused SetMode: UNKNOWN_UNIT',
        'T+00:00 CommandRefused SetLink: UNKNOWN_UNIT',
      );
  });

  it('nothing else is taken', () => {
    planned(exercise)
      .when(alert(), acknowledge('INC-0001.N1'), resolve('INC-0001'), override('INC-0001', 'PAK'), observe())
      .thenAll(
        'T+00:00 CommandRefused SubmitAlert: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused AcknowledgeNotification: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused ResolveIncident: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused OverrideAcknowledgement: EXERCISE_NOT_RUNNING',
        'T+00:00 CommandRefused RecordObservation: EXERCISE_NOT_RUNNING',
      );
  });
});

describe('what was set before the start holds from the start on', () => {
  it('a unit off duty is not asked', () => {
    planned(exercise)
      .when(setDuty('police', 'off'), start(), alert())
      .thenOf(ASKED, 'T+00:00 StepSkipped INC-0001 standard/0 police:off-duty');
  });

  it('a unit whose link is down cannot be reached', () => {
    planned(exercise)
      .when(setUnitLink('police', { status: 'down' }), start(), alert())
      .thenOf(
        ASKED,
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+00:00 NotificationUndeliverable INC-0001.N1 police (not-reached)',
      );
  });

  it('a unit that is played does not answer by itself; one that is simulated does', () => {
    planned(exercise)
      .when(setMode('police', 'played'), start(), alert(), until(5 * MINUTE))
      .thenOf(['NotificationAcknowledged']);
    planned(playedExercise)
      .when(setMode('police', 'simulated'), start(), alert(), until(5 * MINUTE))
      .thenOf(['NotificationAcknowledged'], 'T+01:00 NotificationAcknowledged INC-0001.N1 police');
  });
});

it('after the end neither mode, duty nor link can be set', () => {
  given(exercise, end())
    .when(setDuty('police', 'off'), setMode('police', 'played'), setUnitLink('police', { status: 'down' }))
    .thenAll(
      'T+00:00 CommandRefused SetDuty: EXERCISE_ENDED',
      'T+00:00 CommandRefused SetMode: EXERCISE_ENDED',
      'T+00:00 CommandRefused SetLink: EXERCISE_ENDED',
    );
});
