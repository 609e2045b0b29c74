/** The life of an incident: open, responding, resolved, closed; and who has acknowledged it. */
import { chainId, incidentId, unitId } from '../kernel/ids.js';
import {
  acknowledge,
  alert,
  as,
  at,
  close,
  CONTROLLER,
  escalate,
  operatorOf,
  override,
  report,
  resolve,
  until,
} from '../testing/deeds.js';
import { incidentOf } from './incident-state.js';
import { acknowledgedSides } from './answers.js';
import { engagementsOf } from '../notification/asked.js';
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
  silentEmbassy,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';

const quick = moves(answers(MINUTE), MINUTE, 10 * MINUTE, 20 * MINUTE);
const closing = smallExercise({
  units: [silentPolice],
  chain: chain([step('any', [ask(silentPolice)])]),
  policy: { closeAfterMs: 15 * MINUTE },
});

describe('an incident', () => {
  it('is responding when the first responder is under way, and resolved when the last one is clear', () => {
    const police = pak('police', quick);
    const rescue = pak('rescue', moves(answers(MINUTE), 5 * MINUTE, 10 * MINUTE, 30 * MINUTE));
    alerted([police, rescue], chain([step('all', [ask(police), ask(rescue, 'secure')])]))
      .when(until(60 * MINUTE))
      .thenOf(
        ['UnitProgressed', 'IncidentResponding', 'IncidentResolved'],
        'T+02:00 UnitProgressed INC-0001 police enRoute',
        'T+02:00 IncidentResponding INC-0001 police',
        'T+06:00 UnitProgressed INC-0001 rescue enRoute',
        'T+12:00 UnitProgressed INC-0001 police onScene',
        'T+16:00 UnitProgressed INC-0001 rescue onScene',
        'T+32:00 UnitProgressed INC-0001 police clear',
        'T+46:00 UnitProgressed INC-0001 rescue clear',
        'T+46:00 IncidentResolved INC-0001 (all-clear)',
      );
  });

  it('is not responding because an adviser is under way', () => {
    const embassy = chn('embassy', quick);
    alerted([embassy], chain([step('any', [ask(embassy)])]))
      .when(until(60 * MINUTE))
      .thenOf(['IncidentResponding', 'IncidentResolved']);
  });

  it('keeps the moments of its figures', () => {
    const police = pak('police', quick);
    const embassy = chn('embassy', answers(3 * MINUTE));
    const { state } = alerted([police, embassy], chain([step('each-side', [ask(police), ask(embassy)])])).when(
      until(60 * MINUTE),
    );
    expect(state.incidents[incidentId('INC-0001')]?.figures).toEqual({
      firstNotificationAt: 0,
      firstAcknowledgementAt: { PAK: MINUTE, CHN: 3 * MINUTE },
      jointAcknowledgementAt: 3 * MINUTE,
      respondingAt: 2 * MINUTE,
      firstOnSceneAt: 12 * MINUTE,
      resolvedAt: 32 * MINUTE,
      escalations: 0,
    });
  });

  it('counts the steps after the first as escalations', () => {
    const { state } = alerted(
      [silentPolice, silentEmbassy],
      chain([step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)])]),
    ).when(until(60 * MINUTE));
    expect(state.incidents[incidentId('INC-0001')]?.figures.escalations).toBe(1);
  });

  it('once resolved withdraws what is open, stops escalating and stands its units down', () => {
    const police = pak('police', moves(answers(MINUTE), 30 * MINUTE, MINUTE, MINUTE));
    const { state } = alerted([police, silentEmbassy], chain([step('all', [ask(police), ask(silentEmbassy)])]))
      .when(until(MINUTE))
      .when(resolve('INC-0001'), until(60 * MINUTE))
      .thenAll(
        'T+01:00 NotificationWithdrawn INC-0001.N2 embassy (incident-resolved)',
        'T+01:00 IncidentResolved INC-0001 (command)',
        'T+01:00 UnitsInformed INC-0001 resolved: police',
        'T+01:00 UpdateDelivered INC-0001 police',
      );
    expect(engagementsOf(state, unitId('police'))).toEqual([]);
    expect(state.chains[incidentId('INC-0001')]?.[chainId('standard')]?.status).toBe('stopped');
  });

  it('closes by itself when the policy says after how long', () => {
    given(closing, alert())
      .when(at(MINUTE, resolve('INC-0001')), until(60 * MINUTE))
      .thenAll(
        'T+01:00 NotificationWithdrawn INC-0001.N1 police (incident-resolved)',
        'T+01:00 IncidentResolved INC-0001 (command)',
        'T+16:00 IncidentClosed INC-0001 (elapsed)',
      );
  });

  it('does not close by itself once it is open again', () => {
    given(closing, alert(), resolve('INC-0001'), at(MINUTE, alert({ id: 'A2' })))
      .when(until(60 * MINUTE))
      .thenOf(['IncidentClosed']);
  });

  it('is closed by hand only after it was resolved; nothing more can be done to it then', () => {
    alerted([silentPolice], chain([step('any', [ask(silentPolice)])]))
      .when(close('INC-0001'), resolve('INC-0001'), resolve('INC-0001'), escalate('INC-0001'), close('INC-0001'))
      .thenAll(
        'T+00:00 CommandRefused CloseIncident: INCIDENT_NOT_RESOLVED',
        'T+00:00 NotificationWithdrawn INC-0001.N1 police (incident-resolved)',
        'T+00:00 IncidentResolved INC-0001 (command)',
        'T+00:00 CommandRefused ResolveIncident: INCIDENT_ALREADY_RESOLVED',
        'T+00:00 CommandRefused EscalateIncident: INCIDENT_ALREADY_RESOLVED',
        'T+00:00 IncidentClosed INC-0001 (command)',
      )
      .when(
        resolve('INC-0001'),
        close('INC-0001'),
        override('INC-0001', 'PAK'),
        acknowledge('INC-0001.N1'),
        report('INC-0001', 'police', 'clear'),
      )
      .thenAll(
        'T+00:00 CommandRefused ResolveIncident: INCIDENT_CLOSED',
        'T+00:00 CommandRefused CloseIncident: INCIDENT_CLOSED',
        'T+00:00 CommandRefused OverrideAcknowledgement: INCIDENT_CLOSED',
        'T+00:00 CommandRefused AcknowledgeNotification: INCIDENT_CLOSED',
        'T+00:00 CommandRefused ReportProgress: INCIDENT_CLOSED',
      );
  });

  it.each([['INC-0002'], ['INC-00001'], ['__proto__'], ['constructor'], ['']])('%p is unknown', (id) => {
    alerted([silentPolice], chain([step('any', [ask(silentPolice)])]))
      .when(resolve(id), close(id), escalate(id), acknowledge(`${id}.N1`), acknowledge(id))
      .thenAll(
        'T+00:00 CommandRefused ResolveIncident: UNKNOWN_INCIDENT',
        'T+00:00 CommandRefused CloseIncident: UNKNOWN_INCIDENT',
        'T+00:00 CommandRefused EscalateIncident: UNKNOWN_INCIDENT',
        'T+00:00 CommandRefused AcknowledgeNotification: UNKNOWN_NOTIFICATION',
        'T+00:00 CommandRefused AcknowledgeNotification: UNKNOWN_NOTIFICATION',
      );
  });

  it('forgets, when it reopens, who had acknowledged it', () => {
    const police = pak('police', answers(MINUTE));
    const embassy = chn('embassy', answers(MINUTE));
    alerted([police, embassy], chain([step('each-side', [ask(police), ask(embassy)])]))
      .when(until(2 * MINUTE), resolve('INC-0001'), alert({ id: 'A2' }), until(10 * MINUTE))
      .thenOf(
        ['JointAcknowledgementChanged', 'ChainHalted', 'IncidentReopened'],
        'T+01:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+01:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+01:00 ChainHalted INC-0001 standard/0',
        'T+02:00 IncidentReopened INC-0001',
        'T+03:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+03:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+03:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('takes no late answer, when it reopens, to what it had asked before', () => {
    const played = pak('played', undefined, PLAYED);
    alerted([played], chain([step('any', [ask(played)])], { expireAfterMs: 2 * MINUTE }))
      .when(until(3 * MINUTE), resolve('INC-0001'), alert({ id: 'A2' }), acknowledge('INC-0001.N1'))
      .thenOf(
        ['CommandRefused', 'LateAcknowledgement', 'JointAcknowledgementChanged'],
        'T+03:00 CommandRefused AcknowledgeNotification: NOTIFICATION_ENDED',
      )
      .when(until(6 * MINUTE), acknowledge('INC-0001.N2'))
      .thenOf(['CommandRefused', 'LateAcknowledgement'], 'T+06:00 LateAcknowledgement INC-0001.N2 played');
  });

  it('leaves the hot state when it is closed or cancelled', () => {
    const { state } = given(closing, alert(), alert({ id: 'B1', site: 'port' }), resolve('INC-0001'))
      .when(close('INC-0001'), alert({ id: 'B2', msgType: 'Cancel', references: ['B1'] }))
      .thenOf(
        ['IncidentClosed', 'IncidentCancelled'],
        'T+00:00 IncidentClosed INC-0001 (command)',
        'T+00:00 IncidentCancelled INC-0002',
      );
    const { incidents, notifications, alerts, members, correlation, timers } = state;
    expect([incidents, notifications, alerts, members, correlation]).toEqual([{}, {}, {}, {}, {}]);
    expect(Object.keys(timers.byKey)).toEqual(['end']);
  });
});

