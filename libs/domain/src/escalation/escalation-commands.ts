/** What people and programs may ask for: chains. The rules answer with events or a `DomainError`. */
import type { ChainId, IncidentId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Action } from '../unit/unit.js';

export interface EscalationCommands {
  /** Start the next step now, of each chain that is at work, or of the named one. */
  EscalateIncident: { incident: IncidentId; chain?: ChainId };
  /** Start an exhausted or halted chain again, from its first step. */
  RestartChain: { incident: IncidentId; chain: ChainId; reason?: string };
  /** Ask a unit for an action, by hand. */
  AskUnit: { incident: IncidentId; unit: UnitId; action: Action; reason: string };
  OverrideAcknowledgement: { incident: IncidentId; side: Side; reason: string };
}
