/** Warnings about a chain: whom it cannot reach, and times that do not fit together. */
import type { UnitId } from '../kernel/ids.js';
import { SIDES } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import { lateAnswers } from './lint-answers.js';
import { coveredSteps } from './lint-coverage.js';
import { describeTarget, lintTarget, type TargetUnits } from './lint-target.js';
import type { Chain, Step, PolicyScenario } from './policy.js';

/** Presumes a chain that `checkScenario` finds no error in. */
export function lintChain(targets: TargetUnits, chain: Chain, path: string): Finding[] {
  const { scenario } = targets;
  return [
    ...lintTimes(scenario, chain, path),
    ...unreachableSteps(scenario, chain, path),
    ...lintRequirements(targets, chain, path),
    ...chain.steps.flatMap((step, index) =>
      step.targets.flatMap((target, place) => lintTarget(targets, target, `${path}.steps[${index}].targets[${place}]`)),
    ),
    ...coveredSteps(targets, chain, path),
    ...lateAnswers(targets, chain, path),
  ];
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

function lintRequirements(targets: TargetUnits, { steps }: Chain, path: string): Finding[] {
  const mostAsked = steps.some(({ requirement }) => typeof requirement === 'object') ? mostAskedBy(targets, steps) : [];
  return steps.flatMap((step, index) => {
    const at = `${path}.steps[${index}].requirement`;
    if (step.requirement === 'each-side') {
      const units = targets.addressable(step);
      const missing = SIDES.filter((side) => !units.some((unit) => unit.side === side));
      return missing.map((side) =>
        warning(
          'ONE_SIDED',
          at,
          `"${step.id}" requires each side, but no unit of ${side} can be asked; it addresses ${addressed(targets, step)}.`,
        ),
      );
    }
    if (typeof step.requirement === 'string') return [];
    const asked = mostAsked[index] ?? 0;
    if (step.requirement.count <= asked) return [];
    const message = `"${step.id}" asks for ${step.requirement.count} units, but the chain has asked ${asked} by then at most, wherever the incident is.`;
    return [warning('COUNT_ABOVE_UNITS', `${at}.count`, message)];
  });
}

/** Units that are looked at, for all chains together, before the sites of a huge scenario are taken as one. */
const MOST_LOOKED_AT = 2_000_000;

/** How many units the chain can have asked by each step, at the site where these are the most. */
function mostAskedBy(targets: TargetUnits, steps: readonly Step[]): number[] {
  const { sites, units, policy } = targets.scenario;
  const allTargets = Object.values(policy.chains).flatMap((chain) => chain.steps.flatMap((step) => step.targets));
  const isHuge = sites.length * units.length * allTargets.length > MOST_LOOKED_AT;
  const places = isHuge || sites.length === 0 ? [undefined] : sites.map(({ id }) => id);
  const most = steps.map(() => 0);
  for (const site of places) {
    const asked = new Set<UnitId>();
    steps.forEach((step, index) => {
      for (const { id } of targets.addressable(step, site)) asked.add(id);
      most[index] = Math.max(most[index] ?? 0, asked.size);
    });
  }
  return most;
}

function addressed(targets: TargetUnits, step: Step): string {
  return step.targets.map((target) => describeTarget(target, targets.ableOf(target))).join(', ');
}
