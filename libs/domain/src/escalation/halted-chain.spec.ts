/** What goes on after a chain has halted: open notifications, reminders, acknowledgements that expire. */
import { notificationId } from '../kernel/ids.js';
import type { Plain } from '../kernel/brand.js';
import type { Route } from '../policy/policy.js';
import { acknowledge, alert, askUnit, at, setDuty, until } from '../testing/deeds.js';
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
  silentConsulate,
  silentEmbassy,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';

describe('when the chain has halted', () => {
  it('open notifications stay open, and can still be answered', () => {
    const police = pak('police', answers(MINUTE));
    const embassy = chn('embassy', undefined, PLAYED);
    alerted([police, embassy], chain([step('any', [ask(police), ask(embassy)])]))
      .when(until(10 * MINUTE), acknowledge('INC-0001.N2'))
      .thenAll(
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+01:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+01:00 ChainHalted INC-0001 standard/0',
        'T+10:00 NotificationAcknowledged INC-0001.N2 embassy',
        'T+10:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
      );
  });

  it('what nobody answers expires', () => {
    const police = pak('police', answers(MINUTE));
    alerted([police, silentEmbassy], chain([step('any', [ask(police), ask(silentEmbassy)])]))
      .when(until(2 * MINUTE))
      .when(until(60 * MINUTE))
      .thenAll('T+30:00 NotificationExpired INC-0001.N2 embassy');
  });

  it('one unit’s acknowledgement ends nobody else’s notification', () => {
    const police = pak('police', answers(MINUTE));
    const { state } = alerted([police, silentEmbassy], chain([step('any', [ask(police), ask(silentEmbassy)])])).when(
      until(2 * MINUTE),
    );
    expect(state.notifications[notificationId('INC-0001.N2')]?.status).toBe('delivered');
  });
});

describe('reminders', () => {
  const reminding = { remindEveryMs: 2 * MINUTE };

  it('go to silent units at the stated interval, and only to these', () => {
    const police = pak('police', answers(MINUTE));
    const standard = chain([step('all', [ask(police), ask(silentEmbassy)])], reminding);
    alerted([police, silentEmbassy], standard)
      .when(until(4 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'NotificationDelivered'],
        'T+02:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+02:00 NotificationDelivered INC-0001.N2 embassy',
        'T+04:00 NotificationReminded INC-0001.N2 embassy #3',
        'T+04:00 NotificationDelivered INC-0001.N2 embassy',
      );
  });

  it('go on to earlier units while later steps run, or wait for their delay', () => {
    const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)], { delayMs: 4 * MINUTE })];
    alerted([silentPolice, silentEmbassy], chain(steps, { remindEveryMs: 3 * MINUTE }))
      .when(until(9 * MINUTE))
      .thenOf(
        ['NotificationReminded'],
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N1 police #3',
        'T+09:00 NotificationReminded INC-0001.N1 police #4',
      );
  });

  it('stop when the chain halts', () => {
    const police = pak('police', answers(3 * MINUTE));
    const standard = chain([step('any', [ask(police), ask(silentEmbassy)])], reminding);
    alerted([police, silentEmbassy], standard)
      .when(until(29 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'ChainHalted'],
        'T+02:00 NotificationReminded INC-0001.N1 police #2',
        'T+02:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+03:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('stop when the chain is exhausted', () => {
    alerted([silentPolice], chain([step('any', [ask(silentPolice)])], reminding))
      .when(until(29 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'EscalationExhausted'],
        'T+02:00 NotificationReminded INC-0001.N1 police #2',
        'T+04:00 NotificationReminded INC-0001.N1 police #3',
        'T+05:00 EscalationExhausted INC-0001 standard',
      );
  });
});

