/** The part of a policy that can concern incidents of certain classes: what a viewer who sees only these may know of it. */
import { idsIn, type ChainId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { Chain, Condition, Policy, Route } from './policy.js';
import { conditionForClass } from './class-condition.js';

/**
 * Without the routes that no alert of these classes can take, the chains that only such routes lead to, and the groups that only such
 * chains ask. The routes that remain, asked in their order, decide about alerts of these classes as the whole policy does.
 */
export function policyFor(classes: readonly ReleaseClass[], policy: Policy): Policy {
  const route = { ...policy.route, ...childrenFor(classes, policy.route) };
  const named = new Set(chainsOf(route));
  const chains: Record<ChainId, Chain> = {};
  for (const id of idsIn(policy.chains)) {
    const chain = policy.chains[id];
    if (chain !== undefined && named.has(id)) chains[id] = chain;
  }
  const asked = new Set(Object.values(chains).flatMap(groupsOf));
  return {
    ...policy,
    route,
    chains,
    groups: Object.fromEntries(Object.entries(policy.groups).filter(([name]) => asked.has(name))),
  };
}

function childrenFor(classes: readonly ReleaseClass[], { routes }: Route): Pick<Route, 'routes'> {
  if (routes === undefined) return {};
  return { routes: routes.flatMap((route) => routeFor(classes, route) ?? []) };
}

/** Undefined: no alert of these classes can take it. What is asked about other classes only is left out of its condition. */
function routeFor(classes: readonly ReleaseClass[], route: Route): Route | undefined {
  const match = route.match === undefined ? true : conditionForClass(classes, route.match);
  if (match === false) return undefined;
  const { match: _whole, ...rest } = route;
  return { ...rest, ...(match !== true && { match: match satisfies Condition }), ...childrenFor(classes, route) };
}

function chainsOf({ chain, routes = [] }: Route): ChainId[] {
  return [...(chain === undefined ? [] : [chain]), ...routes.flatMap(chainsOf)];
}

function groupsOf({ steps }: Chain): string[] {
  return steps.flatMap(({ targets }) => targets.flatMap((target) => ('group' in target ? [target.group] : [])));
}
