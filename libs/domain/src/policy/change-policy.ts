/** Another policy for the incidents to come. Those that are open keep theirs: they name its version. */
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import type { PolicyWorld } from './policy-state.js';
import { checkPolicy } from './check-policy.js';

/**
 * Checked against this exercise's units, sites and rules as at the load of a scenario, the sovereignty rule included.
 * @throws DomainError POLICY_NOT_NEWER, SOVEREIGNTY_RULE, POLICY_INVALID
 */
export function changePolicy(
  state: PolicyWorld,
  { data: { policy }, actor }: Extract<TimedCommand, { type: 'ChangePolicy' }>,
): Draft[] {
  if (!Number.isSafeInteger(policy.version) || policy.version <= state.policyVersion) {
    const message = `policy version ${policy.version} does not follow ${state.policyVersion}, which is in force; give a higher one`;
    throw new DomainError('POLICY_NOT_NEWER', message);
  }
  const [error] = checkPolicy({ ...state.scenario, policy });
  if (error) {
    const code = error.code === 'SOVEREIGNTY_RULE' ? 'SOVEREIGNTY_RULE' : 'POLICY_INVALID';
    throw new DomainError(code, `${error.path}: ${error.message}`);
  }
  return [draft('PolicyChanged', 'CONTROL', { policy }, actor)];
}
