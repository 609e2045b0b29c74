/** What becomes of a unit that several chains ask, or one chain for more than before. */
import type { Plain } from '../kernel/brand.js';
import { chainId, incidentId, unitId } from '../kernel/ids.js';
import { incidentOf } from '../incident/incident-state.js';
import { acknowledge, alert, report, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Route } from '../policy/policy.js';
import { acknowledgementOf } from '../incident/answers.js';
import { responseOf } from '../notification/asked.js';
import { SILENT } from '../testing/small-exercise.js';

const police = pak('police', SILENT, PLAYED);
const consulate = chn('consulate', SILENT, PLAYED);
const rescue = pak('rescue');

const grave: Plain<Route> = { id: 'grave', match: { field: 'alert.severity', atLeast: 'Extreme' }, chain: 'grave' };

/** A Moderate alert runs `standard`; an Update to Extreme at T+01:00 runs `grave`, too. */
function raised(standard: Chain, graver: Chain) {
  const policy = { route: { id: 'default', chain: 'standard', routes: [grave] }, chains: { grave: graver } };
  return given(
    smallExercise({ units: [police, consulate, rescue], chain: standard, policy }),
    alert({ severity: 'Moderate' }),
    acknowledge('INC-0001.N1'),
    until(MINUTE),
    alert({ id: 'A2', msgType: 'Update', references: ['A1'], severity: 'Extreme' }),
  );
}

describe('a unit that gave advice and is then asked to respond', () => {
  const advice = chain([step('any', [ask(police, 'advise')])]);
  const response = chain([step('any', [ask(police, 'respond')]), step('any', [ask(rescue)])], {
    ackExpiresMs: 5 * MINUTE,
  });

  it('is a responder from then on: it makes the incident responding, and its all-clear resolves it', () => {
    raised(advice, response)
      .when(
        acknowledge('INC-0001.N2'),
        until(2 * MINUTE),
        report('INC-0001', 'police', 'enRoute'),
        report('INC-0001', 'police', 'onScene'),
        report('INC-0001', 'police', 'clear'),
      )
      .thenOf(
        ['IncidentResponding', 'AcknowledgementLapsed', 'IncidentResolved'],
        'T+02:00 IncidentResponding INC-0001 police',
        'T+02:00 IncidentResolved INC-0001 (all-clear)',
      );
  });

  it('works from the desk until then', () => {
    raised(advice, response)
      .when(
        report('INC-0001', 'police', 'enRoute'),
        acknowledge('INC-0001.N2'),
        report('INC-0001', 'police', 'enRoute'),
      )
      .thenOf(
        ['CommandRefused', 'IncidentResponding'],
        'T+01:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED',
        'T+01:00 IncidentResponding INC-0001 police',
      );
  });

  it('must set out in time, like any other', () => {
    raised(advice, response)
      .when(acknowledge('INC-0001.N2'), until(7 * MINUTE))
      .thenOf(
        ['AcknowledgementLapsed', 'ChainResumed', 'StepStarted'],
        'T+06:00 AcknowledgementLapsed INC-0001.N2 police',
        'T+06:00 ChainResumed INC-0001 grave',
        'T+06:00 StepStarted INC-0001 grave/1 rescue=N3 (lapsed)',
      );
  });
});

it('an acknowledgement that lapses does so for the chain that asked with it; what else the unit acknowledged holds', () => {
  const informed = chain([step('any', [ask(police, 'inform')])]);
  const response = chain([step('any', [ask(police, 'secure')])], { ackExpiresMs: 2 * MINUTE });
  const { state } = raised(informed, response)
    .when(acknowledge('INC-0001.N2'), until(4 * MINUTE))
    .thenOf(
      ['AcknowledgementLapsed', 'ChainResumed'],
      'T+03:00 AcknowledgementLapsed INC-0001.N2 police',
      'T+03:00 ChainResumed INC-0001 grave',
    );
  expect(acknowledgementOf(state, incidentOf(state, incidentId('INC-0001')), 'PAK')).toEqual({
    at: 0,
    by: 'unit',
    unit: 'police',
  });
  expect(state.chains[incidentId('INC-0001')]?.[chainId('standard')]?.status).toBe('halted');
});

