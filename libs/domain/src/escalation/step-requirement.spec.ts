/** When a step has what it asks for: the requirements at work. */
import { acknowledge, at, decline, until } from '../testing/deeds.js';
import { alerted } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  PLAYED,
  silentConsulate,
  silentEmbassy,
  silentPolice,
  step,
} from '../testing/small-exercise.js';
import type { UnitDefinition } from '../unit/unit.js';

describe('the requirement', () => {
  const rescue = pak('rescue');
  const three = [silentPolice, rescue, silentEmbassy].map((unit) => ({ ...unit, ...PLAYED }));
  const asked = three.map((unit) => ask(unit));
  const spare = step('any', [ask(silentConsulate)]);
  const units = [...three, silentConsulate];

  it('any: one acknowledgement halts', () => {
    alerted(units, chain([step('any', asked), spare]))
      .when(at(MINUTE, acknowledge('INC-0001.N2')), until(20 * MINUTE))
      .thenEscalation('T+01:00 ChainHalted INC-0001 standard/0');
  });

  it('all: it takes everybody who was asked', () => {
    alerted(units, chain([step('all', asked), spare]))
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N3'))
      .thenEscalation()
      .when(at(MINUTE, acknowledge('INC-0001.N2')), until(20 * MINUTE))
      .thenEscalation('T+01:00 ChainHalted INC-0001 standard/0');
  });

  it('all: one decline is enough to go on', () => {
    alerted(units, chain([step('all', asked), spare]))
      .when(at(MINUTE, decline('INC-0001.N2')))
      .thenEscalation('T+01:00 StepStarted INC-0001 standard/1 consulate=N4 (impossible)');
  });

  it('each side: one of either side is enough, two of one side are not', () => {
    alerted(units, chain([step('each-side', asked), spare]))
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'))
      .thenEscalation()
      .when(acknowledge('INC-0001.N3'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('each side: goes on only when nobody is left who could answer for a side', () => {
    alerted(units, chain([step('each-side', asked), spare]))
      .when(decline('INC-0001.N1'))
      .thenEscalation()
      .when(decline('INC-0001.N2'))
      .thenEscalation('T+00:00 StepStarted INC-0001 standard/1 consulate=N4 (impossible)');
  });

  it('count: as many as it says', () => {
    alerted(units, chain([step({ count: 2 }, asked), spare]))
      .when(acknowledge('INC-0001.N1'))
      .thenEscalation()
      .when(acknowledge('INC-0001.N3'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('count: whoever of the step had acknowledged before counts, and is not asked again', () => {
    alerted(units, chain([step({ count: 2 }, asked, { ackWithinMs: MINUTE })], { repeat: 1 }))
      .when(acknowledge('INC-0001.N1'), until(MINUTE))
      .thenEscalation('T+01:00 StepStarted INC-0001 standard/0 rescue=N2 embassy=N3 (repeat)')
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+01:00 ChainHalted INC-0001 standard/0');
  });

  it('count: a step whose number is there already asks nobody', () => {
    const steps = [step('each-side', asked), step({ count: 2 }, [ask('police'), ask('rescue'), ask(silentConsulate)])];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), until(5 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/1');
  });

  it('any: wants somebody new; the acknowledgement that was not enough before is not enough now', () => {
    const steps = [step('all', asked.slice(0, 2)), step('any', [ask('police'), ask(silentConsulate)])];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 consulate=N3 (timeout)')
      .when(decline('INC-0001.N3'))
      // An answer to the first step's question that is still open would be enough.
      .thenEscalation()
      .when(decline('INC-0001.N2'))
      .thenEscalation('T+05:00 EscalationExhausted INC-0001 standard');
  });
});

describe('under each-side, when one side has acknowledged', () => {
  const police = pak('police', answers(MINUTE));

  it('later steps address only the side that is missing', () => {
    const rescue = pak('rescue');
    const steps = [
      step('each-side', [ask(police), ask(silentEmbassy)]),
      step('each-side', [ask(rescue), ask(silentConsulate)]),
    ];
    const { events } = alerted([police, rescue, silentEmbassy, silentConsulate], chain(steps))
      .when(until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 consulate=N3 (timeout)');
    const started = events.find(({ type }) => type === 'StepStarted');
    expect(started?.data).toMatchObject({ unreached: [{ target: 'rescue', reason: 'side-has-acknowledged' }] });
  });

  it('a step without a unit of the missing side is skipped', () => {
    const steps = [step('each-side', [ask(police), ask(silentEmbassy)]), step('each-side', [ask(pak('rescue'))])];
    alerted([police, pak('rescue'), silentEmbassy], chain(steps))
      .when(until(5 * MINUTE))
      .thenEscalation(
        'T+05:00 StepSkipped INC-0001 standard/1 rescue:side-has-acknowledged',
        'T+05:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('and the other one does while the next step waits for its delay, the chain halts', () => {
    const embassy = chn('embassy', answers(6 * MINUTE));
    const steps = [
      step('each-side', [ask(police), ask(embassy)]),
      step('each-side', [ask(silentConsulate)], { delayMs: 5 * MINUTE }),
    ];
    alerted([police, embassy, silentConsulate], chain(steps))
      .when(until(30 * MINUTE))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+10:00 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });
});

describe('a late acknowledgement', () => {
  const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)])];
  const units = [pak('police', undefined, PLAYED), silentEmbassy];

  it('to an earlier step halts the chain', () => {
    alerted(units, chain(steps))
      .when(until(6 * MINUTE), acknowledge('INC-0001.N1'), until(30 * MINUTE))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });

  it('after its notification expired still counts for the incident', () => {
    alerted(units, chain(steps, { expireAfterMs: 4 * MINUTE }))
      .when(until(6 * MINUTE), acknowledge('INC-0001.N1'))
      .thenAll(
        'T+04:00 NotificationExpired INC-0001.N1 police',
        'T+04:00 StepStarted INC-0001 standard/1 embassy=N2 (impossible)',
        'T+04:00 NotificationSent INC-0001.N2 embassy',
        'T+04:00 NotificationDelivered INC-0001.N2 embassy',
        'T+06:00 LateAcknowledgement INC-0001.N1 police',
        'T+06:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });

  it('counts while the next step waits for its delay', () => {
    const delayed = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)], { delayMs: 5 * MINUTE })];
    alerted(units, chain(delayed))
      .when(until(6 * MINUTE), acknowledge('INC-0001.N1'), until(30 * MINUTE))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+10:00 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });

  it('to another step’s question is none of those that a count asks for', () => {
    const delayed = [
      step('any', [ask(silentPolice)]),
      step({ count: 2 }, [ask(silentEmbassy), ask(silentConsulate)], { delayMs: 5 * MINUTE }),
    ];
    alerted([...units.slice(0, 1), chn('embassy', undefined, PLAYED), silentConsulate], chain(delayed))
      .when(until(6 * MINUTE), acknowledge('INC-0001.N1'), until(10 * MINUTE), acknowledge('INC-0001.N2'))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+10:00 (timeout)',
        'T+10:00 StepStarted INC-0001 standard/1 embassy=N2 consulate=N3 (timeout)',
      );
  });

  it('halts a chain that is exhausted', () => {
    alerted([units[0] as UnitDefinition], chain(steps.slice(0, 1)))
      .when(until(5 * MINUTE), acknowledge('INC-0001.N1'))
      .thenAll(
        'T+05:00 EscalationExhausted INC-0001 standard',
        'T+05:00 NotificationAcknowledged INC-0001.N1 police',
        'T+05:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+05:00 ChainHalted INC-0001 standard/0',
      );
  });
});
