/**
 * The policies of an exercise. The common one is the scenario's, or what controllers have put in its place. Both sides can agree on
 * another one for incidents that both know of (JOINT), and a side can have its own for incidents of its class.
 */
import { present } from '../kernel/present.js';
import { RELEASE_CLASSES, type ReleaseClass, type Side } from '../kernel/side.js';
import type { UnitWorld } from '../unit/unit-state.js';
import type { Policy, PolicyScenario } from './policy.js';

export interface PolicySlice {
  readonly scenario: PolicyScenario;
  /** By {@link policyKey}: those in force, and those that an open incident goes by. */
  policies: Record<string, Policy>;
  /** Of the common one. */
  policyVersion: number;
  /** The latest version that both sides agreed on (JOINT), or that a side gave itself, even if it dropped that. Absent: none. */
  classPolicies?: Partial<Record<ReleaseClass, number>>;
  /** Controllers have changed the policy since both sides agreed on one. */
  agreementOverridden?: true;
  /** The sides that have dropped their own policy and not given themselves another one since. */
  ownPolicyDropped?: Partial<Record<Side, true>>;
  policyProposals?: PolicyProposals;
}

export interface PolicyProposals {
  /** So far. Both sides know of each. */
  count: number;
  /** Those that the other side has not answered, by id. */
  waiting: Record<string, PolicyProposal>;
}

export interface PolicyProposal {
  readonly side: Side;
  readonly policy: Policy;
}

export type PolicyWorld = UnitWorld & PolicySlice;

/** Which policy an incident goes by. */
export interface PolicyReference {
  readonly policyVersion: number;
  /** Absent: the common one. */
  readonly policyClass?: ReleaseClass;
}

/** Versions are counted apart: a side does not learn from a number what controllers or the other side have changed. */
export function policyKey({ policyVersion, policyClass }: PolicyReference): string {
  return policyClass === undefined ? `${policyVersion}` : `${policyClass}.${policyVersion}`;
}

/** The policy for incidents to come of this class. */
export function referenceInForce(state: Omit<PolicySlice, 'scenario'>, releaseClass: ReleaseClass): PolicyReference {
  const version = state.classPolicies?.[releaseClass];
  const isOut = releaseClass === 'JOINT' ? state.agreementOverridden : state.ownPolicyDropped?.[releaseClass];
  if (version === undefined || isOut === true) return { policyVersion: state.policyVersion };
  return { policyVersion: version, policyClass: releaseClass };
}

export function policyInForce(state: Omit<PolicySlice, 'scenario'>, releaseClass: ReleaseClass): Policy {
  const key = policyKey(referenceInForce(state, releaseClass));
  return present(state.policies[key], 'policy', key);
}

/** The common one is always among them: a side without an own policy goes by it. */
export function keysInForce(state: Omit<PolicySlice, 'scenario'>): ReadonlySet<string> {
  const references = RELEASE_CLASSES.map((one) => referenceInForce(state, one));
  return new Set([policyKey({ policyVersion: state.policyVersion }), ...references.map(policyKey)]);
}

/**
 * The latest version for this class that its readers know of; a new one must be higher. A version that was dropped counts: incidents
 * that are open may go by it.
 */
export function latestVersionFor({ scenario, classPolicies }: PolicySlice, releaseClass: ReleaseClass): number {
  return classPolicies?.[releaseClass] ?? scenario.policy.version;
}
