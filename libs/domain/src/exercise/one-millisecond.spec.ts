/** In which order happens what is due in the same millisecond, here always T+10:00. */
import type { Plain } from '../kernel/brand.js';
import type { Inject } from '../inject/inject.js';
import { acknowledge, alert, at, improvise, resolve, setDuty, setUnitLink, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  moves,
  only,
  pak,
  PLAYED,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Chain } from '../policy/policy.js';
import type { UnitDefinition } from '../unit/unit.js';

const TEN = 10 * MINUTE;

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', answers(TEN));
const embassy = chn('embassy', undefined, PLAYED);
const guard = pak('guard', undefined, PLAYED);

const waiting = { ackWithinMs: 60 * MINUTE };

const note = (id: string, time: number): Plain<Inject> => ({ id, at: time, kind: 'note', text: { en: id } });
const offDuty: Plain<Inject> = { id: 'off', at: TEN, kind: 'duty', unit: 'rescue', duty: 'off' };

function scripted(units: readonly UnitDefinition[], standard: Chain, ...injects: Plain<Inject>[]) {
  return given(smallExercise({ units, chain: standard, scenario: { injects } }), alert());
}

describe('a person’s command comes first', () => {
  it('before an answer of a simulated unit', () => {
    alerted([rescue], only(rescue))
      .when(at(TEN, setDuty('rescue', 'off')), until(TEN))
      .thenOf(['UnitDutyChanged', 'NotificationAcknowledged'], 'T+10:00 UnitDutyChanged rescue off');
  });

  it('before an expiry: what is acknowledged then is not late', () => {
    alerted([police], only(police, { expireAfterMs: TEN }))
      .when(at(TEN, acknowledge('INC-0001.N1')), until(TEN))
      .thenOf(
        ['NotificationAcknowledged', 'NotificationExpired', 'LateAcknowledgement'],
        'T+10:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });
});

describe('then come arrivals, answers, movements and what a link had kept', () => {
  it('an answer before an inject that would have kept it from being given', () => {
    scripted([rescue], only(rescue), offDuty)
      .when(until(TEN))
      .thenOf(
        ['UnitDutyChanged', 'NotificationAcknowledged'],
        'T+10:00 NotificationAcknowledged INC-0001.N1 rescue',
        'T+10:00 UnitDutyChanged rescue off',
      );
  });

  it('an arrival before an inject that takes the link down', () => {
    const down: Plain<Inject> = { id: 'down', at: TEN, kind: 'link', unit: 'police', link: { status: 'down' } };
    const scenario = smallExercise({ units: [police], chain: only(police), scenario: { injects: [down] } });
    given(scenario, setUnitLink('police', { status: 'degraded', latencyMs: TEN, loss: 0 }), alert())
      .when(until(TEN))
      .thenOf(
        ['NotificationDelivered', 'LinkChanged'],
        'T+10:00 NotificationDelivered INC-0001.N1 police',
        'T+10:00 LinkChanged police down',
      );
  });

  it('a movement before an inject', () => {
    const quick = pak('quick', moves(answers(MINUTE), 9 * MINUTE, MINUTE, MINUTE));
    scripted([quick], only(quick), note('note', TEN))
      .when(until(TEN))
      .thenOf(
        ['UnitProgressed', 'InjectFired'],
        'T+10:00 UnitProgressed INC-0001 quick enRoute',
        'T+10:00 InjectFired note',
      );
  });

  it('a movement before a lapse: who sets out just in time keeps the acknowledgement', () => {
    const quick = pak('quick', moves(answers(MINUTE), 9 * MINUTE, MINUTE, MINUTE));
    alerted([quick], only(quick, { ackExpiresMs: 9 * MINUTE }))
      .when(until(TEN))
      .thenOf(['UnitProgressed', 'AcknowledgementLapsed'], 'T+10:00 UnitProgressed INC-0001 quick enRoute');
  });

  it('a kept answer before an inject, when a command brings the link back', () => {
    scripted([police], only(police), note('note', TEN))
      .when(at(MINUTE, setUnitLink('police', { status: 'down' })), acknowledge('INC-0001.N1'))
      .when(at(TEN, setUnitLink('police', { status: 'up' })), until(TEN))
      .thenOf(
        ['LinkChanged', 'NotificationAcknowledged', 'InjectFired'],
        'T+10:00 LinkChanged police up',
        'T+10:00 NotificationAcknowledged INC-0001.N1 police',
        'T+10:00 InjectFired note',
      );
  });

  it('a late answer before an expiry', () => {
    alerted([rescue], only(rescue, { expireAfterMs: TEN }))
      .when(until(TEN))
      .thenOf(
        ['NotificationAcknowledged', 'NotificationExpired'],
        'T+10:00 NotificationAcknowledged INC-0001.N1 rescue',
      );
  });

  it('each in the order of creation', () => {
    const quick = pak('quick', answers(5 * MINUTE));
    const steps = [step('all', [ask(rescue)]), step('all', [ask(quick)], waiting)];
    alerted([quick, rescue], chain(steps))
      .when(until(TEN))
      .thenOf(
        ['NotificationAcknowledged'],
        'T+10:00 NotificationAcknowledged INC-0001.N1 rescue',
        'T+10:00 NotificationAcknowledged INC-0001.N2 quick',
      );
  });
});

describe('then come injects', () => {
  const first = note('first', 5 * MINUTE);
  const then: Plain<Inject> = {
    id: 'then',
    when: { kind: 'fired', inject: 'first' },
    delayMs: 5 * MINUTE,
    kind: 'note',
    text: { en: 'then' },
  };

  it('those that have a time before those that waited for a condition, each in the order of creation', () => {
    scripted([police], only(police), then, first, note('second', TEN))
      .when(at(6 * MINUTE, improvise({ id: 'made-up', at: TEN, kind: 'note', text: { en: 'x' } })), until(TEN))
      .thenOf(
        ['InjectFired'],
        'T+05:00 InjectFired first',
        'T+10:00 InjectFired second',
        'T+10:00 InjectFired made-up',
        'T+10:00 InjectFired then',
      );
  });

  it('before expiry, though they were created later', () => {
    scripted([police], only(police, { expireAfterMs: TEN }), then, first)
      .when(until(TEN))
      .thenOf(
        ['InjectFired', 'NotificationExpired'],
        'T+05:00 InjectFired first',
        'T+10:00 InjectFired then',
        'T+10:00 NotificationExpired INC-0001.N1 police',
      );
  });
});

describe('then come expiry and lapses', () => {
  const parts = { expireAfterMs: TEN, ackExpiresMs: 9 * MINUTE };

  it('those of one incident together, before any of its chains is looked at', () => {
    const steps = [
      step('all', [ask(police), ask(embassy)], waiting),
      step('all', [ask(police), ask(embassy)], { ...waiting, id: 'again' }),
    ];
    alerted([police, embassy], chain(steps, parts))
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(until(TEN))
      .thenOf(
        ['NotificationExpired', 'AcknowledgementLapsed', 'StepStarted'],
        'T+10:00 NotificationExpired INC-0001.N2 embassy',
        'T+10:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+10:00 StepStarted INC-0001 standard/1 police=N3 embassy=N4 (impossible)',
      );
  });

  it('of one incident after the other', () => {
    const standard = chain([step('all', [ask(police), ask(embassy)], waiting)], parts);
    given(smallExercise({ units: [police, embassy], chain: standard }), alert(), alert({ id: 'B1', site: 'port' }))
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(until(TEN))
      .thenOf(
        ['NotificationExpired', 'AcknowledgementLapsed', 'EscalationExhausted'],
        'T+10:00 NotificationExpired INC-0001.N2 embassy',
        'T+10:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+10:00 NotificationExpired INC-0002.N1 police',
        'T+10:00 NotificationExpired INC-0002.N2 embassy',
        'T+10:00 EscalationExhausted INC-0002 standard',
      );
  });

  it('a lapse before a deadline: the next step asks the unit anew', () => {
    const steps = [
      step({ count: 2 }, [ask(police), ask(embassy)], { ackWithinMs: TEN }),
      step('all', [ask(police)], waiting),
    ];
    alerted([police, embassy], chain(steps, { ackExpiresMs: 9 * MINUTE }))
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(until(TEN))
      .thenEscalation('T+10:00 StepStarted INC-0001 standard/1 police=N3 (impossible)');
  });

  it('a lapse before the start of a delayed step, which then asks the unit', () => {
    const steps = [
      step('all', [ask(police), ask(embassy)]),
      step({ count: 2 }, [ask(police), ask(guard)], { ...waiting, delayMs: 5 * MINUTE }),
    ];
    alerted([police, embassy, guard], chain(steps, { ackExpiresMs: 9 * MINUTE }))
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(until(TEN))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+10:00 (timeout)',
        'T+10:00 StepStarted INC-0001 standard/1 police=N3 guard=N4 (timeout)',
      );
  });
});

describe('then come starts of delayed steps and deadlines, then reminders, then closing', () => {
  const closing = (closeAfterMs: number) =>
    smallExercise({
      units: [police, guard],
      chain: chain([step('any', [ask(police)], { ackWithinMs: TEN }), step('any', [ask(guard)])]),
      policy: { closeAfterMs },
    });
  const LATE = ['StepStarted', 'IncidentClosed'] as const;

  it('a deadline before a closing that was set later', () => {
    given(closing(5 * MINUTE), alert(), alert({ id: 'B1', site: 'port' }), at(5 * MINUTE, resolve('INC-0002')))
      .when(until(TEN))
      .thenOf(
        LATE,
        'T+10:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+10:00 IncidentClosed INC-0002 (elapsed)',
      );
  });

  it('a closing after a deadline that was set later', () => {
    given(closing(TEN), alert({ site: 'port' }), resolve('INC-0001'), alert({ id: 'B1' }))
      .when(until(TEN))
      .thenOf(
        LATE,
        'T+10:00 StepStarted INC-0002 standard/1 guard=N2 (timeout)',
        'T+10:00 IncidentClosed INC-0001 (elapsed)',
      );
  });

  it('a reminder after a deadline that was set later', () => {
    const steps = [step('any', [ask(police)]), step('any', [ask(guard)]), step('any', [ask(embassy)])];
    alerted([police, guard, embassy], chain(steps, { remindEveryMs: TEN }))
      .when(until(TEN))
      .thenOf(
        ['NotificationReminded', 'StepStarted'],
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+10:00 StepStarted INC-0001 standard/2 embassy=N3 (timeout)',
        'T+10:00 NotificationReminded INC-0001.N1 police #2',
      );
  });
});

it('the end of the exercise comes last, after one of each', () => {
  const then: Plain<Inject> = {
    id: 'then',
    when: { kind: 'fired', inject: 'first' },
    delayMs: 5 * MINUTE,
    kind: 'note',
    text: { en: 'then' },
  };
  const steps = [step('all', [ask(police), ask(rescue), ask(embassy)], waiting), step('any', [ask(guard)], waiting)];
  const scenario = smallExercise({
    units: [police, rescue, embassy, guard],
    chain: chain(steps, { expireAfterMs: TEN }),
    policy: { closeAfterMs: 5 * MINUTE },
    scenario: { durationMs: TEN, injects: [then, note('first', 5 * MINUTE), note('second', TEN)] },
  });
  given(scenario, alert(), at(4 * MINUTE, alert({ id: 'B1', site: 'port' })), at(5 * MINUTE, resolve('INC-0002')))
    .when(at(TEN, acknowledge('INC-0001.N1')), until(60 * MINUTE))
    .thenOf(
      [
        'NotificationAcknowledged',
        'InjectFired',
        'NotificationExpired',
        'StepStarted',
        'IncidentClosed',
        'NotificationWithdrawn',
        'ExerciseEnded',
      ],
      'T+05:00 InjectFired first',
      'T+10:00 NotificationAcknowledged INC-0001.N1 police',
      'T+10:00 NotificationAcknowledged INC-0001.N2 rescue',
      'T+10:00 InjectFired second',
      'T+10:00 InjectFired then',
      'T+10:00 NotificationExpired INC-0001.N3 embassy',
      'T+10:00 StepStarted INC-0001 standard/1 guard=N4 (impossible)',
      'T+10:00 IncidentClosed INC-0002 (elapsed)',
      'T+10:00 NotificationWithdrawn INC-0001.N4 guard (exercise-ended)',
      'T+10:00 ExerciseEnded',
    );
});
