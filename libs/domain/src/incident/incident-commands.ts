/** What people and programs may ask for: notifications and incidents. The rules answer with events or a `DomainError`. */
import type { IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { Progress } from '../unit/unit.js';

export interface IncidentCommands {
  AcknowledgeNotification: { notification: NotificationId };
  DeclineNotification: { notification: NotificationId; reason: string };
  ReportProgress: { incident: IncidentId; unit: UnitId; progress: Progress };
  ResolveIncident: { incident: IncidentId; reason?: string };
  CloseIncident: { incident: IncidentId };
  /** `shared`: everybody who may know of the incident reads it; absent: no. */
  NoteIncident: { incident: IncidentId; text: string; shared?: boolean };
  /** `decision`: in the words of who decided, be it one of the options or another one. `shared` as of a note. */
  RecordDecision: {
    incident: IncidentId;
    options: readonly string[];
    decision: string;
    reason: string;
    shared?: boolean;
  };
}
