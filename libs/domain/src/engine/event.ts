/** Everything that can happen in an exercise, in the past tense. The log is a list of these; all else is derived. */
import type { Alert, Category, LocalizedText, Severity } from '../alert/alert.js';
import type { Policy } from '../escalation/policy.js';
import type { RoutingFacts } from '../escalation/routing-facts.js';
import type { ImprovementContent, ObservationContent, RatingContent } from '../evaluation/evaluation.js';
import type { Inject, PlannedInject } from '../inject/inject.js';
import type { JointAcknowledgement } from '../incident/incident.js';
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

/** How an alert found its incident. */
export type Joined = 'opened' | 'referenced' | 'named' | 'correlated';

/** Why a step started. */
export type StepReason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat';

export interface Addressee {
  readonly notification: string;
  readonly unit: string;
  readonly side: Side;
  readonly action: Action;
}

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

  AlertAccepted: { alertId: string; alert: Alert; incident: string; joined: Joined };
  AlertSuperseded: { alertId: string; by: string; incident: string };
  AlertCancelled: { alertId: string; by: string; incident: string };

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
  IncidentSeverityRaised: { incident: string; severity: Severity; from: Severity; facts: RoutingFacts };
  /** Whoever acknowledged before is asked anew. */
  IncidentReopened: { incident: string; severity: Severity; facts: RoutingFacts };
  IncidentResponding: { incident: string; unit: string };
  IncidentResolved: { incident: string; reason: 'command' | 'all-clear' };
  IncidentClosed: { incident: string; reason: 'command' | 'elapsed' };
  IncidentCancelled: { incident: string };
  JointAcknowledgementChanged: { incident: string; state: JointAcknowledgement; side: Side };
  AcknowledgementOverridden: { incident: string; side: Side; reason: string };

  ChainStarted: { incident: string; chain: string; route: string };
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
    unreached: Unreached[];
  };
  StepSkipped: {
    incident: string;
    chain: string;
    step: number;
    stepId: string;
    round: number;
    unreached: Unreached[];
  };
  ChainHalted: { incident: string; chain: string; step: number };
  ChainResumed: { incident: string; chain: string };
  ChainStopped: { incident: string; chain: string; reason: 're-routed' };
  EscalationExhausted: { incident: string; chain: string; rounds: number };

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
