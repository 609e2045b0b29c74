/** Warnings about the route tree: what no alert can reach, and what an alert that does reach it cannot use. */
import { chainId, idsIn, type ChainId } from '../kernel/ids.js';
import type { Effort } from '../kernel/effort.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { SIDES } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import type { Site } from '../unit/register.js';
import { implies, possibility } from './implication.js';
import { contradictoryField } from './lint-contradiction.js';
import { describeTarget, selectorText, type TargetUnits } from './lint-target.js';
import type { Condition, Policy, Route } from './policy.js';

/** A route that some alert may reach, with the conditions on the way to it. */
interface ReachableRoute {
  readonly route: Route;
  readonly path: string;
  readonly chain: ChainId;
  readonly conditions: readonly Condition[];
}

/** @throws EffortSpent after what was found until then */
export function* lintRoutes(targets: TargetUnits, effort: Effort): Generator<Finding> {
  const { policy } = targets.scenario;
  const reachable: ReachableRoute[] = [];
  yield* reachableRoutes(policy, reachable, effort);
  yield* unusedChains(policy, reachable);
  yield* releaseWarnings(targets, reachable, effort);
}

/** Ids of the chains that an alert at this site may start. @throws EffortSpent */
export function chainsReachableFrom(policy: Policy, site: Site, effort?: Effort): Set<ChainId> {
  const chains = new Set<ChainId>();
  const visit = (route: Route, inherited: ChainId): void => {
    const chain = route.chain ?? inherited;
    let isSurelyTaken = false;
    for (const child of route.routes ?? []) {
      const possible = possibility(child.match, site, effort);
      if (possible === 'no') continue;
      visit(child, chain);
      if (possible === 'yes' && !child.continue) return;
      isSurelyTaken ||= possible === 'yes';
    }
    // A child that surely matches and says `continue` also keeps this route's own chain from starting.
    if (!isSurelyTaken) chains.add(chain);
  };
  visit(policy.route, chainId(''));
  return chains;
}

/** What no alert can reach; all other routes go into `reachable`. */
function* reachableRoutes(policy: Policy, reachable: ReachableRoute[], effort: Effort): Generator<Finding> {
  function* visit(at: ReachableRoute): Generator<Finding> {
    reachable.push(at);
    const earlier: Route[] = [];
    for (const [index, route] of (at.route.routes ?? []).entries()) {
      const path = `${at.path}.routes[${index}]`;
      const conditions = route.match ? [...at.conditions, route.match] : at.conditions;
      const field = contradictoryField(conditions, effort);
      if (field !== undefined) {
        const message = `No alert reaches "${route.id}": what is asked of ${field} on the way to it cannot hold at once.`;
        yield warning('UNREACHABLE_ROUTE', path, message);
        continue;
      }
      const way = conditions.length > 0 ? { all: conditions } : undefined;
      const blocker = earlier.find((sibling) => implies(way, sibling.match, effort));
      if (blocker) {
        const message =
          `No alert reaches "${route.id}": whatever it matches, "${blocker.id}" before it has taken. ` +
          `Put it first, or let "${blocker.id}" say continue.`;
        yield warning('UNREACHABLE_ROUTE', path, message);
        continue;
      }
      if (!route.continue) earlier.push(route);
      yield* visit({ route, path, chain: route.chain ?? at.chain, conditions });
    }
  }
  yield* visit({ route: policy.route, path: 'policy.route', chain: policy.route.chain ?? chainId(''), conditions: [] });
}

function unusedChains(policy: Policy, reachable: readonly ReachableRoute[]): Finding[] {
  const used = new Set(reachable.map(({ chain }) => chain));
  return idsIn(policy.chains)
    .filter((id) => !used.has(id))
    .map((id) => warning('UNUSED_CHAIN', `policy.chains.${id}`, `No route that an alert can reach leads to "${id}".`));
}

/** A chain for alerts of one side's class, with a step that means units of the other side. */
function* releaseWarnings(
  targets: TargetUnits,
  reachable: readonly ReachableRoute[],
  effort: Effort,
): Generator<Finding> {
  const foundBefore = new Map<string, readonly string[]>();
  for (const { route, path, chain, conditions } of reachable) {
    for (const side of SIDES) {
      if (!implies({ all: conditions }, classIs(side), effort)) continue;
      const others = foundBefore.get(`${chain} ${side}`) ?? targetsOfOther(targets, chain, side, effort);
      foundBefore.set(`${chain} ${side}`, others);
      if (others.length === 0) continue;
      const message =
        `"${route.id}" takes alerts of class ${side}, but its chain "${chain}" also addresses ${others.join(', ')}. ` +
        'The other side may not know of them, so it will not be asked.';
      yield warning('NOT_RELEASABLE', path, message);
    }
  }
}

function classIs(releaseClass: ReleaseClass): Condition {
  return { field: 'alert.class', equals: releaseClass };
}

/** The targets of the chain that mean units of the other side, each once, with these units. */
function targetsOfOther(targets: TargetUnits, chain: ChainId, side: Side, effort: Effort): readonly string[] {
  const all = targets.scenario.policy.chains[chain]?.steps.flatMap((step) => step.targets) ?? [];
  const bySelector = new Map(all.map((target) => [selectorText(target), target]));
  const found = [...bySelector.values()].flatMap((target) => {
    effort.spend(1);
    if (!targets.sidesOf(target).some((other) => other !== side)) return [];
    effort.spend(targets.of(target).length);
    const others = targets.of(target).filter((unit) => unit.side !== side);
    return [describeTarget(target, others)];
  });
  return [...new Set(found)];
}
