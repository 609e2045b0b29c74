/** Starting an exhausted or halted chain again, by hand: anew, from its first step. */
import type { Plain } from '../kernel/brand.js';
import { notificationId } from '../kernel/ids.js';
import {
  acknowledge,
  alert,
  at,
  close,
  CONTROLLER,
  override,
  report,
  resolve,
  restart,
  until,
} from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, only, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Policy } from '../policy/policy.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const waiting = { ackWithinMs: 20 * MINUTE };

describe('a halted chain that is started again', () => {
  it('asks anew whoever had acknowledged, and halts by a new answer only', () => {
    alerted([police], only(police))
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(at(2 * MINUTE, restart('INC-0001')), at(3 * MINUTE, acknowledge('INC-0001.N2')))
      .thenAll(
        'T+02:00 ChainStarted INC-0001 standard',
        'T+02:00 StepStarted INC-0001 standard/0 police=N2 (start)',
        'T+02:00 NotificationSent INC-0001.N2 police',
        'T+02:00 NotificationDelivered INC-0001.N2 police',
        'T+03:00 NotificationAcknowledged INC-0001.N2 police',
        'T+03:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('begins with its first step, wherever it halted', () => {
    alerted(units, chain([step('any', [ask(police)]), step('any', [ask(rescue)], waiting)]))
      .when(at(6 * MINUTE, acknowledge('INC-0001.N2')), restart('INC-0001'))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
        'T+06:00 ChainStarted INC-0001 standard',
        'T+06:00 StepStarted INC-0001 standard/0 police=N1 (start)',
      );
  });

  it('is so in the name of who did it', () => {
    const { events } = alerted([police], only(police)).when(acknowledge('INC-0001.N1'), restart('INC-0001'));
    expect(events.find(({ type }) => type === 'ChainStarted')?.actor).toEqual(CONTROLLER);
  });

  it('leaves the joint acknowledgement as it is', () => {
    const { state } = alerted([police], only(police))
      .when(acknowledge('INC-0001.N1'))
      .when(restart('INC-0001'))
      .thenOf(['JointAcknowledgementChanged']);
    expect(state.notifications[notificationId('INC-0001.N1')]?.lapsedAt).toBeUndefined();
  });
});

describe('an exhausted chain that is started again', () => {
  it('keeps a question that is open, and reminds the unit of it', () => {
    alerted([police], only(police))
      .when(until(20 * MINUTE))
      .when(at(21 * MINUTE, restart('INC-0001')))
      .thenAll(
        'T+21:00 ChainStarted INC-0001 standard',
        'T+21:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+21:00 NotificationReminded INC-0001.N1 police #2',
        'T+21:00 NotificationDelivered INC-0001.N1 police',
      );
  });

  it('has all its repeats again', () => {
    alerted([police], chain([step('any', [ask(police)])], { repeat: 1 }))
      .when(until(10 * MINUTE))
      .when(restart('INC-0001'), until(30 * MINUTE))
      .thenEscalation(
        'T+10:00 ChainStarted INC-0001 standard',
        'T+10:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+15:00 StepStarted INC-0001 standard/0 police=N1 (repeat)',
        'T+20:00 EscalationExhausted INC-0001 standard',
      );
  });
});

describe('a chain that was started again counts', () => {
  const all = chain([step('all', [ask(police), ask(rescue)], waiting)]);

  it.each(['enRoute', 'onScene'] as const)('a unit that was %s, and does not ask it again', (progress) => {
    alerted(units, all)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), report('INC-0001', 'police', progress))
      .when(restart('INC-0001'), acknowledge('INC-0001.N3'))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 rescue=N3 (start)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('not a unit that set out only after that', () => {
    alerted(units, all)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), restart('INC-0001'))
      .when(report('INC-0001', 'police', 'enRoute'), acknowledge('INC-0001.N4'))
      .thenEscalation()
      .when(acknowledge('INC-0001.N3'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('not a unit that was clear by then: it is asked again', () => {
    alerted(units, all)
      .when(
        acknowledge('INC-0001.N1'),
        acknowledge('INC-0001.N2'),
        report('INC-0001', 'police', 'enRoute'),
        report('INC-0001', 'police', 'clear'),
      )
      .when(restart('INC-0001'))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N3 rescue=N4 (start)',
      );
  });

  it('under each-side neither an earlier override nor an earlier acknowledgement; a controller may override again', () => {
    alerted(units, chain([step('each-side', [ask(police), ask(embassy)], waiting)]))
      .when(acknowledge('INC-0001.N1'), override('INC-0001', 'CHN'))
      .when(restart('INC-0001'), override('INC-0001', 'CHN'), acknowledge('INC-0001.N3'))
      .thenOf(
        ['StepStarted', 'AcknowledgementOverridden', 'JointAcknowledgementChanged', 'ChainHalted', 'CommandRefused'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N3 embassy=N2 (start)',
        'T+00:00 AcknowledgementOverridden INC-0001 CHN: said so by telephone',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('under each-side a side whose unit was under way: only the other one is asked', () => {
    alerted(units, chain([step('each-side', [ask(police), ask(rescue), ask(embassy)], waiting)]))
      .when(acknowledge('INC-0001.N1'), report('INC-0001', 'police', 'enRoute'), acknowledge('INC-0001.N3'))
      .when(restart('INC-0001'), acknowledge('INC-0001.N4'))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 embassy=N4 (start)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('a side without a chain that waits for it may not be overridden again', () => {
    alerted(units, only(police))
      .when(acknowledge('INC-0001.N1'), override('INC-0001', 'PAK'))
      .thenOf(['CommandRefused'], 'T+00:00 CommandRefused OverrideAcknowledgement: SIDE_ALREADY_ACKNOWLEDGED');
  });
});

describe('starting a chain again is refused', () => {
  const REFUSED = 'T+00:00 CommandRefused RestartChain';

  it('while it is at work, be it that it waits for a delay', () => {
    alerted([police], only(police)).when(restart('INC-0001')).thenAll(`${REFUSED}: CHAIN_NOT_RESTARTABLE`);
    alerted([police], chain([step('any', [ask(police)], { delayMs: MINUTE })]))
      .when(restart('INC-0001'))
      .thenAll(`${REFUSED}: CHAIN_NOT_RESTARTABLE`);
  });

  it('when it was stopped', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [{ id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'grave' }],
      },
      chains: { grave: only(rescue) },
    };
    given(smallExercise({ units, chain: only(police), policy }), alert(), alert({ id: 'A2', severity: 'Extreme' }))
      .when(restart('INC-0001'))
      .thenAll(`${REFUSED}: CHAIN_NOT_RESTARTABLE`);
  });

  it('when it has not run on the incident, or the incident is not there', () => {
    alerted([police], only(police))
      .when(restart('INC-0001', 'other'), restart('INC-0001', 'constructor'), restart('INC-0002'))
      .thenAll(`${REFUSED}: UNKNOWN_CHAIN`, `${REFUSED}: UNKNOWN_CHAIN`, `${REFUSED}: UNKNOWN_INCIDENT`);
  });

  it('when the incident is resolved or closed', () => {
    alerted([police], only(police))
      .when(resolve('INC-0001'))
      .when(restart('INC-0001'), close('INC-0001'), restart('INC-0001'))
      .thenOf(['CommandRefused'], `${REFUSED}: INCIDENT_ALREADY_RESOLVED`, `${REFUSED}: INCIDENT_CLOSED`);
  });
});
