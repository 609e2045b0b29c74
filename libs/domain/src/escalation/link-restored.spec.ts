/** What is asked again when a unit can be reached again. */
import type { Plain } from '../kernel/brand.js';
import {
  acknowledge,
  alert,
  askUnit,
  at,
  close,
  resolve,
  report,
  setSideLink,
  setUnitLink,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, only, pak, PLAYED, SECOND, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Policy } from '../policy/policy.js';
import type { Link } from '../unit/unit.js';

const UP: Link = { status: 'up' };
const DOWN: Link = { status: 'down' };
const SLOW: Link = { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 };

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const waiting = { ackWithinMs: 20 * MINUTE };
const either = chain([step('any', [ask(police), ask(rescue)], waiting)]);

const ASKED = ['UnitAsked', 'ChainHalted', 'EscalationExhausted'] as const;

/** The link of the police is down when the alert comes in, and up again at T+03:00. */
function cutOff(standard: Chain, ...meanwhile: Deed[]) {
  return cutOffUnder({}, standard, ...meanwhile);
}

function cutOffUnder(policy: Partial<Plain<Policy>>, standard: Chain, ...meanwhile: Deed[]) {
  const scenario = smallExercise({ units, chain: standard, policy });
  return given(scenario, setUnitLink('police', DOWN), alert(), ...meanwhile);
}

const back = at(3 * MINUTE, setUnitLink('police', UP));

