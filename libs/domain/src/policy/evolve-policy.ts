/** How the policies change. No rule in here: each function only writes down what its event says. */
import type { EventOf } from '../kernel/event.js';
import { dropTimer, setTimer, timerKey, type Timers } from '../kernel/timers.js';
import { policyKey, type PolicyProposals, type PolicySlice } from './policy-state.js';

type World = PolicySlice & { readonly timers: Timers };

export function policyChanged(state: World, { data: { policy } }: EventOf<'PolicyChanged'>): void {
  state.policies[policyKey({ policyVersion: policy.version })] = policy;
  state.policyVersion = policy.version;
  if (state.classPolicies?.JOINT !== undefined) state.agreementOverridden = true;
}

export function policyProposed(state: World, { data }: EventOf<'PolicyProposed'>): void {
  const { proposal, side, policy, answerBy } = data;
  const proposals: PolicyProposals = (state.policyProposals ??= { count: 0, waiting: {} });
  proposals.count++;
  proposals.waiting[proposal] = { side, policy };
  if (answerBy !== undefined) setTimer(state.timers, answerBy, { kind: 'policyDeadlock', proposal });
}

export function policyApproved(state: World, { data: { proposal } }: EventOf<'PolicyApproved'>): void {
  const policy = state.policyProposals?.waiting[proposal]?.policy;
  proposalEnded(state, { data: { proposal } });
  if (policy === undefined) return;
  state.policies[policyKey({ policyVersion: policy.version, policyClass: 'JOINT' })] = policy;
  state.classPolicies = { ...state.classPolicies, JOINT: policy.version };
  delete state.agreementOverridden;
}

/** @param event says that the proposal was approved, rejected or withdrawn */
export function proposalEnded(state: World, { data }: { readonly data: { readonly proposal: string } }): void {
  const { proposal } = data;
  delete state.policyProposals?.waiting[proposal];
  dropTimer(state.timers, timerKey({ kind: 'policyDeadlock', proposal }));
}

export function policyDeadlocked(state: World, { data: { proposal } }: EventOf<'PolicyDeadlocked'>): void {
  dropTimer(state.timers, timerKey({ kind: 'policyDeadlock', proposal }));
}

export function ownPolicyChanged(state: World, { data: { side, policy } }: EventOf<'OwnPolicyChanged'>): void {
  state.policies[policyKey({ policyVersion: policy.version, policyClass: side })] = policy;
  state.classPolicies = { ...state.classPolicies, [side]: policy.version };
  const { [side]: _back, ...dropped } = state.ownPolicyDropped ?? {};
  if (Object.keys(dropped).length > 0) state.ownPolicyDropped = dropped;
  else delete state.ownPolicyDropped;
}

export function ownPolicyDropped(state: World, { data: { side } }: EventOf<'OwnPolicyDropped'>): void {
  state.ownPolicyDropped = { ...state.ownPolicyDropped, [side]: true };
}
