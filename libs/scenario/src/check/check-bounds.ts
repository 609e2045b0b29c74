/** Bounds that span several fields: they keep the later stages fast. */
import type { FieldProblem } from '#contracts/problem.js';
import type { AuthoredCondition, AuthoredRoute } from '#contracts/scenario/policy-schema.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import { SCENARIO_LIMITS as LIMITS } from '#contracts/scenario/schema-fields.js';

export function checkBounds({ policy, injects = [] }: Pick<AuthoredScenario, 'policy' | 'injects'>): FieldProblem[] {
  const routes = allRoutes(policy.route, 'policy.route', 0);
  const steps = Object.values(policy.chains).flatMap((chain) => chain.steps);
  const targets = steps.reduce((sum, step) => sum + step.targets.length, 0);
  const tests = routes.reduce((sum, { route }) => sum + (route.match ? countTests(route.match) : 0), 0);
  const messages = injects.reduce((sum, inject) => sum + (inject.alert ? 1 + (inject.repeat?.times ?? 0) : 0), 0);
  return [
    ...tooMany(messages, LIMITS.messages, 'injects', 'alerts, repeats included,'),
    ...tooMany(routes.length, LIMITS.allRoutes, 'policy.route', 'routes'),
    ...tooMany(tests, LIMITS.allTests, 'policy.route', 'tests in its conditions'),
    ...tooMany(steps.length, LIMITS.allSteps, 'policy.chains', 'steps'),
    ...tooMany(targets, LIMITS.allTargets, 'policy.chains', 'targets'),
    ...routes.flatMap(({ route, path, depth }) => [
      ...tooDeep(depth, path, 'Routes'),
      ...(route.match ? tooDeep(depthOf(route.match), `${path}.match`, 'Conditions') : []),
    ]),
  ];
}

interface PlacedRoute {
  readonly route: AuthoredRoute;
  readonly path: string;
  readonly depth: number;
}

function allRoutes(route: AuthoredRoute, path: string, depth: number): PlacedRoute[] {
  const children = route.routes ?? [];
  return [
    { route, path, depth },
    ...children.flatMap((child, index) => allRoutes(child, `${path}.routes[${index}]`, depth + 1)),
  ];
}

function operandsOf(condition: AuthoredCondition): readonly AuthoredCondition[] {
  return condition.all ?? condition.any ?? (condition.not ? [condition.not] : []);
}

/** 1 for a single test. */
function depthOf(condition: AuthoredCondition): number {
  return 1 + operandsOf(condition).reduce((deepest, operand) => Math.max(deepest, depthOf(operand)), 0);
}

function countTests(condition: AuthoredCondition): number {
  return operandsOf(condition).reduce((sum, operand) => sum + countTests(operand), 1);
}

function tooMany(count: number, limit: number, path: string, what: string): FieldProblem[] {
  if (count <= limit) return [];
  return [{ code: 'TOO_MANY', path, message: `${path} has ${count} ${what}; at most ${limit} are allowed.` }];
}

function tooDeep(depth: number, path: string, what: string): FieldProblem[] {
  if (depth <= LIMITS.depth) return [];
  return [{ code: 'JSON_TOO_DEEP', path, message: `${what} may nest ${LIMITS.depth} deep; ${path} is deeper.` }];
}
