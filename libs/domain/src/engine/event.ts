/** Everything that can happen in an exercise, in the past tense. The log is a list of these; all else is derived. */
import type { Alert, Category, LocalizedText, Severity } from '../alert/alert.js';
import type { Policy } from '../escalation/policy.js';
import type { RoutingFacts } from '../escalation/routing-facts.js';
import type { ImprovementContent, ObservationContent, RatingContent } from '../evaluation/evaluation.js';
import type { Inject, PlannedInject } from '../inject/inject.js';
import type { JointAcknowledgement } from '../incident/incident.js';
import type { Question } from '../notification/notification.js';
import type { Audience, ReleaseClass, Side, StreamSeqs, TlpLabel } from '../release/release.js';
import type { Action, Link, Progress, UnitMode } from '../unit/unit.js';

/** Who did it. */
export type Actor =
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly role: 'controller' | 'evaluator' | 'operator' | 'observer' | 'service';
      readonly side?: Side;
    }
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'engine' };

/** What it stems from: a command by its id (and the inject that it made happen), or a timer by its key. */
export type Cause = { readonly command: string; readonly inject?: string } | { readonly timer: string };

/** How an alert found its incident. `none`: it opens none, since a message that came before it had withdrawn it. */
export type Joined = 'opened' | 'referenced' | 'named' | 'correlated' | 'none';

/** Why a step started. `raised`: the incident got graver, and the chain asks again who had acknowledged. */
export type StepReason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat' | 'raised';

export interface Addressee extends Question {
  readonly notification: string;
}

/** What an alert can change of an incident. `other`: another fact that a route asks about. */
export type ChangedFact = 'severity' | 'site' | 'categories' | 'nationals' | 'casualties' | 'other';

/** Why a target of a step resolved to nobody, or a unit was left out. */
export interface Unreached {
  /** The target as the policy writes it, or a unit's id. */
  readonly target: string;
  readonly reason:
    | 'no-such-unit'
    | 'no-jurisdiction'
    | 'off-duty'
    | 'lacks-authority'
    | 'sovereignty'
    | 'not-releasable'
    | 'side-has-acknowledged'
    | 'already-acknowledged'
    | 'no-site';
}

/** Event data by type. */
export interface EventData {
  ExerciseStarted: { scenario: string; seed: string; speed: number; policyVersion: number };
  ExercisePaused: { generation: number };
  ExerciseResumed: { generation: number };
  SpeedChanged: { speed: number; generation: number };
  /** For controllers only: where the clock is going to stop by itself, if it is. */
  RunToSet: { to: number | null };
  /** The clock has gone to `to` at once; what is due then follows, and a pause. */
  ExerciseStepped: { to: number; generation: number };
  ExerciseEnded: Record<string, never>;
  PolicyChanged: { policy: Policy };
  CommandRefused: { command: string; code: string; message: string };

  /** `awaits`: the ids of messages that it references and that have not come yet. */
  AlertAccepted: { alertId: string; alert: Alert; incident?: string; joined: Joined; awaits?: string[] };
  AlertSuperseded: { alertId: string; by: string; incident?: string };
  AlertCancelled: { alertId: string; by: string; incident?: string };

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

  /** `anew`: only answers from now on count, and those of the units that are under way. */
  ChainStarted: { incident: string; chain: string; route: string; anew: boolean; underWay: string[] };
  StepDelayed: { incident: string; chain: string; step: number; round: number; until: number; reason: StepReason };
  StepStarted: {
    incident: string;
    chain: string;
    step: number;
    stepId: string;
    round: number;
    reason: StepReason;
    deadline: number;
    addressees: Addressee[];
    /** Questions of the step that are answered already. */
    covered: Question[];
    unreached: Unreached[];
  };
  StepSkipped: {
    incident: string;
    chain: string;
    step: number;
    stepId: string;
    round: number;
    covered: Question[];
    unreached: Unreached[];
  };
  ChainHalted: { incident: string; chain: string; step: number; round: number };
  ChainResumed: { incident: string; chain: string };
  ChainStopped: { incident: string; chain: string; reason: 're-routed' };
  EscalationExhausted: { incident: string; chain: string; rounds: number };

