/** Which routes an alert takes. Asked once per alert. */
import { chainId, type ChainId } from '../kernel/ids.js';
import type { Site } from '../unit/register.js';
import { evaluate } from './condition.js';
import type { Policy, Route } from './policy.js';
import type { RoutingFacts } from './routing-facts.js';

export interface RouteMatch {
  /** Id of the route that matched: the deepest one. */
  readonly route: string;
  readonly chain: ChainId;
}

/** Which routes were looked at, and whether each matched; what is not in it was never asked. Filled for `explain`. */
export type RouteVisits = Map<Route, boolean>;

/**
 * The matched routes in the order of the tree, at least one: the default. A chain that two routes lead to is started
 * once, by the first. `site` is that of the alert, if it names one that the scenario knows.
 */
export function matchRoutes(
  policy: Policy,
  facts: RoutingFacts,
  site: Site | undefined,
  visits?: RouteVisits,
): RouteMatch[] {
  const matches: RouteMatch[] = [];
  visits?.set(policy.route, true);
  descend({ facts, site, visits, matches, chains: new Set() }, policy.route, chainId(''));
  return matches;
}

interface Walk {
  readonly facts: RoutingFacts;
  readonly site: Site | undefined;
  readonly visits: RouteVisits | undefined;
  readonly matches: RouteMatch[];
  /** Those of the matches. */
  readonly chains: Set<ChainId>;
}

/** What `route`, already matched, adds. `inherited` is the chain that holds where it names none. */
function descend(walk: Walk, route: Route, inherited: ChainId): void {
  const chain = route.chain ?? inherited;
  let taken = false;
  for (const child of route.routes ?? []) {
    const matched = child.match === undefined || evaluate(child.match, walk.facts, walk.site);
    walk.visits?.set(child, matched);
    if (!matched) continue;
    taken = true;
    descend(walk, child, chain);
    if (!child.continue) break;
  }
  if (taken || walk.chains.has(chain)) return;
  walk.chains.add(chain);
  walk.matches.push({ route: route.id, chain });
}
