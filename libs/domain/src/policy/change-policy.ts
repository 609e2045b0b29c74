/** Another policy for the incidents to come. Those that are open keep theirs: they name its version. */
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import { checkPolicy } from './check-policy.js';
import type { Policy } from './policy.js';
import { referenceInForce, type PolicyWorld } from './policy-state.js';

/**
 * By somebody who decides for both sides. It takes the place of what both sides have agreed on, then with a reason, and not of a side's
 * own policy.
 * @throws DomainError REASON_REQUIRED, POLICY_NOT_NEWER, SOVEREIGNTY_RULE, POLICY_INVALID
 */
export function changePolicy(state: PolicyWorld, { data, actor }: CommandOf<'ChangePolicy'>): Draft[] {
  const { policy, reason } = data;
  if (isAgreed(state) && (reason === undefined || reason.trim() === '')) {
    throw new DomainError(
      'REASON_REQUIRED',
      'both sides have agreed on the policy in force; give the reason to change it',
    );
  }
  mustFit(state, policy, state.policyVersion);
  return [draft('PolicyChanged', 'CONTROL', { policy, ...(reason !== undefined && { reason }) }, actor)];
}

/** Whether the policy for joint incidents to come is one that both sides have agreed on. */
function isAgreed(state: PolicyWorld): boolean {
  return referenceInForce(state, 'JOINT').policyClass !== undefined;
}

/**
 * Checked against this exercise's units, sites and rules as at the load of a scenario, the sovereignty rule included.
 * @param latest the version that the policy must follow
 * @throws DomainError POLICY_NOT_NEWER, SOVEREIGNTY_RULE, POLICY_INVALID
 */
export function mustFit(state: PolicyWorld, policy: Policy, latest: number): void {
  if (!Number.isSafeInteger(policy.version) || policy.version <= latest) {
    const message = `policy version ${policy.version} does not follow ${latest}, which is in force; give a higher one`;
    throw new DomainError('POLICY_NOT_NEWER', message);
  }
  const [error] = checkPolicy({ ...state.scenario, policy });
  if (error) {
    const code = error.code === 'SOVEREIGNTY_RULE' ? 'SOVEREIGNTY_RULE' : 'POLICY_INVALID';
    throw new DomainError(code, `${error.path}: ${error.message}`);
  }
}
