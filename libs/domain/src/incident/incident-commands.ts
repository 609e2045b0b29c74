/** What people and programs may ask for: notifications and incidents. The rules answer with events or a `DomainError`. */
import type { IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { Progress } from '../unit/unit.js';
import type { NoteLabel } from './note-label.js';

export interface IncidentCommands {
  AcknowledgeNotification: { notification: NotificationId };
  DeclineNotification: { notification: NotificationId; reason: string };
  ReportProgress: { incident: IncidentId; unit: UnitId; progress: Progress };
  /** These three, of an incident that both sides know of: for the side of whoever gives it, or for both, then with a reason. */
  ResolveIncident: { incident: IncidentId; reason?: string };
  CloseIncident: { incident: IncidentId; reason?: string };
  CancelIncident: { incident: IncidentId; reason?: string };
  /** The own side's, as long as it waits for the other side. */
  WithdrawDecision: { incident: IncidentId };
  /** `account`: an id, of an account that the API has looked up, with its `name`. Both sides choose the commander: one proposes, the other confirms the same account. */
  ProposeCommander: { incident: IncidentId; account: string; name?: string };
  ConfirmCommander: { incident: IncidentId; account: string };
  AssignIncident: { incident: IncidentId; account: string; name?: string };
  HandOver: { incident: IncidentId; to: string; toName?: string; fromName?: string; briefing: string };
  ConfirmHandover: { incident: IncidentId };
  /** `shared`: everybody who may know of the incident reads it; absent: no. */
  NoteIncident: { incident: IncidentId; text: string; shared?: boolean; label?: NoteLabel };
  /** `decision`: in the words of who decided, be it one of the options or another one. `shared` as of a note. */
  RecordDecision: {
    incident: IncidentId;
    options: readonly string[];
    decision: string;
    reason: string;
    shared?: boolean;
    label?: NoteLabel;
  };
}
