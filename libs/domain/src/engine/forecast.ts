/**
 * What comes of an exercise if nobody acts from now on: the engine itself goes on from the present state, many times, each time with
 * another seed. What simulated units have planned already happens as planned; whatever they decide later is drawn anew. Played and remote
 * units stay silent. Nothing of it is ever a part of the exercise.
 */
import { isAtWork } from '../escalation/chain-run.js';
import { runsOf } from '../escalation/escalation-state.js';
import { requiredSides } from '../escalation/requirement.js';
import { judgeObserved } from '../evaluation/judge.js';
import { LogObserver } from '../evaluation/observe-log.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Judgement } from '../expectation/expectation.js';
import { acknowledgedSides } from '../incident/answers.js';
import { commandId, type ChainId, type IncidentId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import { after, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import { SIDES } from '../kernel/side.js';
import { dropTimer, dueOf, timerKey } from '../kernel/timers.js';
import { advance, execute } from './engine.js';
import { deserialise } from './open.js';
import type { State } from './state.js';

export interface ForecastTask {
  /** The pinned one. */
  readonly scenario: Scenario;
  /** The present state, as `serialise` writes it. */
  readonly state: string;
  /** The log so far, or of it what `LogObserver` looks at; of no matter if the scenario has no expectations. */
  readonly log: readonly LoggedEvent[];
}

/** In how many runs it came to what. */
export interface ForecastCounts {
  readonly runs: number;
  readonly expectations: readonly ExpectationCounts[];
  readonly chains: readonly ChainCounts[];
}

/** Of an expectation that is not judged yet. */
export interface ExpectationCounts {
  readonly expectation: string;
  readonly met: number;
  readonly missed: number;
  readonly notApplicable: number;
}

/** Of a chain that is at work. */
export interface ChainCounts {
  readonly incident: IncidentId;
  readonly chain: ChainId;
  /** By when its current step wants to be acknowledged; absent: it waits for its delay. */
  readonly deadline?: ExerciseTime;
  readonly exhausted: number;
  /** Whether both sides have acknowledged the incident at some time, and by the deadline; absent: it concerns one side only. */
  readonly joint?: number;
  readonly jointByDeadline?: number;
  /** The incident was resolved before the end. */
  readonly resolved: number;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** Makes runs one by one, so that the caller can stop when the time is up. */
export class Forecaster {
  readonly #task: ForecastTask;
  readonly #past: readonly LoggedEvent[];
  readonly #expectations = new Map<string, Growing<ExpectationCounts>>();
  readonly #chains: Growing<ChainCounts>[] = [];
  readonly #byIncident = new Map<IncidentId, Growing<ChainCounts>[]>();
  #runs = 0;

  constructor(task: ForecastTask) {
    const { scenario, log } = task;
    this.#task = task;
    this.#past = (scenario.expectations ?? []).length === 0 ? [] : log;
    const state = deserialise(scenario, task.state);
    for (const { expectation, judgement } of judgeObserved(scenario, this.#observer().observed(state.time))) {
      if (judgement !== 'unjudged') continue;
      this.#expectations.set(expectation, { expectation, met: 0, missed: 0, notApplicable: 0 });
    }
    for (const incident of Object.values(state.incidents)) {
      const chains = runsOf(state, incident.id).filter(isAtWork);
      const isJoint = requiredSides(incident.class).length === SIDES.length;
      const counts = chains.map(({ chain }): Growing<ChainCounts> => {
        const deadline = dueOf(state.timers, timerKey({ kind: 'deadline', incident: incident.id, chain }));
        return {
          incident: incident.id,
          chain,
          ...(deadline !== undefined && { deadline }),
          exhausted: 0,
          ...(isJoint && { joint: 0, ...(deadline !== undefined && { jointByDeadline: 0 }) }),
          resolved: 0,
        };
      });
      this.#chains.push(...counts);
      if (counts.length > 0) this.#byIncident.set(incident.id, counts);
    }
  }

  /** One run to the end. The same seed gives the same run. */
  run(seed: string): void {
    const { scenario } = this.#task;
    const state = startedState(scenario, this.#task.state, seed);
    const observer = this.#observer();
    const came = new IncidentOutcomes(state, this.#byIncident);
    const end = after(STARTEX, scenario.durationMs);
    for (;;) {
      const events = advance(state, end, undefined, PORTION);
      if (events.length === 0) break;
      for (const event of events) {
        if (this.#expectations.size > 0) observer.add(event);
        came.add(event);
      }
    }
    came.count();
    this.#runs++;
    if (this.#expectations.size === 0) return;
    for (const { expectation, judgement } of judgeObserved(scenario, observer.observed(end))) {
      const counts = this.#expectations.get(expectation);
      const field = COUNTED[judgement];
      if (counts && field) counts[field]++;
    }
  }

  get counts(): ForecastCounts {
    return { runs: this.#runs, expectations: [...this.#expectations.values()], chains: this.#chains };
  }

  #observer(): LogObserver {
    const observer = new LogObserver(this.#task.scenario);
    for (const event of this.#past) observer.add(event);
    return observer;
  }
}

const COUNTED: Readonly<Record<Judgement, 'met' | 'missed' | 'notApplicable' | undefined>> = {
  met: 'met',
  missed: 'missed',
  'not-applicable': 'notApplicable',
  unjudged: undefined,
};

/** Events that come at once, about. */
const PORTION = 1_000;

/** It runs on, whatever a trainer has set the clock to do. */
function startedState(scenario: Scenario, text: string, seed: string): State {
  const state = { ...deserialise(scenario, text), seed };
  if (state.status === 'planned') {
    const start = { id: commandId('forecast'), at: STARTEX, type: 'StartExercise', data: { speed: 1 } } as const;
    execute(state, { ...start, actor: { kind: 'engine' } });
  } else if (state.status === 'paused') state.status = 'running';
  for (const by of ['mark', 'step'] as const) dropTimer(state.timers, timerKey({ kind: 'halt', by }));
  return state;
}

/** What became of the incidents whose chains are counted, in one run. */
class IncidentOutcomes {
  readonly #exhausted = new Set<string>();
  readonly #joint = new Map<IncidentId, ExerciseTime>();
  readonly #resolved = new Set<IncidentId>();

  constructor(
    state: State,
    private readonly counted: ReadonlyMap<IncidentId, readonly Growing<ChainCounts>[]>,
  ) {
    for (const id of counted.keys()) {
      const incident = state.incidents[id];
      if (incident && acknowledgedSides(state, incident).length === SIDES.length) this.#joint.set(id, state.time);
    }
  }

  add(event: LoggedEvent): void {
    switch (event.type) {
      case 'EscalationExhausted':
        this.#exhausted.add(`${event.data.incident} ${event.data.chain}`);
        return;
      case 'JointAcknowledgementChanged':
        if (event.data.state === 'joint' && !this.#joint.has(event.data.incident)) {
          this.#joint.set(event.data.incident, event.at);
        }
        return;
      case 'IncidentResolved':
        this.#resolved.add(event.data.incident);
        return;
      default:
    }
  }

  count(): void {
    for (const [incident, chains] of this.counted) {
      const jointAt = this.#joint.get(incident);
      for (const counts of chains) {
        if (this.#exhausted.has(`${incident} ${counts.chain}`)) counts.exhausted++;
        if (this.#resolved.has(incident)) counts.resolved++;
        if (jointAt === undefined || counts.joint === undefined) continue;
        counts.joint++;
        if (counts.deadline !== undefined && jointAt <= counts.deadline) {
          counts.jointByDeadline = (counts.jointByDeadline ?? 0) + 1;
        }
      }
    }
  }
}

/** The counts of several forecasters of the same task. */
export function sumOfCounts(parts: readonly ForecastCounts[]): ForecastCounts {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('there are no counts to add up');
  return others.reduce(added, first);
}

function added(a: ForecastCounts, b: ForecastCounts): ForecastCounts {
  return {
    runs: a.runs + b.runs,
    expectations: a.expectations.map((one, n) => {
      const other = b.expectations[n] ?? one;
      return {
        expectation: one.expectation,
        met: one.met + other.met,
        missed: one.missed + other.missed,
        notApplicable: one.notApplicable + other.notApplicable,
      };
    }),
    chains: a.chains.map((one, n) => {
      const other = b.chains[n] ?? one;
      return {
        ...one,
        exhausted: one.exhausted + other.exhausted,
        ...(one.joint !== undefined && { joint: one.joint + (other.joint ?? 0) }),
        ...(one.jointByDeadline !== undefined && {
          jointByDeadline: one.jointByDeadline + (other.jointByDeadline ?? 0),
        }),
        resolved: one.resolved + other.resolved,
      };
    }),
  };
}
