/** What a step requires, over all that was asked about the incident: earlier steps, other chains, overrides, lapses. */
import type { Plain } from '../kernel/brand.js';
import { acknowledge, alert, askUnit, at, decline, override, setDuty, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Policy, Requirement } from '../policy/policy.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const consulate = chn('consulate', undefined, PLAYED);
const units = [police, rescue, embassy, consulate];

const waiting = { id: 'last', ackWithinMs: 60 * MINUTE };
const lapsing = { ackExpiresMs: 10 * MINUTE };

/** Every alert runs both chains; what they ask is numbered in this order. */
function twoChains(standard: Chain, other: Chain) {
  const policy: Partial<Plain<Policy>> = {
    route: {
      id: 'default',
      chain: 'standard',
      routes: [
        { id: 'a', chain: 'standard', continue: true },
        { id: 'b', chain: 'other' },
      ],
    },
    chains: { other },
  };
  return given(smallExercise({ units, chain: standard, policy }), alert());
}

describe('any', () => {
  it('is not met by an answer to a question of another chain only', () => {
    twoChains(chain([step('any', [ask(police)], waiting)]), chain([step('any', [ask(rescue)], waiting)]))
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 other/0');
  });

  it('is met by an answer to another chain’s question that covers its own', () => {
    twoChains(chain([step('any', [ask(police, 'inform')], waiting)]), chain([step('any', [ask(police)], waiting)]))
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0', 'T+00:00 ChainHalted INC-0001 other/0');
  });

  it('is not met by an answer to another chain’s question that does not cover its own', () => {
    twoChains(chain([step('any', [ask(police)], waiting)]), chain([step('any', [ask(police, 'inform')], waiting)]))
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 other/0');
  });

  it('is skipped when all its targets are covered', () => {
    const steps = [
      step('all', [ask(police), ask(embassy)]),
      step('any', [ask(police), ask(police, 'inform')]),
      step('any', [ask(rescue)]),
    ];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), until(5 * MINUTE))
      .thenEscalation(
        'T+05:00 StepSkipped INC-0001 standard/1 police:already-acknowledged',
        'T+05:00 StepStarted INC-0001 standard/2 rescue=N3 (skipped)',
      );
  });
});

describe('all', () => {
  it('counts the answers to earlier steps, and asks only the others', () => {
    const steps = [step('each-side', [ask(police), ask(embassy)]), step('all', [ask(police), ask(rescue)])];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), at(6 * MINUTE, acknowledge('INC-0001.N3')))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N3 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });

  it('that is covered already halts the chain, and asks nobody', () => {
    const steps = [step('each-side', [ask(police), ask(embassy)]), step('all', [ask(police, 'inform')])];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), until(10 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/1');
  });

  it('is not met where nobody can be asked: the step is skipped', () => {
    const steps = [step('all', [ask(police)]), step('any', [ask(rescue)], waiting)];
    given(smallExercise({ units, chain: chain(steps) }), setDuty('police', 'off'))
      .when(alert())
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepSkipped INC-0001 standard/0 police:off-duty',
        'T+00:00 StepStarted INC-0001 standard/1 rescue=N1 (skipped)',
      );
  });
});

describe('count', () => {
  it('counts an answer that another chain has asked for the same', () => {
    twoChains(
      chain([step({ count: 2 }, [ask(police), ask(rescue), ask(embassy)], waiting)]),
      chain([step('any', [ask(rescue, 'secure'), ask(police)], waiting)]),
    )
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N4'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 other/0')
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('counts a unit once, whatever it has acknowledged', () => {
    const steps = [step({ count: 2 }, [ask(police, 'inform'), ask(embassy)], waiting)];
    alerted(units, chain(steps))
      .when(askUnit('INC-0001', 'police', 'respond'), acknowledge('INC-0001.N3'), acknowledge('INC-0001.N1'))
      .thenEscalation()
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });
});

describe('each-side', () => {
  const both = chain([step('each-side', [ask(police), ask(consulate)], waiting), step('any', [ask(rescue)])]);
  const other = chain([step('all', [ask(embassy), ask(consulate)], { ackWithinMs: 60 * MINUTE })]);

  it('is met by whatever unit of the side, whichever chain asked it', () => {
    twoChains(both, other)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N3'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('is possible as long as a question to the side is open anywhere', () => {
    twoChains(both, other)
      .when(decline('INC-0001.N2'))
      .thenEscalation('T+00:00 EscalationExhausted INC-0001 other')
      .when(decline('INC-0001.N3'))
      .thenEscalation('T+00:00 StepStarted INC-0001 standard/1 rescue=N4 (impossible)');
  });

  it('is met by an override', () => {
    alerted(units, both)
      .when(override('INC-0001', 'CHN'), acknowledge('INC-0001.N1'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });
});

describe('a requirement is possible as long as an open question of another chain covers its own', () => {
  it.each<Requirement>(['any', 'all', { count: 1 }])('%j', (requirement) => {
    const steps = [step(requirement, [ask(police, 'inform')], waiting), step('any', [ask(embassy)])];
    twoChains(chain(steps), chain([step('any', [ask(police, 'secure')], waiting)]))
      .when(decline('INC-0001.N1'))
      .thenEscalation()
      .when(decline('INC-0001.N2'))
      .thenEscalation(
        'T+00:00 StepStarted INC-0001 standard/1 embassy=N3 (impossible)',
        'T+00:00 EscalationExhausted INC-0001 other',
      );
  });
});

describe('a chain that waits for the delay of a step', () => {
  const delayed = { delayMs: 10 * MINUTE, ackWithinMs: 60 * MINUTE };

  it('halts at that step as soon as its requirement is met', () => {
    const steps = [step('any', [ask(police)]), step('all', [ask(police, 'inform')], { ...delayed, id: 'later' })];
    alerted(units, chain(steps))
      .when(at(7 * MINUTE, acknowledge('INC-0001.N1')), until(30 * MINUTE))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+15:00 (timeout)',
        'T+07:00 ChainHalted INC-0001 standard/1',
      );
  });

  it('does not halt by what the step before it requires', () => {
    const steps = [step('all', [ask(police)]), step('all', [ask(rescue)], delayed)];
    alerted(units, chain(steps))
      .when(at(7 * MINUTE, acknowledge('INC-0001.N1')), until(15 * MINUTE))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+15:00 (timeout)',
        'T+15:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
      );
  });

  it('halts by an answer to a question asked by hand, where that counts', () => {
    const steps = [step('all', [ask(police)]), step({ count: 1 }, [ask(embassy)], delayed)];
    alerted(units, chain(steps))
      .when(until(6 * MINUTE), askUnit('INC-0001', 'rescue', 'inform'), acknowledge('INC-0001.N2'))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+15:00 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
      );
  });
});

