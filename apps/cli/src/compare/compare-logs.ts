/** Two logs side by side: where they part, and what each comes to. */
import type { LoggedEvent } from '#domain/engine/event.js';
import type { Figures } from '#domain/evaluation/figures.js';
import { Tally } from '#domain/evaluation/tally.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { judge } from '#domain/expectation/judge.js';
import type { Scenario } from '#domain/scenario/scenario.js';
import { canonicalJson } from '#infra/ledger/canonical-json.js';
import type { ComparedLog } from './compared-log.js';

/** The parts of an event that its hash covers. */
const PARTS = ['type', 'at', 'audience', 'actor', 'cause', 'data'] as const;
export type EventPart = (typeof PARTS)[number];

/** The first place at which they part. A log that has ended before has no event there. */
export interface FirstDifference {
  readonly seq: number;
  readonly a?: LoggedEvent;
  readonly b?: LoggedEvent;
  /** What differs; empty where one log has ended. */
  readonly parts: readonly EventPart[];
}

export interface LogOutcome {
  readonly file: string;
  readonly scenario?: Scenario;
  readonly events: number;
  readonly figures: Figures;
  /** Absent where no scenario is known. */
  readonly verdicts?: readonly Verdict[];
}

export interface Comparison {
  readonly first?: FirstDifference;
  /** Events at the same place in both that are not the same, and those that only one has. */
  readonly different: number;
  readonly outcomes: readonly [LogOutcome, LogOutcome];
}

/** Reads both at once, event by event. @param scenario whose expectations are judged where the log itself names none */
export function compareLogs(a: ComparedLog, b: ComparedLog, scenario?: Scenario): Comparison {
  const sides = [new Side(a, a.scenario ?? scenario), new Side(b, b.scenario ?? scenario)] as const;
  let first: FirstDifference | undefined;
  let different = 0;
  for (let seq = 1; ; seq++) {
    const [ofA, ofB] = [sides[0].next(), sides[1].next()];
    if (!ofA && !ofB) break;
    const parts = ofA && ofB ? partsThatDiffer(ofA, ofB) : [];
    if (ofA && ofB && parts.length === 0) continue;
    different++;
    first ??= { seq, a: ofA, b: ofB, parts };
  }
  return { first, different, outcomes: [sides[0].outcome(), sides[1].outcome()] };
}

function partsThatDiffer(a: LoggedEvent, b: LoggedEvent): EventPart[] {
  return PARTS.filter((part) => a[part] !== b[part] && canonicalJson(a[part]) !== canonicalJson(b[part]));
}

class Side {
  readonly #events: Iterator<LoggedEvent>;
  readonly #tally = new Tally();
  readonly #log: LoggedEvent[] = [];
  #count = 0;

  constructor(
    private readonly log: ComparedLog,
    private readonly scenario: Scenario | undefined,
  ) {
    this.#events = log.events[Symbol.iterator]();
  }

  next(): LoggedEvent | undefined {
    const { value: event, done } = this.#events.next();
    if (done) return undefined;
    this.#tally.add(event);
    this.#count++;
    // Only verdicts need all of it.
    if (this.scenario?.expectations) this.#log.push(event);
    return event;
  }

  outcome(): LogOutcome {
    const { scenario } = this;
    return {
      file: this.log.file,
      scenario,
      events: this.#count,
      figures: this.#tally.figures(),
      ...(scenario?.expectations && { verdicts: judge(scenario, this.#log) }),
    };
  }
}
