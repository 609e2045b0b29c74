/** What an exercise comes to in figures (domain: "Figures"), from its log alone. Times are ms of exercise time. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, IncidentId, MessageId, UnitId } from '../kernel/ids.js';
import type { Severity } from '../alert/alert.js';
import type { StepReason } from '../escalation/chain-run.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { Decision, IncidentStatus } from '../incident/incident.js';
import type { MessageKind } from '../message/message.js';
import type { NotificationStatus } from '../notification/notification.js';
import type { ReleaseDecision } from '../releasing/releasing-commands.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { Spread } from './spread.js';

/** Something that happened, and the number of its event in the stream `all`. */
export interface Moment {
  readonly at: ExerciseTime;
  readonly seq: number;
}

/** How the notifications of an incident, side or unit ended: each in one of these, or it is open still. */
export interface NotificationEnds {
  readonly asked: number;
  readonly acknowledged: number;
  readonly declined: number;
  readonly expired: number;
  readonly withdrawn: number;
  readonly undeliverable: number;
  readonly open: number;
  /** Of the expired ones: acknowledged all the same, later. */
  readonly late: number;
  /** Of the expired ones: never delivered, so that the unit could not answer. */
  readonly unreached: number;
}

/**
 * Why a chain could not count on a unit that it had asked. `just-asked`: the question reached it at that very moment. A unit
 * that was not reached, or was just asked, is not silent.
 */
export const UNANSWERED_REASONS = ['silent', 'just-asked', 'not-reached', 'declined', 'lapsed', 'withdrawn'] as const;
export type UnansweredReason = (typeof UNANSWERED_REASONS)[number];

export interface Unanswered {
  readonly unit: UnitId;
  readonly status: NotificationStatus;
  readonly reason: UnansweredReason;
}

/** A step after the first that started, and why. */
export interface Escalation extends Moment {
  readonly incident: IncidentId;
  readonly chain: ChainId;
  readonly stepId: string;
  readonly round: number;
  readonly reason: StepReason;
  /** Whom the chain had asked in the step before and whose acknowledgement it did not have. */
  readonly unanswered: readonly Unanswered[];
  /** Of a step that was skipped on the way here: whom it meant and why that was nobody. */
  readonly skipped: readonly Unreached[];
}

/** What both sides have decided, and how long the second one took after the first. */
export interface Agreement {
  readonly decision: Decision;
  readonly ms: number;
  readonly later: Side;
  /** Of the event by which they agreed. */
  readonly seq: number;
}

/** How the two sides came to decide about an incident of both. */
export interface DecisionCourse {
  readonly agreed: readonly Agreement[];
  readonly deadlocks: readonly Moment[];
  readonly withdrawn: readonly Moment[];
  /** Somebody decided for both. */
  readonly overridden: readonly (Moment & { readonly decision: Decision; readonly reason: string })[];
}

/** A chain that came to its end without its requirement being met. */
export interface Exhaustion extends Moment {
  readonly chain: ChainId;
}

/** One incident: when it reached what. Absent: never. A moment that was reached stays, a resolution only while it stands. */
export interface IncidentCourse {
  readonly id: IncidentId;
  readonly class: ReleaseClass;
  readonly site?: string;
  readonly headline: string;
  readonly severity: Severity;
  readonly status: IncidentStatus;
  readonly opened: Moment;
  readonly firstNotification?: Moment;
  /** Acknowledged by a unit of the side; a controller's override says nothing about how fast the side was. */
  readonly acknowledgedBy: Readonly<Partial<Record<Side, Moment>>>;
  /** With overrides. */
  readonly jointAcknowledgement?: Moment;
  readonly overridden: readonly (Moment & { readonly side: Side; readonly reason: string })[];
  readonly responding?: Moment;
  readonly onScene?: Moment;
  readonly resolved?: Moment;
  /** Closed or cancelled. */
  readonly ended?: Moment;
  /** Of an incident of one side: the first tear line of an alert or a message about it reached the other side. */
  readonly shared?: Moment;
  /** From the first side's acknowledgement to the second's. */
  readonly lag?: { readonly ms: number; readonly later: Side; readonly seq: number };
  readonly decisions: DecisionCourse;
  readonly escalations: readonly Escalation[];
  readonly exhausted: readonly Exhaustion[];
  readonly notifications: NotificationEnds;
}

export interface SideFigures {
  /** From the opening of incidents that concern the side. */
  readonly toFirstNotification: Spread;
  readonly toFirstAcknowledgement: Spread;
  /** From when each notification was sent to its acknowledgement, late ones too; of those that the units could answer. */
  readonly toAcknowledge: Spread;
  readonly notifications: NotificationEnds;
}

export interface UnitFigures {
  readonly unit: UnitId;
  readonly side: Side;
  /** Of the notifications that it could answer: delivered, and not ended at that very moment. */
  readonly toAcknowledge: Spread;
  /** From its acknowledgement of an incident to being on scene. */
  readonly toOnScene: Spread;
  readonly notifications: NotificationEnds;
}

