/** What can happen to alerts, in the past tense. */
import type { Alert } from './alert.js';

/** How an alert found its incident. `none`: it opens none, since a message that came before it had withdrawn it. */
export type Joined = 'opened' | 'referenced' | 'named' | 'correlated' | 'none';

export interface AlertEvents {
  /** `awaits`: the ids of messages that it references and that have not come yet. */
  AlertAccepted: { alertId: string; alert: Alert; incident?: string; joined: Joined; awaits?: string[] };
  AlertSuperseded: { alertId: string; by: string; incident?: string };
  AlertCancelled: { alertId: string; by: string; incident?: string };
}
