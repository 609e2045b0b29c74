/** The errors of a policy that keep its scenario from loading. */
import type { Finding } from '../kernel/finding.js';
import { error } from '../kernel/finding.js';
import { registerIndex } from '../unit/register-index.js';
import { duplicates, duration } from '../kernel/value-checks.js';
import type { UnitDefinition } from '../unit/unit.js';
import { CHN_UNIT_KINDS } from '../unit/unit.js';
import { checkCondition } from './check-condition.js';
import type { Chain, Requirement, Route, Step, Target, PolicyScenario } from './policy.js';
import { breaksSovereignty, candidatesOf, targetText } from './resolve-targets.js';

/** A chain of which no step reaches anybody goes through all its passes at once, so there must be an end to them. */
export const MAX_REPEAT = 20;

/** A route with its place in the authored form. */
export interface PlacedRoute {
  readonly route: Route;
  readonly path: string;
}

export function checkPolicy(scenario: PolicyScenario): Finding[] {
  const { policy, units } = scenario;
  const known = new Set(units.map(({ id }) => id));
  const checked: Checked = { scenario, chinese: new Map() };
  return [
    ...duration(policy.correlationWindowMs, 0, 'policy.correlationWindow'),
    ...duration(policy.closeAfterMs, 1, 'policy.closeAfter'),
    ...duration(policy.jointDecision?.deadlockAfterMs, 1, 'policy.jointDecision.deadlockAfter'),
    ...duration(policy.release?.decideWithinMs, 1, 'policy.release.decideWithin'),
    // As short as a request itself may state it.
    ...duration(policy.messages?.answerWithinMs, 1_000, 'policy.messages.answerWithin'),
    ...checkDefault(policy.route),
    ...checkRoutes(scenario),
    ...Object.entries(policy.groups).flatMap(([group, members]) => checkGroup(group, members, known)),
    ...Object.entries(policy.chains).flatMap(([id, chain]) => checkChain(checked, chain, `policy.chains.${id}`)),
  ];
}

/** All routes of the tree, each before its children. */
function allRoutes(route: Route, path = 'policy.route'): PlacedRoute[] {
  const children = route.routes ?? [];
  return [{ route, path }, ...children.flatMap((child, index) => allRoutes(child, `${path}.routes[${index}]`))];
}

function checkDefault(route: Route): Finding[] {
  const path = 'policy.route';
  const findings: Finding[] = [];
  if (route.chain === undefined) {
    findings.push(
      error('DEFAULT_ROUTE', `${path}.chain`, 'The default route needs a chain, for what matches no other.'),
    );
  }
  if (route.match !== undefined) {
    findings.push(error('DEFAULT_ROUTE', `${path}.match`, 'The default route has no condition: it takes every alert.'));
  }
  return findings;
}

function checkRoutes({ policy, sites }: PolicyScenario): Finding[] {
  const siteIds = new Set(sites.map(({ id }) => id));
  const seen = new Set<string>();
  return allRoutes(policy.route).flatMap(({ route, path }) => {
    const findings: Finding[] = [];
    if (seen.has(route.id)) {
      findings.push(
        error('DUPLICATE_ID', `${path}.id`, `The route "${route.id}" is there twice; give each its own id.`),
      );
    }
    seen.add(route.id);
    if (route.chain !== undefined && !Object.hasOwn(policy.chains, route.chain)) {
      findings.push(error('UNKNOWN_CHAIN', `${path}.chain`, `The policy has no chain "${route.chain}".`));
    }
    if (route.match) findings.push(...checkCondition(route.match, `${path}.match`, siteIds));
    return findings;
  });
}

function checkGroup(group: string, members: readonly string[], known: ReadonlySet<string>): Finding[] {
  const path = `policy.groups.${group}`;
  const seen = new Set<string>();
  return members.flatMap((unit, index) => {
    if (!known.has(unit)) return [error('UNKNOWN_UNIT', `${path}[${index}]`, `The scenario has no unit "${unit}".`)];
    if (seen.has(unit))
      return [error('DUPLICATE_ID', `${path}[${index}]`, `"${unit}" is in the group ${group} twice.`)];
    seen.add(unit);
    return [];
  });
}

