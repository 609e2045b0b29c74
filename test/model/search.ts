/** Runs many exercises and looks for those in which engine and model differ. */
import { createContext, runInContext } from 'node:vm';
import { describeDifference, firstDifference, kindOf, type Difference } from './compare.js';
import { describeCase } from './describe.js';
import { run, type Engine, type Outcome } from './driver.js';
import { generate, type Case } from './generate.js';
import { shrink } from './shrink.js';

/** The first difference. When one of the two fails, both are compared as far as they came. */
function differenceIn(one: Case, engine: Engine): Difference | undefined {
  const { log, facts, failure } = withinTime(() => run(one, engine));
  const difference = firstDifference(log, facts);
  if (failure === undefined) return difference;
  const end = Math.min(log.at(-1)?.at ?? 0, facts.at(-1)?.at ?? 0);
  return difference && difference.at <= end ? difference : { at: end, engine: [], model: [failure] };
}

/** One for all runs, since making one takes longer than a run. */
const sandbox = createContext({ act: (): Outcome => ({ log: [], facts: [] }) }) as { act: () => Outcome };

/** Ends an endless loop, too; a test's own deadline cannot. */
function withinTime(act: () => Outcome): Outcome {
  try {
    sandbox.act = act;
    return runInContext('act()', sandbox, { timeout: DEADLINE_MS }) as Outcome;
  } catch (error) {
    return { log: [], facts: [], failure: String(error) };
  }
}

const DEADLINE_MS = 2000;

export interface Found {
  /** The number of the exercise: what it is generated from. */
  readonly number: number;
  readonly kind: string;
}

/** The exercises that differ, of those from `seed` on. */
export function* differences(engine: Engine, seed: number, runs: number): Generator<Found> {
  for (let number = seed; number < seed + runs; number++) {
    const difference = differenceIn(generate(number), engine);
    if (difference) yield { number, kind: kindOf(difference) };
  }
}

/** The smallest exercise that can be made of this one and shows a difference of the same kind, and how the two differ in it. */
export function explain({ number, kind }: Found, engine: Engine): string {
  const isAlike = (smaller: Case) => {
    const difference = differenceIn(smaller, engine);
    return difference !== undefined && kindOf(difference) === kind;
  };
  const smallest = shrink(generate(number), isAlike);
  const difference = differenceIn(smallest, engine);
  if (!difference) return `exercise ${number} shows no difference`;
  return `Exercise ${number}, made smaller:\n${describeCase(smallest)}\n\nThey differ ${describeDifference(difference)}`;
}
