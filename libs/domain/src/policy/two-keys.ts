/**
 * Two keys for a policy that binds both sides: one side proposes it, and the other approves it. A side's own policy, for incidents of its
 * class, is its own affair.
 */
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { after } from '../kernel/exercise-time.js';
import type { Side } from '../kernel/side.js';
import { mustActFor } from '../release/authority.js';
import { mustFit } from './change-policy.js';
import { policyFor } from './policy-for.js';
import {
  latestVersionFor,
  policyInForce,
  referenceInForce,
  type PolicyProposal,
  type PolicyWorld,
} from './policy-state.js';

/**
 * What concerns incidents of one side alone is left out: it binds nobody else, and is not for the other side to read.
 * @throws DomainError PROPOSAL_WAITING, POLICY_NOT_NEWER, SOVEREIGNTY_RULE, POLICY_INVALID
 */
export function proposePolicy(state: PolicyWorld, { data, actor }: CommandOf<'ProposePolicy'>): Draft[] {
  const side = sideOf(actor);
  const { count = 0, waiting = {} } = state.policyProposals ?? {};
  const [open] = Object.entries(waiting).find(([, one]) => one.side === side) ?? [];
  if (open !== undefined) {
    throw new DomainError('PROPOSAL_WAITING', `${open} of your side waits for an answer; withdraw it first`);
  }
  mustFit(state, data.policy, latestVersionFor(state, 'JOINT'));
  const proposal = `POL-${String(count + 1).padStart(4, '0')}`;
  const policy = policyFor(['JOINT'], data.policy);
  const { deadlockAfterMs } = policyInForce(state, 'JOINT').jointDecision ?? {};
  const answerBy = deadlockAfterMs === undefined ? {} : { answerBy: after(state.time, deadlockAfterMs) };
  return [draft('PolicyProposed', 'JOINT', { proposal, side, policy, reason: data.reason, ...answerBy }, actor)];
}

/**
 * By the other side than that which proposed it.
 * @throws DomainError UNKNOWN_PROPOSAL, PROPOSAL_ENDED, PROPOSER_CANNOT_APPROVE, POLICY_NOT_NEWER
 */
export function approvePolicy(state: PolicyWorld, { data, actor }: CommandOf<'ApprovePolicy'>): Draft[] {
  const { proposal: id, reason } = data;
  const { policy } = proposalFromOther(state, id, actor);
  // Another proposal may have come first.
  mustFit(state, policy, latestVersionFor(state, 'JOINT'));
  const approved = {
    proposal: id,
    side: sideOf(actor),
    policy: policy.id,
    version: policy.version,
    ...because(reason),
  };
  return [draft('PolicyApproved', 'JOINT', approved, actor)];
}

/** @throws DomainError UNKNOWN_PROPOSAL, PROPOSAL_ENDED, PROPOSER_CANNOT_APPROVE */
export function rejectPolicy(state: PolicyWorld, { data, actor }: CommandOf<'RejectPolicy'>): Draft[] {
  const { proposal, reason } = data;
  proposalFromOther(state, proposal, actor);
  return [draft('PolicyRejected', 'JOINT', { proposal, side: sideOf(actor), reason }, actor)];
}

/** @throws DomainError UNKNOWN_PROPOSAL, PROPOSAL_ENDED, NOT_YOUR_SIDE */
export function withdrawPolicy(state: PolicyWorld, { data, actor }: CommandOf<'WithdrawPolicy'>): Draft[] {
  const { proposal: id, reason } = data;
  const { side } = proposalOf(state, id);
  mustActFor(actor, side, `${id} is a proposal of ${side}`);
  return [draft('PolicyWithdrawn', 'JOINT', { proposal: id, side, ...because(reason) }, actor)];
}

/** The other side has not answered in time. */
export function deadlockedPolicy(state: PolicyWorld, id: string): Draft {
  const { side } = proposalOf(state, id);
  return draft('PolicyDeadlocked', 'JOINT', { proposal: id, waitingFor: side === 'PAK' ? 'CHN' : 'PAK' });
}

/**
 * Nobody of the other side learns of it.
 * @throws DomainError POLICY_NOT_NEWER, SOVEREIGNTY_RULE, POLICY_INVALID
 */
export function changeOwnPolicy(state: PolicyWorld, { data, actor }: CommandOf<'ChangeOwnPolicy'>): Draft[] {
  const side = sideOf(actor);
  const { policy, reason } = data;
  mustFit(state, policy, latestVersionFor(state, side));
  return [draft('OwnPolicyChanged', side, { side, policy, ...because(reason) }, actor)];
}

/**
 * Incidents of the side that are open keep it. Nobody of the other side learns of it.
 * @throws DomainError NO_OWN_POLICY
 */
export function dropOwnPolicy(state: PolicyWorld, { data, actor }: CommandOf<'DropOwnPolicy'>): Draft[] {
  const side = sideOf(actor);
  if (referenceInForce(state, side).policyClass === undefined) {
    throw new DomainError('NO_OWN_POLICY', 'your side has no policy of its own; the common one is in force already');
  }
  const { id: policy, version } = policyInForce(state, side);
  return [draft('OwnPolicyDropped', side, { side, policy, version, ...because(data.reason) }, actor)];
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

function proposalFromOther(state: PolicyWorld, id: string, actor: Actor): PolicyProposal {
  const found = proposalOf(state, id);
  if (found.side !== sideOf(actor)) return found;
  throw new DomainError('PROPOSER_CANNOT_APPROVE', `${id} is a proposal of your own side; the other side answers it`);
}

/** Both sides know of all proposals, so that an answer may say which ones there have been. */
function proposalOf({ policyProposals: { count, waiting } = { count: 0, waiting: {} } }: PolicyWorld, id: string) {
  const found = Object.hasOwn(waiting, id) ? waiting[id] : undefined;
  if (found) return found;
  const [, number] = /^POL-(\d{4,})$/.exec(id) ?? [];
  if (number !== undefined && Number(number) >= 1 && Number(number) <= count) {
    throw new DomainError('PROPOSAL_ENDED', `${id} was answered or withdrawn; that is final`);
  }
  throw new DomainError('UNKNOWN_PROPOSAL', `there is no proposal "${id}"`);
}

/** The table gives these commands to accounts of a side only. */
function sideOf(actor: Actor): Side {
  if (actor.kind === 'account' && actor.side !== undefined) return actor.side;
  throw new DomainError('NOT_PERMITTED', 'your account is of no side');
}
