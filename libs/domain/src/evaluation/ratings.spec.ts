import type { Plain } from '../kernel/brand.js';
import type { Expectation } from '../expectation/expectation.js';
import type { Inject } from '../inject/inject.js';
import { alert, at, end, override, rate, resolve, setUnitLink, until, type Deed } from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import { reportOf } from '../testing/report-of.js';
import { start } from '../testing/deeds.js';
import { answers, ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import type { AfterActionReport } from './report.js';

type Parts = Partial<Plain<Expectation>> & Pick<Plain<Expectation>, 'kind'>;

const within = (ms: number) => ({ kind: 'within', ms, of: 'incident', inject: 'first' }) as const;

/**
 * The alert at T+01:00 asks police (who acknowledge after one minute) and the silent embassy; from T+06:00 on the consulate,
 * which acknowledges a minute later. ENDEX at T+20:00.
 */
function report(expected: readonly Parts[], ...deeds: Deed[]): AfterActionReport {
  const deed = alert({ id: 'FIRST' });
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  const first: Plain<Inject> = { id: 'first', kind: 'alert', at: MINUTE, messages: [deed.command.data] };
  const [police, embassy, consulate, desk] = [
    pak('police', answers(MINUTE)),
    chn('embassy', SILENT),
    chn('consulate', answers(MINUTE)),
    chn('desk'),
  ] as const;
  const steps = [step('each-side', [ask(police), ask(embassy)]), step('any', [ask(consulate)])];
  const expectations = expected.map(
    (parts, index) =>
      ({
        id: `e${index}`,
        objective: 'Goal',
        weight: 1,
        incident: 'first',
        deadline: { kind: 'end' },
        ...parts,
      }) as Plain<Expectation>,
  );
  const units = [police, embassy, consulate, desk];
  const play = new Play(smallExercise({ units, chain: chain(steps), scenario: { injects: [first], expectations } }));
  for (const one of [start(), ...deeds, until(20 * MINUTE), at(20 * MINUTE, end())]) play.do(one);
  return reportOf(play, { source: { kind: 'scenario', file: 'x.yaml' }, headHash: 'h' });
}

/** The rating and what it rests on. */
function rating(expected: readonly Parts[], ...deeds: Deed[]): string {
  const [objective] = report(expected, ...deeds).objectives;
  const { rating: proposed, grounds } = objective!.proposed;
  return [proposed ?? 'none', ...grounds.map(({ kind, expectation }) => `${expectation} ${kind}`)].join(', ');
}

const policeAnswer: Parts = { kind: 'acknowledged', by: { side: 'PAK' }, deadline: within(2 * MINUTE) };
const jointLater: Parts = { kind: 'joint-acknowledgement', deadline: within(10 * MINUTE) };

describe('a proposed rating', () => {
  it('is P when all that was expected came about at the first call', () => {
    expect(rating([policeAnswer])).toBe('P');
  });

  it('is S when it came about in time, but only after an escalation', () => {
    expect(rating([policeAnswer, jointLater])).toBe('S, e1 escalated');
  });

  it('is P all the same where the author meant it to escalate', () => {
    expect(rating([jointLater, { kind: 'escalation', atLeast: 1 }])).toBe('P');
  });

  it('is M when it was achieved at a cost: too late, by an override, or against what must not happen', () => {
    expect(rating([{ kind: 'joint-acknowledgement', deadline: within(3 * MINUTE) }])).toBe('M, e0 too-late');
    expect(rating([jointLater], at(3 * MINUTE, override('INC-0001', 'CHN')))).toBe('M, e0 overridden');
    expect(rating([policeAnswer, { kind: 'nothing-sent', unit: 'consulate' }])).toBe('M, e1 broken');
  });

  it('is U when any part of the objective never came about, however much else did', () => {
    expect(rating([{ ...policeAnswer, weight: 1000 }, { kind: 'resolved' }])).toBe('U, e1 did-not-happen');
    expect(rating([{ kind: 'nothing-sent', unit: 'consulate' }])).toBe('U, e0 broken');
  });

  it('is not made where nothing applied', () => {
    const [objective] = report([{ kind: 'resolved', deadline: { kind: 'before', at: 1 } }]).objectives;
    expect(objective?.proposed).toMatchObject({ notApplicable: 1, unjudged: 0 });
    expect(objective?.rating).toBeUndefined();
  });

  it('is made of what applied, whatever else did not', () => {
    expect(rating([policeAnswer, { kind: 'resolved', deadline: { kind: 'before', at: 1 } }])).toBe('P');
  });

  it('is not made yet while an expectation is not judged, whatever the others came to', () => {
    const beyond: Parts = { kind: 'resolved', deadline: within(30 * MINUTE) };
    const [objective] = report([policeAnswer, beyond]).objectives;
    expect(objective?.proposed).toMatchObject({ met: 1, unjudged: 1, score: 1, grounds: [] });
    expect(objective?.proposed).not.toHaveProperty('rating');
    expect(rating([beyond, { kind: 'resolved' }])).toBe('none, e1 did-not-happen');
  });

  it('names the events that it rests on', () => {
    const { objectives, events } = report([jointLater]);
    const shown = objectives[0]!.proposed.grounds.flatMap(({ evidence }) => evidence);
    expect(shown.map((seq) => events.find((event) => event.seq === seq)?.type)).toEqual(['StepStarted']);
  });
});

it('what an evaluator says stands over the proposal, the latest over the earlier', () => {
  const [objective] = report(
    [policeAnswer],
    at(2 * MINUTE, rate('Goal', 'U')),
    rate('Goal', 'M', 'on second thoughts'),
  ).objectives;
  expect(objective).toMatchObject({
    rating: 'M',
    proposed: { rating: 'P' },
    given: [{ rating: 'U' }, { rating: 'M', reason: 'on second thoughts', actor: { role: 'evaluator' } }],
  });
});

it('a unit’s line shows how long it was asked, engaged and away', () => {
  const { timeline } = report([policeAnswer], at(9 * MINUTE, resolve('INC-0001')));
  const lines = timeline.spans.map(({ unit, kind, from, to }) => `${unit} ${kind} ${from / MINUTE}-${to / MINUTE}`);
  expect(lines).toEqual([
    'police asked 1-2',
    'embassy asked 1-9',
    'police engaged 2-9',
    'consulate asked 6-7',
    'consulate engaged 7-9',
  ]);
  expect(timeline.marks.map(({ unit, kind }) => `${unit} ${kind}`)).toEqual([
    'police acknowledged',
    'consulate acknowledged',
  ]);
});

it('a unit’s line tells what is under way to it from what it was asked', () => {
  const lossy = { status: 'degraded', latencyMs: 2 * MINUTE, loss: 0 } as const;
  const { timeline } = report([policeAnswer], setUnitLink('police', lossy), at(9 * MINUTE, resolve('INC-0001')));
  const begins = timeline.spans
    .filter(({ unit, kind }) => unit === 'police' && kind !== 'degraded')
    .map(({ kind, from }) => `${kind} from ${from / MINUTE}`);
  expect(begins.slice(0, 2)).toEqual(['sent from 1', 'asked from 3']);
});
