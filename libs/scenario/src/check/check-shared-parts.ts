/** The check of shared parts and of policies by themselves, without a scenario that includes them. */
import { lintPolicyAlone } from '#domain/exercise/lint.js';
import type { FieldProblem } from '#contracts/problem.js';
import { compilePolicy } from '../compile/compile-scenario.js';
import { inspectScenario } from './check-scenario.js';
import { checkPolicySchema, MAX_PROBLEMS } from './check-schema.js';
import type { Unread } from './repaired-scenario.js';

/** The fields that only a scenario has; the duration is the longest, so that no wait lies beyond the end. */
const FRAME = { tandem: 1, id: 'parts', title: 'Parts', duration: '720h' };

/** Whether the parts refer to nothing outside. */
export function isComplete(parts: Readonly<Record<string, unknown>>): boolean {
  return ['sites', 'units', 'policy'].every((part) => parts[part] !== undefined);
}

/** Errors and warnings, at most 100. References that another file may define are not checked. */
export function checkSharedParts(parts: Readonly<Record<string, unknown>>, unread: Unread): readonly FieldProblem[] {
  const includesMissing = unread.includesMissing || !isComplete(parts);
  const { problems } = inspectScenario({ ...FRAME, ...parts }, { includesMissing, paths: unread.paths });
  if (!includesMissing || problems.length > 0 || unread.paths.length > 0) return problems;
  const { authored } = checkPolicySchema(parts['policy']);
  return authored ? lintPolicyAlone(compilePolicy(authored)).slice(0, MAX_PROBLEMS) : problems;
}
