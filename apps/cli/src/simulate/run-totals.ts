/** What many runs come to: counted as they come, so that no run need be kept. */
import { after, STARTEX } from '#domain/kernel/exercise-time.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { Figures, IncidentCourse } from '#domain/evaluation/figures.js';
import { Tally } from '#domain/evaluation/tally.js';
import { WaitTally, type Wait } from '#domain/evaluation/waits.js';
import { judge, score } from '#domain/evaluation/judge.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { Distribution } from './distribution.js';

/** Times from an incident's opening. */
export const TIMES = {
  firstNotification: (course: IncidentCourse) => course.firstNotification?.at,
  acknowledgementPAK: (course: IncidentCourse) => course.acknowledgedBy.PAK?.at,
  acknowledgementCHN: (course: IncidentCourse) => course.acknowledgedBy.CHN?.at,
  jointAcknowledgement: (course: IncidentCourse) => course.jointAcknowledgement?.at,
  onScene: (course: IncidentCourse) => course.onScene?.at,
  resolved: (course: IncidentCourse) => course.resolved?.at,
} as const;
/** How many incidents could have come so far: one that a side may not know of is not counted against it. */
const CONCERNED: { readonly [T in keyof typeof TIMES]: (figures: Figures) => number } = {
  firstNotification: ({ overall }) => overall.toFirstNotification.of,
  acknowledgementPAK: ({ sides }) => sides.PAK.toFirstAcknowledgement.of,
  acknowledgementCHN: ({ sides }) => sides.CHN.toFirstAcknowledgement.of,
  jointAcknowledgement: ({ overall }) => overall.toJointAcknowledgement.of,
  onScene: ({ overall }) => overall.toOnScene.of,
  resolved: ({ overall }) => overall.toResolved.of,
};
export type TimeName = keyof typeof TIMES;
export const TIME_NAMES = Object.keys(TIMES) as TimeName[];

/** What is kept of each run, to compare two policies run by run. */
export interface RunFigures {
  /** Weight of what was met, 0 to 1; NaN when nothing could be judged. */
  readonly score: number;
  /** From opening, mean over the incidents that were acknowledged by both sides, ms; NaN when none was. */
  readonly jointMs: number;
  readonly escalations: number;
}

/** Plain: it goes from thread to thread. */
export interface Totals {
  runs: number;
  events: number;
  incidents: number;
  /** Chains that ended with nobody left to ask. */
  exhausted: number;
  readonly times: Record<TimeName, Uint32Array>;
  /** Of how many incidents: those that could have come so far. */
  readonly concerned: Record<TimeName, number>;
  /** In the order of the scenario's expectations. */
  readonly met: number[];
  readonly missed: number[];
  readonly steps: Map<string, Wait>;
  readonly units: Map<string, Wait>;
}

export function noTotals({ expectations = [] }: Scenario): Totals {
  return {
    runs: 0,
    events: 0,
    incidents: 0,
    exhausted: 0,
    times: Object.fromEntries(TIME_NAMES.map((name) => [name, new Distribution().counts])) as Totals['times'],
    concerned: Object.fromEntries(TIME_NAMES.map((name) => [name, 0])) as Totals['concerned'],
    met: expectations.map(() => 0),
    missed: expectations.map(() => 0),
    steps: new Map(),
    units: new Map(),
  };
}

/** Runs the scenario once, and adds what came of it. */
export function simulateOnce(scenario: Scenario, seed: string, totals: Totals): RunFigures {
  const tally = new Tally(scenario.units);
  const waits = new WaitTally();
  const log: LoggedEvent[] = [];
  for (const events of runVirtually({ scenario, seed })) {
    for (const event of events) {
      tally.add(event);
      waits.add(event);
      log.push(event);
    }
  }
  const end = after(STARTEX, scenario.durationMs);
  const verdicts = judge(scenario, log, end);
  const figures = tally.figures(end);
  const { incidents, overall } = figures;
  totals.runs++;
  totals.events += log.length;
  totals.incidents += incidents.length;
  totals.exhausted += overall.exhausted;
  for (const [place, { judgement }] of verdicts.entries()) {
    if (judgement === 'met' || judgement === 'missed') totals[judgement][place] = (totals[judgement][place] ?? 0) + 1;
  }
  addTimes(totals, incidents);
  for (const name of TIME_NAMES) totals.concerned[name] += CONCERNED[name](figures);
  addWaits(totals.steps, waits.steps);
  addWaits(totals.units, waits.units);
  const joint = incidents.flatMap((one) =>
    one.jointAcknowledgement ? [one.jointAcknowledgement.at - one.opened.at] : [],
  );
  return {
    score: score(scenario, verdicts) ?? Number.NaN,
    jointMs: joint.reduce((sum, ms) => sum + ms, 0) / joint.length,
    escalations: overall.escalations,
  };
}

function addTimes({ times }: Totals, incidents: readonly IncidentCourse[]): void {
  for (const name of TIME_NAMES) {
    const distribution = new Distribution(times[name]);
    for (const course of incidents) {
      const at = TIMES[name](course);
      if (at !== undefined) distribution.add(at - course.opened.at);
    }
  }
}

function addWaits(sums: Map<string, Wait>, waits: ReadonlyMap<string, Wait>): void {
  for (const [name, { count, ms }] of waits) {
    const sum = sums.get(name);
    sums.set(name, { count: (sum?.count ?? 0) + count, ms: (sum?.ms ?? 0) + ms });
  }
}

/** Sums of whole numbers: the same in whatever order they are added. */
export function mergeTotals(sum: Totals, added: Totals): void {
  sum.runs += added.runs;
  sum.events += added.events;
  sum.incidents += added.incidents;
  sum.exhausted += added.exhausted;
  for (const name of TIME_NAMES) {
    new Distribution(sum.times[name]).merge(added.times[name]);
    sum.concerned[name] += added.concerned[name];
  }
  for (const kind of ['met', 'missed'] as const) {
    for (const [place, count] of added[kind].entries()) sum[kind][place] = (sum[kind][place] ?? 0) + count;
  }
  addWaits(sum.steps, added.steps);
  addWaits(sum.units, added.units);
}
