/** The escalation policy at work: how a chain goes from step to step. */
import {
  acknowledge,
  alert,
  at,
  escalate,
  pause,
  resume,
  setDuty,
  setSideLink,
  setUnitLink,
  until,
} from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  pak,
  PLAYED,
  SECOND,
  silentConsulate,
  silentEmbassy,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { UnitDefinition } from '../unit/unit.js';

describe('a chain', () => {
  it('asks the units of its first step as soon as the alert is there', () => {
    const police = pak('police', answers(MINUTE));
    given(smallExercise({ units: [police], chain: chain([step('any', [ask(police)])]) }))
      .when(alert(), until(MINUTE))
      .thenAll(
        'T+00:00 IncidentOpened INC-0001',
        'T+00:00 AlertAccepted A1 opened INC-0001',
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+00:00 NotificationSent INC-0001.N1 police',
        'T+00:00 NotificationDelivered INC-0001.N1 police',
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+01:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+01:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('escalates to the consulate when the embassy stays silent for five minutes', () => {
    const steps = [step('any', [ask(silentEmbassy)]), step('any', [ask(silentConsulate)])];
    alerted([silentEmbassy, silentConsulate], chain(steps))
      .when(until(5 * MINUTE - 1))
      .thenAll()
      .when(until(5 * MINUTE))
      .thenAll(
        'T+05:00 StepStarted INC-0001 standard/1 consulate=N2 (timeout)',
        'T+05:00 NotificationSent INC-0001.N2 consulate',
        'T+05:00 NotificationDelivered INC-0001.N2 consulate',
      );
  });

  it('waits for the delay of a step before it starts it', () => {
    const steps = [
      step('any', [ask(silentPolice)], { delayMs: MINUTE }),
      step('any', [ask(silentEmbassy)], { delayMs: 2 * MINUTE }),
    ];
    given(smallExercise({ units: [silentPolice, silentEmbassy], chain: chain(steps) }))
      .when(alert(), until(20 * MINUTE))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepDelayed INC-0001 standard/0 until T+01:00 (start)',
        'T+01:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+06:00 StepDelayed INC-0001 standard/1 until T+08:00 (timeout)',
        'T+08:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+13:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('that has what a step asks for does not wait for its delay: it halts', () => {
    const police = pak('police', answers(MINUTE));
    const embassy = chn('embassy', answers(MINUTE));
    const later = step('each-side', [ask(police), ask(embassy)], { delayMs: 3 * MINUTE });
    const steps = [step({ count: 3 }, [ask(police), ask(embassy), ask(silentConsulate)]), later];
    alerted([police, embassy, silentConsulate], chain(steps))
      .when(until(10 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/1');
  });

  it('resolves its targets when the step starts, not before', () => {
    const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy), ask(silentConsulate)])];
    alerted([silentPolice, silentEmbassy, silentConsulate], chain(steps))
      .when(at(MINUTE, setDuty('embassy', 'off')), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 consulate=N2 (timeout)');
  });

  it('skips a step that reaches nobody at once, and says why', () => {
    const embassy = chn('embassy', answers(0), { duty: 'off' });
    const steps = [step('any', [ask(embassy)]), step('any', [ask(silentConsulate)])];
    given(smallExercise({ units: [embassy, silentConsulate], chain: chain(steps) }))
      .when(alert())
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepSkipped INC-0001 standard/0 embassy:off-duty',
        'T+00:00 StepStarted INC-0001 standard/1 consulate=N1 (skipped)',
      );
  });

  it('is exhausted at once when no step reaches anybody', () => {
    const embassy = chn('embassy', answers(0), { duty: 'off' });
    given(smallExercise({ units: [embassy], chain: chain([step('any', [ask(embassy)])], { repeat: 1 }) }))
      .when(alert())
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepSkipped INC-0001 standard/0 embassy:off-duty',
        'T+00:00 StepSkipped INC-0001 standard/0 embassy:off-duty',
        'T+00:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('goes to the next step at once when a decline makes the requirement impossible', () => {
    const embassy = chn('embassy', declines(90 * SECOND));
    const steps = [step('any', [ask(embassy)]), step('any', [ask(silentConsulate)])];
    alerted([embassy, silentConsulate], chain(steps))
      .when(until(2 * MINUTE))
      .thenAll(
        'T+01:30 NotificationDeclined INC-0001.N1 embassy (declined)',
        'T+01:30 StepStarted INC-0001 standard/1 consulate=N2 (impossible)',
        'T+01:30 NotificationSent INC-0001.N2 consulate',
        'T+01:30 NotificationDelivered INC-0001.N2 consulate',
      );
  });

  it('goes to the next step at once when nobody can be reached, and only once when two are cut off', () => {
    const steps = [step('all', [ask(silentPolice), ask(silentEmbassy)]), step('any', [ask(silentConsulate)])];
    given(
      smallExercise({ units: [silentPolice, silentEmbassy, silentConsulate], chain: chain(steps) }),
      setUnitLink('embassy', { status: 'down' }),
      setUnitLink('police', { status: 'down' }),
    )
      .when(alert())
      .thenAll(
        'T+00:00 IncidentOpened INC-0001',
        'T+00:00 AlertAccepted A1 opened INC-0001',
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 embassy=N2 (start)',
        'T+00:00 NotificationUndeliverable INC-0001.N1 police (not-reached)',
        'T+00:00 NotificationUndeliverable INC-0001.N2 embassy (not-reached)',
        'T+00:00 StepStarted INC-0001 standard/1 consulate=N3 (impossible)',
        'T+00:00 NotificationSent INC-0001.N3 consulate',
        'T+00:00 NotificationDelivered INC-0001.N3 consulate',
      );
  });

  it('goes to the next step at once when a notification expires that the requirement needs', () => {
    const steps = [step('any', [ask(silentPolice)], { ackWithinMs: 20 * MINUTE }), step('any', [ask(silentEmbassy)])];
    alerted([silentPolice, silentEmbassy], chain(steps, { expireAfterMs: 10 * MINUTE }))
      .when(until(10 * MINUTE))
      .thenEscalation('T+10:00 StepStarted INC-0001 standard/1 embassy=N2 (impossible)');
  });

  it('does not wait where the requirement cannot be met from the start', () => {
    const steps = [
      step('each-side', [ask(silentPolice)]),
      step({ count: 2 }, [ask(silentEmbassy)]),
      step('any', [ask(silentConsulate)]),
    ];
    given(smallExercise({ units: [silentPolice, silentEmbassy, silentConsulate], chain: chain(steps) }))
      .when(alert())
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+00:00 StepStarted INC-0001 standard/1 embassy=N2 (impossible)',
        'T+00:00 StepStarted INC-0001 standard/2 consulate=N3 (impossible)',
      );
  });

  it('leaves the earlier notifications open when it goes on', () => {
    const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)])];
    const { state } = alerted([silentPolice, silentEmbassy], chain(steps)).when(until(6 * MINUTE));
    expect(Object.values(state.notifications).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
  });

  it('repeats from the first step, then is exhausted', () => {
    const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)])];
    alerted([silentPolice, silentEmbassy], chain(steps, { repeat: 1 }))
      .when(until(60 * MINUTE))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+10:00 StepStarted INC-0001 standard/0 police=N1 (repeat)',
        'T+15:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+20:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('reminds a unit whose notification is still open instead of sending it another', () => {
    alerted([silentPolice], chain([step('any', [ask(silentPolice)])], { repeat: 1 }))
      .when(until(5 * MINUTE))
      .thenAll(
        'T+05:00 StepStarted INC-0001 standard/0 police=N1 (repeat)',
        'T+05:00 NotificationReminded INC-0001.N1 police #2',
        'T+05:00 NotificationDelivered INC-0001.N1 police',
      );
  });

  it('sends a new notification to a unit that declined when its turn comes again', () => {
    const police = pak('police', declines(MINUTE));
    alerted([police], chain([step('any', [ask(police)])], { repeat: 1 }))
      .when(until(2 * MINUTE))
      .thenEscalation(
        'T+01:00 StepStarted INC-0001 standard/0 police=N2 (repeat)',
        'T+02:00 EscalationExhausted INC-0001 standard',
      );
  });
});

