/** Resolving, closing and cancelling what both sides know of takes both of them, or somebody who decides for both. */
import { lintScenario } from '../exercise/lint.js';
import { incidentId } from '../kernel/ids.js';
import {
  alert,
  as,
  at,
  cancel,
  close,
  CONTROLLER,
  type Deed,
  operatorOf,
  override,
  personOf,
  resolve,
  until,
  withdrawDecision,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, MINUTE, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const PAK = operatorOf('PAK');
const CHN = personOf('CHN', 'commander');
const scenario = smallExercise({
  units: [silentPolice],
  chain: chain([step('any', [ask(silentPolice)])]),
  policy: { jointDecision: { deadlockAfterMs: 5 * MINUTE } },
});
const id = 'INC-0001';
const underWay = (...deeds: Deed[]) => given(scenario, alert(), ...deeds);
const decided = [
  'SideDecided',
  'SideDecisionWithdrawn',
  'DecisionDeadlocked',
  'IncidentResolved',
  'IncidentClosed',
  'IncidentCancelled',
  'CommandRefused',
] as const;

describe('a decision about an incident of both sides', () => {
  it('is carried out when both have decided the same', () => {
    underWay()
      .when(as(PAK, resolve(id)), at(MINUTE, as(CHN, resolve(id))), as(CHN, close(id)), as(PAK, close(id)))
      .thenAll(
        'T+00:00 SideDecided INC-0001 PAK resolve',
        'T+01:00 SideDecided INC-0001 CHN resolve',
        'T+01:00 NotificationWithdrawn INC-0001.N1 police (incident-resolved)',
        'T+01:00 IncidentResolved INC-0001 (agreed)',
        'T+01:00 SideDecided INC-0001 CHN close',
        'T+01:00 SideDecided INC-0001 PAK close',
        'T+01:00 IncidentClosed INC-0001 (agreed)',
      );
  });

  it('can be to cancel it, which withdraws what is open', () => {
    underWay()
      .when(as(PAK, cancel(id)), as(CHN, cancel(id)), as(CHN, cancel(id)))
      .thenAll(
        'T+00:00 SideDecided INC-0001 PAK cancel',
        'T+00:00 SideDecided INC-0001 CHN cancel',
        'T+00:00 NotificationWithdrawn INC-0001.N1 police (incident-cancelled)',
        'T+00:00 IncidentCancelled INC-0001 (agreed)',
        'T+00:00 CommandRefused CancelIncident: INCIDENT_CLOSED',
      );
  });

  it('waits for the other side, whoever of the own side decides again', () => {
    const { state } = underWay()
      .when(as(PAK, resolve(id)), as(personOf('PAK', 'commander'), resolve(id)))
      .thenAll('T+00:00 SideDecided INC-0001 PAK resolve', 'T+00:00 CommandRefused ResolveIncident: ALREADY_DECIDED');
    expect(state.incidents[incidentId(id)]).toMatchObject({
      status: 'open',
      decisions: { PAK: { decision: 'resolve', at: 0, reason: 'all is well' } },
    });
  });

  it('is deadlocked at once when the sides differ, until one of them changes its decision', () => {
    underWay()
      .when(as(PAK, resolve(id)), as(CHN, cancel(id)), as(CHN, resolve(id)))
      .thenOf(
        [...decided],
        'T+00:00 SideDecided INC-0001 PAK resolve',
        'T+00:00 SideDecided INC-0001 CHN cancel',
        'T+00:00 DecisionDeadlocked INC-0001 differ',
        'T+00:00 SideDecided INC-0001 CHN resolve',
        'T+00:00 IncidentResolved INC-0001 (agreed)',
      );
  });

  it('is deadlocked once one side has waited as long as the policy says', () => {
    underWay(at(MINUTE, as(PAK, resolve(id))))
      .when(until(60 * MINUTE))
      .thenOf([...decided], 'T+06:00 DecisionDeadlocked INC-0001 waiting');
    const patient = smallExercise({ units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]) });
    given(patient, alert(), as(PAK, resolve(id)))
      .when(until(60 * MINUTE))
      .thenOf([...decided]);
  });

  it('can be withdrawn by its own side; the other then waits from that moment', () => {
    underWay(as(PAK, resolve(id)), as(CHN, cancel(id)))
      .when(as(PAK, withdrawDecision(id)), as(PAK, withdrawDecision(id)), until(60 * MINUTE))
      .thenOf(
        [...decided],
        'T+00:00 SideDecisionWithdrawn INC-0001 PAK resolve',
        'T+00:00 CommandRefused WithdrawDecision: NOTHING_DECIDED',
        'T+05:00 DecisionDeadlocked INC-0001 waiting',
      );
    underWay(as(PAK, resolve(id)), as(PAK, withdrawDecision(id)))
      .when(until(60 * MINUTE))
      .thenOf([...decided]);
  });

  it('of a controller is for both sides, and needs a reason', () => {
    const { play } = underWay(as(PAK, resolve(id)));
    const { log } = play;
    play.do(as(CONTROLLER, resolve(id, ' ')));
    expect(log.at(-1)).toMatchObject({ type: 'CommandRefused', data: { code: 'REASON_REQUIRED' } });
    play.do(resolve(id, 'the sides do not answer'));
    expect(log.find(({ type }) => type === 'IncidentResolved')?.data).toEqual({
      incident: id,
      reason: 'command',
      text: 'the sides do not answer',
      override: true,
    });
    expect(play.state.incidents[incidentId(id)]?.decisions).toBeUndefined();
  });

  it('is void once the incident is resolved otherwise, or opens again', () => {
    underWay(as(PAK, cancel(id)), resolve(id))
      .when(as(CHN, cancel(id)), as(CHN, close(id)), alert({ id: 'A2' }), as(PAK, cancel(id)), until(60 * MINUTE))
      .thenOf(
        [...decided],
        'T+00:00 CommandRefused CancelIncident: INCIDENT_ALREADY_RESOLVED',
        'T+00:00 SideDecided INC-0001 CHN close',
        'T+00:00 SideDecided INC-0001 PAK cancel',
        'T+05:00 DecisionDeadlocked INC-0001 waiting',
      );
  });

  it('does not hinder an override of an acknowledgement', () => {
    underWay(as(PAK, resolve(id)))
      .when(override(id, 'CHN'))
      .thenOf(['AcknowledgementOverridden'], `T+00:00 AcknowledgementOverridden INC-0001 CHN: said so by telephone`);
  });
});

