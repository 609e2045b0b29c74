/** Runs many exercises and looks for those in which engine and model differ. */
import { createContext, runInContext } from 'node:vm';
import { describeDifference, differenceIn, kindOf, type Difference, type Outcome } from './compare.js';
import { describeCase } from './describe.js';
import { run, type Engine } from './driver.js';
import type { Case } from './deed.js';
import { generate } from './generate.js';
import { shrink } from './shrink.js';

function differs(one: Case, engine: Engine, look?: Look): Difference | undefined {
  const outcome = withinTime(() => run(one, engine));
  look?.(outcome);
  return differenceIn(outcome);
}

/** Sees what happened in an exercise. */
export type Look = (outcome: Outcome) => void;

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

/** Far more than any exercise takes, also on a machine that does other things. */
const DEADLINE_MS = 20_000;

export interface Found {
  /** The number of the exercise: what it is generated from. */
  readonly number: number;
  readonly kind: string;
}

/** The exercises that differ, of those from `seed` on. */
export function* differences(engine: Engine, seed: number, runs: number, look?: Look): Generator<Found> {
  for (let number = seed; number < seed + runs; number++) {
    const difference = differs(generate(number), engine, look);
    if (difference) yield { number, kind: kindOf(difference) };
  }
}

/** The smallest exercise that can be made of this one and shows a difference of the same kind, and how the two differ in it. */
export function explain({ number, kind }: Found, engine: Engine): string {
  const isAlike = (smaller: Case) => {
    const difference = differs(smaller, engine);
    return difference !== undefined && kindOf(difference) === kind;
  };
  const smallest = shrink(generate(number), isAlike);
  const difference = differs(smallest, engine);
  if (!difference) return `exercise ${number} shows no difference`;
  return `Exercise ${number}, made smaller:\n${describeCase(smallest)}\n\nThey differ ${describeDifference(difference)}`;
}
