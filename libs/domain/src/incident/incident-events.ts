/** What can happen to incidents, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { AlertId, DecisionId, IncidentId, NoteId, UnitId, UpdateId } from '../kernel/ids.js';
import type { Category, Severity } from '../alert/alert.js';
import type { Audience, ReleaseClass, Side } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import type { Decision, Handover, JointAcknowledgement } from './incident.js';

/** What an alert can change of an incident. `other`: another fact that a route asks about. */
export type ChangedFact = 'severity' | 'site' | 'categories' | 'nationals' | 'casualties' | 'other';

export interface IncidentEvents {
  IncidentOpened: {
    incident: IncidentId;
    class: ReleaseClass;
    site?: string;
    categories: Category[];
    headline: string;
    severity: Severity;
    policyVersion: number;
    /** Of a policy that both sides agreed on, or a side's own. */
    policyClass?: ReleaseClass;
    facts: RoutingFacts;
    /** Absent: that of its class. */
    label?: Marking;
  };
  /** Its alerts in force make it more, or less, restricted than before. Whoever could read it before reads this. */
  IncidentLabelChanged: { incident: IncidentId; from: Marking; to: Marking; label: Marking };
  /** In the place of the former, for those who may not read the incident any more. No engine writes it: it is how they see it. */
  IncidentWithheld: { incident: IncidentId };
  /** An alert changed its facts. `graver`: than it has been since it was opened; `moved`: to another site. */
  IncidentChanged: {
    incident: IncidentId;
    changed: ChangedFact[];
    severity: Severity;
    from: Severity;
    site?: string;
    categories: Category[];
    graver: boolean;
    moved: boolean;
    facts: RoutingFacts;
  };
  /** Units that acknowledged before are asked again. */
  IncidentReopened: { incident: IncidentId; alertId: AlertId; severity: Severity; facts: RoutingFacts };
  IncidentResponding: { incident: IncidentId; unit: UnitId };
  /**
   * `agreed`: both sides have decided so. `text`: why, in the words of the person who decided (last).
   * `override`: somebody decided for both sides.
   */
  IncidentResolved: {
    incident: IncidentId;
    reason: 'command' | 'agreed' | 'all-clear';
    text?: string;
    override?: true;
  };
  /** `released`: all of it is part of a JOINT incident now. */
  IncidentClosed: {
    incident: IncidentId;
    reason: 'command' | 'agreed' | 'elapsed' | 'released';
    text?: string;
    override?: true;
  };
  /** Without a reason: all its alerts were cancelled. */
  IncidentCancelled: { incident: IncidentId; reason?: 'command' | 'agreed'; text?: string; override?: true };
  /** For its own side only: it is done when the other side decides the same. */
  SideDecided: { incident: IncidentId; side: Side; decision: Decision; reason?: string };
  /** `account`: an id; `name`: of the account. */
  CommanderProposed: { incident: IncidentId; side: Side; account: string; name?: string };
  CommanderChosen: { incident: IncidentId; account: string; name?: string };
  /** Within a side: for this side only. */
  IncidentAssigned: { incident: IncidentId; side: Side; account: string; name?: string };
  /** The former stays in charge until the receiver confirms it. `side`: of the former. */
  HandoverOffered: Handover & { incident: IncidentId; briefing: string };
  HandedOver: Handover & { incident: IncidentId };
  SideDecisionWithdrawn: { incident: IncidentId; side: Side; decision: Decision };
  /** `waiting`: one side has decided, and the other has not for as long as the policy says. What each has decided. */
  DecisionDeadlocked: { incident: IncidentId; because: 'waiting' | 'differ'; PAK?: Decision; CHN?: Decision };
  /** `side`: whose acknowledgement came or went; `acknowledged`: the sides that have acknowledged now. */
  JointAcknowledgementChanged: { incident: IncidentId; state: JointAcknowledgement; side: Side; acknowledged: Side[] };
  AcknowledgementOverridden: { incident: IncidentId; side: Side; reason: string };
  /**
   * A person's note. Its audience and its label say who reads it. `released`: it had been a note of this side, which released it.
   * `tearLine`: the id under which the other side has its tear line; `reviewAt`: when its label is to be looked at again.
   */
  IncidentNoted: {
    incident: IncidentId;
    note: NoteId;
    text: string;
    released?: Side;
    tearLine?: string;
    reviewAt?: string;
    label?: Marking;
  };
  /** What was decided about the incident, out of which options, and why. Who reads it is said as of a note. */
  DecisionRecorded: {
    incident: IncidentId;
    record: DecisionId;
    options: string[];
    decision: string;
    reason: string;
    tearLine?: string;
    reviewAt?: string;
    label?: Marking;
  };

  /** News for units that have acknowledged; each update is delivered, undeliverable, or lost on its way. */
  UnitsInformed: {
    incident: IncidentId;
    about: ('graver' | 'moved' | 'cancelled' | 'resolved')[];
    updates: { update: UpdateId; unit: UnitId; side: Side }[];
  };
  UpdateDelivered: { update: UpdateId; incident: IncidentId; unit: UnitId };
  UpdateUndeliverable: { update: UpdateId; incident: IncidentId; unit: UnitId; reason: 'not-reached' };
  /** For controllers only. `null`: it is lost. */
  UpdateTransmissionPlanned: {
    update: UpdateId;
    incident: IncidentId;
    unit: UnitId;
    audience: Audience;
    deliverAt: ExerciseTime | null;
  };
}