describe('a unit that can be reached again', () => {
  it('is asked again what could not be delivered, by a new notification', () => {
    cutOff(either)
      .when(back, until(4 * MINUTE))
      .thenAll(
        'T+03:00 LinkChanged police up',
        'T+03:00 UnitReachable police',
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+03:00 NotificationSent INC-0001.N3 police',
        'T+03:00 NotificationDelivered INC-0001.N3 police',
      );
  });

  it('over a degraded link is asked again, too; the notification arrives late', () => {
    cutOff(either)
      .when(at(3 * MINUTE, setUnitLink('police', SLOW)), until(5 * MINUTE))
      .thenOf(
        ['UnitAsked', 'NotificationSent', 'NotificationDelivered'],
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+03:00 NotificationSent INC-0001.N3 police',
        'T+04:30 NotificationDelivered INC-0001.N3 police',
      );
  });

  it('counts for the chain that asked', () => {
    cutOff(either, back, until(3 * MINUTE))
      .when(acknowledge('INC-0001.N3'))
      .thenOf(ASKED, 'T+03:00 ChainHalted INC-0001 standard/0');
  });

  it('is one of a side whose link is back: each is asked again', () => {
    given(smallExercise({ units, chain: either }), setSideLink('PAK', DOWN), alert())
      .when(at(3 * MINUTE, setSideLink('PAK', UP)), until(4 * MINUTE))
      .thenOf(
        ['UnitAsked'],
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+03:00 UnitAsked INC-0001 rescue=N4 respond (not-reached)',
      );
  });

  it('is not one whose side is still cut off', () => {
    cutOff(either, setSideLink('PAK', DOWN))
      .when(back, until(4 * MINUTE))
      .thenAll('T+03:00 LinkChanged police up')
      .when(at(5 * MINUTE, setSideLink('PAK', UP)), until(6 * MINUTE))
      .thenOf(['UnitAsked'], 'T+05:00 UnitAsked INC-0001 police=N3 respond (not-reached)');
  });

  // It is said to be reachable, and asked again over the link that is down.
  it('is not one whose link is down again at the same moment', () => {
    cutOff(either)
      .when(back, setUnitLink('police', DOWN), until(4 * MINUTE))
      .thenAll('T+03:00 LinkChanged police up', 'T+03:00 LinkChanged police down');
  });

  it('is asked in each incident, and each question', () => {
    const both = chain([step('any', [ask(police, 'respond')]), step('any', [ask(police, 'inform')], { id: 'inform' })]);
    cutOff(both, alert({ id: 'B1', site: 'port' }))
      .when(back, until(4 * MINUTE))
      .thenOf(
        ['UnitAsked'],
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+03:00 UnitAsked INC-0001 police=N4 inform (not-reached)',
        'T+03:00 UnitAsked INC-0002 police=N3 respond (not-reached)',
        'T+03:00 UnitAsked INC-0002 police=N4 inform (not-reached)',
      );
  });

  it('is asked once for a question that was undeliverable twice', () => {
    cutOff(chain([step('any', [ask(police), ask(rescue)], { ackWithinMs: MINUTE })], { repeat: 1 }))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked'], 'T+03:00 UnitAsked INC-0001 police=N4 respond (not-reached)');
  });

  it('is asked in vain once at one moment, and again for the chains that still want its answer', () => {
    const other = chain([step('any', [ask(police)])], { expireAfterMs: 5 * MINUTE });
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'first', chain: 'halts', continue: true },
          { id: 'second', chain: 'other' },
        ],
      },
      chains: { halts: either, other },
    };
    given(smallExercise({ units, chain: either, policy }), setUnitLink('police', DOWN), alert())
      .when(at(MINUTE, acknowledge('INC-0001.N2')), back, until(9 * MINUTE))
      .thenOf(
        ['ChainHalted', 'EscalationExhausted', 'UnitAsked', 'NotificationExpired'],
        'T+01:00 ChainHalted INC-0001 halts/0',
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+08:00 NotificationExpired INC-0001.N3 police',
      );
  });

  it('is not asked a third time when its link goes down and comes back after that', () => {
    cutOff(either, back)
      .when(at(4 * MINUTE, setUnitLink('police', DOWN)), at(5 * MINUTE, setUnitLink('police', UP)), until(6 * MINUTE))
      .thenOf(['UnitAsked'], 'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)');
  });

  it('is asked again each time that it could not be', () => {
    cutOff(
      chain([step('any', [ask(rescue)], { ackWithinMs: MINUTE }), step('any', [ask(police), ask(rescue)], waiting)]),
    )
      .when(back, at(4 * MINUTE, setUnitLink('police', DOWN)), at(5 * MINUTE, askUnit('INC-0001', 'police', 'inform')))
      .when(at(6 * MINUTE, setUnitLink('police', UP)), until(7 * MINUTE))
      .thenOf(['UnitAsked'], 'T+06:00 UnitAsked INC-0001 police=N5 inform (not-reached)');
  });

  it('is reminded, and the notification expires, as the chain says that asked', () => {
    const parts = { remindEveryMs: 4 * MINUTE, expireAfterMs: 10 * MINUTE };
    cutOff(chain([step('any', [ask(police), ask(embassy)], waiting)], parts), back)
      .when(until(14 * MINUTE))
      .thenOf(
        ['UnitAsked', 'NotificationReminded', 'NotificationExpired', 'EscalationExhausted'],
        'T+03:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+04:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+07:00 NotificationReminded INC-0001.N3 police #2',
        'T+08:00 NotificationReminded INC-0001.N2 embassy #3',
        'T+10:00 NotificationExpired INC-0001.N2 embassy',
        'T+11:00 NotificationReminded INC-0001.N3 police #3',
        'T+13:00 NotificationExpired INC-0001.N3 police',
        'T+13:00 EscalationExhausted INC-0001 standard',
      );
  });
});

describe('the chain that asked', () => {
  it('is exhausted: the unit is asked again, and its answer halts the chain', () => {
    cutOff(only(police))
      .when(back, at(4 * MINUTE, acknowledge('INC-0001.N2')))
      .thenOf(
        ASKED,
        'T+03:00 UnitAsked INC-0001 police=N2 respond (not-reached)',
        'T+04:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('has halted: the unit is not asked again', () => {
    cutOff(either, at(MINUTE, acknowledge('INC-0001.N2')))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked', 'NotificationSent']);
  });

  // The unit is asked again before what the side's link had kept of another one counts.
  it('has halted by an answer that the same link had kept: the unit is not asked again', () => {
    cutOff(either, setSideLink('PAK', DOWN), setUnitLink('police', UP), acknowledge('INC-0001.N2'))
      .when(at(3 * MINUTE, setSideLink('PAK', UP)), until(4 * MINUTE))
      .thenOf([...ASKED, 'NotificationSent'], 'T+03:00 ChainHalted INC-0001 standard/0');
  });

  it('was stopped: the unit is not asked again', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [{ id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'grave' }],
      },
      chains: { grave: only(embassy) },
    };
    cutOffUnder(policy, either, alert({ id: 'A2', severity: 'Extreme' }))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked', 'NotificationSent']);
  });

  it('waits for the delay of its next step: the unit is asked again', () => {
    const steps = [step('all', [ask(police)]), step('any', [ask(rescue)], { delayMs: 10 * MINUTE })];
    cutOff(chain(steps))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked'], 'T+03:00 UnitAsked INC-0001 police=N2 respond (not-reached)');
  });
});

