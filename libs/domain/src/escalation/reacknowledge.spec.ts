/** `onRaise: reacknowledge`: when the incident gets graver, whoever had acknowledged is asked again. */
import type { Plain } from '../kernel/brand.js';
import { acknowledge, alert, at, override, report, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Policy, Step } from '../policy/policy.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const waiting = { ackWithinMs: 20 * MINUTE };
const again = { onRaise: 'reacknowledge' } as const;

function alerted(steps: readonly Step[], parts: Partial<Chain> = again, policy: Partial<Plain<Policy>> = {}) {
  return given(smallExercise({ units, chain: chain(steps, parts), policy }), alert());
}

const raise = alert({ id: 'A2', msgType: 'Update', references: ['A1'], severity: 'Extreme' });

describe('a chain that has halted', () => {
  it('asks its unit again, waits as long as the step says, and counts the new answer only', () => {
    alerted([step('any', [ask(police)])])
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(at(2 * MINUTE, raise))
      .thenAll(
        'T+02:00 AlertAccepted A2 referenced INC-0001',
        'T+02:00 AlertSuperseded A1 by A2',
        'T+02:00 IncidentChanged INC-0001 Severe to Extreme',
        'T+02:00 StepStarted INC-0001 standard/0 police=N2 (raised)',
        'T+02:00 NotificationSent INC-0001.N2 police',
        'T+02:00 NotificationDelivered INC-0001.N2 police',
      )
      .when(at(3 * MINUTE, acknowledge('INC-0001.N2')))
      .thenEscalation('T+03:00 ChainHalted INC-0001 standard/0');
    alerted([step('any', [ask(police)])])
      .when(at(MINUTE, acknowledge('INC-0001.N1')))
      .when(at(2 * MINUTE, raise), until(10 * MINUTE))
      .thenEscalation(
        'T+02:00 StepStarted INC-0001 standard/0 police=N2 (raised)',
        'T+07:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('asks all who had acknowledged one of its questions, of whatever step, and them only', () => {
    const steps = [step({ count: 3 }, [ask(police), ask(embassy)]), step('any', [ask(rescue)], waiting)];
    alerted([...steps])
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N3'))
      .when(raise)
      .thenEscalation('T+00:00 StepStarted INC-0001 standard/1 police=N4 rescue=N5 (raised)');
  });

  it('asks a unit again whose answer to another question had covered one of its own', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'first', chain: 'response', continue: true },
          { id: 'second', chain: 'standard' },
        ],
      },
      chains: { response: chain([step('any', [ask(police, 'respond')])]) },
    };
    alerted([step('all', [ask(police, 'inform'), ask(embassy)], waiting)], again, policy)
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N3'))
      .when(raise)
      .thenEscalation('T+00:00 StepStarted INC-0001 standard/0 police=N2 embassy=N4 (raised)');
  });

  it('reminds again of a question whose answer no longer counts', () => {
    // An answer to `respond` covers the question to inform, so that the chain does not remind of it, until T+02:00.
    const steps = [
      step('all', [ask(police), ask(rescue)], { ackWithinMs: MINUTE }),
      step('all', [ask(police, 'inform'), ask(embassy)], waiting),
    ];
    alerted(steps, { ...again, remindEveryMs: 3 * MINUTE })
      .when(until(MINUTE), acknowledge('INC-0001.N1'), at(2 * MINUTE, raise), until(4 * MINUTE))
      .thenOf(
        ['StepStarted', 'NotificationReminded'],
        'T+01:00 StepStarted INC-0001 standard/1 police=N3 embassy=N4 (timeout)',
        'T+02:00 StepStarted INC-0001 standard/1 police=N5 (raised)',
        'T+03:00 NotificationReminded INC-0001.N2 rescue #2',
        'T+04:00 NotificationReminded INC-0001.N4 embassy #2',
        'T+04:00 NotificationReminded INC-0001.N3 police #2',
      );
  });

  it('asks again before another chain starts', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'grave', continue: true },
          { id: 'all', chain: 'standard' },
        ],
      },
      chains: { grave: chain([step('any', [ask(police)])], { expireAfterMs: MINUTE }) },
    };
    alerted([step('any', [ask(police)])], again, policy)
      .when(acknowledge('INC-0001.N1'))
      .when(raise, until(40 * MINUTE))
      .thenOf(
        ['StepStarted', 'NotificationExpired'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N2 (raised)',
        'T+00:00 StepStarted INC-0001 grave/0 police=N2 (start)',
        'T+30:00 NotificationExpired INC-0001.N2 police',
      );
  });

  it('sends what it asks again before another chain starts', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [
          { id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'grave', continue: true },
          { id: 'all', chain: 'standard' },
        ],
      },
      chains: { grave: chain([step('any', [ask(embassy)])]) },
    };
    alerted([step('any', [ask(police)])], again, policy)
      .when(acknowledge('INC-0001.N1'))
      .when(raise)
      .thenOf(
        ['StepStarted', 'NotificationSent'],
        'T+00:00 StepStarted INC-0001 standard/0 police=N2 (raised)',
        'T+00:00 NotificationSent INC-0001.N2 police',
        'T+00:00 StepStarted INC-0001 grave/0 embassy=N3 (start)',
        'T+00:00 NotificationSent INC-0001.N3 embassy',
      );
  });

  it('asks a unit that is under way, too', () => {
    alerted([step('any', [ask(police)])])
      .when(acknowledge('INC-0001.N1'), report('INC-0001', 'police', 'enRoute'))
      .when(raise)
      .thenEscalation('T+00:00 StepStarted INC-0001 standard/0 police=N2 (raised)');
  });

  it('and no longer matches asks nobody', () => {
    const policy: Partial<Plain<Policy>> = {
      route: {
        id: 'default',
        chain: 'standard',
        routes: [{ id: 'extreme', match: { field: 'alert.severity', equals: 'Extreme' }, chain: 'grave' }],
      },
      chains: { grave: chain([step('any', [ask(embassy)])]) },
    };
    alerted([step('any', [ask(police)])], again, policy)
      .when(acknowledge('INC-0001.N1'), raise)
      .thenOf(
        ['ChainStarted', 'StepStarted'],
        'T+00:00 ChainStarted INC-0001 grave',
        'T+00:00 StepStarted INC-0001 grave/0 embassy=N2 (start)',
      );
  });

  it('asks nobody when it informs, as is the default', () => {
    for (const parts of [{}, { onRaise: 'inform' }] as const) {
      alerted([step('any', [ask(police)])], parts)
        .when(acknowledge('INC-0001.N1'))
        .when(raise)
        .thenOf(['StepStarted', 'UnitsInformed'], 'T+00:00 UnitsInformed INC-0001 graver: police');
    }
  });

  it('asks again only when the incident is graver than ever since it opened', () => {
    alerted([step('any', [ask(police)])])
      .when(
        acknowledge('INC-0001.N1'),
        alert({ id: 'A2', msgType: 'Update', references: ['A1'], severity: 'Minor' }),
        alert({ id: 'A3', msgType: 'Update', references: ['A2'], severity: 'Severe' }),
      )
      .thenOf(['StepStarted']);
  });
});

