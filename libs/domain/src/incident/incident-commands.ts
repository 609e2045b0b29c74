/** What people and programs may ask for: notifications and incidents. The rules answer with events or a `DomainError`. */
import type { Progress } from '../unit/unit.js';

export interface IncidentCommands {
  AcknowledgeNotification: { notification: string };
  DeclineNotification: { notification: string; reason: string };
  ReportProgress: { incident: string; unit: string; progress: Progress };
  ResolveIncident: { incident: string; reason?: string };
  CloseIncident: { incident: string };
}