describe('two chains side by side', () => {
  const scenario = smallExercise({
    units: [silentPolice, pak('rescue'), silentEmbassy],
    chain: chain([step('any', [ask(silentPolice)])]),
    policy: {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'first', chain: 'standard', continue: true },
          { id: 'second', chain: 'wide' },
        ],
      },
      chains: {
        wide: chain([step('any', [ask(silentEmbassy), ask(silentPolice)]), step('any', [ask(pak('rescue'))])]),
      },
    },
  });

  it('number their notifications apart, and send a unit asked for the same by both only one', () => {
    given(scenario)
      .when(alert())
      .thenOf(
        ['StepStarted', 'NotificationSent', 'NotificationReminded'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+00:00 NotificationSent INC-0001.N1 police',
        'T+00:00 StepStarted INC-0001 wide/0 embassy=N2 police=N1 (start)',
        'T+00:00 NotificationSent INC-0001.N2 embassy',
      );
  });

  it('both halt when the unit that both asked acknowledges', () => {
    given(scenario, alert())
      .when(acknowledge('INC-0001.N1'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0', 'T+00:00 ChainHalted INC-0001 wide/0');
  });

  it('escalate together by hand, or the one that is named', () => {
    given(scenario, alert())
      .when(escalate('INC-0001', 'wide'))
      .thenEscalation('T+00:00 StepStarted INC-0001 wide/1 rescue=N3 (manual)')
      .when(escalate('INC-0001'))
      .thenEscalation('T+00:00 EscalationExhausted INC-0001 standard', 'T+00:00 EscalationExhausted INC-0001 wide');
  });
});

describe('a unit that two chains asked for the same', () => {
  const embassy = chn('embassy', answers(3 * MINUTE));
  const scenario = smallExercise({
    units: [silentPolice, embassy],
    chain: chain([step('any', [ask(silentPolice), ask(embassy)])], { remindEveryMs: 2 * MINUTE }),
    policy: {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'first', chain: 'standard', continue: true },
          { id: 'second', chain: 'slow' },
        ],
      },
      chains: {
        slow: chain([step('any', [ask(silentPolice)], { ackWithinMs: 20 * MINUTE })], { remindEveryMs: 5 * MINUTE }),
      },
    },
  });

  it('is reminded as often as the quicker one says, and goes on to be when only the other one is at work', () => {
    given(scenario, alert())
      .when(until(12 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'ChainHalted'],
        'T+02:00 NotificationReminded INC-0001.N1 police #2',
        'T+02:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+03:00 ChainHalted INC-0001 standard/0',
        'T+07:00 NotificationReminded INC-0001.N1 police #3',
        'T+12:00 NotificationReminded INC-0001.N1 police #4',
      );
  });
});

