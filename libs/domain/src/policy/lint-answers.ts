/** Simulated units whose fastest possible answer comes when the chain no longer waits for it. */
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import { leastSample } from '../unit/behaviour.js';
import type { UnitDefinition } from '../unit/unit.js';
import { describeTarget, type TargetUnits } from './lint-target.js';
import type { Chain, Step } from './policy.js';

/** One finding for each target that means such units. */
export function lateAnswers(targets: TargetUnits, chain: Chain, path: string): Finding[] {
  const waits = waitsFrom(chain);
  return chain.steps.flatMap((step, index) =>
    step.targets.flatMap((target, place) => {
      const wait = waits[index] ?? Infinity;
      const patience = Math.min(chain.expireAfterMs, wait);
      const late = laterThan(targets.bySpeed(target, fastestAnswer), patience);
      if (late.length === 0) return [];
      const end =
        chain.expireAfterMs <= wait
          ? 'after its notification has expired (expireAfter)'
          : 'after ackWithin of this step and of all steps after it has passed';
      const who = describeTarget(target, late);
      const message = `The fastest possible answer of ${who} comes ${end}. Make the unit faster or the chain wait longer.`;
      return [warning('LATE_ANSWER', `${path}.steps[${index}].targets[${place}]`, message)];
    }),
  );
}

/** Of units in the order of their fastest answers, the slowest first, those whose fastest answer takes longer than this, ms. */
function laterThan(units: readonly UnitDefinition[], patience: number): readonly UnitDefinition[] {
  let [late, rest] = [0, units.length];
  while (late < rest) {
    const middle = (late + rest) >>> 1;
    const unit = units[middle];
    if (unit !== undefined && fastestAnswer(unit) > patience) late = middle + 1;
    else rest = middle;
  }
  return units.slice(0, late);
}

/** How long the chain works on from the start of each step, repeats included, ms. */
function waitsFrom({ steps, repeat }: Chain): number[] {
  const round = steps.reduce((sum, step) => sum + lengthOf(step), 0);
  let passed = 0;
  return steps.map((step) => {
    const startsAt = passed + (step.delayMs ?? 0);
    passed += lengthOf(step);
    return (repeat + 1) * round - startsAt;
  });
}

function lengthOf({ delayMs = 0, ackWithinMs }: Step): number {
  return delayMs + ackWithinMs;
}

/** ms; 0 for a unit that a person or a program plays. */
function fastestAnswer({ mode, behaviour }: UnitDefinition): number {
  return mode === 'simulated' ? leastSample(behaviour.acknowledge) : 0;
}