describe('a chain at work', () => {
  it('goes on at its current step with a new time to acknowledge', () => {
    alerted([step('all', [ask(police), ask(embassy)]), step('any', [ask(rescue)], waiting)])
      .when(at(MINUTE, acknowledge('INC-0001.N1')), at(3 * MINUTE, raise), at(4 * MINUTE, acknowledge('INC-0001.N2')))
      .when(until(9 * MINUTE))
      .thenEscalation('T+08:00 StepStarted INC-0001 standard/1 rescue=N4 (timeout)');
  });

  it('counts the answers given since: what was open is still open', () => {
    alerted([step('all', [ask(police), ask(embassy)])])
      .when(at(MINUTE, acknowledge('INC-0001.N1')), at(3 * MINUTE, raise), acknowledge('INC-0001.N2'))
      .thenEscalation('T+03:00 StepStarted INC-0001 standard/0 police=N3 (raised)')
      .when(acknowledge('INC-0001.N3'))
      .thenEscalation('T+03:00 ChainHalted INC-0001 standard/0');
  });

  it('takes the questions that it asks again into its current step', () => {
    alerted([step({ count: 2 }, [ask(police), ask(embassy)]), step('all', [ask(rescue)], waiting)])
      .when(at(MINUTE, acknowledge('INC-0001.N1')), at(6 * MINUTE, raise), acknowledge('INC-0001.N3'))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 rescue=N3 (timeout)',
        'T+06:00 StepStarted INC-0001 standard/1 police=N4 (raised)',
      )
      .when(acknowledge('INC-0001.N4'))
      .thenEscalation('T+06:00 ChainHalted INC-0001 standard/1');
  });

  it('counts no override from before', () => {
    alerted([step('each-side', [ask(police), ask(embassy)], waiting)])
      .when(acknowledge('INC-0001.N1'), override('INC-0001', 'CHN'), raise, acknowledge('INC-0001.N3'))
      .thenEscalation(
        'T+00:00 ChainHalted INC-0001 standard/0',
        'T+00:00 StepStarted INC-0001 standard/0 police=N3 (raised)',
      )
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 standard/0');
  });

  it('goes on as it was when nobody had acknowledged', () => {
    alerted([step('any', [ask(police)]), step('any', [ask(rescue)])])
      .when(at(3 * MINUTE, raise), until(6 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)');
  });

  it('goes on as it was while it waits for a delay, and counts what was answered before', () => {
    const later = step('all', [ask(police), ask(rescue)], { id: 'later', delayMs: 10 * MINUTE });
    alerted([step('all', [ask(police), ask(embassy)]), later])
      .when(at(MINUTE, acknowledge('INC-0001.N1')), at(6 * MINUTE, raise), until(16 * MINUTE))
      .thenOf(
        ['StepDelayed', 'StepStarted', 'UnitsInformed'],
        'T+05:00 StepDelayed INC-0001 standard/1 until T+15:00 (timeout)',
        'T+06:00 UnitsInformed INC-0001 graver: police',
        'T+15:00 StepStarted INC-0001 standard/1 rescue=N3 (timeout)',
      );
  });
});

describe('a chain that is exhausted', () => {
  it('starts again from its first step', () => {
    alerted([step('all', [ask(police), ask(embassy)])])
      .when(acknowledge('INC-0001.N1'), until(6 * MINUTE))
      .when(raise)
      .thenEscalation(
        'T+06:00 ChainStarted INC-0001 standard',
        'T+06:00 StepStarted INC-0001 standard/0 police=N3 embassy=N2 (start)',
      );
  });
});
