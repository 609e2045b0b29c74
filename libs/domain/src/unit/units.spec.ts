/** Units: simulated and played, and what they may be asked. */
import { notificationId } from '../kernel/ids.js';
import {
  acknowledge,
  alert,
  as,
  at,
  decline,
  operatorOf,
  report,
  restart,
  setDuty,
  setMode,
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
  moves,
  only,
  pak,
  PLAYED,
  SECOND,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';

const ANSWERS = ['NotificationAcknowledged', 'NotificationDeclined'] as const;

describe('a simulated unit', () => {
  it('acknowledges after its time, then is en route, on scene and clear, each after its own', () => {
    const police = pak('police', moves(answers(MINUTE), 2 * MINUTE, 3 * MINUTE, 4 * MINUTE));
    alerted([police], only(police))
      .when(until(60 * MINUTE))
      .thenOf(
        [...ANSWERS, 'UnitProgressed'],
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+03:00 UnitProgressed INC-0001 police enRoute',
        'T+06:00 UnitProgressed INC-0001 police onScene',
        'T+10:00 UnitProgressed INC-0001 police clear',
      );
  });

  it('moves by its first acknowledgement, whatever else it acknowledges of the incident', () => {
    const police = pak('police', moves(answers(MINUTE), 9 * MINUTE, MINUTE, MINUTE));
    const steps = [
      step('all', [ask(police), ask(pak('rescue'))]),
      step('any', [ask(police, 'inform')], { id: 'inform' }),
    ];
    // The police is asked to respond and to be informed, and answers both, a minute apart.
    alerted([{ ...police, ...PLAYED }, pak('rescue')], chain(steps))
      .when(until(5 * MINUTE), setMode('police', 'simulated'))
      .when(acknowledge('INC-0001.N1'), until(7 * MINUTE))
      .thenPlans('T+05:00 MovementsPlanned INC-0001 police T+14:00 T+15:00 T+16:00');
  });

  it('acts under its own name', () => {
    const police = pak('police', answers(MINUTE));
    const { events } = alerted([police], only(police)).when(until(MINUTE));
    expect(events.find(({ type }) => type === 'NotificationAcknowledged')?.actor).toEqual({
      kind: 'unit',
      id: 'police',
    });
  });

  it('tells its plans to controllers only', () => {
    const police = pak('police', answers(MINUTE));
    const { events } = given(smallExercise({ units: [police], chain: only(police) }))
      .when(alert(), until(MINUTE))
      .thenPlans(
        'T+00:00 AnswerPlanned INC-0001.N1 acknowledge T+01:00',
        'T+01:00 MovementsPlanned INC-0001 police T+6001:00 T+6061:00 T+6121:00',
      );
    const plans = events.filter(({ type }) => type.endsWith('Planned'));
    expect(plans.map(({ audience, seqs }) => [audience, Object.keys(seqs)])).toEqual([
      ['CONTROL', ['all']],
      ['CONTROL', ['all']],
    ]);
  });

  it('may decline', () => {
    const police = pak('police', declines(MINUTE));
    alerted([police], only(police))
      .when(until(60 * MINUTE))
      .thenOf(ANSWERS, 'T+01:00 NotificationDeclined INC-0001.N1 police (declined)');
  });

  it('may stay silent until the notification expires', () => {
    alerted([silentPolice], only(silentPolice))
      .when(until(60 * MINUTE))
      .thenOf([...ANSWERS, 'NotificationExpired'], 'T+30:00 NotificationExpired INC-0001.N1 police')
      .thenPlans();
  });

  it('decides anew when a reminder reaches it, and answers only once', () => {
    const police = pak('police', answers(7 * MINUTE));
    alerted([police], only(police, { remindEveryMs: 2 * MINUTE }))
      .when(until(15 * MINUTE))
      .thenOf(ANSWERS, 'T+07:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('draws its answers by its own notification: what others do shifts nothing', () => {
    const police = pak('police', { ...answers(0), acknowledge: { kind: 'uniform', minMs: 0, maxMs: 10 * MINUTE } });
    const rescue = pak('rescue', { ...answers(0), acknowledge: { kind: 'uniform', minMs: 0, maxMs: 10 * MINUTE } });
    const standard = chain([step('all', [ask(police), ask(rescue)], { ackWithinMs: 20 * MINUTE })]);
    const acknowledgedAt = (...first: Parameters<typeof given>[1][]) => {
      const scenario = smallExercise({ units: [police, rescue], chain: standard });
      const { state } = given(scenario, ...first, alert()).when(until(20 * MINUTE));
      return state.notifications[notificationId('INC-0001.N1')]?.endedAt;
    };
    expect(acknowledgedAt(alert({ id: 'P1', class: 'PAK' }))).toBe(acknowledgedAt());
    expect(acknowledgedAt(setMode('rescue', 'played'))).toBe(acknowledgedAt());
  });
});

describe('a played unit', () => {
  const police = pak('police', moves(answers(MINUTE), MINUTE, MINUTE, MINUTE), PLAYED);

  it('does nothing by itself', () => {
    alerted([police], only(police))
      .when(until(10 * MINUTE))
      .thenAll()
      .thenPlans();
  });

  it('does what people report', () => {
    alerted([police], only(police))
      .when(
        report('INC-0001', 'police', 'enRoute'),
        acknowledge('INC-0001.N1'),
        report('INC-0001', 'police', 'onScene'),
        report('INC-0001', 'police', 'enRoute'),
        report('INC-0001', 'police', 'clear'),
      )
      .thenOf(
        ['CommandRefused', 'UnitProgressed'],
        'T+00:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED',
        'T+00:00 UnitProgressed INC-0001 police onScene',
        'T+00:00 CommandRefused ReportProgress: PROGRESS_OUT_OF_ORDER',
        'T+00:00 UnitProgressed INC-0001 police clear',
      );
  });

  it('answers each notification once', () => {
    alerted([police], only(police))
      .when(decline('INC-0001.N1'), acknowledge('INC-0001.N1'), decline('INC-0001.N1'))
      .thenOf(
        ['CommandRefused', ...ANSWERS],
        'T+00:00 NotificationDeclined INC-0001.N1 police (busy elsewhere)',
        'T+00:00 CommandRefused AcknowledgeNotification: NOTIFICATION_ENDED',
        'T+00:00 CommandRefused DeclineNotification: NOTIFICATION_ENDED',
      );
  });

  it('may acknowledge late only once, and not decline late', () => {
    alerted([police], only(police, { expireAfterMs: MINUTE }))
      .when(until(MINUTE), decline('INC-0001.N1'), acknowledge('INC-0001.N1'), acknowledge('INC-0001.N1'))
      .thenOf(
        ['CommandRefused', 'LateAcknowledgement'],
        'T+01:00 CommandRefused DeclineNotification: NOTIFICATION_ENDED',
        'T+01:00 LateAcknowledgement INC-0001.N1 police',
        'T+01:00 CommandRefused AcknowledgeNotification: NOTIFICATION_ENDED',
      );
  });

  it('is answered for by its own side only', () => {
    const embassy = operatorOf('CHN');
    alerted([police], only(police))
      .when(
        as(embassy, acknowledge('INC-0001.N1')),
        as(embassy, report('INC-0001', 'police', 'clear')),
        as(embassy, setDuty('police', 'off')),
        as(embassy, setMode('police', 'simulated')),
        as(embassy, setUnitLink('police', { status: 'down' })),
        as(embassy, setSideLink('PAK', { status: 'down' })),
        as(operatorOf('PAK'), acknowledge('INC-0001.N1')),
      )
      .thenOf(
        ['CommandRefused', 'NotificationAcknowledged', 'LinkChanged', 'UnitDutyChanged', 'UnitModeChanged'],
        'T+00:00 CommandRefused AcknowledgeNotification: NOT_YOUR_SIDE',
        'T+00:00 CommandRefused ReportProgress: NOT_YOUR_SIDE',
        'T+00:00 CommandRefused SetDuty: NOT_PERMITTED',
        'T+00:00 CommandRefused SetMode: NOT_PERMITTED',
        'T+00:00 CommandRefused SetLink: NOT_PERMITTED',
        'T+00:00 CommandRefused SetLink: NOT_PERMITTED',
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  it.each([['__proto__'], ['constructor'], ['nobody']])('%s is no unit', (id) => {
    alerted([police], only(police))
      .when(
        setDuty(id, 'off'),
        setMode(id, 'played'),
        setUnitLink(id, { status: 'up' }),
        report('INC-0001', id, 'clear'),
      )
      .thenAll(
        'T+00:00 CommandRefused SetDuty: UNKNOWN_UNIT',
        'T+00:00 CommandRefused SetMode: UNKNOWN_UNIT',
        'T+00:00 CommandRefused SetLink: UNKNOWN_UNIT',
        'T+00:00 CommandRefused ReportProgress: UNKNOWN_UNIT',
      );
  });
});

describe('switching a unit during a run', () => {
  it('to played drops what the simulation had planned', () => {
    const police = pak('police', answers(5 * MINUTE));
    alerted([police], only(police))
      .when(at(MINUTE, setMode('police', 'played')), until(20 * MINUTE))
      .thenOf(ANSWERS);
  });

  it('to played drops its movements, too', () => {
    const police = pak('police', moves(answers(MINUTE), MINUTE, MINUTE, MINUTE));
    alerted([police], only(police))
      .when(at(90 * SECOND, setMode('police', 'played')), until(20 * MINUTE))
      .thenOf(['UnitProgressed']);
  });

  it('to simulated lets it answer in the order in which it was asked', () => {
    // The police are asked about the first incident again after they were asked about the second.
    const police = pak('police', answers(MINUTE), { ...PLAYED, capacity: 1 });
    given(
      smallExercise({ units: [police], chain: only(police, { expireAfterMs: 10 * MINUTE }) }),
      alert(),
      at(5 * MINUTE, alert({ id: 'B1', site: 'port' })),
      at(11 * MINUTE, restart('INC-0001')),
    )
      .when(at(12 * MINUTE, setMode('police', 'simulated')), until(14 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+13:00 NotificationAcknowledged INC-0002.N1 police',
        'T+13:00 NotificationDeclined INC-0001.N2 police (at-capacity)',
      );
  });

  it('to simulated lets it answer what it has not answered', () => {
    const police = pak('police', answers(MINUTE), PLAYED);
    alerted([police], only(police))
      .when(at(3 * MINUTE, setMode('police', 'simulated')), until(10 * MINUTE))
      .thenOf(ANSWERS, 'T+04:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('to simulated lets it go on from where it stands', () => {
    const police = pak('police', moves(answers(MINUTE), 2 * MINUTE, 3 * MINUTE, 4 * MINUTE), PLAYED);
    alerted([police], only(police))
      .when(acknowledge('INC-0001.N1'), report('INC-0001', 'police', 'enRoute'))
      .when(at(10 * MINUTE, setMode('police', 'simulated')), until(30 * MINUTE))
      .thenOf(
        ['UnitProgressed'],
        'T+13:00 UnitProgressed INC-0001 police onScene',
        'T+17:00 UnitProgressed INC-0001 police clear',
      );
  });
});

describe('the sovereignty rule', () => {
  // A scenario in which a CHN unit may respond loads only where foreign responders are permitted.
  const consulate = chn('consulate', answers(MINUTE), { authority: ['respond', 'consular'] });
  const standard = chain([step('any', [{ kind: 'consulate', action: 'respond' }])]);

  it('permitted: a CHN unit may be asked to respond, in this exercise', () => {
    given(
      smallExercise({
        units: [consulate],
        chain: standard,
        scenario: { rules: { foreignResponders: 'permitted' } },
      }),
    )
      .when(alert())
      .thenOf(['StepStarted'], 'T+00:00 StepStarted INC-0001 standard/0 consulate=N1 (start)');
  });

  it('prohibited: the scenario does not load', () => {
    expect(() => given(smallExercise({ units: [consulate], chain: standard }))).toThrow('prohibited');
  });
});

it('a stage that a person reports ahead of the simulation leaves out those before it', () => {
  const police = pak('police', moves(answers(0), 10 * MINUTE, 10 * MINUTE, 10 * MINUTE));
  alerted([police], chain([step('any', [ask(police)])]))
    .when(until(5 * MINUTE), report('INC-0001', 'police', 'onScene'), until(40 * MINUTE))
    .thenOf(
      ['UnitProgressed'],
      'T+05:00 UnitProgressed INC-0001 police onScene',
      'T+30:00 UnitProgressed INC-0001 police clear',
    );
});
