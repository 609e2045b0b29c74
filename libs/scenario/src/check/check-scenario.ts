/** A scenario file at the edge: its shape, its bounds, the domain's rules; then the form that the engine runs. */
import { z } from 'zod';
import { lintScenario } from '#domain/exercise/lint.js';
import { checkScenario } from '#domain/exercise/check-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { checkScript } from './check-script.js';
import { checkStart } from './check-start.js';
import { inspectCompiled } from '../lint/lint-compiled.js';
import { lintScript } from '../lint/lint-script.js';
import { lintTimes } from '../lint/lint-times.js';
import { withMeant } from './suggest-names.js';
import { parsePath } from './problem-path.js';
import { toScenario } from '../compile/compile-scenario.js';
import { type Gaps, NO_GAPS, ReadablePart } from './readable-part.js';
import { scenarioProblems } from './shape-problems.js';
import type { ConditionInput, RouteInput, ScenarioInput } from '#contracts/scenario/scenario-shape.js';
import { partFileShape, scenarioFileShape, scenarioShape, SHARED_PARTS } from '#contracts/scenario/scenario-shape.js';
import { SCENARIO_LIMITS as LIMITS } from '#contracts/scenario/shape-parts.js';

/** More than these nobody reads. */
export const MAX_PROBLEMS = 100;
/** Deeper than any scenario within its bounds; keeps the recursion of the shape's check within the stack. */
const MAX_JSON_DEPTH = 64;

/**
 * Reads the authored JSON form.
 *
 * @throws InputError 422 INPUT_INVALID with all problems (at most 100): those of the shape, those of the domain's
 *   `checkScenario` with the domain's codes (`UNKNOWN_CHAIN`, `SOVEREIGNTY_RULE` …), and those of the script with
 *   `checkScript`'s.
 */
export function parseScenario(json: unknown): Scenario {
  const { input, problems } = readShape(json);
  if (!input) throw new InputError('INPUT_INVALID', problems);
  const scenario = toScenario(input);
  const errors = errorsOf(input, scenario);
  if (errors.length > 0) throw new InputError('INPUT_INVALID', errors.slice(0, MAX_PROBLEMS));
  return scenario;
}

export interface Inspection {
  /** Absent when there are errors. */
  readonly scenario?: Scenario;
  /** At most 100. */
  readonly problems: readonly FieldProblem[];
}

/**
 * All that can be said of a scenario at once: its errors, and what the lint remarks. It remarks nothing on what an error may
 * change: the policy is looked at if all errors are of the script; the whole script if they are of single expectations;
 * else only times that lie beyond the end.
 */
export function inspectScenario(json: unknown, gaps: Gaps = NO_GAPS): Inspection {
  const { input, readable, problems } = readShape(json, gaps);
  if (!input) {
    const unread = gaps.incomplete ? [[]] : gaps.unread;
    const rest = readable?.input ? lintBeside(readable.input, problems, unread, readable) : [];
    return { problems: [...problems, ...rest].slice(0, MAX_PROBLEMS) };
  }
  const scenario = toScenario(input);
  const ofScript = checkScript(input);
  const errors = [...domainErrors(input, scenario), ...checkStart(input), ...ofScript.filter(isError)];
  if (errors.length === 0) {
    return { scenario, problems: inspectCompiled(scenario, MAX_PROBLEMS) };
  }
  return { problems: [...errors, ...lintBeside(input, errors)].slice(0, MAX_PROBLEMS) };
}

/** What can be remarked beside errors; `unread` are places that could not be read, which has been told. */
function lintBeside(
  input: ScenarioInput,
  errors: readonly FieldProblem[],
  unread: Gaps['unread'] = [],
  readable?: ReadablePart,
): FieldProblem[] {
  // There may be others, which are not told.
  if (errors.length >= MAX_PROBLEMS) return [];
  const faulty = [...errors.map(({ path }) => parsePath(path)), ...unread];
  const areIn = (parts: readonly string[]): boolean => faulty.every(([part]) => parts.some((each) => each === part));
  const times = (): FieldProblem[] => readable?.holdingTimes(lintTimes(input)) ?? lintTimes(input);
  if (!areIn(SCRIPT_PARTS)) return times();
  return [...lintPolicy(input), ...(areIn(JUDGING_PARTS) ? lintSoundScript(input, faulty) : times())];
}

/** What the lint of a policy does not look at. */
const SCRIPT_PARTS = ['injects', 'expectations', 'title', 'description', 'sponsor', 'startsAt'];

/** What no inject looks at. */
const JUDGING_PARTS = ['expectations', 'title', 'description', 'sponsor'];

function lintPolicy(input: ScenarioInput): FieldProblem[] {
  return lintScenario(toScenario(withoutScript(input)));
}

/** All injects are right: what is remarked on them and on the expectations that are right, too. */
function lintSoundScript(input: ScenarioInput, faulty: readonly (readonly PropertyKey[])[]): FieldProblem[] {
  const isFaulty = (place: number): boolean =>
    faulty.some(([part, index]) => part === 'expectations' && (index === undefined || index === place));
  const sound = (input.expectations ?? []).map((expectation, place) => (isFaulty(place) ? [] : [expectation]));
  const places = sound.flatMap((kept, place) => kept.map(() => place));
  return lintScript(toScenario({ ...input, expectations: sound.flat() })).map((remark) => {
    const path = remark.path.replace(/^expectations\[(\d+)\]/, (_, kept) => `expectations[${places[Number(kept)]}]`);
    return { ...remark, path };
  });
}

