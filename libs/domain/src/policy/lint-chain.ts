/** Warnings about a chain: whom it cannot reach, and times that do not fit together. */
import type { Effort } from '../kernel/effort.js';
import { SIDES } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import { lateAnswers } from './lint-answers.js';
import { mostAskedBy } from './lint-counts.js';
import { describeTarget, lintTarget, type TargetUnits } from './lint-target.js';
import type { Chain, Step, PolicyScenario } from './policy.js';

/** Presumes a chain that `checkScenario` finds no error in. */
export function* lintChain(targets: TargetUnits, chain: Chain, path: string): Generator<Finding> {
  const { scenario } = targets;
  yield* lintTimes(scenario, chain, path);
  yield* unreachableSteps(scenario, chain, path);
  yield* oneSidedSteps(targets, chain, path);
  for (const [index, step] of chain.steps.entries()) {
    for (const [place, target] of step.targets.entries()) {
      yield* lintTarget(targets, target, `${path}.steps[${index}].targets[${place}]`);
    }
  }
  yield* lateAnswers(targets, chain, path);
}

function lintTimes({ durationMs }: PolicyScenario, chain: Chain, path: string): Finding[] {
  const waits: [string, number | undefined][] = [
    ['remindEvery', chain.remindEveryMs],
    ['ackExpires', chain.ackExpiresMs],
    ['expireAfter', chain.expireAfterMs],
    ...chain.steps.flatMap((step, index): [string, number | undefined][] => [
      [`steps[${index}].delay`, step.delayMs],
      [`steps[${index}].ackWithin`, step.ackWithinMs],
    ]),
  ];
  const findings = waits
    .filter(([, ms]) => ms !== undefined && ms > durationMs)
    .map(([name]) => warning('WAIT_BEYOND_EXERCISE', `${path}.${name}`, `${name} is longer than the exercise.`));
  if (chain.remindEveryMs !== undefined && chain.remindEveryMs >= chain.expireAfterMs) {
    const message = 'Nobody is ever reminded: remindEvery is not shorter than expireAfter.';
    findings.push(warning('REMINDER_AFTER_EXPIRY', `${path}.remindEvery`, message));
  }
  chain.steps.forEach((step, index) => {
    if (step.ackWithinMs <= chain.expireAfterMs) return;
    const message = 'ackWithin never passes: the notifications end before, by expireAfter.';
    findings.push(warning('EXPIRY_BEFORE_DEADLINE', `${path}.steps[${index}].ackWithin`, message));
  });
  return findings;
}

/** Even for an alert at STARTEX the deadlines before it pass only after the exercise is over. */
function unreachableSteps({ durationMs }: PolicyScenario, { steps }: Chain, path: string): Finding[] {
  let reachedAt = 0;
  return steps.flatMap((step, index) => {
    const startsAt = reachedAt + (step.delayMs ?? 0);
    reachedAt = startsAt + step.ackWithinMs;
    if (index === 0 || startsAt < durationMs) return [];
    const message = `"${step.id}" cannot start by time alone: the waits before it take as long as the exercise, or longer. Only if whom those steps ask declines, or cannot be asked, it starts sooner.`;
    return [warning('UNREACHABLE_STEP', `${path}.steps[${index}]`, message)];
  });
}

/** Steps that require each side, and can ask units of one only. */
function oneSidedSteps(targets: TargetUnits, { steps }: Chain, path: string): Finding[] {
  return steps.flatMap((step, index) => {
    if (step.requirement !== 'each-side') return [];
    const sides = targets.sidesOfStep(step);
    return SIDES.filter((side) => !sides.has(side)).map((side) =>
      warning(
        'ONE_SIDED',
        `${path}.steps[${index}].requirement`,
        `"${step.id}" requires each side, but no unit of ${side} can be asked; it addresses ${addressed(targets, step)}.`,
      ),
    );
  });
}

/** Steps that count more units than the chain can have asked by then. @throws EffortSpent */
export function unmeetableCounts(targets: TargetUnits, { steps }: Chain, path: string, effort: Effort): Finding[] {
  const counts = steps.map(({ requirement }) => (typeof requirement === 'object' ? requirement.count : 0));
  const mostAsked = mostAskedBy(targets, steps, counts, effort);
  return steps.flatMap((step, index) => {
    const [count = 0, asked = 0] = [counts[index], mostAsked[index]];
    if (count <= asked) return [];
    const message = `"${step.id}" asks for ${count} units, but the chain has asked ${asked} by then at most, wherever the incident is.`;
    return [warning('COUNT_ABOVE_UNITS', `${path}.steps[${index}].requirement.count`, message)];
  });
}

function addressed(targets: TargetUnits, step: Step): string {
  return step.targets.map((target) => describeTarget(target, targets.ableOf(target))).join(', ');
}