describe('joint acknowledgement', () => {
  const players = [
    pak('police', undefined, PLAYED),
    pak('rescue', undefined, PLAYED),
    chn('embassy', undefined, PLAYED),
  ];
  const waiting = () =>
    alerted(
      players,
      chain([
        step(
          'each-side',
          players.map((unit) => ask(unit)),
          { ackWithinMs: 60 * MINUTE },
        ),
      ]),
    );

  it('goes from none over partial to joint', () => {
    waiting()
      .when(acknowledge('INC-0001.N3'), acknowledge('INC-0001.N1'))
      .thenAll(
        'T+00:00 NotificationAcknowledged INC-0001.N3 embassy',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (CHN)',
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
        'T+00:00 JointAcknowledgementChanged INC-0001 joint (PAK)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('two acknowledgements of one nation are still partial', () => {
    const { state } = waiting()
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'))
      .thenOf(['JointAcknowledgementChanged'], 'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)');
    expect(acknowledgedSides(state, incidentOf(state, incidentId('INC-0001')))).toHaveLength(1);
  });

  it('a controller may override for one side, with the reason in the log', () => {
    waiting()
      .when(acknowledge('INC-0001.N1'), override('INC-0001', 'CHN'))
      .thenAll(
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+00:00 AcknowledgementOverridden INC-0001 CHN: said so by telephone',
        'T+00:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('nobody else may, and nobody for a side that has acknowledged already', () => {
    waiting()
      .when(
        as(operatorOf('CHN'), override('INC-0001', 'CHN')),
        as({ ...CONTROLLER, role: 'service' } as typeof CONTROLLER, override('INC-0001', 'CHN')),
        acknowledge('INC-0001.N1'),
        override('INC-0001', 'PAK'),
      )
      .thenOf(
        ['CommandRefused', 'AcknowledgementOverridden'],
        'T+00:00 CommandRefused OverrideAcknowledgement: NOT_PERMITTED',
        'T+00:00 CommandRefused OverrideAcknowledgement: NOT_PERMITTED',
        'T+00:00 CommandRefused OverrideAcknowledgement: SIDE_ALREADY_ACKNOWLEDGED',
      );
  });

  it('a side that may not know has no part in it', () => {
    given(smallExercise({ units: players, chain: chain([step('any', [ask('police')])]) }), alert({ class: 'PAK' }))
      .when(override('PAK-0001', 'CHN'))
      .thenAll('T+00:00 CommandRefused OverrideAcknowledgement: NOT_YOUR_SIDE');
  });

  it('lasts through the unit’s later progress, and is told once though a unit acknowledges twice', () => {
    const police = pak('police', undefined, PLAYED);
    alerted([police], chain([step('all', [ask(police)]), step('all', [ask(police, 'inform')], { id: 'inform' })]))
      .when(until(5 * MINUTE), acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'))
      .thenOf(['JointAcknowledgementChanged'], 'T+05:00 JointAcknowledgementChanged INC-0001 partial (PAK)');
  });
});

it('an incident that is cancelled gives its kind back to the one before it', () => {
  const unit = pak('police');
  const scenario = smallExercise({ units: [unit], chain: chain([step('any', [ask(unit)])]) });
  given(
    scenario,
    alert({ id: 'A1', category: 'Fire' }),
    alert({ id: 'A2', category: 'Health' }),
    alert({ id: 'A3', category: 'Fire', references: ['A2'], msgType: 'Update' }),
    alert({ id: 'A4', category: 'Health', references: ['A3'], msgType: 'Cancel' }),
  )
    .when(until(2 * MINUTE), alert({ id: 'A5', category: 'Fire' }))
    .thenOf(['IncidentOpened', 'AlertAccepted'], 'T+02:00 AlertAccepted A5 correlated INC-0001');
});
