/** What an Update does: it supersedes what it references, and re-routes the incident when it is graver. */
import { incidentId, notificationId } from '../kernel/ids.js';
import type { Policy } from '../policy/policy.js';
import { acknowledge, alert, at, resolve, until, type AlertText } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, MINUTE, pak, PLAYED, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const standard = chain([step('any', [ask(silentPolice)])]);

function exercise(policy: Partial<Policy> = {}) {
  return smallExercise({ units: [silentPolice], chain: standard, policy });
}

const JOINING = ['AlertAccepted'] as const;

describe('an Update', () => {
  const units = [silentPolice, pak('rescue')];
  const routed = smallExercise({
    units,
    chain: chain([step('any', [ask(silentPolice)])]),
    policy: {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'standard' },
          { id: 'severe', match: { field: 'alert.severity', equals: 'Severe' }, chain: 'grave' },
        ],
      },
      chains: { grave: chain([step('any', [ask(pak('rescue'))])]) },
    },
  });
  const update = (id: string, text: AlertText) => alert({ id, msgType: 'Update', references: ['A1'], ...text });

  it('supersedes the alert that it references', () => {
    given(exercise(), alert())
      .when(update('A2', {}))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2');
  });

  it('of a superseded alert supersedes what took its place', () => {
    given(exercise(), alert(), update('A2', {}))
      .when(update('A3', {}))
      .thenAll('T+00:00 AlertAccepted A3 referenced INC-0001', 'T+00:00 AlertSuperseded A2 by A3');
  });

  it('of alerts in two incidents changes the one that it joins; the other keeps its alert', () => {
    given(exercise(), alert(), alert({ id: 'B1', site: 'port' }))
      .when(update('A2', { references: ['A1', 'B1'] }))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2')
      .when(alert({ id: 'A3', msgType: 'Cancel', references: ['A1', 'B1'] }))
      .thenOf(
        ['AlertCancelled', 'IncidentCancelled'],
        'T+00:00 AlertCancelled A2 by A3',
        'T+00:00 AlertCancelled B1 by A3',
        'T+00:00 IncidentCancelled INC-0001',
        'T+00:00 IncidentCancelled INC-0002',
      );
  });

  it('of nothing known is an alert like any other', () => {
    given(exercise(), alert())
      .when(update('A2', { references: ['constructor'], site: 'port' }))
      .thenOf([...JOINING, 'AlertSuperseded'], 'T+00:00 AlertAccepted A2 opened INC-0002');
  });

  it('that releases less than what it references supersedes nothing', () => {
    given(exercise(), alert({ class: 'JOINT' }))
      .when(update('A2', { class: 'PAK' }))
      .thenOf([...JOINING, 'AlertSuperseded'], 'T+00:00 AlertAccepted A2 opened PAK-0001');
  });

  it('that raises the severity re-routes: what no longer matches stops, nobody is withdrawn', () => {
    const { state } = given(routed, alert({ severity: 'Minor' }))
      .when(at(MINUTE, update('A2', { severity: 'Severe' })))
      .thenAll(
        'T+01:00 AlertAccepted A2 referenced INC-0001',
        'T+01:00 AlertSuperseded A1 by A2',
        'T+01:00 IncidentChanged INC-0001 Minor to Severe',
        'T+01:00 ChainStopped INC-0001 standard (re-routed)',
        'T+01:00 ChainStarted INC-0001 grave',
        'T+01:00 StepStarted INC-0001 grave/0 rescue=N2 (start)',
        'T+01:00 NotificationSent INC-0001.N2 rescue',
        'T+01:00 NotificationDelivered INC-0001.N2 rescue',
      );
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('delivered');
  });

  it('that follows a lesser alert which had reopened the incident is graver than that, whatever had been before', () => {
    const { state } = given(routed, alert({ severity: 'Severe' }), at(MINUTE, resolve('INC-0001')))
      .when(at(2 * MINUTE, alert({ id: 'A2', severity: 'Minor' })))
      .thenEscalation(
        'T+02:00 ChainStarted INC-0001 standard',
        'T+02:00 StepStarted INC-0001 standard/0 police=N2 (start)',
      );
    expect(state.incidents[incidentId('INC-0001')]?.severity).toBe('Minor');
    given(
      routed,
      alert({ severity: 'Severe' }),
      at(MINUTE, resolve('INC-0001')),
      at(2 * MINUTE, alert({ id: 'A2', severity: 'Minor' })),
    )
      .when(at(3 * MINUTE, alert({ id: 'A3', severity: 'Severe' })))
      .thenEscalation(
        'T+03:00 ChainStopped INC-0001 standard (re-routed)',
        'T+03:00 ChainStarted INC-0001 grave',
        'T+03:00 StepStarted INC-0001 grave/0 rescue=N3 (start)',
      );
  });

  it('that leads back to a chain which had been stopped starts it anew', () => {
    given(routed, alert({ severity: 'Minor' }), at(MINUTE, update('A2', { severity: 'Severe' })))
      .when(at(2 * MINUTE, update('A3', { severity: 'Extreme' })), until(7 * MINUTE))
      .thenEscalation(
        'T+02:00 ChainStopped INC-0001 grave (re-routed)',
        'T+02:00 ChainStarted INC-0001 standard',
        'T+02:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+07:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('that raises the severity starts a chain anew that was exhausted, and lets be one that has its answer', () => {
    const played = pak('played', undefined, PLAYED);
    const steps = [step('any', [ask(silentPolice), ask(played)])];
    const raised = given(
      smallExercise({ units: [silentPolice, played], chain: chain(steps) }),
      alert({ severity: 'Minor' }),
      until(5 * MINUTE),
    ).when(at(6 * MINUTE, update('A2', { severity: 'Severe' })), at(7 * MINUTE, acknowledge('INC-0001.N2')));
    raised.thenEscalation(
      'T+06:00 ChainStarted INC-0001 standard',
      'T+06:00 StepStarted INC-0001 standard/0 police=N1 played=N2 (start)',
      'T+07:00 ChainHalted INC-0001 standard/0',
    );
    raised.when(at(8 * MINUTE, update('A3', { severity: 'Extreme' }))).thenEscalation();
  });

  it('that raises the severity on the same route changes no chain', () => {
    given(exercise(), alert({ severity: 'Minor' }))
      .when(update('A2', { severity: 'Severe' }))
      .thenEscalation();
  });

  it('that lowers the severity withdraws nobody and re-routes nothing', () => {
    given(routed, alert({ severity: 'Severe' }))
      .when(update('A2', { severity: 'Minor' }))
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertSuperseded A1 by A2',
        'T+00:00 IncidentChanged INC-0001 Severe to Minor',
      );
  });

  it('keeps the policy as of the opening', () => {
    const { state } = given(routed, alert()).when(update('A2', {}));
    expect(state.incidents[incidentId('INC-0001')]?.policyVersion).toBe(1);
  });
});
