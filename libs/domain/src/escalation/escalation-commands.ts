/** What people and programs may ask for: chains. The rules answer with events or a `DomainError`. */
import type { Side } from '../kernel/side.js';
import type { Action } from '../unit/unit.js';

export interface EscalationCommands {
  /** Start the next step now, of each chain that is at work, or of the named one. */
  EscalateIncident: { incident: string; chain?: string };
  /** Start an exhausted or halted chain again, from its first step. */
  RestartChain: { incident: string; chain: string; reason?: string };
  /** Ask a unit for an action, by hand. */
  AskUnit: { incident: string; unit: string; action: Action; reason: string };
  OverrideAcknowledgement: { incident: string; side: Side; reason: string };
}
