/** The report of a simulation, as text or as JSON. */
import { formatDuration } from '#contracts/scenario/duration.js';
import type { Wait } from '#domain/evaluation/waits.js';
import { english } from '#contracts/sentences/english.js';
import type { Paint } from '../terminal/paint.js';
import { tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';
import { expectationText } from '#contracts/sentences/verdict-text.js';
import { differenceOf, FEWEST_PAIRS, shareOf, type Difference, type Share } from './chance.js';
import { Distribution } from './distribution.js';
import { TIME_NAMES, type TimeName } from './run-totals.js';
import type { Simulated } from './simulation.js';
import type { ThresholdResult } from './thresholds.js';

export interface SimulationOf {
  readonly seed: string;
  readonly runs: number;
  /** The scenario, and the scenario as it was changed if it was. */
  readonly simulated: readonly Simulated[];
  /** The injects that the second one does without. */
  readonly without: readonly string[];
  /** What `--expect` demanded, and whether it was reached. */
  readonly thresholds: readonly ThresholdResult[];
}

const TIME_WORDS: Record<TimeName, string> = {
  firstNotification: 'first notification',
  acknowledgementPAK: 'acknowledged by PAK',
  acknowledgementCHN: 'acknowledged by CHN',
  jointAcknowledgement: 'acknowledged by both',
  onScene: 'first unit on scene',
  resolved: 'resolved',
};

/** Chance gives a difference as large in fewer than one of twenty comparisons: the usual limit. */
const LIMIT = 0.05;
const SHOWN_WAITS = 8;

/** For programs. Times are exercise time in ms. */
export function simulationJson({ seed, runs, simulated, without, thresholds }: SimulationOf): string {
  const [first, second] = simulated;
  const comparison = first && second && compared(first, second);
  const report = {
    marking: 'EXERCISE',
    scenario: first?.scenario.id,
    seed,
    runs,
    policies: simulated.map((one, place) => ({
      ...jsonOf(one),
      ...(place === 1 && without.length > 0 && { without }),
    })),
    ...(thresholds.length > 0 && { thresholds }),
    ...(comparison && { comparison: { ...comparison, verdict: verdictOf(comparison) } }),
  };
  return JSON.stringify(report, undefined, 2);
}

function jsonOf({ scenario, totals }: Simulated) {
  const { id, version } = scenario.policy;
  return {
    policy: { id, version },
    events: totals.events,
    incidents: totals.incidents,
    exhausted: totals.exhausted,
    times: Object.fromEntries(TIME_NAMES.map((name) => [name, spread(totals, name)])),
    expectations: (scenario.expectations ?? []).map((expectation, place) => ({
      id: expectation.id,
      text: expectationText(expectation),
      ...chanceAt(totals, place),
    })),
    steps: waits(totals.steps),
    units: waits(totals.units),
  };
}

function spread(totals: Simulated['totals'], name: TimeName) {
  const times = new Distribution(totals.times[name]);
  return {
    count: times.count(),
    of: totals.concerned[name],
    p50: times.percentile(0.5),
    p90: times.percentile(0.9),
    p99: times.percentile(0.99),
  };
}

function chanceAt({ met, missed, runs }: Simulated['totals'], place: number) {
  const hits = met[place] ?? 0;
  const judged = hits + (missed[place] ?? 0);
  return { met: hits, missed: judged - hits, notJudged: runs - judged, chance: shareOf(hits, judged) };
}

interface NamedWait extends Wait {
  readonly name: string;
  /** Share of the total time, 0 to 1. */
  readonly part: number;
}

/** The longest first. */
function waits(sums: ReadonlyMap<string, Wait>): NamedWait[] {
  const all = [...sums].map(([name, wait]) => ({ name, ...wait }));
  const whole = all.reduce((sum, { ms }) => sum + ms, 0);
  return all
    .map((wait) => ({ ...wait, part: whole === 0 ? 0 : wait.ms / whole }))
    .sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1));
}

interface Compared {
  readonly score?: Difference;
  readonly jointMs?: Difference;
  readonly escalations?: Difference;
}

function compared(first: Simulated, second: Simulated): Compared {
  return {
    score: differenceOf(first.score, second.score),
    jointMs: differenceOf(first.jointMs, second.jointMs),
    escalations: differenceOf(first.escalations, second.escalations),
  };
}

type PolicyVerdict = 'too-few-runs' | 'second-better' | 'first-better' | 'may-be-chance';

/** Expectations say what the exercise is for, so they decide; where they do not, the time to joint acknowledgement does. */
function verdictOf({ score, jointMs }: Compared): PolicyVerdict {
  if (!score && !jointMs) return 'too-few-runs';
  if (score && score.p < LIMIT) return score.mean > 0 ? 'second-better' : 'first-better';
  if (jointMs && jointMs.p < LIMIT) return jointMs.mean < 0 ? 'second-better' : 'first-better';
  return 'may-be-chance';
}

