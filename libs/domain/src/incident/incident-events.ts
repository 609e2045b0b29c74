/** What can happen to incidents, in the past tense. */
import type { Category, Severity } from '../alert/alert.js';
import type { Audience, ReleaseClass, Side } from '../kernel/side.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import type { JointAcknowledgement } from './incident.js';

/** What an alert can change of an incident. `other`: another fact that a route asks about. */
export type ChangedFact = 'severity' | 'site' | 'categories' | 'nationals' | 'casualties' | 'other';

export interface IncidentEvents {
  IncidentOpened: {
    incident: string;
    class: ReleaseClass;
    site?: string;
    categories: Category[];
    headline: string;
    severity: Severity;
    policyVersion: number;
    facts: RoutingFacts;
  };
  /** An alert changed its facts. `graver`: than it has been since it was opened; `moved`: to another site. */
  IncidentChanged: {
    incident: string;
    changed: ChangedFact[];
    severity: Severity;
    from: Severity;
    site?: string;
    categories: Category[];
    graver: boolean;
    moved: boolean;
    facts: RoutingFacts;
  };
  /** Whoever acknowledged before is asked anew. */
  IncidentReopened: { incident: string; alertId: string; severity: Severity; facts: RoutingFacts };
  IncidentResponding: { incident: string; unit: string };
  /** `text`: why, in the words of whoever resolved it. */
  IncidentResolved: { incident: string; reason: 'command' | 'all-clear'; text?: string };
  IncidentClosed: { incident: string; reason: 'command' | 'elapsed' };
  IncidentCancelled: { incident: string };
  /** `side`: whose acknowledgement came or went; `acknowledged`: the sides that have acknowledged now. */
  JointAcknowledgementChanged: { incident: string; state: JointAcknowledgement; side: Side; acknowledged: Side[] };
  AcknowledgementOverridden: { incident: string; side: Side; reason: string };

  /** News for units that have acknowledged; each update is delivered, undeliverable, or lost on its way. */
  UnitsInformed: {
    incident: string;
    about: ('graver' | 'moved' | 'cancelled' | 'resolved')[];
    updates: { update: string; unit: string; side: Side }[];
  };
  UpdateDelivered: { update: string; incident: string; unit: string };
  UpdateUndeliverable: { update: string; incident: string; unit: string; reason: 'link-down' };
  /** For controllers only. `null`: it is lost. */
  UpdateTransmissionPlanned: {
    update: string;
    incident: string;
    unit: string;
    audience: Audience;
    deliverAt: number | null;
  };
}