describe('an exhausted chain', () => {
  it('halts by what its last step requires, and by nothing less', () => {
    const steps = [step('any', [ask(police)]), step('all', [ask(rescue)])];
    alerted(units, chain(steps))
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
        'T+10:00 EscalationExhausted INC-0001 standard',
      )
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+11:00 ChainHalted INC-0001 standard/1');
  });

  it('halts by an override, too', () => {
    alerted(units, chain([step('each-side', [ask(police), ask(embassy)])]))
      .when(acknowledge('INC-0001.N1'), at(6 * MINUTE, override('INC-0001', 'CHN')))
      .thenEscalation('T+05:00 EscalationExhausted INC-0001 standard', 'T+06:00 ChainHalted INC-0001 standard/0');
  });
});

describe('a lapse', () => {
  const spare = step('any', [ask(consulate)], waiting);

  it('resumes a halted chain only when its requirement no longer holds, with the next step', () => {
    alerted(units, chain([step('any', [ask(police), ask(rescue)]), spare], lapsing))
      .when(at(MINUTE, acknowledge('INC-0001.N1')), at(2 * MINUTE, acknowledge('INC-0001.N2')), until(15 * MINUTE))
      .thenOf(
        ['AcknowledgementLapsed', 'ChainResumed', 'StepStarted'],
        'T+11:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+12:00 AcknowledgementLapsed INC-0001.N2 rescue',
        'T+12:00 ChainResumed INC-0001 standard',
        'T+12:00 StepStarted INC-0001 standard/1 consulate=N3 (lapsed)',
      );
  });

  it('resumes no chain whose side was overridden', () => {
    alerted(units, chain([step('each-side', [ask(police), ask(embassy)]), spare], lapsing))
      .when(override('INC-0001', 'PAK'), acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'), until(15 * MINUTE))
      .thenOf(
        ['ChainHalted', 'AcknowledgementLapsed', 'ChainResumed', 'JointAcknowledgementChanged'],
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+00:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+00:00 ChainHalted INC-0001 standard/0',
        'T+10:00 AcknowledgementLapsed INC-0001.N1 police',
      );
  });

  it('resumes no other chain', () => {
    twoChains(chain([step('any', [ask(police)], waiting)]), chain([step('any', [ask(rescue)])], lapsing))
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'))
      .when(until(15 * MINUTE))
      .thenEscalation('T+10:00 ChainResumed INC-0001 other', 'T+10:00 EscalationExhausted INC-0001 other');
  });

  it('resumes a chain with the same step when that had asked nobody, as its requirement was met already', () => {
    const steps = [
      step({ count: 3 }, [ask(police), ask(rescue), ask(embassy)]),
      step({ count: 1 }, [ask(police), ask(consulate)], waiting),
    ];
    alerted(units, chain(steps, lapsing))
      .when(at(MINUTE, acknowledge('INC-0001.N1')), until(12 * MINUTE))
      .thenEscalation(
        'T+05:00 ChainHalted INC-0001 standard/1',
        'T+11:00 ChainResumed INC-0001 standard',
        'T+11:00 StepStarted INC-0001 standard/1 police=N4 consulate=N5 (lapsed)',
      );
  });

  it('resumes a chain with the same step when that had been skipped', () => {
    const steps = [step('any', [ask(police)]), step('any', [ask(embassy)], waiting)];
    given(smallExercise({ units, chain: chain(steps, lapsing) }), setDuty('embassy', 'off'), alert())
      .when(at(6 * MINUTE, acknowledge('INC-0001.N1')), setDuty('embassy', 'on'), until(17 * MINUTE))
      .thenEscalation(
        'T+05:00 StepSkipped INC-0001 standard/1 embassy:off-duty',
        'T+05:00 EscalationExhausted INC-0001 standard',
        'T+06:00 ChainHalted INC-0001 standard/1',
        'T+16:00 ChainResumed INC-0001 standard',
        'T+16:00 StepStarted INC-0001 standard/1 embassy=N2 (lapsed)',
      );
  });
});

describe('a step addresses a unit once', () => {
  it('by the first target under which it can be asked', () => {
    const targets = [ask(police, 'consular'), ask(police, 'advise'), ask(police, 'respond')];
    const { state } = alerted(units, chain([step('all', targets)])).when(until(MINUTE));
    expect(Object.values(state.notifications).map(({ action }) => action)).toEqual(['advise']);
  });

  it('by a later target when it has covered the first', () => {
    const steps = [
      step('all', [ask(police, 'inform'), ask(embassy)]),
      step('any', [ask(police, 'inform'), ask(police, 'respond')]),
    ];
    alerted(units, chain(steps))
      .when(acknowledge('INC-0001.N1'), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 police=N3 (timeout)');
  });
});
