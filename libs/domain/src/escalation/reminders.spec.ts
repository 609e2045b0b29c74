/** When an open notification is sent again. */
import type { Plain } from '../kernel/brand.js';
import { acknowledge, alert, askUnit, at, restart, setUnitLink, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  PLAYED,
  SECOND,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Chain, Policy, Step } from '../policy/policy.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const REMINDED = ['NotificationReminded'] as const;
const waiting = { id: 'last', ackWithinMs: 60 * MINUTE };
const DELIVERED = ['NotificationReminded', 'NotificationDelivered'] as const;

/** Every alert runs both chains. */
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

const asksPolice: Step = step('any', [ask(police)], waiting);

describe('an open notification', () => {
  it('is sent again an interval after it was last sent, one reminder at a time, and each counts as a delivery', () => {
    alerted([police], chain([asksPolice], { remindEveryMs: 4 * MINUTE }))
      .when(until(9 * MINUTE))
      .thenAll(
        'T+04:00 NotificationReminded INC-0001.N1 police #2',
        'T+04:00 NotificationDelivered INC-0001.N1 police',
        'T+08:00 NotificationReminded INC-0001.N1 police #3',
        'T+08:00 NotificationDelivered INC-0001.N1 police',
      );
  });

  it('of two chains is sent again by the shorter interval alone', () => {
    twoChains(chain([asksPolice], { remindEveryMs: 4 * MINUTE }), chain([asksPolice], { remindEveryMs: 3 * MINUTE }))
      .when(until(12 * MINUTE))
      .thenOf(
        REMINDED,
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N1 police #3',
        'T+09:00 NotificationReminded INC-0001.N1 police #4',
        'T+12:00 NotificationReminded INC-0001.N1 police #5',
      );
  });

  it('is sent again no more once it has expired', () => {
    alerted([police], chain([asksPolice], { remindEveryMs: 4 * MINUTE, expireAfterMs: 8 * MINUTE }))
      .when(until(20 * MINUTE))
      .thenOf(REMINDED, 'T+04:00 NotificationReminded INC-0001.N1 police #2');
  });

  it('is sent again an interval after another chain has sent it', () => {
    const other = chain([step('any', [ask(rescue)]), asksPolice]);
    twoChains(chain([asksPolice], { remindEveryMs: 4 * MINUTE }), other)
      .when(until(10 * MINUTE))
      .thenOf(
        REMINDED,
        'T+04:00 NotificationReminded INC-0001.N1 police #2',
        'T+05:00 NotificationReminded INC-0001.N1 police #3',
        'T+09:00 NotificationReminded INC-0001.N1 police #4',
      );
  });

  it('is sent again by the interval of a chain that reaches it, from then', () => {
    const other = chain([step('any', [ask(rescue)]), asksPolice], { remindEveryMs: 3 * MINUTE });
    twoChains(chain([asksPolice]), other)
      .when(until(11 * MINUTE))
      .thenOf(
        REMINDED,
        'T+03:00 NotificationReminded INC-0001.N2 rescue #2',
        'T+05:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N2 rescue #3',
        'T+08:00 NotificationReminded INC-0001.N1 police #3',
        'T+09:00 NotificationReminded INC-0001.N2 rescue #4',
        'T+11:00 NotificationReminded INC-0001.N1 police #4',
      );
  });

  // The reminder that the quicker chain had set stays, though that chain is at work no more.
  it('is sent again by the longer interval once the chain with the shorter one has halted', () => {
    const other = chain([step('any', [ask(police), ask(rescue)], waiting)], { remindEveryMs: 3 * MINUTE });
    twoChains(chain([asksPolice], { remindEveryMs: 10 * MINUTE }), other)
      .when(at(4 * MINUTE, acknowledge('INC-0001.N2')), until(15 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'ChainHalted'],
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+03:00 NotificationReminded INC-0001.N2 rescue #2',
        'T+04:00 ChainHalted INC-0001 other/0',
        'T+13:00 NotificationReminded INC-0001.N1 police #3',
      );
  });

  it('is not sent again by a chain that never asked with it', () => {
    twoChains(chain([asksPolice]), chain([step('any', [ask(rescue)], waiting)], { remindEveryMs: 3 * MINUTE }))
      .when(until(4 * MINUTE))
      .thenOf(REMINDED, 'T+03:00 NotificationReminded INC-0001.N2 rescue #2');
  });

  it('is sent again from when a halted chain resumes, an interval later', () => {
    const steps = [step('any', [ask(police), ask(embassy)]), step('any', [ask(rescue, 'inform')], waiting)];
    alerted(units, chain(steps, { remindEveryMs: 4 * MINUTE, ackExpiresMs: 10 * MINUTE }))
      .when(at(MINUTE, acknowledge('INC-0001.N1')), until(15 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'ChainResumed'],
        'T+11:00 ChainResumed INC-0001 standard',
        'T+15:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+15:00 NotificationReminded INC-0001.N3 rescue #2',
      );
  });
});

