/** What people and programs may ask for: the policy. The rules answer with events or a `DomainError`. */
import type { Policy } from './policy.js';

export interface PolicyCommands {
  /** For incidents to come; those that are open keep theirs. */
  ChangePolicy: { policy: Policy };
}