export function simulationText({ seed, runs, simulated, without }: SimulationOf, paint: Paint): string {
  const [first, second] = simulated;
  if (!first) return '';
  const { totals, scenario } = first;
  const mean = (totals.events / runs).toFixed(0);
  return [
    `${paint('bold', 'EXERCISE')} ${harmless(english(scenario.title))} · nothing in it is real\n`,
    `${runs} runs, seeds ${harmless(seed)}/1 to ${harmless(seed)}/${runs}; ${mean} events per run\n`,
    ...simulated.map((one, place) => {
      const left = place === 1 ? without : [];
      return policyText(one, simulated.length > 1 ? nameOf(one, left) : undefined, paint);
    }),
    ...(second ? [comparisonText(first, second, without, paint)] : []),
  ].join('\n');
}

function nameOf({ scenario }: Simulated, without: readonly string[]): string {
  const { id, version } = scenario.policy;
  return `Policy ${id}, version ${version}${without.length > 0 ? `, without ${without.join(', ')}` : ''}`;
}

function policyText({ scenario, totals }: Simulated, name: string | undefined, paint: Paint): string {
  const heading = (text: string): string => paint('bold', text);
  return [
    ...(name === undefined ? [] : [heading(`${harmless(name)}\n`)]),
    tableText([
      ['From an incident’s opening to', 'p50', 'p90', 'p99', 'incidents'],
      ...TIME_NAMES.map((name) => timeRow(name, totals)),
    ]),
    totals.met.length === 0 ? 'The scenario has no expectations.\n' : expectationTable({ scenario, totals }),
    waitTable('Time spent at each step', totals.steps, totals.runs),
    waitTable('Time spent waiting for each unit', totals.units, totals.runs),
  ].join('\n');
}

function timeRow(name: TimeName, totals: Simulated['totals']): string[] {
  const { count, of, p50, p90, p99 } = spread(totals, name);
  return [TIME_WORDS[name], time(p50), time(p90), time(p99), `${count} of ${of}`];
}

function expectationTable({ scenario, totals }: Pick<Simulated, 'scenario' | 'totals'>): string {
  const rows = (scenario.expectations ?? []).map((expectation, place) => {
    const { chance, met, missed } = chanceAt(totals, place);
    return [expectation.id, shareText(chance), `${met} of ${met + missed}`, expectationText(expectation)];
  });
  return tableText([['Expectation', 'chance of being met', 'met', 'text'], ...rows]);
}

function shareText(share: Share | undefined): string {
  if (!share) return 'never judged';
  return `${percent(share.share)} (${percent(share.low)} to ${percent(share.high)})`;
}

function waitTable(heading: string, sums: ReadonlyMap<string, Wait>, runs: number): string {
  const shown = waits(sums).slice(0, SHOWN_WAITS);
  return tableText([
    [heading, 'per run', 'mean', 'share'],
    ...shown.map(({ name, count, ms, part }) => [
      name,
      (count / runs).toFixed(1),
      time(Math.round(ms / count)),
      percent(part),
    ]),
  ]);
}

function comparisonText(first: Simulated, second: Simulated, without: readonly string[], paint: Paint): string {
  const what = without.length === 0 ? 'policy' : 'one';
  const difference = compared(first, second);
  const rows: [string, Difference | undefined, (value: number) => string][] = [
    ['Expectations met, by weight', difference.score, (value) => `${signed((value * 100).toFixed(1), value)} %`],
    [
      'Time to joint acknowledgement',
      difference.jointMs,
      (value) => signed(time(Math.round(Math.abs(value))), value, true),
    ],
    ['Escalations per run', difference.escalations, (value) => signed(value.toFixed(2), value)],
  ];
  return [
    tableText([
      [`Second ${what} minus first, same seeds`, 'mean', '95 % confidence', 'probability by chance'],
      ...rows.map(([name, found, text]) =>
        found
          ? [name, text(found.mean), `${text(found.low)} to ${text(found.high)}`, chanceText(found.p)]
          : [name, `fewer than ${FEWEST_PAIRS} pairs`, '', ''],
      ),
    ]),
    `${paint('bold', VERDICT_WORDS[verdictOf(difference)].replace('policy', what))}\n`,
  ].join('\n');
}

const VERDICT_WORDS: Record<PolicyVerdict, string> = {
  'first-better': 'The first policy is better; the difference is unlikely to be chance.',
  'second-better': 'The second policy is better; the difference is unlikely to be chance.',
  'may-be-chance': 'These runs do not show that either policy is better: the difference may be chance.',
  'too-few-runs': `Too few runs to compare; use --runs ${FEWEST_PAIRS} or more.`,
};

function chanceText(p: number): string {
  return p < 0.01 ? 'less than 1 in 100' : `${Math.round(p * 100)} in 100`;
}

/** @param isSize the text is without a sign */
function signed(text: string, value: number, isSize = false): string {
  if (value > 0) return `+${text}`;
  return isSize && value < 0 ? `-${text}` : text;
}

function time(ms: number | undefined): string {
  if (ms === undefined) return '-';
  return formatDuration(ms < 1_000 ? ms : Math.round(ms / 1_000) * 1_000);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
