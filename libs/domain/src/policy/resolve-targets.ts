/** Whom a step addresses: decided when it starts, from who is on duty and may be asked at that moment. */
import type { UnitId } from '../kernel/ids.js';
import type { Question } from '../unit/unit.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { ExerciseRules, Site } from '../unit/register.js';
import { mayReadMarked, type Marking } from '../release/label.js';
import { registerIndex } from '../unit/register-index.js';
import { isResponse, type Action, type UnitDefinition, type UnitState } from '../unit/unit.js';
import type { Policy, Step, Target, PolicyScenario } from './policy.js';

/** Why a target of a step resolved to nobody, or a unit was left out. */
export interface Unreached {
  /** The target as the policy writes it, or a unit's id. */
  readonly target: string;
  readonly reason:
    | 'no-such-unit'
    | 'no-jurisdiction'
    | 'off-duty'
    | 'lacks-authority'
    | 'sovereignty'
    | 'not-releasable'
    | 'label'
    | 'side-has-acknowledged'
    | 'already-acknowledged'
    | 'no-site';
}

/** The part of an exercise's state that matters here. */
export interface TargetWorld {
  readonly scenario: PolicyScenario;
  /** The incident's pinned policy, whose groups hold; absent: the scenario's. */
  readonly policy?: Pick<Policy, 'groups'>;
  /** By id. A unit without an entry is as its definition says. */
  readonly units: Readonly<Record<UnitId, Pick<UnitState, 'duty'>>>;
}

export interface TargetQuestion {
  readonly step: Step;
  readonly class: ReleaseClass;
  /** Of the incident; absent: that of its class. */
  readonly marking?: Marking | undefined;
  /** Id of the incident's site. */
  readonly site?: string;
  /** Address these sides only: under `each-side`, those that are missing. */
  readonly onlySides?: readonly Side[];
  /** Whether a unit has acknowledged what covers this action, so that it is not asked. */
  readonly isCovered?: (unit: UnitId, action: Action) => boolean;
}

export interface ResolvedTargets {
  /** In the order of the policy's targets, then of the scenario's units (of a group: the group's order). */
  readonly addressees: Question[];
  /** Questions of the step that units have covered already. */
  readonly covered: Question[];
  readonly unreached: Unreached[];
}

/**
 * Each unit is addressed once: by the first target under which it can be asked. A unit that is not addressed is listed as unreached,
 * with the reason under its first target.
 */
export function resolveTargets(world: TargetWorld, question: TargetQuestion): ResolvedTargets {
  const addressed = new Map<UnitId, Question>();
  const covered: Question[] = [];
  const unreached = new Map<string, Unreached>();
  for (const target of question.step.targets) {
    const candidates = candidatesOf(world, target, question.site);
    if ('reason' in candidates) {
      if (!unreached.has(candidates.target)) unreached.set(candidates.target, candidates);
      continue;
    }
    for (const unit of candidates.units) {
      if (addressed.has(unit.id)) continue;
      const reason = whyNot(world, question, unit, target.action);
      if (reason === undefined) {
        addressed.set(unit.id, { unit: unit.id, side: unit.side, action: target.action });
        unreached.delete(unit.id);
        continue;
      }
      if (reason === 'already-acknowledged') {
        const question = { unit: unit.id, side: unit.side, action: target.action };
        if (!covered.some((one) => one.unit === unit.id && one.action === target.action)) covered.push(question);
      }
      if (!unreached.has(unit.id)) unreached.set(unit.id, { target: unit.id, reason });
    }
  }
  return { addressees: [...addressed.values()], covered, unreached: [...unreached.values()] };
}

/** A target as messages and the log write it: `kind:consulate`, `group:first-wave`; a unit by its id alone. */
export function targetText(target: Target): string {
  if ('unit' in target) return target.unit;
  if ('group' in target) return `group:${target.group}`;
  if ('kind' in target) return `kind:${target.kind}`;
  return `side:${target.side}`;
}

/** The units that a target means, before it is asked whether they may be addressed; or why it means nobody. */
export function candidatesOf(
  world: Pick<TargetWorld, 'scenario' | 'policy'>,
  target: Target,
  siteId: string | undefined,
): { readonly units: readonly UnitDefinition[] } | Unreached {
  if ('kind' in target) return unitsOfKind(world.scenario, target, siteId);
  const units = 'side' in target ? registerIndex(world.scenario).unitsOfSide[target.side] : named(world, target);
  return units.length > 0 ? { units } : { target: targetText(target), reason: 'no-such-unit' };
}

function unitsOfKind(
  scenario: PolicyScenario,
  target: Extract<Target, { kind: unknown }>,
  siteId: string | undefined,
): { readonly units: readonly UnitDefinition[] } | Unreached {
  const index = registerIndex(scenario);
  const site: Site | undefined = siteId === undefined ? undefined : index.sites.get(siteId);
  if (!site) return { target: targetText(target), reason: 'no-site' };
  const { kind, side } = target;
  const units = index.unitsOfKindCovering(site, kind, side);
  if (units.length > 0) return { units };
  const isThere = scenario.units.some((unit) => unit.kind === kind && (side === undefined || unit.side === side));
  return { target: targetText(target), reason: isThere ? 'no-jurisdiction' : 'no-such-unit' };
}

function named(
  { scenario, policy = scenario.policy }: Pick<TargetWorld, 'scenario' | 'policy'>,
  target: { readonly unit: UnitId } | { readonly group: string },
): UnitDefinition[] {
  const { units } = registerIndex(scenario);
  const ids = 'unit' in target ? [target.unit] : membersOf(policy, target.group);
  return ids.map((id) => units.get(id)).filter((unit) => unit !== undefined);
}

function membersOf(policy: Pick<Policy, 'groups'>, group: string): readonly UnitId[] {
  return (Object.hasOwn(policy.groups, group) && policy.groups[group]) || [];
}

function whyNot(
  world: TargetWorld,
  question: TargetQuestion,
  unit: UnitDefinition,
  action: Action,
): Unreached['reason'] | undefined {
  if (question.class !== 'JOINT' && unit.side !== question.class) return 'not-releasable';
  if (!mayReadMarked({ kind: 'unit', id: unit.id, side: unit.side }, question.marking)) return 'label';
  if (question.onlySides && !question.onlySides.includes(unit.side)) return 'side-has-acknowledged';
  if (question.isCovered?.(unit.id, action)) return 'already-acknowledged';
  if (breaksSovereignty(world.scenario.rules, unit.side, action)) return 'sovereignty';
  if (!unit.authority.includes(action)) return 'lacks-authority';
  if ((world.units[unit.id]?.duty ?? unit.duty) === 'off') return 'off-duty';
  return undefined;
}

/** The sovereignty rule: while foreign responders are prohibited, a CHN unit is asked neither to respond nor to secure. */
export function breaksSovereignty(rules: ExerciseRules, side: Side, action: Action): boolean {
  return rules.foreignResponders === 'prohibited' && side === 'CHN' && isResponse(action);
}