  /** By a person, with a reason; or anew, as the unit can be reached again. */
  UnitAsked: Addressee & {
    incident: string;
    because: 'by-hand' | 'link-restored';
    reason?: string;
    /** The notification that was undeliverable. */
    replaces?: string;
  };
  NotificationSent: { notification: string; incident: string; unit: string; attempt: number };
  NotificationDelivered: { notification: string; incident: string; unit: string };
  NotificationReminded: { notification: string; incident: string; unit: string; attempt: number };
  NotificationAcknowledged: { notification: string; incident: string; unit: string; side: Side; action: Action };
  NotificationDeclined: { notification: string; incident: string; unit: string; reason: string };
  NotificationExpired: { notification: string; incident: string; unit: string };
  NotificationWithdrawn: { notification: string; incident: string; unit: string; reason: string };
  NotificationUndeliverable: { notification: string; incident: string; unit: string; reason: 'link-down' };
  LateAcknowledgement: { notification: string; incident: string; unit: string; side: Side; action: Action };
  AcknowledgementLapsed: { notification: string; incident: string; unit: string; side: Side };

  /** An answer that does not count yet, as the link is degraded or down. Only the unit's side knows of it. */
  AnswerGiven: {
    notification: string;
    incident: string;
    unit: string;
    answer: 'acknowledge' | 'decline';
    reason?: string;
    link: 'degraded' | 'down';
  };
  /** For controllers only. `null`: it is lost, and the unit may answer again. */
  AnswerTransmissionPlanned: { notification: string; incident: string; arrivesAt: number | null };
  /** For controllers only: the link went down while the answer was under way. */
  AnswerKept: { notification: string; incident: string };

  /** For controllers only: what the simulation is going to do. */
  TransmissionPlanned: { notification: string; incident: string; deliverAt: number | null };
  AnswerPlanned: {
    notification: string;
    incident: string;
    answer: 'acknowledge' | 'decline' | 'silent';
    at: number | null;
  };
  MovementsPlanned: { incident: string; unit: string; enRoute: number; onScene: number; clear: number };

  UnitProgressed: { incident: string; unit: string; progress: Progress };
  UnitDutyChanged: { unit: string; duty: 'on' | 'off' };
  UnitModeChanged: { unit: string; mode: UnitMode };
  LinkChanged: { unit?: string; side?: Side; link: Link };
  /** For controllers only: what the unit could not be asked is asked again. */
  UnitReachable: { unit: string };

  /** For controllers only: where the script stands. `time`: 1 when it fires first. */
  InjectScheduled: { inject: string; due: number };
  InjectFired: { inject: string; kind: Inject['kind']; time: number };
  /** Its last time has passed, the rules said no (with their code), or a trainer did (perhaps with a reason). */
  InjectSkipped: {
    inject: string;
    reason: 'too-late' | 'refused' | 'by-command';
    code?: string;
    message?: string;
  };
  /** A trainer gave it a time; it waits for no condition any more. */
  InjectDelayed: { inject: string; due: number };
  InjectImprovised: { inject: PlannedInject };
  /** A side has not acknowledged for as long as a condition of the script names. For controllers only. */
  AcknowledgementOverdue: { incident: string; side: Side; forMs: number };
  /** Information for players; its id tells nothing of the inject. */
  MessageSent: { message: string; from?: LocalizedText; text: LocalizedText; tlp?: TlpLabel };
  /** For controllers only. */
  NoteTaken: { note: string; text: LocalizedText };

  /** For controllers and evaluators only: what was made of it all. */
  ObservationRecorded: { observation: string } & ObservationContent;
  ObjectiveRated: RatingContent;
  ImprovementPlanned: { improvement: string } & ImprovementContent;
}

export type EventType = keyof EventData;

/** An event before it has its place in the log. */
export type DomainEvent = {
  [T in EventType]: {
    readonly type: T;
    /** Exercise time, ms. */
    readonly at: number;
    readonly data: Readonly<EventData[T]>;
    readonly audience: Audience;
    readonly actor: Actor;
    readonly cause: Cause;
  };
}[EventType];

/** An event in the log: `seq` is its number in the stream `all`, `seqs` in each stream that holds it. */
export type LoggedEvent = DomainEvent & { readonly seq: number; readonly seqs: Readonly<Partial<StreamSeqs>> };

/** What a decision yields: the engine adds time and cause, and itself as the actor where none is named. */
export type Draft = {
  [T in EventType]: {
    readonly type: T;
    readonly data: Readonly<EventData[T]>;
    readonly audience: Audience;
    readonly actor?: Actor;
  };
}[EventType];

/** The one way to write a draft, so that type and data always fit. */
export function draft<T extends EventType>(
  type: T,
  audience: Audience,
  data: Readonly<EventData[T]>,
  actor?: Actor,
): Draft {
  return { type, audience, data, actor } as Draft;
}

export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
