/** A policy by itself: the part of a scenario that a trainer may change during a run. */
import { lintScenario } from '#domain/exercise/lint.js';
import type { Policy } from '#domain/policy/policy.js';
import { checkPolicy } from '#domain/policy/check-policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { toPolicy } from '../compile/compile-scenario.js';
import { withMeant } from '../check/suggest-names.js';
import { MAX_PROBLEMS, readPolicyShape } from '../check/check-scenario.js';

/**
 * Reads the authored form, checked as in a scenario, against the units, sites and rules of this one. Paths are those of a
 * scenario: `policy.chains.joint…`.
 *
 * @returns the policy and what the lint remarks on it, as warnings
 * @throws InputError 422 INPUT_INVALID with all problems (at most 100)
 */
export function parsePolicy(json: unknown, scenario: Scenario): { policy: Policy; warnings: FieldProblem[] } {
  const { input, problems } = readPolicyShape(json);
  if (!input) throw new InputError('INPUT_INVALID', problems);
  const policy = toPolicy(input);
  const changed = { ...scenario, policy };
  const errors = withMeant(checkPolicy(changed), { policy: json }, changed);
  if (errors.length > 0) throw new InputError('INPUT_INVALID', errors.slice(0, MAX_PROBLEMS));
  return { policy, warnings: lintScenario(changed).filter(({ path }) => path.startsWith('policy')) };
}