function withoutScript(input: ScenarioInput): ScenarioInput {
  return { ...input, injects: [], expectations: [] };
}

function errorsOf(input: ScenarioInput, scenario: Scenario): FieldProblem[] {
  return [...domainErrors(input, scenario), ...checkStart(input), ...checkScript(input).filter(isError)];
}

/** The domain's errors. */
function domainErrors(input: ScenarioInput, scenario: Scenario): FieldProblem[] {
  return withMeant(checkScenario(scenario), input, scenario);
}

function isError({ level }: FieldProblem): boolean {
  return level !== 'warning';
}

interface Shape {
  readonly input?: ScenarioInput;
  /** What can be read besides, when there are faults. */
  readonly readable?: ReadablePart;
  readonly problems: FieldProblem[];
}

function readShape(json: unknown, gaps: Gaps = NO_GAPS): Shape {
  if (isDeeperThan(json, MAX_JSON_DEPTH)) return { problems: [tooDeepAtAll('scenario')] };
  const result = scenarioShape.safeParse(json);
  if (result.success && !gaps.incomplete && gaps.unread.length === 0) {
    const problems = boundProblems(result.data);
    return problems.length > 0 ? { problems } : { input: result.data, problems };
  }
  const readable = new ReadablePart(json, gaps);
  const { input, issues } = readable;
  const problems = scenarioProblems(issues, json).filter((problem) => !gaps.incomplete || !mayBeIncluded(problem));
  if (!input) return { readable, problems: problems.slice(0, MAX_PROBLEMS) };
  // With a policy that is beyond its bounds the checks might take too long.
  const bounds = boundProblems(input);
  const besides = bounds.length > 0 ? bounds : readable.holding(errorsOf(input, toScenario(withoutScript(input))));
  return { readable, problems: [...problems, ...besides].slice(0, MAX_PROBLEMS) };
}

function mayBeIncluded({ code, path }: FieldProblem): boolean {
  return code === 'MISSING_FIELD' && SHARED_PARTS.some((part) => part === path);
}

/** The shape and the bounds of a policy by itself; paths begin with `policy`. */
export function readPolicyShape(json: unknown): {
  readonly input?: ScenarioInput['policy'];
  readonly problems: FieldProblem[];
} {
  const held = { policy: json };
  if (isDeeperThan(held, MAX_JSON_DEPTH)) return { problems: [tooDeepAtAll('policy')] };
  const result = policyHolder.safeParse(held);
  if (!result.success) return { problems: scenarioProblems(result.error.issues, held).slice(0, MAX_PROBLEMS) };
  const problems = boundProblems(result.data);
  return problems.length > 0 ? { problems } : { input: result.data.policy, problems };
}

const policyHolder = z.strictObject({ policy: scenarioShape.shape.policy });

const TITLE = 'Tandem scenario';

/** JSON Schema (2020-12) of a scenario file, for editors. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return schemaOf(scenarioFileShape, TITLE);
}

/** JSON Schema of a file of shared parts. */
export function scenarioPartJsonSchema(): Record<string, unknown> {
  return schemaOf(partFileShape, `${TITLE}, shared parts`);
}

function schemaOf(shape: z.ZodType, title: string): Record<string, unknown> {
  return { title, ...z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' }) };
}

function tooDeepAtAll(what: string): FieldProblem {
  return { code: 'JSON_TOO_DEEP', path: '', message: `The ${what} is nested deeper than ${MAX_JSON_DEPTH} levels.` };
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** Bounds that span several fields. */
function boundProblems({ policy, injects = [] }: Pick<ScenarioInput, 'policy' | 'injects'>): FieldProblem[] {
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
      ...(depth > LIMITS.depth ? [tooDeep(path, 'Routes')] : []),
      ...(route.match && depthOf(route.match) > LIMITS.depth ? [tooDeep(`${path}.match`, 'Conditions')] : []),
    ]),
  ].slice(0, MAX_PROBLEMS);
}

interface PlacedRoute {
  readonly route: RouteInput;
  readonly path: string;
  readonly depth: number;
}

function allRoutes(route: RouteInput, path: string, depth: number): PlacedRoute[] {
  const children = route.routes ?? [];
  return [
    { route, path, depth },
    ...children.flatMap((child, index) => allRoutes(child, `${path}.routes[${index}]`, depth + 1)),
  ];
}

function partsOf(condition: ConditionInput): readonly ConditionInput[] {
  return condition.all ?? condition.any ?? (condition.not ? [condition.not] : []);
}

/** 1 for a single test. */
function depthOf(condition: ConditionInput): number {
  return 1 + partsOf(condition).reduce((deepest, part) => Math.max(deepest, depthOf(part)), 0);
}

function countTests(condition: ConditionInput): number {
  return partsOf(condition).reduce((sum, part) => sum + countTests(part), 1);
}

function tooMany(count: number, limit: number, path: string, what: string): FieldProblem[] {
  if (count <= limit) return [];
  return [{ code: 'TOO_MANY', path, message: `${path} holds ${count} ${what}; at most ${limit} are allowed.` }];
}

function tooDeep(path: string, what: string): FieldProblem {
  return { code: 'JSON_TOO_DEEP', path, message: `${what} may nest ${LIMITS.depth} deep; ${path} is deeper.` };
}
