/** Asking a unit by hand: who may be asked, and what the question counts for. */
import {
  acknowledge,
  alert,
  as,
  askUnit,
  at,
  close,
  CONTROLLER,
  decline,
  operatorOf,
  resolve,
  setDuty,
  setUnitLink,
  until,
} from '../testing/deeds.js';
import { alerted, given, planned } from '../testing/given.js';
import { ask, chain, chn, MINUTE, only, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const consulate = chn('consulate', undefined, PLAYED);
const units = [police, rescue, embassy, consulate];

const ESCALATES = ['ChainHalted', 'StepStarted', 'EscalationExhausted'] as const;
const waiting = { ackWithinMs: 20 * MINUTE };

const exercise = smallExercise({ units, chain: only(police) });

function refusal(code: string): string {
  return `T+00:00 CommandRefused AskUnit: ${code}`;
}

describe('asking a unit by hand', () => {
  it('sends it a notification at once, in the name and with the reason of who asked', () => {
    const { events } = given(exercise, alert())
      .when(askUnit('INC-0001', 'rescue', 'secure', 'next door'))
      .thenAll(
        'T+00:00 UnitAsked INC-0001 rescue=N2 secure (by-hand)',
        'T+00:00 NotificationSent INC-0001.N2 rescue',
        'T+00:00 NotificationDelivered INC-0001.N2 rescue',
      );
    expect(events[0]).toMatchObject({ actor: CONTROLLER, data: { reason: 'next door' } });
  });

  it('is for an operator to ask units of the own side, for a controller to ask any', () => {
    given(exercise, alert())
      .when(
        as(operatorOf('CHN'), askUnit('INC-0001', 'embassy', 'advise')),
        as(operatorOf('CHN'), askUnit('INC-0001', 'rescue', 'respond')),
        askUnit('INC-0001', 'consulate', 'advise'),
      )
      .thenOf(
        ['UnitAsked', 'CommandRefused'],
        'T+00:00 UnitAsked INC-0001 embassy=N2 advise (by-hand)',
        refusal('NOT_YOUR_SIDE'),
        'T+00:00 UnitAsked INC-0001 consulate=N3 advise (by-hand)',
      );
  });

  it('goes over the unit’s link like any other notification', () => {
    given(exercise, alert(), setUnitLink('rescue', { status: 'down' }))
      .when(askUnit('INC-0001', 'rescue', 'respond'))
      .thenAll(
        'T+00:00 UnitAsked INC-0001 rescue=N2 respond (by-hand)',
        'T+00:00 NotificationUndeliverable INC-0001.N2 rescue (not-reached)',
      );
  });
});

describe('asking by hand is refused', () => {
  it('before the start, and about what is not there', () => {
    planned(exercise)
      .when(askUnit('INC-0001', 'rescue', 'respond'))
      .thenAll(refusal('EXERCISE_NOT_RUNNING'));
    given(exercise, alert())
      .when(askUnit('INC-0002', 'rescue', 'respond'), askUnit('INC-0001', 'nobody', 'respond'))
      .thenAll(refusal('UNKNOWN_INCIDENT'), refusal('UNKNOWN_UNIT'));
  });

  it('about an incident that is resolved or closed', () => {
    given(exercise, alert(), resolve('INC-0001'))
      .when(askUnit('INC-0001', 'rescue', 'respond'))
      .thenAll(refusal('INCIDENT_ALREADY_RESOLVED'))
      .when(close('INC-0001'), askUnit('INC-0001', 'rescue', 'respond'))
      .thenOf(['CommandRefused'], refusal('INCIDENT_CLOSED'));
  });

  it('about an incident that the asking side may not know, as one that is not there', () => {
    given(exercise, alert({ class: 'PAK' }))
      .when(as(operatorOf('CHN'), askUnit('PAK-0001', 'embassy', 'advise')))
      .thenAll(refusal('UNKNOWN_INCIDENT'));
  });

  it('when the unit may not know of the incident', () => {
    given(exercise, alert({ class: 'PAK' }))
      .when(askUnit('PAK-0001', 'embassy', 'advise'))
      .thenAll(refusal('NOT_RELEASABLE'));
  });

  it('when the unit lacks the authority, or foreign responders are prohibited', () => {
    given(exercise, alert())
      .when(askUnit('INC-0001', 'rescue', 'consular'), askUnit('INC-0001', 'embassy', 'respond'))
      .thenAll(refusal('LACKS_AUTHORITY'), refusal('SOVEREIGNTY_RULE'));
  });

  it('when the unit is off duty', () => {
    given(exercise, alert(), setDuty('rescue', 'off'))
      .when(askUnit('INC-0001', 'rescue', 'respond'))
      .thenAll(refusal('UNIT_OFF_DUTY'));
  });

  it('when the question is open, whoever asked it', () => {
    given(exercise, alert(), askUnit('INC-0001', 'rescue', 'secure'))
      .when(askUnit('INC-0001', 'police', 'respond'), askUnit('INC-0001', 'rescue', 'secure'))
      .thenAll(refusal('ALREADY_ASKED'), refusal('ALREADY_ASKED'));
  });

  it('when the unit has covered the question, and not when it has declined it', () => {
    given(exercise, alert(), acknowledge('INC-0001.N1'), askUnit('INC-0001', 'rescue', 'respond'))
      .when(askUnit('INC-0001', 'police', 'inform'), decline('INC-0001.N2'), askUnit('INC-0001', 'rescue', 'respond'))
      .thenOf(
        ['CommandRefused', 'UnitAsked'],
        refusal('ALREADY_ACKNOWLEDGED'),
        'T+00:00 UnitAsked INC-0001 rescue=N3 respond (by-hand)',
      );
  });
});

describe('an answer to a question asked by hand', () => {
  it('counts for any', () => {
    alerted(units, chain([step('any', [ask(police)], waiting)]))
      .when(askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N2'))
      .thenOf(ESCALATES, 'T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('does not count for any of a step that is reached later', () => {
    const steps = [step('all', [ask(police)]), step('any', [ask(embassy)], waiting)];
    alerted(units, chain(steps))
      .when(askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N2'), until(6 * MINUTE))
      .thenOf(ESCALATES, 'T+05:00 StepStarted INC-0001 standard/1 embassy=N3 (timeout)');
  });

  it('counts for a count, each unit once', () => {
    const count = chain([step({ count: 2 }, [ask(police), ask(embassy)], waiting)]);
    alerted(units, count)
      .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N3'))
      .thenOf(ESCALATES, 'T+00:00 ChainHalted INC-0001 standard/0');
    alerted(units, count)
      .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'police', 'advise'), acknowledge('INC-0001.N3'))
      .thenOf(ESCALATES);
  });

  it('counts for each side', () => {
    alerted(units, chain([step('each-side', [ask(police), ask(embassy)], waiting)]))
      .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'consulate', 'inform'), acknowledge('INC-0001.N3'))
      .thenOf(ESCALATES, 'T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('does not count for all, of which it takes nothing either', () => {
    alerted(units, chain([step('all', [ask(police), ask(embassy)], waiting)]))
      .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'consulate', 'consular'), acknowledge('INC-0001.N3'))
      .thenOf(ESCALATES)
      .when(askUnit('INC-0001', 'rescue', 'inform'), decline('INC-0001.N4'), acknowledge('INC-0001.N2'))
      .thenOf(ESCALATES, 'T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('counts for every chain of the incident', () => {
    const policy = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'a', chain: 'standard', continue: true },
          { id: 'b', chain: 'other' },
        ],
      },
      chains: { other: chain([step('any', [ask(embassy)], waiting)]) },
    };
    given(smallExercise({ units, chain: only(police), policy }), alert())
      .when(askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N3'))
      .thenOf(ESCALATES, 'T+00:00 ChainHalted INC-0001 standard/0', 'T+00:00 ChainHalted INC-0001 other/0');
  });

  it('keeps a requirement possible while it is open', () => {
    alerted(units, chain([step('any', [ask(police)], waiting)]))
      .when(askUnit('INC-0001', 'rescue', 'inform'), decline('INC-0001.N1'))
      .thenOf(ESCALATES)
      .when(at(MINUTE, decline('INC-0001.N2')))
      .thenOf(ESCALATES, 'T+01:00 EscalationExhausted INC-0001 standard');
  });

  it('makes a joint acknowledgement like any other', () => {
    alerted(units, only(police))
      .when(askUnit('INC-0001', 'embassy', 'inform'), acknowledge('INC-0001.N2'), acknowledge('INC-0001.N1'))
      .thenOf(
        ['JointAcknowledgementChanged'],
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (CHN)',
        'T+00:00 JointAcknowledgementChanged INC-0001 joint (PAK)',
      );
  });
});