function checkChain(checked: Checked, chain: Chain, path: string): Finding[] {
  const { remindEveryMs, ackExpiresMs, expireAfterMs, repeat, steps } = chain;
  const findings = [
    ...duration(remindEveryMs, 1, `${path}.remindEvery`),
    ...duration(ackExpiresMs, 1, `${path}.ackExpires`),
    ...duration(expireAfterMs, 1, `${path}.expireAfter`),
    ...duplicates(steps, `${path}.steps`),
    ...steps.flatMap((step, index) => checkStep(checked, step, `${path}.steps[${index}]`)),
  ];
  if (steps.length === 0) {
    findings.push(error('CHAIN_WITHOUT_STEPS', `${path}.steps`, 'The chain has no steps; it needs at least one.'));
  }
  if (!Number.isSafeInteger(repeat) || repeat < 0 || repeat > MAX_REPEAT) {
    const message = `The chain repeats ${repeat} times; 0 to ${MAX_REPEAT} is right.`;
    findings.push(error('COUNT_OUT_OF_RANGE', `${path}.repeat`, message));
  }
  return findings;
}

function checkStep(checked: Checked, step: Step, path: string): Finding[] {
  const findings = [
    ...duration(step.delayMs, 0, `${path}.delay`),
    ...duration(step.ackWithinMs, 1, `${path}.ackWithin`),
    ...checkRequirement(step.requirement, `${path}.requirement`),
    ...step.targets.flatMap((target, index) => checkTarget(checked, target, `${path}.targets[${index}]`)),
  ];
  if (step.targets.length === 0) {
    findings.push(
      error('STEP_WITHOUT_TARGETS', `${path}.targets`, 'The step addresses nobody; name at least one target.'),
    );
  }
  return findings;
}

function checkRequirement(requirement: Requirement, path: string): Finding[] {
  if (typeof requirement === 'string') return [];
  if (Number.isSafeInteger(requirement.count) && requirement.count >= 1) return [];
  return [error('COUNT_OUT_OF_RANGE', `${path}.count`, `The count is ${requirement.count}; at least 1 is right.`)];
}

interface Checked {
  readonly scenario: PolicyScenario;
  /** Whether a target means a CHN unit, by its text: looked up once for all steps that name it. */
  readonly chinese: Map<string, boolean>;
}

function checkTarget(checked: Checked, target: Target, path: string): Finding[] {
  const { scenario } = checked;
  const { policy } = scenario;
  const { units } = registerIndex(scenario);
  if ('unit' in target && !units.has(target.unit)) {
    return [error('UNKNOWN_UNIT', `${path}.unit`, `The scenario has no unit "${target.unit}".`)];
  }
  if ('group' in target && !Object.hasOwn(policy.groups, target.group)) {
    return [error('UNKNOWN_GROUP', `${path}.group`, `The policy has no group "${target.group}".`)];
  }
  if (!breaksSovereignty(scenario.rules, 'CHN', target.action) || !meansChineseUnit(checked, target)) return [];
  const message =
    `${targetText(target)} would ask a CHN unit to ${target.action}, but foreign responders are prohibited; ` +
    'ask it to advise, inform or consular, or say foreignResponders: permitted.';
  return [error('SOVEREIGNTY_RULE', path, message)];
}

function meansChineseUnit({ scenario, chinese }: Checked, target: Target): boolean {
  if ('kind' in target) return isChineseKind(target.kind) && target.side !== 'PAK';
  const key = 'unit' in target ? `unit:${target.unit}` : targetText(target);
  const known = chinese.get(key);
  if (known !== undefined) return known;
  const candidates = candidatesOf({ scenario }, target, undefined);
  const found = 'units' in candidates && candidates.units.some(({ side }) => side === 'CHN');
  chinese.set(key, found);
  return found;
}

function isChineseKind(kind: UnitDefinition['kind']): boolean {
  return CHN_UNIT_KINDS.some((chinese) => chinese === kind);
}
