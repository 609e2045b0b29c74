/** What can happen to alerts, in the past tense. */
import type { AlertId, IncidentId } from '../kernel/ids.js';
import type { Alert } from './alert.js';

/** How an alert found its incident. `none`: it opens none, since a message that came before it had withdrawn it. */
export type Joined = 'opened' | 'referenced' | 'named' | 'correlated' | 'none';

export interface AlertEvents {
  /**
   * `awaits`: the ids of messages that it references and that have not come yet; `tearLine`: the id of its tear line for the other side;
   * `overtaken`: the message that replaces or withdraws it came first.
   */
  AlertAccepted: {
    alertId: AlertId;
    alert: Alert;
    incident?: IncidentId;
    joined: Joined;
    awaits?: AlertId[];
    tearLine?: string;
    overtaken?: true;
  };
  AlertSuperseded: { alertId: AlertId; by: AlertId; incident?: IncidentId };
  AlertCancelled: { alertId: AlertId; by: AlertId; incident?: IncidentId };
}
