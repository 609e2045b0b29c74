/**
 * Steps that ask nobody anything new. A question is a unit and an action; a standing acknowledgement of the same action
 * covers it, and one of `respond` or `secure` covers `inform`.
 */
import type { Effort } from '../kernel/effort.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import { isResponse, type Action } from '../unit/unit.js';
import { describeTarget, selectorText, type TargetUnits } from './lint-target.js';
import type { Chain, Step, Target } from './policy.js';

/** A target of an earlier step, with those before it in its step, which take their units first. */
interface Asked {
  readonly step: Step;
  readonly target: Target;
  readonly before: readonly Target[];
}

/** Earlier targets, and members of a group, that are compared with each other; larger ones are not looked into. */
const MOST_EARLIER = 100;
const MOST_MEMBERS = 50;

/** @throws EffortSpent after what was found until then */
export function* coveredSteps(
  targets: TargetUnits,
  { steps }: Chain,
  path: string,
  effort: Effort,
): Generator<Finding> {
  const asked: Asked[] = [];
  const compared = { targets, effort };
  for (const [index, step] of steps.entries()) {
    const covering = asked.length > MOST_EARLIER ? [] : coveringSteps(compared, step, asked);
    step.targets.forEach((target, place) => asked.push({ step, target, before: step.targets.slice(0, place) }));
    if (covering.length === 0) continue;
    const what = step.targets.map((target) => describeTarget(target, targets.ableOf(target))).join(', ');
    const earlier = covering.map(({ id }) => `"${id}"`).join(' and ');
    const effect = step.requirement === 'any' ? '; once they have acknowledged, it is skipped' : '';
    const message = `"${step.id}" asks nothing new: ${earlier} asked ${what} before${effect}. Ask other units or another action.`;
    yield warning('COVERED_STEP', `${path}.steps[${index}].targets`, message);
  }
}

interface Compared {
  readonly targets: TargetUnits;
  readonly effort: Effort;
}

/** The earlier steps that together ask all that this step asks; none if it asks something new, or nobody. */
function coveringSteps(compared: Compared, step: Step, asked: readonly Asked[]): readonly Step[] {
  const found = new Set<Step>();
  for (const target of step.targets) {
    // A target that means nobody has a finding of its own.
    if (compared.targets.ableOf(target).length === 0) return [];
    const covering = asked.find((earlier) => covers(compared, earlier, target));
    if (covering) {
      found.add(covering.step);
      continue;
    }
    const parts = 'group' in target ? coveringMembers(compared, target, asked) : [];
    if (parts.length === 0) return [];
    for (const part of parts) found.add(part);
  }
  return [...found];
}

/** A group is covered when each of its members is. */
function coveringMembers(compared: Compared, target: Target, asked: readonly Asked[]): readonly Step[] {
  const found = new Set<Step>();
  const members = compared.targets.ableOf(target);
  if (members.length > MOST_MEMBERS) return [];
  for (const { id } of members) {
    const member = { unit: id, action: target.action };
    const covering = asked.find((earlier) => covers(compared, earlier, member));
    if (!covering) return [];
    found.add(covering.step);
  }
  return [...found];
}

/** Whether the earlier target asks each unit that the later one means, for an action that covers its own. */
function covers({ targets, effort }: Compared, { target: earlier, before }: Asked, later: Target): boolean {
  effort.spend(1);
  return (
    coversAction(earlier.action, later.action) &&
    includes(targets, earlier, later) &&
    // A unit is asked under the first target of its step that means it, so perhaps for less.
    before.every((first) => {
      effort.spend(1);
      return coversAction(first.action, later.action) || areApart(targets, first, later);
    }) &&
    targets.allMayAlso(later, earlier.action)
  );
}

function coversAction(acknowledged: Action, asked: Action): boolean {
  return acknowledged === asked || (asked === 'inform' && isResponse(acknowledged));
}

/** Whether the earlier target means every unit that the later one means, wherever the incident is. */
function includes(targets: TargetUnits, earlier: Target, later: Target): boolean {
  if (selectorText(earlier) === selectorText(later)) return true;
  if ('kind' in earlier) return 'kind' in later && earlier.kind === later.kind && earlier.side === undefined;
  if ('side' in earlier) return targets.sidesOf(later).every((side) => side === earlier.side);
  return 'unit' in later && 'group' in earlier && targets.has(earlier, later.unit);
}

/** Whether no unit is meant by both, as far as sides and kinds show. */
function areApart(targets: TargetUnits, one: Target, other: Target): boolean {
  if ('unit' in one && 'unit' in other) return one.unit !== other.unit;
  if ('kind' in one && 'kind' in other && one.kind !== other.kind) return true;
  const sides = targets.sidesOf(one);
  return !targets.sidesOf(other).some((side) => sides.includes(side));
}