describe('a question asked by hand', () => {
  const parts = { remindEveryMs: 4 * MINUTE, expireAfterMs: 10 * MINUTE };

  it('is reminded of and expires as the first chain of the incident says, at work or not', () => {
    alerted(units, only(police, parts))
      .when(acknowledge('INC-0001.N1'), at(2 * MINUTE, askUnit('INC-0001', 'rescue', 'respond')), until(30 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'NotificationExpired', 'ChainHalted'],
        'T+00:00 ChainHalted INC-0001 standard/0',
        'T+06:00 NotificationReminded INC-0001.N2 rescue #2',
        'T+10:00 NotificationReminded INC-0001.N2 rescue #3',
        'T+12:00 NotificationExpired INC-0001.N2 rescue',
      );
  });

  it('goes on being reminded of when the chain halts', () => {
    alerted(units, only(police, parts))
      .when(askUnit('INC-0001', 'rescue', 'respond'), at(2 * MINUTE, acknowledge('INC-0001.N1')), until(9 * MINUTE))
      .thenOf(
        ['NotificationReminded'],
        'T+04:00 NotificationReminded INC-0001.N2 rescue #2',
        'T+08:00 NotificationReminded INC-0001.N2 rescue #3',
      );
  });

  it('may be acknowledged late, and its acknowledgement lapses as the first chain says', () => {
    alerted(units, only(police, { ...parts, ackExpiresMs: 5 * MINUTE }))
      .when(
        decline('INC-0001.N1'),
        askUnit('INC-0001', 'rescue', 'respond'),
        at(11 * MINUTE, acknowledge('INC-0001.N2')),
        until(20 * MINUTE),
      )
      .thenOf(
        ['LateAcknowledgement', 'AcknowledgementLapsed'],
        'T+11:00 LateAcknowledgement INC-0001.N2 rescue',
        'T+16:00 AcknowledgementLapsed INC-0001.N2 rescue',
      );
  });

  it('is shared by a chain that means the unit for the same action: the unit is reminded', () => {
    const steps = [step('all', [ask(police)]), step('any', [ask(rescue)], waiting)];
    alerted(units, chain(steps))
      .when(at(MINUTE, askUnit('INC-0001', 'rescue', 'respond')), until(5 * MINUTE))
      .thenOf(
        ['UnitAsked', 'StepStarted', 'NotificationReminded'],
        'T+01:00 UnitAsked INC-0001 rescue=N2 respond (by-hand)',
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
        'T+05:00 NotificationReminded INC-0001.N2 rescue #2',
      );
  });

  // The chain that shares it is not asked for its `ackExpires`; of two chains that share a notification it would be.
  it('that a chain shares lapses by the shortest time of the chains', () => {
    const steps = [step('any', [ask(embassy)]), step('any', [ask(rescue)], waiting)];
    const policy = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'a', chain: 'standard', continue: true },
          { id: 'b', chain: 'other' },
        ],
      },
      chains: { other: chain(steps, { ackExpiresMs: 3 * MINUTE }) },
    };
    given(smallExercise({ units, chain: only(police), policy }), alert(), askUnit('INC-0001', 'rescue', 'respond'))
      .when(at(6 * MINUTE, acknowledge('INC-0001.N3')), until(12 * MINUTE))
      .thenOf(['AcknowledgementLapsed'], 'T+09:00 AcknowledgementLapsed INC-0001.N3 rescue');
  });

  it('is withdrawn when the incident is resolved', () => {
    alerted(units, only(police))
      .when(askUnit('INC-0001', 'rescue', 'respond'), resolve('INC-0001'))
      .thenOf(
        ['NotificationWithdrawn'],
        'T+00:00 NotificationWithdrawn INC-0001.N1 police (incident-resolved)',
        'T+00:00 NotificationWithdrawn INC-0001.N2 rescue (incident-resolved)',
      );
  });
});
