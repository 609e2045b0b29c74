/** How many units a chain can have asked, wherever the incident is. */
import type { Effort } from '../kernel/effort.js';
import type { UnitId } from '../kernel/ids.js';
import { placesAlike } from '../unit/places-alike.js';
import { selectorText, type TargetUnits } from './lint-target.js';
import type { Step, Target } from './policy.js';

/**
 * By step: how many different units the chain can have asked by then, at the site where these are the most. Where one target
 * alone shows that it is as many as the step counts, that number is not looked for.
 * @param counts by step: how many it counts; 0: it does not count
 * @throws EffortSpent
 */
export function mostAskedBy(
  targets: TargetUnits,
  steps: readonly Step[],
  counts: readonly number[],
  effort: Effort,
): readonly number[] {
  const last = counts.findLastIndex((count) => count > 0);
  const surelyAsked = atLeastAsked(targets, steps.slice(0, last + 1), effort);
  if (counts.every((count, index) => count <= (surelyAsked[index] ?? 0))) return surelyAsked;
  const most = [...surelyAsked];
  const newTargets = targetsNotBefore(steps.slice(0, last + 1));
  for (const site of placesAlike(targets.scenario)) {
    const asked = new Set<UnitId>();
    newTargets.forEach((added, index) => {
      for (const target of added) {
        const units = site === undefined ? targets.ableOf(target) : targets.ableAt(target, site);
        effort.spend(1 + units.length);
        for (const { id } of units) asked.add(id);
      }
      most[index] = Math.max(most[index] ?? 0, asked.size);
    });
  }
  return most;
}

/** By step: the units of the largest target until then that means the same units everywhere. */
function atLeastAsked(targets: TargetUnits, steps: readonly Step[], effort: Effort): readonly number[] {
  let largest = 0;
  return steps.map((step) => {
    effort.spend(step.targets.length);
    for (const target of step.targets) {
      if (!('kind' in target)) largest = Math.max(largest, targets.ableOf(target).length);
    }
    return largest;
  });
}

/** By step: its targets that no target before is equal to. */
function targetsNotBefore(steps: readonly Step[]): readonly (readonly Target[])[] {
  const seen = new Set<string>();
  return steps.map((step) =>
    step.targets.filter((target) => {
      const key = `${selectorText(target)} ${target.action}`;
      return !seen.has(key) && seen.add(key);
    }),
  );
}
