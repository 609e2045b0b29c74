import type { Plain } from '../kernel/brand.js';
import {
  acknowledge,
  alert,
  as,
  at,
  CONTROLLER,
  decline,
  end,
  override,
  resolve,
  start,
  until,
  type Deed,
} from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  PLAYED,
  SILENT,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Inject } from '../inject/inject.js';
import type { Expectation, Verdict } from '../expectation/expectation.js';
import { judge, score } from './judge.js';

type Parts = Partial<Plain<Expectation>> & Pick<Plain<Expectation>, 'kind'>;

const first = inject('first', MINUTE);
const withinFirst = (ms: number) => ({ kind: 'within', ms, of: 'incident', inject: 'first' }) as const;

function inject(id: string, time: number): Plain<Inject> {
  const deed = alert({ id: id.toUpperCase() });
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return { id, kind: 'alert', at: time, messages: [deed.command.data] };
}

/**
 * The alert `first` at T+01:00 asks police (played) and the consulate, which acknowledges at T+02:00; from T+06:00 on the
 * embassy, which is silent. These deeds, then the log to `reach`.
 */
function run(expected: readonly Parts[], deeds: readonly Deed[] = [], injects = [first]) {
  const units = [pak('police', SILENT, PLAYED), chn('consulate', answers(MINUTE)), chn('embassy'), pak('rescue')];
  const [police, consulate, embassy] = units as [(typeof units)[0], (typeof units)[0], (typeof units)[0]];
  const steps = [step('each-side', [ask(police), ask(consulate)]), step('all', [ask(embassy), ask(police)])];
  const expectations = expected.map(
    (parts, index) =>
      ({ id: `e${index}`, weight: 1, incident: 'first', deadline: { kind: 'end' }, ...parts }) as Plain<Expectation>,
  );
  const scenario = smallExercise({ units, chain: chain(steps), scenario: { injects, expectations } });
  const play = new Play(scenario);
  for (const deed of [start(), ...deeds]) play.do(deed);
  return { scenario, play, verdicts: judge(scenario, play.log, play.clock) };
}

function told({ judgement, reason, at: time }: Verdict): string {
  return `${judgement}: ${reason}${time === undefined ? '' : ` ${time / MINUTE}`}`;
}

/** The verdicts on these, after these deeds and ENDEX at T+20:00. */
function verdictsOf(expected: readonly Parts[], ...deeds: Deed[]): string[] {
  return run(expected, [...deeds, until(20 * MINUTE), at(20 * MINUTE, end())]).verdicts.map(told);
}

it('of an inject that reopens an incident counts what follows, not what was done before', () => {
  const second = inject('second', 11 * MINUTE);
  const of = (id: string) =>
    ({ incident: id, deadline: { kind: 'within', ms: 9 * MINUTE, of: 'inject', inject: id } }) as const;
  const expected = (id: string): Parts[] => [
    { ...of(id), kind: 'acknowledged', by: { unit: 'police' } },
    { ...of(id), kind: 'joint-acknowledgement' },
    { ...of(id), kind: 'resolved' },
    { ...of(id), kind: 'notified', party: { unit: 'police' } },
  ];
  const deeds = [until(3 * MINUTE), acknowledge('INC-0001.N1'), at(5 * MINUTE, resolve('INC-0001'))];
  const injects = [first, second];
  const { verdicts, play } = run(
    [...expected('first'), ...expected('second')],
    [...deeds, until(30 * MINUTE)],
    injects,
  );
  expect(play.log.some(({ type }) => type === 'IncidentReopened')).toBe(true);
  expect(verdicts.map(told)).toEqual([
    'met: happened 3',
    'met: happened 3',
    'met: happened 5',
    'met: happened 1',
    'missed: did-not-happen',
    'missed: did-not-happen',
    'missed: did-not-happen',
    'met: happened 11',
  ]);
});