describe('a chain', () => {
  const reminding = { remindEveryMs: 3 * MINUTE };

  it('that is exhausted just as a reminder is due does not remind', () => {
    alerted([police], chain([step('any', [ask(police)], { ackWithinMs: 3 * MINUTE })], reminding))
      .when(until(4 * MINUTE))
      .thenOf([...REMINDED, 'EscalationExhausted'], 'T+03:00 EscalationExhausted INC-0001 standard');
  });

  it('that is started again reminds of what it reaches', () => {
    const steps = [
      step('all', [ask(police)], { ackWithinMs: MINUTE }),
      step('all', [ask(rescue)], { ackWithinMs: MINUTE }),
    ];
    alerted(units, chain(steps, { remindEveryMs: 50 * SECOND }))
      .when(at(2 * MINUTE + 30 * SECOND, restart('INC-0001')), until(3 * MINUTE + 20 * SECOND))
      .thenOf(
        ['NotificationReminded', 'EscalationExhausted'],
        'T+00:50 NotificationReminded INC-0001.N1 police #2',
        'T+01:40 NotificationReminded INC-0001.N1 police #3',
        'T+01:50 NotificationReminded INC-0001.N2 rescue #2',
        'T+02:00 EscalationExhausted INC-0001 standard',
        'T+02:30 NotificationReminded INC-0001.N1 police #4',
        'T+03:20 NotificationReminded INC-0001.N1 police #5',
      );
  });

  it('that shares a notification keeps its interval when another halts', () => {
    const other = chain([step('any', [ask(police), ask(rescue)], waiting)]);
    twoChains(chain([step('any', [ask(police)], { ackWithinMs: 10 * MINUTE })], reminding), other)
      .when(at(MINUTE, acknowledge('INC-0001.N2')), until(7 * MINUTE))
      .thenOf(
        [...REMINDED, 'ChainHalted'],
        'T+01:00 ChainHalted INC-0001 other/0',
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N1 police #3',
      );
  });
});

it('reminders of one time come in the order in which their notifications were last sent', () => {
  const steps = [
    step('all', [ask(police), ask(embassy)], { ackWithinMs: 2 * MINUTE }),
    step('all', [ask(police), ask(rescue), ask(embassy)], waiting),
  ];
  alerted(units, chain(steps, { remindEveryMs: 3 * MINUTE }))
    .when(until(5 * MINUTE))
    .thenOf(
      ['NotificationSent', 'NotificationReminded'],
      'T+02:00 NotificationReminded INC-0001.N1 police #2',
      'T+02:00 NotificationSent INC-0001.N3 rescue',
      'T+02:00 NotificationReminded INC-0001.N2 embassy #2',
      'T+05:00 NotificationReminded INC-0001.N1 police #3',
      'T+05:00 NotificationReminded INC-0001.N3 rescue #2',
      'T+05:00 NotificationReminded INC-0001.N2 embassy #3',
    );
});

describe('a notification that is covered', () => {
  it('is sent again at its old interval once the answer that covered it has lapsed', () => {
    const steps = [step('all', [ask(police, 'inform'), ask(embassy)], waiting)];
    alerted([police, embassy], chain(steps, { remindEveryMs: 4 * MINUTE, ackExpiresMs: 9 * MINUTE }))
      .when(askUnit('INC-0001', 'police', 'respond'), at(2 * MINUTE, acknowledge('INC-0001.N3')), until(16 * MINUTE))
      .thenOf(
        ['AcknowledgementLapsed', 'NotificationReminded'],
        'T+04:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+08:00 NotificationReminded INC-0001.N2 embassy #3',
        'T+11:00 AcknowledgementLapsed INC-0001.N3 police',
        'T+12:00 NotificationReminded INC-0001.N2 embassy #4',
        'T+12:00 NotificationReminded INC-0001.N1 police #2',
        'T+16:00 NotificationReminded INC-0001.N2 embassy #5',
        'T+16:00 NotificationReminded INC-0001.N1 police #3',
      );
  });

  it('is not sent again', () => {
    const steps = [
      step('all', [ask(police, 'inform'), ask(embassy)]),
      step('all', [ask(police, 'respond'), ask(embassy)], waiting),
    ];
    alerted(units, chain(steps, { remindEveryMs: 4 * MINUTE }))
      .when(at(6 * MINUTE, acknowledge('INC-0001.N3')), until(12 * MINUTE))
      .thenOf(
        REMINDED,
        'T+04:00 NotificationReminded INC-0001.N1 police #2',
        'T+04:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+05:00 NotificationReminded INC-0001.N2 embassy #3',
        'T+09:00 NotificationReminded INC-0001.N2 embassy #4',
      );
  });

  it('is not reminded of by a chain that reaches it', () => {
    // The police have acknowledged `respond`, asked by hand, while the question to inform is open.
    const steps = [
      step('all', [ask(police, 'inform'), ask(embassy)]),
      step('all', [ask(police, 'inform'), ask(embassy)], waiting),
    ];
    alerted(units, chain(steps))
      .when(askUnit('INC-0001', 'police', 'respond'), acknowledge('INC-0001.N3'), until(5 * MINUTE))
      .thenOf(
        ['StepStarted', 'NotificationReminded'],
        'T+05:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+05:00 NotificationReminded INC-0001.N2 embassy #2',
      );
  });
});

