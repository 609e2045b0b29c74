/** The policies of an exercise. */
import type { UnitWorld } from '../unit/unit-state.js';
import type { Policy, PolicyScenario } from './policy.js';

export interface PolicySlice {
  readonly scenario: PolicyScenario;
  /** By version: the one in force, and those that an open incident goes by. */
  policies: Record<number, Policy>;
  policyVersion: number;
}

export type PolicyWorld = UnitWorld & PolicySlice;
