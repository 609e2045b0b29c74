/** Warnings about the route tree: what no alert can reach, and what an alert that does reach it cannot use. */
import { chainId, idsIn, type ChainId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { SIDES } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import type { Site } from '../unit/register.js';
import { implies, possibility } from './implication.js';
import { contradictoryField } from './lint-contradiction.js';
import { describeTarget, type TargetUnits } from './lint-target.js';
import type { Condition, Policy, Route } from './policy.js';

/** A route that some alert may reach, with the conditions on the way to it. */
interface ReachableRoute {
  readonly route: Route;
  readonly path: string;
  readonly chain: ChainId;
  readonly conditions: readonly Condition[];
}

export function lintRoutes(targets: TargetUnits): Finding[] {
  const { policy } = targets.scenario;
  const findings: Finding[] = [];
  const reachable = reachableRoutes(policy, findings);
  return [...findings, ...unusedChains(policy, reachable), ...releaseWarnings(targets, reachable)];
}

/** Ids of the chains that an alert at this site may start. */
export function chainsReachableFrom(policy: Policy, site: Site): Set<ChainId> {
  const chains = new Set<ChainId>();
  const visit = (route: Route, inherited: ChainId): void => {
    const chain = route.chain ?? inherited;
    for (const child of route.routes ?? []) {
      const possible = possibility(child.match, site);
      if (possible === 'no') continue;
      visit(child, chain);
      if (possible === 'yes' && !child.continue) return;
    }
    // A child that surely matches and says `continue` also keeps this route's own chain from starting.
    if (!(route.routes ?? []).some((child) => possibility(child.match, site) === 'yes')) chains.add(chain);
  };
  visit(policy.route, chainId(''));
  return chains;
}

function reachableRoutes(policy: Policy, findings: Finding[]): ReachableRoute[] {
  const reachable: ReachableRoute[] = [];
  const visit = (at: ReachableRoute): void => {
    reachable.push(at);
    const earlier: Route[] = [];
    (at.route.routes ?? []).forEach((route, index) => {
      const path = `${at.path}.routes[${index}]`;
      const conditions = route.match ? [...at.conditions, route.match] : at.conditions;
      const field = contradictoryField(conditions);
      if (field !== undefined) {
        const message = `No alert reaches "${route.id}": what is asked of ${field} on the way to it cannot hold at once.`;
        findings.push(warning('UNREACHABLE_ROUTE', path, message));
        return;
      }
      const way = conditions.length > 0 ? { all: conditions } : undefined;
      const blocker = earlier.find((sibling) => implies(way, sibling.match));
      if (blocker) {
        const message =
          `No alert reaches "${route.id}": whatever it matches, "${blocker.id}" before it has taken. ` +
          `Put it first, or let "${blocker.id}" say continue.`;
        findings.push(warning('UNREACHABLE_ROUTE', path, message));
        return;
      }
      if (!route.continue) earlier.push(route);
      visit({ route, path, chain: route.chain ?? at.chain, conditions });
    });
  };
  visit({ route: policy.route, path: 'policy.route', chain: policy.route.chain ?? chainId(''), conditions: [] });
  return reachable;
}

function unusedChains(policy: Policy, reachable: readonly ReachableRoute[]): Finding[] {
  const used = new Set(reachable.map(({ chain }) => chain));
  return idsIn(policy.chains)
    .filter((id) => !used.has(id))
    .map((id) => warning('UNUSED_CHAIN', `policy.chains.${id}`, `No route that an alert can reach leads to "${id}".`));
}

/** A chain for alerts of one side's class, with a step that means units of the other side. */
function releaseWarnings(targets: TargetUnits, reachable: readonly ReachableRoute[]): Finding[] {
  return reachable.flatMap(({ route, path, chain, conditions }) =>
    SIDES.filter((side) => implies({ all: conditions }, classIs(side)) && !implies(undefined, classIs(side))).flatMap(
      (side) => {
        const others = targetsOfOther(targets, chain, side);
        if (others.length === 0) return [];
        const message =
          `"${route.id}" takes alerts of class ${side}, but its chain "${chain}" also addresses ${others.join(', ')}. ` +
          'The other side may not know of them, so it will not be asked.';
        return [warning('NOT_RELEASABLE', path, message)];
      },
    ),
  );
}

function classIs(releaseClass: ReleaseClass): Condition {
  return { field: 'alert.class', equals: releaseClass };
}

/** The targets of the chain that mean units of the other side, each once, with these units. */
function targetsOfOther(targets: TargetUnits, chain: ChainId, side: Side): readonly string[] {
  const all = targets.scenario.policy.chains[chain]?.steps.flatMap((step) => step.targets) ?? [];
  const found = all.flatMap((target) => {
    if (!targets.sidesOf(target).some((other) => other !== side)) return [];
    const others = targets.of(target).filter((unit) => unit.side !== side);
    return [describeTarget(target, others)];
  });
  return [...new Set(found)];
}
