/**
 * Why an alert goes where it goes, and what would follow. The routes come from `matchRoutes`, the plan from the engine
 * itself, so it always agrees with them. The result is plain JSON.
 */
import type { Releasability } from '../alert/alert.js';
import { after, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import { chainId, type ChainId } from '../kernel/ids.js';
import { registerIndex } from '../unit/register-index.js';
import type { Register, Site } from '../unit/register.js';
import { traceCondition, type ConditionTrace } from '../policy/condition.js';
import { matchRoutes, type RouteMatch, type RouteVisits } from '../policy/match-routes.js';
import type { Policy, Route } from '../policy/policy.js';
import type { ChainPlan, ExplainWorld } from './plan.js';
import { rehearse } from './rehearse.js';
import type { RoutingFacts } from '../policy/routing-facts.js';

export interface Explanation {
  /** Exercise time from which the plan is reckoned, ms. */
  readonly at: ExerciseTime;
  /** Exercise time at which the exercise is over, ms. */
  readonly exerciseEndsAt: ExerciseTime;
  readonly policy: { readonly id: string; readonly version: number };
  readonly facts: RoutingFacts;
  /** The scenario's site, or `null` when the alert names none that it knows. */
  readonly site: Site | null;
  readonly route: RouteTrace;
  readonly matches: readonly RouteMatch[];
  /** One for each match, in that order. */
  readonly plans: readonly ChainPlan[];
}

/** A node of the route tree. */
export interface RouteTrace {
  readonly id: string;
  /** `not-asked`: an earlier sibling, or a parent, had decided. */
  readonly outcome: 'matched' | 'not-matched' | 'not-asked';
  readonly condition: ConditionTrace | null;
  /** Its own chain or the inherited one. */
  readonly chain: ChainId;
  /** Whether it is among the matches, so that its chain starts. */
  readonly starts: boolean;
  readonly continue: boolean;
  readonly routes: readonly RouteTrace[];
}

/**
 * Explains an alert that comes in at `at` (exercise time, ms) and opens an incident of its own.
 * @param label of the alert: whom it keeps from it; absent: that of its class
 */
export function explain(
  world: ExplainWorld,
  policy: Policy,
  facts: RoutingFacts,
  at: ExerciseTime,
  label?: Pick<Releasability, 'tlp' | 'releasableTo'>,
): Explanation {
  const { scenario } = world;
  const { site, route, matches } = traceRoutes(scenario, policy, facts);
  return {
    at,
    exerciseEndsAt: after(STARTEX, scenario.durationMs),
    policy: { id: policy.id, version: policy.version },
    facts,
    site,
    route,
    matches,
    plans: rehearse(world, policy, matches, { facts, label }, at),
  };
}

/** The route tree with its outcomes, and the chains that start. */
export type RoutesTrace = Pick<Explanation, 'site' | 'route' | 'matches'>;

/** Which way facts take through the route tree, and by which conditions. */
export function traceRoutes(register: Register, policy: Policy, facts: RoutingFacts): RoutesTrace {
  const site = facts.site === undefined ? undefined : registerIndex(register).sites.get(facts.site);
  const visits: RouteVisits = new Map();
  const matches = matchRoutes(policy, facts, site, visits);
  const tracer: Tracer = { facts, site, visits, matches };
  return { site: site ?? null, route: traceRoute(tracer, policy.route, chainId('')), matches };
}

interface Tracer {
  readonly facts: RoutingFacts;
  readonly site: Site | undefined;
  readonly visits: RouteVisits;
  readonly matches: readonly RouteMatch[];
}

function traceRoute(tracer: Tracer, route: Route, inherited: ChainId): RouteTrace {
  const { facts, site, visits, matches } = tracer;
  const chain = route.chain ?? inherited;
  const matched = visits.get(route);
  return {
    id: route.id,
    outcome: matched === undefined ? 'not-asked' : matched ? 'matched' : 'not-matched',
    condition: route.match ? traceCondition(route.match, facts, site) : null,
    chain,
    starts: matched === true && matches.some((match) => match.route === route.id),
    continue: route.continue ?? false,
    routes: (route.routes ?? []).map((child) => traceRoute(tracer, child, chain)),
  };
}
