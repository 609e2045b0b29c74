/** What an exercise comes to in figures (domain: "Figures"), from its log alone. Times are ms of exercise time. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, IncidentId, MessageId, UnitId } from '../kernel/ids.js';
import type { Severity } from '../alert/alert.js';
import type { StepReason } from '../escalation/chain-run.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { Decision, IncidentStatus } from '../incident/incident.js';
import type { MessageKind } from '../message/message.js';
import type { NotificationStatus } from '../notification/notification.js';
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
  /** The first answer. */
  readonly answered?: Moment & { readonly late: boolean };
  readonly overdue?: Moment;
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
}

export interface Figures {
  /** In the order of their opening. */
  readonly incidents: readonly IncidentCourse[];
  readonly overall: OverallFigures;
  readonly sides: Readonly<Record<Side, SideFigures>>;
  /** Those that were asked for something, in the order of being asked first. */
  readonly units: readonly UnitFigures[];
  readonly messages: MessageFigures;
}

/** The part, 0 to 1, of all that was asked; undefined where nothing was. */
export function shareOf(ends: NotificationEnds, end: Exclude<keyof NotificationEnds, 'asked'>): number | undefined {
  return ends.asked === 0 ? undefined : ends[end] / ends.asked;
}
