/** What can happen to the policy, in the past tense. */
import type { Policy } from './policy.js';

export interface PolicyEvents {
  /** For controllers only. */
  PolicyChanged: { policy: Policy };
}
