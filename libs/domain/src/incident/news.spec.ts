/** News of an incident for the units whose acknowledgement stands. */
import {
  acknowledge,
  alert,
  askUnit,
  at,
  decline,
  override,
  report,
  resolve,
  setUnitLink,
  until,
  type AlertText,
} from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, only, pak, PLAYED, SECOND, smallExercise, step } from '../testing/small-exercise.js';
import type { Link } from '../unit/unit.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const SLOW: Link = { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 };
const LOSING: Link = { status: 'degraded', latencyMs: SECOND, loss: 1 };
const NEWS = ['UnitsInformed', 'UpdateDelivered', 'UpdateUndeliverable', 'UpdateTransmissionPlanned'] as const;

const waiting = { ackWithinMs: 20 * MINUTE };
const three = chain([step('any', [ask(police), ask(rescue), ask(embassy)], waiting)]);

const update = (text: AlertText) => alert({ id: 'A2', msgType: 'Update', references: ['A1'], ...text });
const graver = update({ severity: 'Extreme' });
const cancel = alert({ id: 'C1', msgType: 'Cancel', references: ['A1'] });

/** The police have acknowledged, and their chain has halted. */
function acknowledged(standard = three) {
  return given(smallExercise({ units, chain: standard }), alert(), acknowledge('INC-0001.N1'));
}

describe('units with a standing acknowledgement are informed', () => {
  it('when the incident gets graver', () => {
    acknowledged()
      .when(graver)
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertSuperseded A1 by A2',
        'T+00:00 IncidentChanged INC-0001 Severe to Extreme',
        'T+00:00 UnitsInformed INC-0001 graver: police',
        'T+00:00 UpdateDelivered INC-0001 police',
      );
  });

  it('when it moves, unless they are asked for the new place', () => {
    given(smallExercise({ units, chain: only(police) }), alert(), acknowledge('INC-0001.N1'))
      .when(askUnit('INC-0001', 'embassy', 'inform'), acknowledge('INC-0001.N2'))
      .when(update({ site: 'port' }))
      .thenOf(
        [...NEWS, 'StepStarted'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N3 (start)',
        'T+00:00 UnitsInformed INC-0001 moved: embassy',
        'T+00:00 UpdateDelivered INC-0001 embassy',
      );
  });

  it('once, when it gets graver and moves at the same moment', () => {
    given(smallExercise({ units, chain: only(police) }), alert())
      .when(askUnit('INC-0001', 'embassy', 'inform'), acknowledge('INC-0001.N2'))
      .when(update({ site: 'port', severity: 'Extreme' }))
      .thenOf(NEWS, 'T+00:00 UnitsInformed INC-0001 graver+moved: embassy', 'T+00:00 UpdateDelivered INC-0001 embassy');
  });

  it('when it is cancelled', () => {
    acknowledged()
      .when(cancel)
      .thenOf(
        [...NEWS, 'NotificationWithdrawn'],
        'T+00:00 NotificationWithdrawn INC-0001.N2 rescue (incident-cancelled)',
        'T+00:00 NotificationWithdrawn INC-0001.N3 embassy (incident-cancelled)',
        'T+00:00 UnitsInformed INC-0001 cancelled: police',
        'T+00:00 UpdateDelivered INC-0001 police',
      );
  });

  it('when it is resolved by command', () => {
    acknowledged()
      .when(resolve('INC-0001'))
      .thenOf(NEWS, 'T+00:00 UnitsInformed INC-0001 resolved: police', 'T+00:00 UpdateDelivered INC-0001 police');
  });

  it('when it is resolved as the last responder is clear, that one included', () => {
    acknowledged()
      .when(acknowledge('INC-0001.N3'), report('INC-0001', 'police', 'enRoute'))
      .when(report('INC-0001', 'police', 'clear'))
      .thenOf(
        NEWS,
        'T+00:00 UnitsInformed INC-0001 resolved: police embassy',
        'T+00:00 UpdateDelivered INC-0001 police',
        'T+00:00 UpdateDelivered INC-0001 embassy',
      );
  });

  it('once, however many of their acknowledgements stand, and late ones count', () => {
    alerted(units, only(police, { expireAfterMs: 10 * MINUTE }))
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')))
      .when(askUnit('INC-0001', 'police', 'secure'), acknowledge('INC-0001.N2'))
      .when(resolve('INC-0001'))
      .thenOf(NEWS, 'T+11:00 UnitsInformed INC-0001 resolved: police', 'T+11:00 UpdateDelivered INC-0001 police');
  });
});