describe('the policy', () => {
  it('of an incident is that of its opening, with its groups; a later one is for later incidents', () => {
    const units = [silentPolice, silentEmbassy, silentConsulate];
    const group = (...members: readonly UnitDefinition[]) => ({ wave: members.map(({ id }) => id) });
    const steps = [step('any', [ask(silentPolice)]), step('any', [{ group: 'wave', action: 'inform' }])];
    const policy = { groups: group(silentEmbassy) };
    const { play } = given(smallExercise({ units, chain: chain(steps), policy }), alert());
    const { state, scenario } = play;
    state.policies[2] = { ...scenario.policy, version: 2, groups: group(silentConsulate) };
    state.policyVersion = 2;
    const asked = [alert({ id: 'B1', site: 'port' }), until(5 * MINUTE)]
      .flatMap((deed) => play.do(deed))
      .flatMap(({ type, data }) =>
        type === 'StepStarted' ? data.addressees.map(({ unit }) => `${data.incident} ${unit}`) : [],
      );
    expect(asked).toEqual(['INC-0002 police', 'INC-0001 embassy', 'INC-0002 consulate']);
  });
});

describe('at equal times', () => {
  it('an answer comes before the deadline', () => {
    const police = pak('police', answers(5 * MINUTE));
    alerted([police, silentEmbassy], chain([step('any', [ask(police)]), step('any', [ask(silentEmbassy)])]))
      .when(until(30 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/0');
  });

  it('a person’s answer comes before the deadline', () => {
    const police = pak('police', undefined, PLAYED);
    alerted([police, silentEmbassy], chain([step('any', [ask(police)]), step('any', [ask(silentEmbassy)])]))
      .when(at(5 * MINUTE, acknowledge('INC-0001.N1')), until(30 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/0');
  });

  it('a delivery and its immediate answer come before the deadline', () => {
    const police = pak('police', answers(0));
    given(
      smallExercise({
        units: [police, silentEmbassy],
        chain: chain([step('any', [ask(police)]), step('any', [ask(silentEmbassy)])]),
      }),
      setSideLink('PAK', { status: 'degraded', latencyMs: 5 * MINUTE, loss: 0 }),
      alert(),
    )
      .when(at(5 * MINUTE - 1, setSideLink('PAK', { status: 'up' })), until(30 * MINUTE))
      .thenEscalation('T+05:00 ChainHalted INC-0001 standard/0');
  });

  it('of two deadlines the one that was set first comes first', () => {
    const steps = [step('any', [ask(silentPolice)], { ackWithinMs: 10 * MINUTE }), step('any', [ask(silentEmbassy)])];
    alerted([silentPolice, silentEmbassy], chain(steps, { expireAfterMs: 10 * MINUTE }))
      .when(until(10 * MINUTE))
      .thenOf(
        ['NotificationExpired', 'StepStarted'],
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 StepStarted INC-0001 standard/1 embassy=N2 (impossible)',
      );
  });
});

describe('what ends at the same instant', () => {
  const ending = { ackWithinMs: 20 * MINUTE };
  const units = [silentPolice, silentEmbassy, silentConsulate];

  it('is considered together: the next step asks anew whom the last one asked in vain', () => {
    const steps = [
      step('all', [ask(silentPolice), ask(silentEmbassy)], ending),
      step('any', [ask(silentEmbassy)]),
      step('any', [ask(silentConsulate)]),
    ];
    alerted(units, chain(steps, { expireAfterMs: 10 * MINUTE }))
      .when(until(12 * MINUTE))
      .thenOf(
        ['NotificationExpired', 'StepStarted'],
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 NotificationExpired INC-0001.N2 embassy',
        'T+10:00 StepStarted INC-0001 standard/1 embassy=N3 (impossible)',
      );
  });

  it('comes before a deadline of that instant, even one that was set before', () => {
    const steps = [
      step('any', [ask(silentPolice)], { delayMs: MINUTE }),
      step('any', [ask(silentEmbassy)], { ackWithinMs: 6 * MINUTE }),
      step('any', [ask(silentEmbassy), ask(silentConsulate)]),
    ];
    alerted(units, chain(steps, { expireAfterMs: 6 * MINUTE }))
      .when(until(12 * MINUTE))
      .thenOf(
        ['NotificationExpired', 'StepStarted'],
        'T+01:00 StepStarted INC-0001 standard/0 police=N1 (start)',
        'T+06:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+07:00 NotificationExpired INC-0001.N1 police',
        'T+12:00 NotificationExpired INC-0001.N2 embassy',
        'T+12:00 StepStarted INC-0001 standard/2 embassy=N3 consulate=N4 (impossible)',
      );
  });

  it('is told of one incident at a time', () => {
    const steps = [step('any', [ask(silentPolice)], ending)];
    const standard = chain(steps, { expireAfterMs: 10 * MINUTE });
    given(smallExercise({ units: [silentPolice], chain: standard }), alert(), alert({ id: 'B1', site: 'port' }))
      .when(until(10 * MINUTE))
      .thenAll(
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+10:00 NotificationExpired INC-0002.N1 police',
        'T+10:00 EscalationExhausted INC-0002 standard',
      );
  });
});

describe('escalating by hand', () => {
  const steps = [
    step('any', [ask(silentPolice)]),
    step('any', [ask(silentEmbassy)], { delayMs: 10 * MINUTE }),
    step('any', [ask(silentConsulate)]),
  ];
  const units = [silentPolice, silentEmbassy, silentConsulate];

  it('starts the next step now, without its delay, in the name of who did it', () => {
    const { events } = alerted(units, chain(steps))
      .when(at(MINUTE, escalate('INC-0001')), until(6 * MINUTE))
      .thenEscalation(
        'T+01:00 StepStarted INC-0001 standard/1 embassy=N2 (manual)',
        'T+06:00 StepStarted INC-0001 standard/2 consulate=N3 (timeout)',
      );
    expect(events[0]?.actor).toMatchObject({ id: 'trainer' });
    expect(events.at(-1)?.actor).toEqual({ kind: 'engine' });
  });

  it('starts the step that is waiting for its delay, not the one after it', () => {
    alerted(units, chain(steps))
      .when(until(6 * MINUTE), escalate('INC-0001'))
      .thenEscalation(
        'T+05:00 StepDelayed INC-0001 standard/1 until T+15:00 (timeout)',
        'T+06:00 StepStarted INC-0001 standard/1 embassy=N2 (manual)',
      );
  });

  it('after the last step exhausts the chain, and then there is nothing to escalate', () => {
    alerted([silentPolice], chain(steps.slice(0, 1)))
      .when(escalate('INC-0001'), escalate('INC-0001'))
      .thenAll(
        'T+00:00 EscalationExhausted INC-0001 standard',
        'T+00:00 CommandRefused EscalateIncident: NOTHING_TO_ESCALATE',
      );
  });

  it('knows only chains that run on the incident', () => {
    alerted(units, chain(steps))
      .when(escalate('INC-0001', 'constructor'))
      .thenAll('T+00:00 CommandRefused EscalateIncident: UNKNOWN_CHAIN');
  });
});

describe('while the exercise is paused', () => {
  it('no deadline passes; afterwards the rest of the time is left', () => {
    const steps = [step('any', [ask(silentPolice)]), step('any', [ask(silentEmbassy)])];
    alerted([silentPolice, silentEmbassy], chain(steps))
      .when(at(4 * MINUTE, pause()), until(60 * MINUTE))
      .thenAll('T+04:00 ExercisePaused')
      .when(at(4 * MINUTE, resume()), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)');
  });
});
