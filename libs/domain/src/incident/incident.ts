/** Incident: the coordinated case. All time is exercise time in ms. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { UnitId, IncidentId, NotificationId } from '../kernel/ids.js';
import type { Category, Severity } from '../alert/alert.js';
import type { Audience, ReleaseClass, Side } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import type { RoutingFacts } from '../policy/routing-facts.js';

/** `responding` is computed from the standing answers; the state holds the other four. */
export const INCIDENT_STATUSES = ['open', 'responding', 'resolved', 'closed', 'cancelled'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const JOINT_ACKNOWLEDGEMENTS = ['none', 'partial', 'joint'] as const;
export type JointAcknowledgement = (typeof JOINT_ACKNOWLEDGEMENTS)[number];

/** How one side came to count as having acknowledged. */
export type SideAcknowledgement =
  | { readonly at: ExerciseTime; readonly by: 'unit'; readonly unit: UnitId }
  | { readonly at: ExerciseTime; readonly by: 'override'; readonly reason: string };

/** A controller counts a side as having acknowledged. */
export interface Override {
  readonly at: ExerciseTime;
  readonly reason: string;
  /** Its place among the incident's answers. */
  readonly answerNumber: number;
}

export const DECISIONS = ['resolve', 'close', 'cancel'] as const;
/** What a side can decide about an incident that both sides know of. */
export type Decision = (typeof DECISIONS)[number];

/** Of the command for both sides, or of the assignment within a side. */
export interface Handover {
  readonly of: 'command' | 'assignment';
  /** Of the account that hands over. */
  readonly side: Side;
  readonly from: string;
  readonly to: string;
  readonly fromName?: string;
  readonly toName?: string;
}

export interface SideDecision {
  readonly decision: Decision;
  readonly at: ExerciseTime;
  readonly reason?: string;
}

export interface Incident {
  /** Counted per class: `INC-0007` (joint), `PAK-0003`, `CHN-0002`. */
  readonly id: IncidentId;
  readonly class: ReleaseClass;
  site?: string;
  categories: readonly Category[];
  readonly headline: string;
  readonly openedAt: ExerciseTime;
  /** The last time; absent: never. */
  reopenedAt?: ExerciseTime;
  /** The policy as of the opening. */
  readonly policyVersion: number;
  /** Whose policy that is: what both sides agreed on (JOINT), or the own one of a side. Absent: the common one. */
  readonly policyClass?: ReleaseClass;
  status: Exclude<IncidentStatus, 'responding'>;
  /** The gravest of the alerts that count. */
  severity: Severity;
  /** The gravest that it has been since it was opened or reopened. */
  gravest: Severity;
  /** How many alerts of each severity count, since it was opened or reopened. */
  severities: Partial<Record<Severity, number>>;
  /** What routing looks at. */
  facts: RoutingFacts;
  latestAlertAt: ExerciseTime;
  alertCount: number;
  /** Alerts that are neither superseded nor cancelled. */
  activeAlerts: number;
  /** Acknowledgements and overrides so far. */
  answers: number;
  overrides: Partial<Record<Side, Override>>;
  /** Every notification since it was opened or reopened, in the order of their creation. */
  asked: NotificationId[];
  notificationCount: number;
  /** Updates sent to units that have acknowledged. */
  updateCount: number;
  /** Notes so far, by those who read them. Absent in a state that was kept before there were notes. */
  notes?: Partial<Record<Audience, number>>;
  /** Entries of its decision log so far, by those who read them. */
  decisionsRecorded?: Partial<Record<Audience, number>>;
  /** What its alerts in force are marked with, of those that are not marked as their class is anyway: how many of each. */
  markings?: Record<string, number>;
  /** The highest marking of its alerts in force; absent: that of its class. */
  marking?: Marking;
  /** The marking that the log has stated last, as `markingText` writes it. */
  statedMarking?: string;
  figures: IncidentFigures;
  /** The account that decides for both sides. Absent: as the policy says. */
  commander?: string;
  /** Whom each side has proposed, and the other has not confirmed. */
  proposedCommander?: Readonly<Partial<Record<Side, string>>>;
  /** The account that is in charge of it within each side. */
  assigned?: Readonly<Partial<Record<Side, string>>>;
  /** Names of the accounts that were named in its command and assignment, by id. The other side could not look them up. */
  people?: Readonly<Record<string, string>>;
  /** Offered, and not confirmed. */
  handovers?: readonly Handover[];
  /** What each side has decided and the other has not, or not yet. Absent: nothing. */
  decisions?: Readonly<Partial<Record<Side, SideDecision>>>;
}

/** Moments in exercise time, for the report. */
export interface IncidentFigures {
  firstNotificationAt?: ExerciseTime;
  firstAcknowledgementAt: Partial<Record<Side, number>>;
  jointAcknowledgementAt?: ExerciseTime;
  respondingAt?: ExerciseTime;
  firstOnSceneAt?: ExerciseTime;
  resolvedAt?: ExerciseTime;
  /** Steps after the first that started. */
  escalations: number;
}