describe('no news goes out', () => {
  it('where no unit has acknowledged, be it that a side was overridden', () => {
    given(smallExercise({ units, chain: three }), alert(), override('INC-0001', 'PAK'), decline('INC-0001.N1'))
      .when(graver, resolve('INC-0001'))
      .thenOf(NEWS);
  });

  it('to a unit whose acknowledgement has lapsed', () => {
    alerted(units, only(police, { ackExpiresMs: 5 * MINUTE }))
      .when(acknowledge('INC-0001.N1'))
      .when(at(6 * MINUTE, resolve('INC-0001')))
      .thenOf(NEWS);
  });

  it('of a lower severity, other facts, or a severity that the incident has had before', () => {
    acknowledged()
      .when(update({ severity: 'Minor', category: 'Fire' }))
      .when(alert({ id: 'A3', severity: 'Severe', references: ['A2'] }))
      .thenOf([...NEWS, 'IncidentChanged'], 'T+00:00 IncidentChanged INC-0001 Minor to Severe categories');
  });

  it('to a unit that a chain asks again at the same moment', () => {
    const again = chain([step('any', [ask(police), ask(embassy)], waiting)], { onRaise: 'reacknowledge' });
    acknowledged(again)
      .when(askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N3'))
      .when(graver)
      .thenOf(
        [...NEWS, 'StepStarted'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N4 (raised)',
        'T+00:00 UnitsInformed INC-0001 graver: rescue',
        'T+00:00 UpdateDelivered INC-0001 rescue',
      );
  });

  it('to a unit that a chain reminds at the same moment', () => {
    // The police have acknowledged `inform`, and have yet to answer whether they respond.
    alerted(units, chain([step('all', [ask(police), ask(embassy)])]))
      .when(askUnit('INC-0001', 'police', 'inform'), acknowledge('INC-0001.N3'), until(6 * MINUTE))
      .when(graver)
      .thenOf(
        [...NEWS, 'NotificationReminded'],
        'T+06:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N2 embassy #2',
      );
  });
});

it('goes out to a unit whose reminder happens to be due at the same moment', () => {
  const standard = chain([step('all', [ask(police), ask(embassy)], waiting)], { remindEveryMs: 4 * MINUTE });
  alerted(units, standard)
    .when(askUnit('INC-0001', 'police', 'inform'), acknowledge('INC-0001.N3'))
    .when(at(4 * MINUTE, graver), until(4 * MINUTE))
    .thenOf(
      [...NEWS, 'NotificationReminded'],
      'T+04:00 UnitsInformed INC-0001 graver: police',
      'T+04:00 UpdateDelivered INC-0001 police',
      'T+04:00 NotificationReminded INC-0001.N1 police #2',
      'T+04:00 NotificationReminded INC-0001.N2 embassy #2',
    );
});

describe('news', () => {
  it('over a link that is down is undeliverable, and is not sent again', () => {
    acknowledged()
      .when(setUnitLink('police', { status: 'down' }))
      .when(graver, at(MINUTE, setUnitLink('police', { status: 'up' })), until(5 * MINUTE))
      .thenOf(NEWS, 'T+00:00 UnitsInformed INC-0001 graver: police', 'T+00:00 UpdateUndeliverable INC-0001 police');
  });

  it('over a degraded link arrives after the latency', () => {
    acknowledged()
      .when(setUnitLink('police', SLOW))
      .when(graver, until(5 * MINUTE))
      .thenOf(
        NEWS,
        'T+00:00 UnitsInformed INC-0001 graver: police',
        'T+00:00 UpdateTransmissionPlanned INC-0001 police T+01:30',
        'T+01:30 UpdateDelivered INC-0001 police',
      );
  });

  it('over a degraded link may be lost', () => {
    acknowledged()
      .when(setUnitLink('police', LOSING))
      .when(graver, until(5 * MINUTE))
      .thenOf(
        NEWS,
        'T+00:00 UnitsInformed INC-0001 graver: police',
        'T+00:00 UpdateTransmissionPlanned INC-0001 police lost',
      );
  });

  it('is lost when the link is down as it would arrive', () => {
    acknowledged()
      .when(setUnitLink('police', SLOW))
      .when(graver, at(MINUTE, setUnitLink('police', { status: 'down' })))
      .when(at(2 * MINUTE, setUnitLink('police', { status: 'up' })), until(5 * MINUTE))
      .thenOf(NEWS, 'T+01:30 UpdateTransmissionPlanned INC-0001 police lost');
  });

  it('of the end of an incident arrives late, though the incident is gone by then', () => {
    acknowledged()
      .when(setUnitLink('police', SLOW))
      .when(cancel, until(5 * MINUTE))
      .thenOf(
        NEWS,
        'T+00:00 UnitsInformed INC-0001 cancelled: police',
        'T+00:00 UpdateTransmissionPlanned INC-0001 police T+01:30',
        'T+01:30 UpdateDelivered INC-0001 police',
      );
  });

  it('is of the incident’s class; how it travels is for controllers', () => {
    const { events } = given(smallExercise({ units, chain: only(police) }), alert({ class: 'PAK' }))
      .when(acknowledge('PAK-0001.N1'), setUnitLink('police', SLOW))
      .when(resolve('PAK-0001'), until(5 * MINUTE));
    const seen = events.filter(({ type }) => type.startsWith('Update') || type === 'UnitsInformed');
    expect(seen.map(({ type, audience }) => `${type} ${audience}`)).toEqual([
      'UnitsInformed PAK',
      'UpdateTransmissionPlanned CONTROL',
      'UpdateDelivered PAK',
    ]);
  });

  it('needs no answer: it is neither open nor reminded of', () => {
    const { state } = acknowledged(only(police, { remindEveryMs: MINUTE })).when(graver, until(10 * MINUTE));
    expect(Object.keys(state.notifications)).toEqual(['INC-0001.N1']);
  });
});
