/**
 * What each event is about, and whether it is a detail: one that is left out for people who did not ask for all events. Apart from the
 * schemas, so that a browser can use it without them.
 */
import type { AlertEvents } from '#domain/alert/alert-events.js';
import type { EscalationEvents } from '#domain/escalation/escalation-events.js';
import type { EvaluationEvents } from '#domain/evaluation/evaluation-events.js';
import type { ExerciseEvents } from '#domain/exercise/exercise-events.js';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import type { InjectEvents } from '#domain/inject/inject-events.js';
import type { LabelEvents } from '#domain/labelling/label-events.js';
import type { MessageEvents } from '#domain/message/message-events.js';
import type { NotificationEvents } from '#domain/notification/notification-events.js';
import type { PolicyEvents } from '#domain/policy/policy-events.js';
import type { TearLineEvents } from '#domain/release/tear-line.js';
import type { ReleasingEvents } from '#domain/releasing/releasing-events.js';
import type { UnitEvents } from '#domain/unit/unit-events.js';
import type { EventData, EventType } from '#domain/kernel/event.js';

type Detail<T extends EventType> = boolean | ((data: EventData[T]) => boolean);

/** For each event that one concept declares: the compiler names a type without one. */
type Details<Events> = { readonly [T in keyof Events & EventType]: Detail<T> };

const BY_GROUP = {
  incident: {
    IncidentOpened: false,
    IncidentLabelChanged: false,
    IncidentWithheld: false,
    IncidentChanged: false,
    IncidentReopened: false,
    IncidentResponding: false,
    IncidentResolved: false,
    IncidentClosed: false,
    IncidentCancelled: false,
    JointAcknowledgementChanged: false,
    AcknowledgementOverridden: false,
    IncidentNoted: false,
    DecisionRecorded: false,
    CommanderProposed: false,
    CommanderChosen: false,
    IncidentAssigned: false,
    HandoverOffered: false,
    HandedOver: false,
    SideDecided: false,
    SideDecisionWithdrawn: false,
    DecisionDeadlocked: false,
    UnitsInformed: false,
    UpdateDelivered: false,
    UpdateUndeliverable: false,
    UpdateTransmissionPlanned: false,
  } satisfies Details<IncidentEvents>,
  notification: {
    NotificationSent: true,
    NotificationDelivered: true,
    NotificationReminded: false,
    NotificationAcknowledged: false,
    NotificationDeclined: false,
    NotificationExpired: false,
    NotificationWithdrawn: false,
    NotificationUndeliverable: false,
    LateAcknowledgement: false,
    AcknowledgementLapsed: false,
    AnswerGiven: false,
    AnswerTransmissionPlanned: false,
    AnswerKept: false,
    TransmissionPlanned: true,
    AnswerPlanned: true,
  } satisfies Details<NotificationEvents>,
  escalation: {
    IncidentDisclosed: true,
    ChainStarted: true,
    StepDelayed: false,
    StepStarted: false,
    StepSkipped: false,
    ChainHalted: false,
    ChainResumed: false,
    ChainStopped: false,
    EscalationExhausted: false,
    UnitAsked: false,
  } satisfies Details<EscalationEvents>,
  alert: {
    // The line of the incident that it opens says the same and more.
    AlertAccepted: ({ joined }) => joined === 'opened',
    AlertSuperseded: true,
    AlertCancelled: true,
  } satisfies Details<AlertEvents>,
  unit: {
    MovementsPlanned: true,
    UnitProgressed: false,
    UnitDutyChanged: false,
    UnitModeChanged: false,
    LinkChanged: false,
    UnitReachable: false,
  } satisfies Details<UnitEvents>,
  exercise: {
    ExerciseStarted: false,
    ExercisePaused: false,
    ExerciseResumed: false,
    SpeedChanged: false,
    RunToSet: false,
    ExerciseStepped: false,
    ExerciseEnded: false,
    CommandRefused: false,
    Withheld: true,
  } satisfies Details<ExerciseEvents>,
  sharing: {
    TearLineShared: false,
    MessagePosted: false,
    MessageRead: true,
    MessageAnswered: true,
    MessageReminded: false,
    MessageOverdue: false,
    MessageReplyPlanned: true,
    ReleaseRequested: false,
    ReleaseAsked: false,
    ReleaseRouted: true,
    ReleaseProposed: false,
    ReleaseOverdue: false,
    ReleaseDecided: false,
    ReleaseAnswered: false,
    ReleaseWithdrawn: false,
    ReleaseRequestWithdrawn: false,
    ReleasePrompted: false,
    NotificationCarried: false,
    LabelChanged: false,
    LabelWithheld: false,
    LabelDisclosed: false,
    LabelReviewDue: false,
  } satisfies Details<TearLineEvents & MessageEvents & ReleasingEvents & LabelEvents>,
  inject: {
    InjectScheduled: false,
    InjectFired: false,
    InjectSkipped: false,
    InjectDelayed: false,
    InjectImprovised: false,
    AcknowledgementOverdue: false,
    MessageSent: false,
    NoteTaken: false,
  } satisfies Details<InjectEvents>,
  policy: {
    PolicyChanged: false,
    PolicyProposed: false,
    PolicyApproved: false,
    PolicyRejected: false,
    PolicyWithdrawn: false,
    PolicyDeadlocked: false,
    OwnPolicyChanged: false,
    OwnPolicyDropped: false,
  } satisfies Details<PolicyEvents>,
  evaluation: {
    ObservationRecorded: false,
    ObjectiveRated: false,
    ImprovementPlanned: false,
  } satisfies Details<EvaluationEvents>,
};

export type EventGroup = keyof typeof BY_GROUP;

export const EVENT_GROUPS = Object.keys(BY_GROUP) as readonly EventGroup[];

const DETAILS: Details<EventData> = {
  ...BY_GROUP.incident,
  ...BY_GROUP.notification,
  ...BY_GROUP.escalation,
  ...BY_GROUP.alert,
  ...BY_GROUP.unit,
  ...BY_GROUP.exercise,
  ...BY_GROUP.sharing,
  ...BY_GROUP.inject,
  ...BY_GROUP.policy,
  ...BY_GROUP.evaluation,
};

const GROUP_OF = new Map<string, EventGroup>(
  EVENT_GROUPS.flatMap((group) => Object.keys(BY_GROUP[group]).map((type) => [type, group] as const)),
);

/** Undefined for a type that a newer version wrote. */
export function groupOf(type: string): EventGroup | undefined {
  return GROUP_OF.get(type);
}

export function typesOf(groups: readonly EventGroup[]): readonly string[] {
  return groups.flatMap((group) => Object.keys(BY_GROUP[group]));
}

export function isEventGroup(text: string): text is EventGroup {
  return Object.hasOwn(BY_GROUP, text);
}

/** Whether it is left out for people who did not ask for all events. */
export function isDetail({ type, data }: { readonly type: string; readonly data: object }): boolean {
  const detail = Object.hasOwn(DETAILS, type) ? (DETAILS[type as EventType] as Detail<EventType>) : false;
  return typeof detail === 'boolean' ? detail : detail(data as EventData[EventType]);
}
