/** Links: how a notification gets to its unit, late, or not at all. */
import { notificationId } from '../kernel/ids.js';
import { acknowledge, alert, at, end, setSideLink, setUnitLink, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  SECOND,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Link } from '../unit/unit.js';

const police = pak('police', answers(MINUTE));
const LOSING: Link = { status: 'degraded', latencyMs: SECOND, loss: 1 };
const SLOW: Link = { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 };
const NOTIFICATION = [
  'NotificationSent',
  'NotificationDelivered',
  'NotificationReminded',
  'NotificationAcknowledged',
  'NotificationExpired',
  'NotificationUndeliverable',
  'NotificationWithdrawn',
] as const;

function exercise(parts = {}) {
  const standard = chain([step('any', [ask(police)], { ackWithinMs: 20 * MINUTE })], parts);
  return smallExercise({ units: [police, chn('embassy')], chain: standard });
}

describe('over a link that is down', () => {
  it('a notification is undeliverable at once', () => {
    given(exercise(), setUnitLink('police', { status: 'down' }))
      .when(alert())
      .thenOf(NOTIFICATION, 'T+00:00 NotificationUndeliverable INC-0001.N1 police (not-reached)');
  });

  it('of its side, too, whatever the unit’s own link; the other side is not touched', () => {
    given(exercise(), setSideLink('CHN', { status: 'down' }))
      .when(alert())
      .thenOf(
        NOTIFICATION,
        'T+00:00 NotificationSent INC-0001.N1 police',
        'T+00:00 NotificationDelivered INC-0001.N1 police',
      );
    given(exercise(), setSideLink('PAK', { status: 'down' }))
      .when(alert())
      .thenOf(NOTIFICATION, 'T+00:00 NotificationUndeliverable INC-0001.N1 police (not-reached)');
  });

  it('no answer gets through, nor a reminder; the answer is kept, and counts as soon as the link is up again', () => {
    given(exercise({ remindEveryMs: 5 * MINUTE }), alert())
      .when(
        at(30 * SECOND, setUnitLink('police', { status: 'down' })),
        at(7 * MINUTE, setUnitLink('police', { status: 'up' })),
        until(15 * MINUTE),
      )
      .thenOf(
        NOTIFICATION,
        'T+05:00 NotificationReminded INC-0001.N1 police #2',
        'T+07:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it.each(['unit', 'side'] as const)('of its %s, who had chosen to stay silent stays so when it is up again', (of) => {
    const set = (status: 'up' | 'down') =>
      of === 'unit' ? setUnitLink('police', { status }) : setSideLink('PAK', { status });
    alerted([silentPolice], chain([step('any', [ask(silentPolice)])]))
      .when(at(MINUTE, set('down')), at(2 * MINUTE, set('up')), until(29 * MINUTE))
      .thenOf(NOTIFICATION)
      .thenPlans();
  });
});

describe('over a degraded link', () => {
  it('a notification arrives late, and so does its answer', () => {
    given(exercise(), setUnitLink('police', SLOW))
      .when(alert(), until(5 * MINUTE))
      .thenOf(
        NOTIFICATION,
        'T+00:00 NotificationSent INC-0001.N1 police',
        'T+01:30 NotificationDelivered INC-0001.N1 police',
        'T+04:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it('what is lost stays sent, until a reminder gets through', () => {
    given(exercise({ remindEveryMs: 5 * MINUTE }), setUnitLink('police', LOSING), alert())
      .when(until(6 * MINUTE), setUnitLink('police', { status: 'up' }), until(15 * MINUTE))
      .thenOf(
        NOTIFICATION,
        'T+05:00 NotificationReminded INC-0001.N1 police #2',
        'T+10:00 NotificationReminded INC-0001.N1 police #3',
        'T+10:00 NotificationDelivered INC-0001.N1 police',
        'T+11:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it('what is lost stays sent, until it expires', () => {
    const { state } = given(exercise(), setUnitLink('police', LOSING), alert())
      .when(until(29 * MINUTE))
      .thenOf(NOTIFICATION);
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('sent');
    given(exercise(), setUnitLink('police', LOSING), alert())
      .when(until(30 * MINUTE))
      .thenOf(NOTIFICATION, 'T+30:00 NotificationExpired INC-0001.N1 police');
  });

  it('what has not arrived cannot be answered', () => {
    given(exercise(), setUnitLink('police', SLOW), alert())
      .when(acknowledge('INC-0001.N1'))
      .thenAll('T+00:00 CommandRefused AcknowledgeNotification: NOTIFICATION_NOT_DELIVERED');
  });

  it('a reminder does not overtake a message that is still on its way', () => {
    given(exercise({ remindEveryMs: MINUTE }), setUnitLink('police', SLOW))
      .when(alert(), until(2 * MINUTE))
      .thenOf(
        NOTIFICATION,
        'T+00:00 NotificationSent INC-0001.N1 police',
        'T+01:00 NotificationReminded INC-0001.N1 police #2',
        'T+01:30 NotificationDelivered INC-0001.N1 police',
        'T+02:00 NotificationReminded INC-0001.N1 police #3',
      );
  });

  it('loses as many as it says', () => {
    const lossy: Link = { status: 'degraded', latencyMs: 0, loss: 0.3 };
    const units = Array.from({ length: 400 }, (_, n) => pak(`u${n}`));
    const standard = chain([
      step(
        'all',
        units.map((unit) => ask(unit)),
      ),
    ]);
    const { events } = given(smallExercise({ units, chain: standard }), setSideLink('PAK', lossy)).when(
      alert(),
      until(1),
    );
    const delivered = events.filter(({ type }) => type === 'NotificationDelivered').length;
    expect(delivered).toBeGreaterThan(400 * 0.6);
    expect(delivered).toBeLessThan(400 * 0.8);
  });
});

describe('ENDEX', () => {
  it('withdraws what is on its way or unanswered', () => {
    const standard = chain([step('all', [ask(silentPolice), ask(pak('rescue'))])]);
    given(
      smallExercise({ units: [silentPolice, pak('rescue')], chain: standard }),
      setUnitLink('rescue', SLOW),
      alert(),
    )
      .when(end(), until(60 * MINUTE))
      .thenAll(
        'T+00:00 NotificationWithdrawn INC-0001.N1 police (exercise-ended)',
        'T+00:00 NotificationWithdrawn INC-0001.N2 rescue (exercise-ended)',
        'T+00:00 ExerciseEnded',
      );
  });
});
