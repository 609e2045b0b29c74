/** Two logs side by side: whether they are the same, whether the same things happened in both, and what each comes to. */
import type { LoggedEvent } from '#domain/kernel/event.js';
import { EventContexts, type EventContext } from '#domain/evaluation/event-context.js';
import type { Figures } from '#domain/evaluation/figures.js';
import { Tally } from '#domain/evaluation/tally.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { judge } from '#domain/evaluation/judge.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { canonicalJson } from '#log/canonical-json.js';
import { CourseHash } from '#log/course-hash.js';
import { GENESIS_HASH, HashChain } from '#log/hash-chain.js';
import { align, type Alignable, type Pair } from './align.js';
import type { ComparedLog } from './compared-log.js';
import { movedInject, type MovedInject } from './moved-inject.js';

/** The parts of an event that its hash covers. */
const PARTS = ['type', 'at', 'audience', 'actor', 'cause', 'data'] as const;
export type EventPart = (typeof PARTS)[number];

/** Events that stand for each other and are not the same, or one that only one log holds. */
export interface Difference {
  readonly a?: LoggedEvent;
  readonly b?: LoggedEvent;
  /** What differs; empty where only one log holds it. */
  readonly parts: readonly EventPart[];
  /** It is about what happened; else about who ran the exercise, and how. */
  readonly isOfCourse: boolean;
}

export interface LogOutcome {
  readonly file: string;
  readonly scenario?: Scenario;
  readonly events: number;
  /** Of the last event; it stands for the whole log. */
  readonly hash: string;
  /** Of what happened, independent of people and of the speed of the clock. */
  readonly course: string;
  readonly figures: Figures;
  /** By the event's number, where its sentence needs to know of earlier events. */
  readonly contexts: ReadonlyMap<number, EventContext>;
  /** Absent where no scenario is known. */
  readonly verdicts?: readonly Verdict[];
}

export interface Comparison {
  readonly isSame: boolean;
  readonly isSameCourse: boolean;
  /** How many there are, of the logs and among them of the courses. */
  readonly different: number;
  readonly courseDifferent: number;
  /** The first of them, in the order of the logs. */
  readonly differences: readonly Difference[];
  /** The first difference in what happened; STARTEX with another seed or scenario only where there is no other. */
  readonly firstOfCourse?: Difference;
  readonly outcomes: readonly [LogOutcome, LogOutcome];
  /** The one inject that B has at another time, if that is all that the scenarios differ by. */
  readonly moved?: MovedInject;
}

export interface CompareSettings {
  /** Whose expectations are judged where the log itself names none. */
  readonly scenario?: Scenario;
  /** How many differences are kept. */
  readonly most: number;
}

/** Reads both at once, event by event. */
export function compareLogs(a: ComparedLog, b: ComparedLog, { scenario, most }: CompareSettings): Comparison {
  const sides = [new Side(a, a.scenario ?? scenario), new Side(b, b.scenario ?? scenario)] as const;
  const differences: Difference[] = [];
  let different = 0;
  let courseDifferent = 0;
  let firstOfCourse: Difference | undefined;
  for (const pair of align(sides[0].lines(), sides[1].lines())) {
    const difference = differenceOf(pair);
    if (difference === undefined) continue;
    different++;
    if (differences.length < most) differences.push(difference);
    if (!difference.isOfCourse) continue;
    courseDifferent++;
    if (firstOfCourse === undefined || isStart(firstOfCourse)) firstOfCourse = difference;
  }
  const outcomes = [sides[0].outcome(), sides[1].outcome()] as const;
  return {
    isSame: outcomes[0].hash === outcomes[1].hash,
    isSameCourse: outcomes[0].course === outcomes[1].course,
    different,
    courseDifferent,
    differences,
    firstOfCourse,
    outcomes,
    moved: movedInject(a.scenario, b.scenario),
  };
}

function isStart({ a, b }: Difference): boolean {
  return a?.type === 'ExerciseStarted' && b?.type === 'ExerciseStarted';
}

function differenceOf([a, b]: Pair<Line>): Difference | undefined {
  if (a && b) {
    const parts = PARTS.filter((part) => !isSamePart(a.event[part], b.event[part]));
    if (parts.length === 0) return undefined;
    return { a: a.event, b: b.event, parts, isOfCourse: a.key !== b.key && (a.isOfCourse || b.isOfCourse) };
  }
  return { a: a?.event, b: b?.event, parts: [], isOfCourse: (a ?? b)?.isOfCourse ?? false };
}

function isSamePart(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

interface Line extends Alignable {
  readonly event: LoggedEvent;
  readonly isOfCourse: boolean;
}

/** Of nothing, as of an event that is no part of the course. */
const NO_COURSE = new CourseHash().hex;

class Side {
  readonly #tally: Tally;
  readonly #chain = new HashChain(GENESIS_HASH);
  readonly #course = new CourseHash();
  readonly #following = new EventContexts();
  readonly #contexts = new Map<number, EventContext>();
  readonly #log: LoggedEvent[] = [];
  #count = 0;

  constructor(
    private readonly log: ComparedLog,
    private readonly scenario: Scenario | undefined,
  ) {
    this.#tally = new Tally(scenario?.units);
  }

  *lines(): Generator<Line> {
    for (const event of this.log.events) {
      const chained = this.#chain.add(event);
      this.#course.add(chained);
      this.#tally.add(event);
      const context = this.#following.next(event);
      if (Object.keys(context).length > 0) this.#contexts.set(event.seq, context);
      this.#count++;
      // Only verdicts need all of it.
      if (this.scenario?.expectations) this.#log.push(event);
      const own = new CourseHash();
      own.add(chained);
      const isOfCourse = own.hex !== NO_COURSE;
      const { at } = event;
      const key = isOfCourse ? own.hex : `${event.type} ${at} ${chained.data}`;
      yield { event, at, isOfCourse, key, subject: subjectOf(event) };
    }
  }

  outcome(): LogOutcome {
    const { scenario } = this;
    return {
      file: this.log.file,
      scenario,
      events: this.#count,
      hash: this.#chain.lastHash,
      course: this.#course.hex,
      figures: this.#tally.figures(),
      contexts: this.#contexts,
      ...(scenario?.expectations && { verdicts: judge(scenario, this.#log) }),
    };
  }
}

/** Who and what an event is about. */
function subjectOf({ type, data }: LoggedEvent): string {
  const { incident, unit, side, inject, chain } = data as Readonly<Record<string, unknown>>;
  return canonicalJson([type, ...[incident, unit, side, inject, chain].map((part) => part ?? null)]);
}