describe('a responder that another chain asks with a notification of its own', () => {
  const respond = (ackExpiresMs?: number) =>
    chain([step('any', [ask(police, 'respond')]), step('any', [ask(rescue)])], { ackExpiresMs });
  const secure = (ackExpiresMs?: number) =>
    chain([step('any', [ask(police, 'secure')]), step('any', [ask(rescue)])], { ackExpiresMs });
  const LAPSES = ['AcknowledgementLapsed', 'ChainResumed', 'JointAcknowledgementChanged', 'UnitProgressed'] as const;

  it('must set out in time for that one, too; the first, which does not lapse, still engages it', () => {
    raised(respond(), secure(2 * MINUTE))
      .when(acknowledge('INC-0001.N2'), until(4 * MINUTE), report('INC-0001', 'police', 'enRoute'))
      .thenOf(
        LAPSES,
        'T+03:00 AcknowledgementLapsed INC-0001.N2 police',
        'T+03:00 ChainResumed INC-0001 grave',
        'T+04:00 UnitProgressed INC-0001 police enRoute',
      );
  });

  it('is engaged by the second when the first lapses', () => {
    const { state } = raised(respond(2 * MINUTE), secure())
      .when(acknowledge('INC-0001.N2'), until(4 * MINUTE))
      .thenOf(LAPSES, 'T+02:00 AcknowledgementLapsed INC-0001.N1 police', 'T+02:00 ChainResumed INC-0001 standard');
    expect(responseOf(state, unitId('police'), incidentId('INC-0001'))?.id).toBe('INC-0001.N2');
  });

  it('is released when both have lapsed, and by neither once it has set out', () => {
    raised(respond(2 * MINUTE), secure(2 * MINUTE))
      .when(acknowledge('INC-0001.N2'), until(4 * MINUTE), report('INC-0001', 'police', 'enRoute'))
      .thenOf(
        [...LAPSES, 'CommandRefused'],
        'T+02:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+02:00 ChainResumed INC-0001 standard',
        'T+03:00 AcknowledgementLapsed INC-0001.N2 police',
        'T+03:00 JointAcknowledgementChanged INC-0001 none (PAK)',
        'T+03:00 ChainResumed INC-0001 grave',
        'T+04:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED',
      );
    raised(respond(2 * MINUTE), secure(2 * MINUTE))
      .when(acknowledge('INC-0001.N2'), report('INC-0001', 'police', 'enRoute'), until(9 * MINUTE))
      .thenOf(LAPSES, 'T+01:00 UnitProgressed INC-0001 police enRoute');
  });
});

it('of the chains that ask with one notification the shortest expiry of an acknowledgement counts', () => {
  const both = {
    routes: [
      { id: 'a', chain: 'standard', continue: true },
      { id: 'b', chain: 'other' },
    ],
  };
  const steps = [step('any', [ask(police)]), step('any', [ask(rescue)])];
  const policy = {
    route: { id: 'default', chain: 'standard', ...both },
    chains: { other: chain(steps, { ackExpiresMs: 3 * MINUTE }) },
  };
  given(smallExercise({ units: [police, rescue], chain: chain(steps), policy }), alert(), acknowledge('INC-0001.N1'))
    .when(until(4 * MINUTE))
    .thenOf(['AcknowledgementLapsed'], 'T+03:00 AcknowledgementLapsed INC-0001.N1 police');
});

describe('reminders', () => {
  const asks = (parts: Partial<Chain> = {}) =>
    chain([step('all', [ask(rescue), ask(police)], { ackWithinMs: 60 * MINUTE })], parts);

  it.each(['standard', 'other'])(
    'come by the interval of the chain that has one, here %s, whichever asked first',
    (which) => {
      const parts = (id: string) => (id === which ? { remindEveryMs: 2 * MINUTE } : {});
      const route = {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'a', chain: 'standard', continue: true },
          { id: 'b', chain: 'other' },
        ],
      };
      const policy = { route, chains: { other: asks(parts('other')) } };
      given(
        smallExercise({ units: [police, rescue], chain: asks(parts('standard')), policy }),
        alert(),
        acknowledge('INC-0001.N2'),
      )
        .when(until(5 * MINUTE))
        .thenOf(
          ['NotificationReminded'],
          'T+02:00 NotificationReminded INC-0001.N1 rescue #2',
          'T+04:00 NotificationReminded INC-0001.N1 rescue #3',
        );
    },
  );

  it('go on when a halted chain resumes', () => {
    const first = step('any', [ask(police), ask('guard')]);
    const steps = [first, step('any', [ask(rescue)], { ackWithinMs: 60 * MINUTE })];
    const parts = { remindEveryMs: 3 * MINUTE, ackExpiresMs: 2 * MINUTE };
    const scenario = smallExercise({ units: [police, pak('guard'), rescue], chain: chain(steps, parts) });
    given(scenario, alert(), until(MINUTE), acknowledge('INC-0001.N1'))
      .when(until(7 * MINUTE))
      .thenOf(
        ['ChainResumed', 'NotificationReminded'],
        'T+03:00 ChainResumed INC-0001 standard',
        'T+06:00 NotificationReminded INC-0001.N2 guard #2',
        'T+06:00 NotificationReminded INC-0001.N3 rescue #2',
      );
  });
});
