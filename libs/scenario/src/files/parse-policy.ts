/** A policy by itself: trainers may change it during a run. */
import { lintScenario } from '#domain/exercise/lint.js';
import type { Policy } from '#domain/policy/policy.js';
import { checkPolicy } from '#domain/policy/check-policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { checkPolicySchema, MAX_PROBLEMS } from '../check/check-schema.js';
import { suggestNames } from '../check/suggest-names.js';
import { compilePolicy } from '../compile/compile-scenario.js';

/**
 * Compiles an authored policy, checked against the units, sites and rules of the scenario. Paths are those of a
 * scenario: `policy.chains.joint…`.
 *
 * @returns the policy and the lint findings on it, as warnings
 * @throws InputError 422 INPUT_INVALID with all problems (at most 100)
 */
export function parsePolicy(value: unknown, scenario: Scenario): { policy: Policy; warnings: FieldProblem[] } {
  const { authored, problems } = checkPolicySchema(value);
  if (!authored) throw new InputError('INPUT_INVALID', problems);
  const policy = compilePolicy(authored);
  const changed = { ...scenario, policy };
  const errors = suggestNames(checkPolicy(changed), { policy: value }, changed);
  if (errors.length > 0) throw new InputError('INPUT_INVALID', errors.slice(0, MAX_PROBLEMS));
  return { policy, warnings: lintScenario(changed).filter(({ path }) => path.startsWith('policy')) };
}
