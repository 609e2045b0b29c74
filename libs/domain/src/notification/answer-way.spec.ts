/** The way back of an answer: over a degraded link late or lost, over one that is down kept. */
import { notificationId } from '../kernel/ids.js';
import {
  acknowledge,
  alert,
  at,
  decline,
  end,
  resolve,
  setSideLink,
  setUnitLink,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import {
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  only,
  pak,
  PLAYED,
  SECOND,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Chain } from '../policy/policy.js';
import type { Link } from '../unit/unit.js';

const UP: Link = { status: 'up' };
const DOWN: Link = { status: 'down' };
const SLOW: Link = { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 };
const LOSING: Link = { status: 'degraded', latencyMs: SECOND, loss: 1 };

const police = pak('police', undefined, { ...PLAYED, capacity: 1 });
const rescue = pak('rescue', undefined, PLAYED);

/** The police are asked at T+00:00 over a good link; from T+01:00 it is this one. */
function asked(link: Link, parts: Partial<Chain> = {}, ...more: Deed[]) {
  return given(
    smallExercise({ units: [police, rescue, chn('embassy', undefined, PLAYED)], chain: only(police, parts) }),
    alert(),
    ...more,
    at(MINUTE, setUnitLink('police', link)),
  );
}

const answer = at(2 * MINUTE, acknowledge('INC-0001.N1'));

describe('an answer over a degraded link', () => {
  it('counts when it arrives, after the latency', () => {
    asked(SLOW)
      .when(answer, until(10 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+02:00 AnswerTransmissionPlanned INC-0001.N1 T+03:30',
        'T+03:30 NotificationAcknowledged INC-0001.N1 police',
        'T+03:30 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+03:30 ChainHalted INC-0001 standard/0',
      );
  });

  it('that declines arrives late, too, with its reason', () => {
    asked(SLOW)
      .when(at(2 * MINUTE, decline('INC-0001.N1', 'no car')), until(10 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police decline (degraded)',
        'T+02:00 AnswerTransmissionPlanned INC-0001.N1 T+03:30',
        'T+03:30 NotificationDeclined INC-0001.N1 police (no car)',
        'T+03:30 EscalationExhausted INC-0001 standard',
      );
  });

  it('is known to the unit’s own side only until it arrives; that it may be lost, to controllers only', () => {
    const { events } = asked(SLOW).when(answer);
    expect(events.map(({ type, audience }) => `${type} ${audience}`)).toEqual([
      'AnswerGiven PAK',
      'AnswerTransmissionPlanned CONTROL',
    ]);
  });

  it('goes the same way when it is a CAP Ack, or comes from a simulated unit', () => {
    asked(SLOW)
      .when(at(2 * MINUTE, alert({ id: 'K1', msgType: 'Ack', references: ['INC-0001.N1'] })), until(4 * MINUTE))
      .thenOf(
        ['AnswerGiven', 'NotificationAcknowledged'],
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+03:30 NotificationAcknowledged INC-0001.N1 police',
      );
    const simulated = pak('police', declines(2 * MINUTE));
    given(smallExercise({ units: [simulated], chain: only(simulated) }), alert(), setUnitLink('police', SLOW))
      .when(until(4 * MINUTE))
      .thenOf(
        ['AnswerGiven', 'NotificationDeclined'],
        'T+02:00 AnswerGiven INC-0001.N1 police decline (degraded)',
        'T+03:30 NotificationDeclined INC-0001.N1 police (declined)',
      );
  });

  it('may be lost: the unit has not answered then, and may answer again', () => {
    asked(LOSING)
      .when(answer, at(3 * MINUTE, setUnitLink('police', UP)), acknowledge('INC-0001.N1'))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+02:00 AnswerTransmissionPlanned INC-0001.N1 lost',
        'T+03:00 LinkChanged police up',
        'T+03:00 NotificationAcknowledged INC-0001.N1 police',
        'T+03:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+03:00 ChainHalted INC-0001 standard/0',
      );
  });

  it.each([acknowledge('INC-0001.N1'), decline('INC-0001.N1')])('is the only one until it arrives', (second) => {
    const { events } = asked(SLOW).when(answer, at(3 * MINUTE, second));
    expect(events.at(-1)).toMatchObject({ type: 'CommandRefused', data: { code: 'ANSWER_PENDING' } });
  });

  it('does not keep a deadline from passing; the chain halts at the next step when it arrives', () => {
    const steps = [step('any', [ask(police)]), step('any', [ask(rescue)])];
    given(smallExercise({ units: [police, rescue], chain: chain(steps) }), alert(), setUnitLink('police', SLOW))
      .when(at(4 * MINUTE, acknowledge('INC-0001.N1')), until(20 * MINUTE))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
        'T+05:30 ChainHalted INC-0001 standard/1',
      );
  });

  it('is a decline when it arrives at a unit’s last place taken', () => {
    asked(SLOW, {}, alert({ id: 'B1', site: 'port' }))
      .when(answer, at(2 * MINUTE, acknowledge('INC-0002.N1')), until(4 * MINUTE))
      .thenOf(
        ['NotificationAcknowledged', 'NotificationDeclined'],
        'T+03:30 NotificationAcknowledged INC-0001.N1 police',
        'T+03:30 NotificationDeclined INC-0002.N1 police (at-capacity)',
      );
  });
});

describe('an answer over a link that is down', () => {
  it.each([
    ['up', UP],
    ['degraded', SLOW],
  ] as const)('is kept, and counts at once when the link is %s', (status, link) => {
    asked(DOWN)
      .when(answer, at(5 * MINUTE, setUnitLink('police', link)), until(10 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (down)',
        `T+05:00 LinkChanged police ${status}`,
        'T+05:00 NotificationAcknowledged INC-0001.N1 police',
        'T+05:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+05:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('is kept as long as the link of the side is down', () => {
    asked(DOWN)
      .when(
        answer,
        at(3 * MINUTE, setSideLink('PAK', DOWN)),
        at(4 * MINUTE, setUnitLink('police', UP)),
        at(5 * MINUTE, setSideLink('PAK', UP)),
        until(10 * MINUTE),
      )
      .thenOf(['NotificationAcknowledged'], 'T+05:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it.each([acknowledge('INC-0001.N1'), decline('INC-0001.N1')])('is the only one until then', (second) => {
    const { events } = asked(DOWN).when(answer, at(3 * MINUTE, second));
    expect(events.at(-1)).toMatchObject({ type: 'CommandRefused', data: { code: 'ANSWER_PENDING' } });
  });

  it('is known to the unit’s own side only', () => {
    const { events } = asked(DOWN).when(answer);
    expect(events.map(({ type, audience }) => `${type} ${audience}`)).toEqual(['AnswerGiven PAK']);
  });

  it('when it would arrive, is kept, too, and counts at once when the link is back', () => {
    asked(SLOW)
      .when(
        answer,
        at(3 * MINUTE, setUnitLink('police', DOWN)),
        at(6 * MINUTE, setUnitLink('police', SLOW)),
        until(10 * MINUTE),
      )
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+02:00 AnswerTransmissionPlanned INC-0001.N1 T+03:30',
        'T+03:00 LinkChanged police down',
        'T+03:30 AnswerKept INC-0001.N1',
        'T+06:00 LinkChanged police degraded',
        'T+06:00 NotificationAcknowledged INC-0001.N1 police',
        'T+06:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+06:00 ChainHalted INC-0001 standard/0',
      );
  });

  // What was kept counts in the order of the incidents, not in that of the answers.
  it('counts in the order in which the answers were given', () => {
    asked(DOWN, {}, alert({ id: 'B1', site: 'port' }))
      .when(at(2 * MINUTE, acknowledge('INC-0002.N1')), at(3 * MINUTE, acknowledge('INC-0001.N1')))
      .when(at(5 * MINUTE, setUnitLink('police', UP)), until(6 * MINUTE))
      .thenOf(
        ['NotificationAcknowledged', 'NotificationDeclined'],
        'T+05:00 NotificationAcknowledged INC-0002.N1 police',
        'T+05:00 NotificationDeclined INC-0001.N1 police (at-capacity)',
      );
  });

  it('on its way, and not when it arrives, arrives in its time', () => {
    asked(SLOW)
      .when(
        answer,
        at(2 * MINUTE + SECOND, setUnitLink('police', DOWN)),
        at(3 * MINUTE, setUnitLink('police', UP)),
        until(10 * MINUTE),
      )
      .thenOf(['AnswerKept', 'NotificationAcknowledged'], 'T+03:30 NotificationAcknowledged INC-0001.N1 police');
  });
});

describe('while an answer is kept or under way', () => {
  const expiring = { expireAfterMs: 10 * MINUTE };

  it('its notification is open, and may expire; an acknowledgement then counts late', () => {
    const { state } = asked(DOWN, expiring)
      .when(answer, at(12 * MINUTE, setUnitLink('police', UP)), until(15 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (down)',
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+12:00 LinkChanged police up',
        'T+12:00 LateAcknowledgement INC-0001.N1 police',
        'T+12:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+12:00 ChainHalted INC-0001 standard/0',
      );
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('expired');
  });

  it('and its notification expires, a decline counts no more', () => {
    asked(DOWN, expiring)
      .when(at(2 * MINUTE, decline('INC-0001.N1')), at(12 * MINUTE, setUnitLink('police', UP)), until(15 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police decline (down)',
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+12:00 LinkChanged police up',
      );
  });

  it('and the incident is resolved, its notification is withdrawn, and the answer counts no more', () => {
    asked(SLOW)
      .when(answer, at(3 * MINUTE, resolve('INC-0001')), until(15 * MINUTE))
      .thenOf(
        ['NotificationWithdrawn', 'IncidentResolved', 'NotificationAcknowledged', 'LateAcknowledgement', 'AnswerKept'],
        'T+03:00 NotificationWithdrawn INC-0001.N1 police (incident-resolved)',
        'T+03:00 IncidentResolved INC-0001 (command)',
      );
  });

  it('and the exercise ends, its notification is withdrawn', () => {
    asked(DOWN)
      .when(answer, at(3 * MINUTE, end()), setUnitLink('police', UP), until(15 * MINUTE))
      .thenAll(
        'T+02:00 AnswerGiven INC-0001.N1 police acknowledge (down)',
        'T+03:00 NotificationWithdrawn INC-0001.N1 police (exercise-ended)',
        'T+03:00 ExerciseEnded',
        'T+03:00 CommandRefused SetLink: EXERCISE_ENDED',
      );
  });
});