/** From the incidents' opening. */
export interface OverallFigures {
  readonly toFirstNotification: Spread;
  /** By either side. */
  readonly toFirstAcknowledgement: Spread;
  readonly toJointAcknowledgement: Spread;
  readonly toResponding: Spread;
  readonly toOnScene: Spread;
  readonly toResolved: Spread;
  /** Of the incidents of one side: until the other side knew anything of it, from knowing to sharing. */
  readonly toShared: Spread;
  /** Between the sides; `later`: how often each of them was the second. */
  readonly lag: Spread;
  readonly later: Readonly<Record<Side, number>>;
  /** From the first side's decision to the same one of the second. */
  readonly decisionLag: Spread;
  readonly deadlocks: number;
  readonly decisionsWithdrawn: number;
  readonly decisionsOverridden: number;
  readonly escalations: number;
  readonly escalationsBy: Readonly<Record<StepReason, number>>;
  readonly exhausted: number;
  readonly notifications: NotificationEnds;
}

/** A request for information: when it was asked, and what became of it. */
export interface RequestCourse extends Moment {
  readonly message: MessageId;
  readonly answerBy?: ExerciseTime;
  /** Absent: exercise control, or a unit of neither side. */
  readonly from?: Side;
  /** The sides that it was asked of. */
  readonly to: readonly Side[];
  /** The first answer. */
  readonly answered?: Moment & { readonly late: boolean };
  /** The first answer of each side. */
  readonly answeredBy: Readonly<Partial<Record<Side, Moment & { readonly late: boolean }>>>;
  readonly overdue?: Moment;
}

/** What became of requests: each is answered, overdue without an answer, or open. */
export interface RequestEnds {
  readonly requests: number;
  readonly answered: number;
  /** Of those that were answered: when they were overdue. */
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
}

export interface RequestSideFigures {
  /** By units and the desk of the side: answered by anybody. */
  readonly asked: RequestEnds;
  /** Of units or the desk of the side: answered by the side. */
  readonly received: RequestEnds;
  /** From being asked to the side's first answer. */
  readonly toAnswer: Spread;
}

export interface MessageFigures {
  readonly sent: Readonly<Record<MessageKind, number>>;
  /** In the order in which they were asked. Each is answered, overdue without an answer, or open. */
  readonly requests: readonly RequestCourse[];
  readonly answered: number;
  /** Of those that were answered: when they were overdue. */
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
  /** From asking to the first answer. */
  readonly toAnswered: Spread;
  readonly sides: Readonly<Record<Side, RequestSideFigures>>;
}

/** A policy for both sides that one of them proposed. */
export interface ProposalCourse extends Moment {
  readonly proposal: string;
  /** Which proposed it. */
  readonly side: Side;
  readonly deadlocked?: Moment;
  /** Approved or rejected by the other side, or withdrawn by its own. Absent: it waits. */
  readonly ended?: Moment & { readonly as: 'approved' | 'rejected' | 'withdrawn' };
}

/** What became of proposals: each is approved, rejected, withdrawn, or open. */
export interface ProposalEnds {
  readonly proposed: number;
  readonly approved: number;
  readonly rejected: number;
  readonly withdrawn: number;
  readonly open: number;
  /** Whatever became of them: they waited for longer than the policy allows. */
  readonly deadlocks: number;
}

export interface PolicyFigures extends ProposalEnds {
  /** In the order in which they were made. */
  readonly proposals: readonly ProposalCourse[];
  /** By the side that proposed. */
  readonly sides: Readonly<Record<Side, ProposalEnds>>;
  /** A controller put another policy in the place of one on which both sides had agreed. */
  readonly overridden: readonly (Moment & { readonly reason?: string })[];
  /** The lag between the two keys: from the proposal to the other side's approval, of those that the other side could answer. */
  readonly toApproved: Spread;
}

/** A case of a releasing desk: a request of the other side, or a proposal of its own. */
export interface ReleaseCourse extends Moment {
  readonly release: string;
  /** Whose desk decides. */
  readonly side: Side;
  /** The other side asked. */
  readonly asked: boolean;
  readonly overdue?: Moment;
  readonly decided?: Moment & { readonly decision: ReleaseDecision; readonly late: boolean };
  readonly withdrawn?: Moment;
}

export interface ReleaseSideFigures {
  /** What the side asked of the other. */
  readonly requested: number;
  /** At its own desk: requests of the other side, and proposals that answer none. */
  readonly asked: number;
  readonly proposed: number;
  readonly approved: number;
  readonly tearLines: number;
  readonly declined: number;
  /** Of those decided: before or after they were overdue. */
  readonly inTime: number;
  readonly late: number;
  /** Without a decision. */
  readonly overdue: number;
  readonly open: number;
  readonly withdrawn: number;
  /** From the request, or the proposal, to the decision. */
  readonly toDecided: Spread;
}

export interface ReleaseFigures {
  /** In the order in which they came to the desks. */
  readonly cases: readonly ReleaseCourse[];
  readonly sides: Readonly<Record<Side, ReleaseSideFigures>>;
}

export interface Figures {
  /** In the order of their opening. */
  readonly incidents: readonly IncidentCourse[];
  readonly overall: OverallFigures;
  readonly sides: Readonly<Record<Side, SideFigures>>;
  /** Those that were asked for something, in the order of being asked first. */
  readonly units: readonly UnitFigures[];
  readonly messages: MessageFigures;
  readonly policies: PolicyFigures;
  readonly releases: ReleaseFigures;
}

/** The part, 0 to 1, of all that was asked; undefined where nothing was. */
export function shareOf(ends: NotificationEnds, end: Exclude<keyof NotificationEnds, 'asked'>): number | undefined {
  return ends.asked === 0 ? undefined : ends[end] / ends.asked;
}