describe('a decision about an incident of one side', () => {
  it('is that side’s alone', () => {
    given(scenario, alert({ class: 'PAK' }))
      .when(as(PAK, resolve('PAK-0001')), as(CHN, close('PAK-0001')), as(PAK, close('PAK-0001')))
      .thenOf(
        [...decided],
        'T+00:00 IncidentResolved PAK-0001 (command)',
        'T+00:00 CommandRefused CloseIncident: UNKNOWN_INCIDENT',
        'T+00:00 IncidentClosed PAK-0001 (command)',
      );
    given(scenario, alert({ class: 'CHN' }))
      .when(as(CHN, cancel('CHN-0001')), as(CHN, withdrawDecision('CHN-0001')))
      .thenOf(
        [...decided],
        'T+00:00 IncidentCancelled CHN-0001 (command)',
        'T+00:00 CommandRefused WithdrawDecision: INCIDENT_CLOSED',
      );
  });

  it('that was hidden is refused as one that is not there', () => {
    given(scenario, alert({ class: 'PAK' }))
      .when(as(CHN, withdrawDecision('PAK-0001')), as(CHN, withdrawDecision('PAK-0099')))
      .thenAll(
        'T+00:00 CommandRefused WithdrawDecision: UNKNOWN_INCIDENT',
        'T+00:00 CommandRefused WithdrawDecision: UNKNOWN_INCIDENT',
      );
  });
});

it('is warned of when the policy waits for longer than the exercise', () => {
  const long = smallExercise({
    units: [silentPolice],
    chain: chain([step('any', [ask(silentPolice)])]),
    policy: { jointDecision: { deadlockAfterMs: 10_000 * MINUTE } },
  });
  expect([...lintScenario(long)]).toContainEqual(
    expect.objectContaining({ code: 'WAIT_BEYOND_EXERCISE', path: 'policy.jointDecision.deadlockAfter' }),
  );
});
