/** What people and programs may ask for: the policy. The rules answer with events or a `DomainError`. */
import type { Policy } from './policy.js';

export interface PolicyCommands {
  /** By controllers, for incidents to come; those that are open keep theirs. */
  ChangePolicy: { policy: Policy; reason?: string };
  /** By one side, for incidents to come that both sides know of. It takes effect when the other side approves it. */
  ProposePolicy: { policy: Policy; reason: string };
  ApprovePolicy: { proposal: string; reason?: string };
  RejectPolicy: { proposal: string; reason: string };
  /** By the side that proposed it. */
  WithdrawPolicy: { proposal: string; reason?: string };
  /** By a side, for its own incidents to come: those of its class. */
  ChangeOwnPolicy: { policy: Policy; reason?: string };
  /** By a side: its incidents to come go by the common policy again. */
  DropOwnPolicy: { reason?: string };
}