describe('the question', () => {
  it('was asked by hand: it is asked again, whatever the chains do', () => {
    cutOff(only(rescue), at(MINUTE, acknowledge('INC-0001.N1')), askUnit('INC-0001', 'police', 'secure'))
      .when(back, until(4 * MINUTE))
      .thenOf(
        ['UnitAsked', 'NotificationSent'],
        'T+03:00 UnitAsked INC-0001 police=N3 secure (not-reached)',
        'T+03:00 NotificationSent INC-0001.N3 police',
      );
  });

  it('was asked again by a later step that could deliver it: it is not asked a third time', () => {
    // The side is cut off for the first step, and the unit reachable for the second.
    const steps = [
      step('any', [ask(police), ask(embassy)], { ackWithinMs: MINUTE }),
      step('any', [ask(police)], waiting),
    ];
    given(smallExercise({ units, chain: chain(steps) }), setUnitLink('police', DOWN), alert())
      .when(at(MINUTE, setUnitLink('police', UP)), until(2 * MINUTE))
      .thenOf(
        ['UnitAsked', 'StepStarted'],
        'T+01:00 UnitAsked INC-0001 police=N3 respond (not-reached)',
        'T+01:00 StepStarted INC-0001 standard/1 police=N3 (timeout)',
      )
      .when(at(3 * MINUTE, setUnitLink('police', DOWN)), at(4 * MINUTE, setUnitLink('police', UP)), until(5 * MINUTE))
      .thenOf(['UnitAsked']);
  });

  it('is covered by an answer that the link had kept: that counts first, and the unit is not asked', () => {
    const steps = [
      step('any', [ask(police, 'respond')]),
      step('each-side', [ask(police, 'inform'), ask(embassy)], { id: 'both', ...waiting }),
    ];
    given(smallExercise({ units, chain: chain(steps) }), alert())
      .when(
        at(4 * MINUTE, setUnitLink('police', DOWN)),
        acknowledge('INC-0001.N1'),
        at(8 * MINUTE, setUnitLink('police', UP)),
        until(9 * MINUTE),
      )
      .thenOf(
        ['NotificationUndeliverable', 'NotificationAcknowledged', 'UnitAsked', 'ChainHalted'],
        'T+05:00 NotificationUndeliverable INC-0001.N2 police (not-reached)',
        'T+08:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });
});

describe('the incident', () => {
  it('is responding: the unit is asked again', () => {
    cutOff(
      either,
      acknowledge('INC-0001.N2'),
      report('INC-0001', 'rescue', 'enRoute'),
      askUnit('INC-0001', 'police', 'secure'),
    )
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked'], 'T+03:00 UnitAsked INC-0001 police=N4 secure (not-reached)');
  });

  it('is resolved: the unit is not asked again', () => {
    cutOff(either, at(MINUTE, resolve('INC-0001')))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked']);
  });

  it('is closed or cancelled: the unit is not asked again', () => {
    cutOff(either, resolve('INC-0001'), close('INC-0001'))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked']);
    cutOff(either, alert({ id: 'C1', msgType: 'Cancel', references: ['A1'] }))
      .when(back, until(4 * MINUTE))
      .thenOf(['UnitAsked']);
  });

  it('was opened again: what could not be delivered before is not asked', () => {
    cutOff(either, resolve('INC-0001'), setUnitLink('rescue', DOWN), setUnitLink('police', UP), alert({ id: 'A2' }))
      .when(at(3 * MINUTE, setUnitLink('police', DOWN)), at(4 * MINUTE, setUnitLink('police', UP)), until(5 * MINUTE))
      .thenOf(['UnitAsked']);
  });
});