describe('a verdict', () => {
  it('is met by an acknowledgement of the unit or side in time, up to and including the deadline', () => {
    const by = { unit: 'consulate' };
    expect(
      verdictsOf([
        { kind: 'acknowledged', by, deadline: withinFirst(MINUTE) },
        { kind: 'acknowledged', by, deadline: withinFirst(MINUTE - 1) },
        { kind: 'acknowledged', by: { side: 'CHN' }, deadline: { kind: 'before', at: 2 * MINUTE + 1 } },
        { kind: 'acknowledged', by: { side: 'CHN' }, deadline: { kind: 'before', at: 2 * MINUTE } },
        { kind: 'acknowledged', by: { side: 'PAK' } },
      ]),
    ).toEqual([
      'met: happened 2',
      'missed: too-late 2',
      'met: happened 2',
      'missed: too-late 2',
      'missed: did-not-happen',
    ]);
  });

  it('counts an override for the side, not for a unit, and makes the acknowledgement joint', () => {
    expect(
      verdictsOf(
        [
          { kind: 'acknowledged', by: { side: 'PAK' } },
          { kind: 'acknowledged', by: { unit: 'police' } },
          { kind: 'joint-acknowledgement' },
        ],
        at(3 * MINUTE, override('INC-0001', 'PAK')),
      ),
    ).toEqual(['met: happened 3', 'missed: did-not-happen', 'met: happened 3']);
  });

  it('tells who was notified and who was left alone', () => {
    expect(
      verdictsOf([
        { kind: 'notified', party: { side: 'PAK' }, deadline: withinFirst(0) },
        { kind: 'notified', party: { unit: 'embassy' }, deadline: withinFirst(MINUTE) },
        { kind: 'nothing-sent', unit: 'rescue' },
        { kind: 'nothing-sent', unit: 'embassy', incident: undefined },
        { kind: 'nothing-sent', unit: 'embassy', deadline: { kind: 'before', at: 6 * MINUTE } },
      ]),
    ).toEqual(['met: happened 1', 'missed: too-late 6', 'met: held', 'missed: broken 6', 'met: held']);
  });

  it('bounds escalation from below and above', () => {
    expect(
      verdictsOf([
        { kind: 'escalation', atLeast: 1 },
        { kind: 'escalation', atLeast: 2 },
        { kind: 'escalation', atMost: 0 },
        { kind: 'escalation', atLeast: 1, atMost: 1 },
      ]),
    ).toEqual(['met: happened 6', 'missed: did-not-happen', 'missed: broken 6', 'met: happened 6']);
  });

  it('is met when the incident is resolved', () => {
    expect(verdictsOf([{ kind: 'resolved' }], at(4 * MINUTE, resolve('INC-0001')))).toEqual(['met: happened 4']);
  });

  it('does not apply to what never came to be, or was cancelled first', () => {
    const cancel = as(CONTROLLER, alert({ id: 'C1', msgType: 'Cancel', references: ['FIRST'] }));
    const never = inject('never', 30 * MINUTE);
    const { verdicts } = run(
      [
        { kind: 'resolved' },
        { kind: 'resolved', incident: 'never' },
        {
          kind: 'nothing-sent',
          unit: 'rescue',
          incident: undefined,
          deadline: { kind: 'within', ms: 1, of: 'inject', inject: 'never' },
        },
        { kind: 'resolved', deadline: { kind: 'before', at: 30_000 } },
        { kind: 'acknowledged', by: { side: 'CHN' } },
      ],
      [at(3 * MINUTE, cancel), until(5 * MINUTE), end()],
      [first, never],
    );
    expect(verdicts.map(told)).toEqual([
      'not-applicable: incident-cancelled 3',
      'not-applicable: inject-not-fired',
      'not-applicable: inject-not-fired',
      'not-applicable: opened-after-deadline',
      'met: happened 2',
    ]);
  });

  it('is about the first incident of an inject that fires again', () => {
    const repeated = { ...inject('first', MINUTE), repeat: { times: 1, everyMs: 14 * MINUTE } } as Plain<Inject>;
    if (repeated.kind !== 'alert') throw new Error('not an alert');
    const second = inject('second', 0);
    if (second.kind !== 'alert') throw new Error('not an alert');
    const injects: Plain<Inject>[] = [{ ...repeated, messages: [repeated.messages[0], second.messages[0]] }];
    const { play, verdicts } = run([{ kind: 'acknowledged', by: { side: 'CHN' } }], [at(20 * MINUTE, end())], injects);
    expect(play.log.filter(({ type }) => type === 'IncidentOpened')).toHaveLength(2);
    expect(verdicts.map(told)).toEqual(['met: happened 2']);
  });

  it('is left open by a log that ends before the deadline', () => {
    const expected: Parts[] = [
      { kind: 'resolved', deadline: withinFirst(10 * MINUTE) },
      { kind: 'resolved' },
      { kind: 'nothing-sent', unit: 'rescue' },
      { kind: 'escalation', atLeast: 1, atMost: 1 },
      { kind: 'nothing-sent', unit: 'rescue', deadline: withinFirst(MINUTE) },
    ];
    const open = 'unjudged: log-ends-before';
    expect(run(expected, [until(6 * MINUTE)]).verdicts.map(told)).toEqual([open, open, open, open, 'met: held']);
    expect(run(expected, [until(6 * MINUTE), end()]).verdicts.map(told)).toEqual([
      open,
      'missed: did-not-happen',
      'met: held',
      'met: happened 6',
      'met: held',
    ]);
  });

  it('is left open while an inject may yet fire, and the deadline has not passed', () => {
    const later = inject('later', 15 * MINUTE);
    const within = { kind: 'within', ms: MINUTE, of: 'inject', inject: 'later' } as const;
    const expected: Parts[] = [
      { kind: 'resolved', incident: 'later' },
      { kind: 'nothing-sent', unit: 'rescue', incident: undefined, deadline: within },
      { kind: 'resolved', incident: 'later', deadline: { kind: 'before', at: 10 * MINUTE } },
    ];
    const verdictsAt = (...deeds: Deed[]) => run(expected, deeds, [first, later]).verdicts.map(told);
    const [open, never] = ['unjudged: log-ends-before', 'not-applicable: inject-not-fired'];
    expect(verdictsAt(until(9 * MINUTE))).toEqual([open, open, open]);
    expect(verdictsAt(until(10 * MINUTE))).toEqual([open, open, never]);
    expect(verdictsAt(until(10 * MINUTE), end())).toEqual([never, never, never]);
  });

  it('does not ask a side about an incident of which it may not know', () => {
    const deed = alert({ id: 'OWN', class: 'PAK' });
    if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
    const own: Plain<Inject> = { id: 'first', kind: 'alert', at: MINUTE, messages: [deed.command.data] };
    const expected: Parts[] = [
      { kind: 'acknowledged', by: { side: 'CHN' } },
      { kind: 'acknowledged', by: { unit: 'embassy' } },
      { kind: 'notified', party: { side: 'CHN' } },
      { kind: 'joint-acknowledgement' },
      { kind: 'acknowledged', by: { side: 'PAK' } },
      { kind: 'nothing-sent', unit: 'embassy' },
    ];
    const { verdicts } = run(expected, [until(20 * MINUTE), end()], [own]);
    const hidden = 'not-applicable: not-releasable';
    expect(verdicts.map(told)).toEqual([hidden, hidden, hidden, hidden, 'missed: did-not-happen', 'met: held']);
  });

  it('names the events that show it', () => {
    const { play, verdicts } = run(
      [{ kind: 'acknowledged', by: { side: 'CHN' } }, { kind: 'resolved' }],
      [at(2 * MINUTE, decline('INC-0001.N1')), until(5 * MINUTE), end()],
    );
    const shown = verdicts.map(({ evidence }) => evidence.map((seq) => play.log[seq - 1]?.type));
    expect(shown).toEqual([['NotificationAcknowledged'], ['IncidentOpened']]);
  });
});

it('weighs what was met against what could be judged', () => {
  const { scenario, verdicts } = run(
    [
      { kind: 'acknowledged', by: { side: 'CHN' }, weight: 3 },
      { kind: 'resolved' },
      { kind: 'resolved', deadline: withinFirst(60 * MINUTE), weight: 100 },
    ],
    [until(5 * MINUTE), end()],
  );
  expect(score(scenario, verdicts)).toBe(0.75);
  expect(score(scenario, [])).toBeUndefined();
});
