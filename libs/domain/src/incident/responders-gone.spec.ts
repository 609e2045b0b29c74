/** A responding incident resolves when nobody is left who responds: the last one is clear, or its acknowledgement lapsed. */
import { acknowledge, alert, askUnit, at, report, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  moves,
  pak,
  PLAYED,
  smallExercise,
  step,
} from '../testing/small-exercise.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const waiting = { ackWithinMs: 60 * MINUTE };
const three = chain([step('any', [ask(police), ask(rescue), ask(embassy)], waiting)], { ackExpiresMs: 10 * MINUTE });

const ENDS = ['IncidentResponding', 'AcknowledgementLapsed', 'IncidentResolved', 'ChainResumed'] as const;

describe('a responding incident', () => {
  it('is not resolved when one is clear while another has acknowledged and is yet to set out', () => {
    alerted(units, three)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), report('INC-0001', 'police', 'enRoute'))
      .when(report('INC-0001', 'police', 'clear'))
      .thenOf(ENDS);
  });

  it('is resolved when the acknowledgement of that one lapses, and withdraws what is open', () => {
    alerted(units, three)
      .when(acknowledge('INC-0001.N1'), at(MINUTE, acknowledge('INC-0001.N2')))
      .when(report('INC-0001', 'police', 'enRoute'), at(8 * MINUTE, report('INC-0001', 'police', 'clear')))
      .when(until(20 * MINUTE))
      .thenAll(
        'T+11:00 AcknowledgementLapsed INC-0001.N2 rescue',
        'T+11:00 NotificationWithdrawn INC-0001.N3 embassy (incident-resolved)',
        'T+11:00 IncidentResolved INC-0001 (all-clear)',
        'T+11:00 UnitsInformed INC-0001 resolved: police',
        'T+11:00 UpdateDelivered INC-0001 police',
      );
  });

  it('is not resolved by a lapse while another unit is under way', () => {
    alerted(units, three)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), report('INC-0001', 'police', 'enRoute'))
      .when(until(20 * MINUTE))
      .thenOf(ENDS, 'T+10:00 AcknowledgementLapsed INC-0001.N2 rescue');
  });

  it('is resolved by two lapses of one moment, after both', () => {
    const guard = pak('guard', undefined, PLAYED);
    const all = chain([step('all', [ask(police), ask(rescue), ask(guard)], waiting)], { ackExpiresMs: 10 * MINUTE });
    alerted([police, rescue, guard], all)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), acknowledge('INC-0001.N3'))
      .when(report('INC-0001', 'police', 'enRoute'), report('INC-0001', 'police', 'clear'))
      .when(until(20 * MINUTE))
      .thenOf(
        ENDS,
        'T+10:00 AcknowledgementLapsed INC-0001.N2 rescue',
        'T+10:00 AcknowledgementLapsed INC-0001.N3 guard',
        'T+10:00 IncidentResolved INC-0001 (all-clear)',
      );
  });

  it('is resolved when the last responder is clear, whoever advises or is informed', () => {
    alerted(units, three)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N3'))
      .when(askUnit('INC-0001', 'rescue', 'advise'), acknowledge('INC-0001.N4'))
      .when(report('INC-0001', 'police', 'onScene'), report('INC-0001', 'police', 'clear'))
      .thenOf(ENDS, 'T+00:00 IncidentResponding INC-0001 police', 'T+00:00 IncidentResolved INC-0001 (all-clear)');
  });

  it('is resolved by simulated units as by people', () => {
    const quick = pak('quick', moves(answers(MINUTE), MINUTE, MINUTE, MINUTE));
    alerted([quick], chain([step('any', [ask(quick)], waiting)]))
      .when(until(20 * MINUTE))
      .thenOf(ENDS, 'T+02:00 IncidentResponding INC-0001 quick', 'T+04:00 IncidentResolved INC-0001 (all-clear)');
  });
});

describe('an open incident', () => {
  it('is not resolved when the only acknowledgement lapses: nobody was under way', () => {
    alerted(units, three)
      .when(acknowledge('INC-0001.N1'))
      .when(until(20 * MINUTE))
      .thenOf(ENDS, 'T+10:00 AcknowledgementLapsed INC-0001.N1 police', 'T+10:00 ChainResumed INC-0001 standard');
  });

  it('that was opened again is not responding by who was under way before', () => {
    given(smallExercise({ units, chain: three }), alert(), acknowledge('INC-0001.N1'))
      .when(report('INC-0001', 'police', 'enRoute'), report('INC-0001', 'police', 'clear'))
      .when(alert({ id: 'A2' }), acknowledge('INC-0001.N4'), until(20 * MINUTE))
      .thenOf(ENDS, 'T+10:00 AcknowledgementLapsed INC-0001.N4 police', 'T+10:00 ChainResumed INC-0001 standard');
  });
});