describe('an acknowledgement that expires', () => {
  const expiring = { ackExpiresMs: 10 * MINUTE };

  it('makes the chain go on, since nobody is responding', () => {
    const police = pak('police', answers(MINUTE));
    alerted([police, pak('rescue')], chain([step('any', [ask(police)]), step('any', [ask(pak('rescue'))])], expiring))
      .when(until(11 * MINUTE))
      .thenAll(
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+01:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+01:00 ChainHalted INC-0001 standard/0',
        'T+11:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+11:00 JointAcknowledgementChanged INC-0001 none (PAK)',
        'T+11:00 ChainResumed INC-0001 standard',
        'T+11:00 StepStarted INC-0001 standard/1 rescue=N2 (lapsed)',
        'T+11:00 NotificationSent INC-0001.N2 rescue',
        'T+11:00 NotificationDelivered INC-0001.N2 rescue',
      );
  });

  it('does not once the unit is en route', () => {
    const police = pak('police', moves(answers(MINUTE), 9 * MINUTE, MINUTE, 60 * MINUTE));
    alerted([police], chain([step('any', [ask(police)])], expiring))
      .when(until(30 * MINUTE))
      .thenOf(['AcknowledgementLapsed', 'ChainResumed']);
  });

  it('does not where nobody is asked to respond or secure', () => {
    const police = pak('police', answers(MINUTE));
    alerted([police], chain([step('any', [ask(police, 'advise')])], expiring))
      .when(until(30 * MINUTE))
      .thenOf(['AcknowledgementLapsed', 'ChainResumed']);
  });

  it('leaves the chain halted where another acknowledgement of the side holds', () => {
    const police = pak('police', answers(MINUTE));
    const rescue = pak('rescue', answers(2 * MINUTE));
    const embassy = chn('embassy', answers(3 * MINUTE));
    alerted(
      [police, rescue, embassy],
      chain([step('each-side', [ask(police), ask(rescue, 'advise'), ask(embassy)])], expiring),
    )
      .when(until(20 * MINUTE))
      .thenOf(
        ['ChainHalted', 'AcknowledgementLapsed', 'ChainResumed', 'JointAcknowledgementChanged'],
        'T+01:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+03:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+03:00 ChainHalted INC-0001 standard/0',
        'T+11:00 AcknowledgementLapsed INC-0001.N1 police',
      );
  });

  it('makes a chain that is still at work look again', () => {
    const police = pak('police', answers(MINUTE));
    const steps = [
      step('all', [ask(police), ask(silentEmbassy)], { ackWithinMs: 20 * MINUTE }),
      step('any', [ask(silentConsulate)]),
    ];
    alerted([police, silentEmbassy, silentConsulate], chain(steps, expiring))
      .when(until(11 * MINUTE))
      .thenEscalation('T+11:00 StepStarted INC-0001 standard/1 consulate=N3 (impossible)');
  });

  it('lets the unit be asked again', () => {
    const police = pak('police', answers(MINUTE));
    alerted([police], chain([step('any', [ask(police)])], { ...expiring, repeat: 1 }))
      .when(until(11 * MINUTE))
      .thenEscalation(
        'T+01:00 ChainHalted INC-0001 standard/0',
        'T+11:00 ChainResumed INC-0001 standard',
        'T+11:00 StepStarted INC-0001 standard/0 police=N2 (repeat)',
      );
  });

  it('takes up the step that was waiting for its delay when the chain halted', () => {
    const police = pak('police', answers(6 * MINUTE));
    const steps = [
      step('any', [ask(police)]),
      step('any', [ask(silentEmbassy)], { delayMs: 3 * MINUTE }),
      step('any', [ask(silentConsulate)]),
    ];
    alerted([police, silentEmbassy, silentConsulate], chain(steps, expiring))
      .when(until(19 * MINUTE))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+08:00 (timeout)',
        'T+06:00 ChainHalted INC-0001 standard/1',
        'T+16:00 ChainResumed INC-0001 standard',
        'T+16:00 StepDelayed INC-0001 standard/1 until T+19:00 (lapsed)',
        'T+19:00 StepStarted INC-0001 standard/1 embassy=N2 (lapsed)',
      );
  });
});

it('a step that asked nobody keeps the questions that were answered: one whose answer stands keeps the chain halted', () => {
  const police = pak('police', undefined, PLAYED);
  const steps = [
    step('all', [ask(police, 'advise'), ask(silentEmbassy)]),
    step({ count: 1 }, [ask(police, 'respond'), ask(police, 'advise')]),
  ];
  // The police lapse as responders, and not as advisers.
  alerted([police, silentEmbassy], chain(steps, { ackExpiresMs: 10 * MINUTE }))
    .when(
      acknowledge('INC-0001.N1'),
      askUnit('INC-0001', 'police', 'respond'),
      acknowledge('INC-0001.N3'),
      until(20 * MINUTE),
    )
    .thenOf(
      ['ChainHalted', 'AcknowledgementLapsed', 'ChainResumed'],
      'T+05:00 ChainHalted INC-0001 standard/1',
      'T+10:00 AcknowledgementLapsed INC-0001.N3 police',
    );
});

it('a chain halts while its step waits when a unit goes off duty that alone kept the step from being met', () => {
  const police = pak('police', undefined, PLAYED);
  const rescue = pak('rescue', undefined, PLAYED);
  const steps = [
    step('all', [ask(police, 'inform'), ask(silentEmbassy)], { ackWithinMs: MINUTE }),
    step('all', [ask(police, 'inform'), ask(rescue)], { delayMs: 5 * MINUTE }),
  ];
  alerted([police, rescue, silentEmbassy], chain(steps))
    .when(acknowledge('INC-0001.N1'), at(3 * MINUTE, setDuty('rescue', 'off')), until(10 * MINUTE))
    .thenEscalation(
      'T+01:00 StepDelayed INC-0001 standard/1 until T+06:00 (timeout)',
      'T+03:00 ChainHalted INC-0001 standard/1',
    );
});

it('a chain that resumes at a step that asked nobody counts what has come in since it reached that step', () => {
  const police = pak('police', undefined, PLAYED);
  const embassy = chn('embassy', undefined, PLAYED);
  const first = chain([step('each-side', [ask(police, 'respond'), ask(embassy, 'inform')])], {
    ackExpiresMs: 5 * MINUTE,
  });
  const second = chain([step('any', [ask(police, 'inform'), ask(embassy, 'inform')], { delayMs: 3 * MINUTE })]);
  const route: Plain<Route> = {
    id: 'default',
    chain: 'standard',
    routes: [
      { id: 'first', chain: 'standard', continue: true },
      { id: 'second', chain: 'second' },
    ],
  };
  given(
    smallExercise({ units: [police, embassy], chain: first, policy: { route, chains: { second } } }),
    alert(),
    at(MINUTE, acknowledge('INC-0001.N1')),
    at(4 * MINUTE, acknowledge('INC-0001.N2')),
  )
    .when(until(10 * MINUTE))
    .thenOf(
      ['AcknowledgementLapsed', 'ChainResumed', 'ChainHalted', 'StepDelayed'],
      'T+06:00 AcknowledgementLapsed INC-0001.N1 police',
      'T+06:00 ChainResumed INC-0001 standard',
      'T+06:00 ChainResumed INC-0001 second',
      'T+06:00 ChainHalted INC-0001 second/0',
    );
});
