/**
 * What evaluators work with, gathered event by event by the domain's own code: what was expected and what came of it, the ratings that
 * follow from it, and what evaluators have put on record.
 */
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventView, EventViewOf } from '#contracts/http/events.js';
import { judgeObserved } from '#domain/evaluation/judge.js';
import { OBSERVATION_EVENTS, observationsIn } from '#domain/evaluation/observation-list.js';
import { LogObserver } from '#domain/evaluation/observe-log.js';
import { proposeRatings, type ProposedRating } from '#domain/evaluation/ratings.js';
import { Tally } from '#domain/evaluation/tally.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { type JudgedExpectation, withVerdicts } from '../live/judged.js';

export interface ObjectiveGroup {
  /** Undefined: expectations that speak for no objective. */
  readonly objective: string | undefined;
  readonly proposed: ProposedRating | undefined;
  readonly judged: readonly JudgedExpectation[];
}

const OF_OBSERVATIONS: ReadonlySet<string> = new Set(OBSERVATION_EVENTS);

export class EvaluationLog {
  readonly events: EventView[] = [];
  readonly ratings: EventViewOf<'ObjectiveRated'>[] = [];
  readonly improvements: EventViewOf<'ImprovementPlanned'>[] = [];
  private readonly scenario: Scenario;
  private readonly observer: LogObserver;
  private readonly tally: Tally;
  /** Observations, and what became of their labels. */
  private readonly written: EventView[] = [];
  private current: readonly EventViewOf<'ObservationRecorded'>[] | undefined;

  /** @param scenario the whole one, as evaluators see it */
  constructor(scenario: ShownScenario) {
    this.scenario = scenario as Scenario;
    this.observer = new LogObserver(this.scenario);
    this.tally = new Tally(this.scenario.units);
  }

  /** Under the labels that they carry now. */
  get observations(): readonly EventViewOf<'ObservationRecorded'>[] {
    this.current ??= observationsIn(this.written) as EventViewOf<'ObservationRecorded'>[];
    return this.current;
  }

  /** Number of the last event. */
  get seq(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  /**
   * Takes in the events that follow; those that it has already are skipped.
   * @throws RangeError when there is a gap
   */
  add(events: readonly EventView[]): void {
    for (const event of events) {
      if (event.seq <= this.seq) continue;
      if (event.seq !== this.seq + 1) throw new RangeError(`event ${event.seq} came after ${this.seq}`);
      this.events.push(event);
      this.observer.add(event as unknown as LoggedEvent);
      this.tally.add(event as unknown as LoggedEvent);
      if (OF_OBSERVATIONS.has(event.type)) this.write(event);
      else if (isEventOf(event, 'ObjectiveRated')) this.ratings.push(event);
      else if (isEventOf(event, 'ImprovementPlanned')) this.improvements.push(event);
    }
  }

  private write(event: EventView): void {
    this.written.push(event);
    this.current = undefined;
  }

  /**
   * As far as the events go.
   * @param until exercise time that the run has reached, ms; absent: that of the last event
   */
  judge(until?: number): readonly ObjectiveGroup[] {
    const { scenario } = this;
    const observed = this.observer.observed(until === undefined ? undefined : exerciseTime(Math.floor(until)));
    const verdicts = judgeObserved(scenario, observed);
    const courses = this.tally.figures(observed.until).incidents;
    const judged = withVerdicts(scenario, verdicts);
    const groups = proposeRatings({ scenario, verdicts, observed, courses }).map((proposed): ObjectiveGroup => ({
      objective: proposed.objective,
      proposed,
      judged: judged.filter(({ expectation }) => expectation.objective === proposed.objective),
    }));
    const rest = judged.filter(({ expectation }) => expectation.objective === undefined);
    return rest.length === 0 ? groups : [...groups, { objective: undefined, proposed: undefined, judged: rest }];
  }
}

export function isOpen({ verdict }: JudgedExpectation): boolean {
  return verdict.judgement === 'unjudged';
}

/** When the time of an expectation that is open is up, ms; undefined while what it counts from has not happened. */
export function dueAt({ expectation, verdict }: JudgedExpectation, durationMs: number): number | undefined {
  return expectation.deadline.kind === 'end' ? durationMs : verdict.deadline;
}

/** The deadlines of what is open, in order: at each of them something may turn out to be missed without any event. */
export function openDeadlines(groups: readonly ObjectiveGroup[]): readonly number[] {
  return groups
    .flatMap(({ judged }) => judged)
    .flatMap((one) => (isOpen(one) && one.expectation.deadline.kind !== 'end' ? [one.verdict.deadline] : []))
    .filter((deadline) => deadline !== undefined)
    .toSorted((a, b) => a - b);
}

/** The latest of them that has passed; 0 where none has. */
export function lastPassed(deadlines: readonly number[], now: number): number {
  return deadlines.findLast((deadline) => deadline <= now) ?? 0;
}
