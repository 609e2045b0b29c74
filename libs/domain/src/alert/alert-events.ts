/** What can happen to alerts, in the past tense. */
import type { AlertId, IncidentId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { TlpLabel } from '../release/label.js';
import type { Alert } from './alert.js';

/** How an alert found its incident. `none`: it opens none, since a message that came before it had withdrawn it; `released`: its owner's releasing authority chose it. */
export type Joined = 'opened' | 'referenced' | 'named' | 'correlated' | 'released' | 'none';

/** What a released thing was before: the class and label that kept it with its owner. */
export interface LabelBefore {
  readonly class: ReleaseClass;
  readonly tlp: TlpLabel;
  readonly from: Side;
}

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
    /** It had been of one side's class, and was released: its labels before, the first one first. */
    released?: { history: LabelBefore[] };
  };
  AlertSuperseded: { alertId: AlertId; by: AlertId; incident?: IncidentId };
  AlertCancelled: { alertId: AlertId; by: AlertId; incident?: IncidentId };
}
