/** From the value of a document to an authored scenario: one that matches the schema and keeps within the bounds. */
import { z } from 'zod';
import type { FieldProblem } from '#contracts/problem.js';
import { type AuthoredScenario, scenarioSchema, SHARED_PARTS } from '#contracts/scenario/scenario-schema.js';
import { checkBounds } from './check-bounds.js';
import { ALL_READ, RepairedScenario, type Unread } from './repaired-scenario.js';
import { scenarioSchemaProblems } from './scenario-schema-problems.js';

/** Problems that one check reports at most. */
export const MAX_PROBLEMS = 100;
/** Deeper than any valid scenario; it keeps the recursion of the schema's check within the call stack. */
const MAX_DEPTH = 64;

interface SchemaCheck<T> {
  /** Absent when there are problems. */
  readonly authored?: T;
  /** At most 100. */
  readonly problems: readonly FieldProblem[];
}

export interface ScenarioSchemaCheck extends SchemaCheck<AuthoredScenario> {
  /** What can still be checked when there are faults. */
  readonly repaired?: RepairedScenario;
}

export function checkSchema(value: unknown, unread: Unread = ALL_READ): ScenarioSchemaCheck {
  if (isDeeperThan(value, MAX_DEPTH)) return { problems: [tooDeep('scenario')] };
  const result = scenarioSchema.safeParse(value);
  if (result.success && !unread.includesMissing && unread.paths.length === 0) {
    return withinBounds(result.data, result.data);
  }
  const repaired = new RepairedScenario(value, unread);
  const problems = scenarioSchemaProblems(repaired.issues, value);
  const certain = problems.filter((problem) => !unread.includesMissing || !mayBeIncluded(problem));
  return { repaired, problems: certain.slice(0, MAX_PROBLEMS) };
}

/** A policy by itself; paths begin with `policy`. */
export function checkPolicySchema(value: unknown): SchemaCheck<AuthoredScenario['policy']> {
  const holder = { policy: value };
  if (isDeeperThan(holder, MAX_DEPTH)) return { problems: [tooDeep('policy')] };
  const result = policyHolder.safeParse(holder);
  if (result.success) return withinBounds(result.data.policy, result.data);
  return { problems: scenarioSchemaProblems(result.error.issues, holder).slice(0, MAX_PROBLEMS) };
}

const policyHolder = z.strictObject({ policy: scenarioSchema.shape.policy });

function withinBounds<T>(authored: T, scenario: Pick<AuthoredScenario, 'policy' | 'injects'>): SchemaCheck<T> {
  const problems = checkBounds(scenario).slice(0, MAX_PROBLEMS);
  return problems.length > 0 ? { problems } : { authored, problems };
}

function mayBeIncluded({ code, path }: FieldProblem): boolean {
  return code === 'MISSING_FIELD' && SHARED_PARTS.some((part) => part === path);
}

function tooDeep(what: string): FieldProblem {
  return { code: 'JSON_TOO_DEEP', path: '', message: `The ${what} is nested deeper than ${MAX_DEPTH} levels.` };
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