describe('at one moment a notification is sent once', () => {
  it('when a repeating chain comes back to it just as a reminder is due', () => {
    alerted(
      [police],
      chain([step('any', [ask(police)], { ackWithinMs: 6 * MINUTE })], { repeat: 1, remindEveryMs: 3 * MINUTE }),
    )
      .when(until(9 * MINUTE))
      .thenOf(
        REMINDED,
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+06:00 NotificationReminded INC-0001.N1 police #3',
        'T+09:00 NotificationReminded INC-0001.N1 police #4',
      );
  });

  it('when the reminder is due just as a later step comes back to it', () => {
    const steps = [
      step('any', [ask(police)], { ackWithinMs: 3 * MINUTE }),
      step('any', [ask(rescue)], { ackWithinMs: 3 * MINUTE }),
      asksPolice,
    ];
    alerted(units, chain(steps, { remindEveryMs: 6 * MINUTE }))
      .when(until(8 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'StepStarted'],
        'T+03:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)',
        'T+06:00 StepStarted INC-0001 standard/2 police=N1 (timeout)',
        'T+06:00 NotificationReminded INC-0001.N1 police #2',
      );
  });

  it('when two chains reach it together, the first time and later', () => {
    const steps = [step('any', [ask(police)]), asksPolice];
    const { play } = twoChains(chain(steps), chain(steps));
    expect(play.log.filter(({ type }) => type === 'NotificationSent' || type === 'NotificationReminded')).toHaveLength(
      1,
    );
    twoChains(chain(steps), chain(steps))
      .when(until(6 * MINUTE))
      .thenOf(
        ['NotificationReminded', 'StepStarted'],
        'T+05:00 StepStarted INC-0001 standard/1 police=N1 (timeout)',
        'T+05:00 NotificationReminded INC-0001.N1 police #2',
        'T+05:00 StepStarted INC-0001 other/1 police=N1 (timeout)',
      );
  });
});

describe('a reminder', () => {
  const reminding = { remindEveryMs: 3 * MINUTE };

  it('that arrives while an answer is under way is no delivery', () => {
    alerted([police], chain([asksPolice], reminding))
      .when(
        at(MINUTE, setUnitLink('police', { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 })),
        at(2 * MINUTE, acknowledge('INC-0001.N1')),
        until(10 * MINUTE),
      )
      .thenOf(
        [...DELIVERED, 'NotificationAcknowledged'],
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+03:30 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it('that arrives after the answer was lost is a delivery', () => {
    const quick = pak('police', answers(2 * MINUTE));
    given(
      smallExercise({ units: [quick], chain: chain([asksPolice], reminding) }),
      setUnitLink('police', { status: 'degraded', latencyMs: 110 * SECOND, loss: 0 }),
      alert(),
    )
      .when(
        at(3 * MINUTE + SECOND, setUnitLink('police', { status: 'degraded', latencyMs: SECOND, loss: 1 })),
        until(4 * MINUTE),
        setUnitLink('police', { status: 'up' }),
        until(7 * MINUTE),
      )
      .thenOf(
        [...DELIVERED, 'AnswerGiven', 'NotificationAcknowledged'],
        'T+01:50 NotificationDelivered INC-0001.N1 police',
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+03:50 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+04:50 NotificationDelivered INC-0001.N1 police',
        'T+06:00 NotificationReminded INC-0001.N1 police #3',
        'T+06:50 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it('delivers what was lost before', () => {
    given(
      smallExercise({ units: [police], chain: chain([asksPolice], reminding) }),
      setUnitLink('police', { status: 'degraded', latencyMs: SECOND, loss: 1 }),
      alert(),
    )
      .when(at(MINUTE, setUnitLink('police', { status: 'up' })), until(4 * MINUTE), acknowledge('INC-0001.N1'))
      .thenOf(
        [...DELIVERED, 'NotificationAcknowledged'],
        'T+03:00 NotificationReminded INC-0001.N1 police #2',
        'T+03:00 NotificationDelivered INC-0001.N1 police',
        'T+04:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });
});
