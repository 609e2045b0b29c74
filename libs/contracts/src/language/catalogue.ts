/**
 * What the product says in one language: sentences about events (`event`), words for values (`word`), what a problem means
 * (`problem`), and what several sentences have in common (`phrase`). Each message is an ICU MessageFormat. English is the model: a
 * key that another language lacks does not compile, and neither does a value of the domain without a word.
 */
import type { Category, Certainty, MsgType, ResponseType, Severity, Urgency } from '#domain/alert/alert.js';
import type { Joined } from '#domain/alert/alert-events.js';
import type { QuestionStanding } from '#domain/engine/explain-incident.js';
import type { ChainStatus } from '#domain/escalation/chain-run.js';
import type { StepReason } from '#domain/escalation/chain-run.js';
import type { CapabilityElement, ObservationKind, Rating } from '#domain/evaluation/evaluation.js';
import type { Judgement, VerdictReason } from '#domain/expectation/expectation.js';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import type { IncidentStatus, JointAcknowledgement } from '#domain/incident/incident.js';
import type { InjectEvents } from '#domain/inject/inject-events.js';
import type { InjectStatus } from '#domain/inject/inject-views.js';
import type { InjectKind } from '#domain/inject/inject.js';
import type { Audience, Side } from '#domain/kernel/side.js';
import type { MessageKind } from '#domain/message/message.js';
import type { NotificationEvents } from '#domain/notification/notification-events.js';
import type { Requirement } from '#domain/policy/policy.js';
import type { Unreached } from '#domain/policy/resolve-targets.js';
import type { TlpLabel } from '#domain/release/label.js';
import type { LabelledKind } from '#domain/kernel/labelled-thing.js';
import type { TearLineKind } from '#domain/release/tear-line.js';
import type { Action, Link, Progress, UnitKind, UnitMode } from '#domain/unit/unit.js';
import type { Role } from '#domain/kernel/role.js';
import type { ProblemCode } from '../http/problem-codes.js';
import type english from './en.json';

export type Catalogue = typeof english;

/** Each message of it by its path: `event.NotificationSent.text`. */
export type MessageKey = Paths<Catalogue>;
/** The events of which sentences are made; several for a type whose sentences have little in common. */
export type SentenceName = MessageKey extends infer Key
  ? Key extends `event.${infer Name}.text`
    ? Name
    : never
  : never;
/** A word for one value. */
export type WordKey = Extract<MessageKey, `word.${string}`>;

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** The values that have words, by kind. */
interface Values {
  severity: Severity;
  category: Category;
  urgency: Urgency;
  certainty: Certainty;
  responseType: ResponseType;
  msgType: MsgType;
  alertStatus: 'active' | 'superseded' | 'cancelled' | 'recorded';
  joined: Joined;
  exerciseStatus: 'planned' | 'running' | 'paused' | 'ended';
  incidentStatus: IncidentStatus;
  joint: JointAcknowledgement;
  notificationStatus: NonNullable<QuestionStanding['status']>;
  questionState: QuestionStanding['state'];
  chainStatus: ChainStatus;
  requirement: Extract<Requirement, string> | 'count';
  stepReason: StepReason;
  unreached: Unreached['reason'];
  tearLineKind: TearLineKind;
  labelledKind: LabelledKind;
  messageKind: MessageKind;
  undeliverable: NotificationEvents['NotificationUndeliverable']['reason'];
  news: IncidentEvents['UnitsInformed']['about'][number];
  unitKind: UnitKind;
  action: Action;
  answer: NotificationEvents['AnswerPlanned']['answer'];
  progress: Progress;
  link: Link['status'];
  duty: 'on' | 'off';
  mode: UnitMode;
  role: Role;
  side: Side;
  audience: Audience;
  /** Of TLP 2.0, without `TLP:`. */
  tlp: TlpLabel extends `TLP:${infer Label}` ? Label : never;
  rating: Rating;
  ratingMeaning: Rating;
  observationKind: ObservationKind;
  capabilityElement: CapabilityElement;
  judgement: Judgement;
  verdictReason: VerdictReason;
  injectKind: InjectKind;
  injectStatus: InjectStatus;
  injectSkip: InjectEvents['InjectSkipped']['reason'];
  /** Reasons that the rules give where a unit declines and nobody gave one. */
  declineReason: 'declined' | 'at-capacity';
  /** Reasons that the rules give for a withdrawal. */
  withdrawal: 'incident-cancelled' | 'incident-resolved' | 'incident-released' | 'exercise-ended' | 'label';
}

type Difference<A, B> = Exclude<A, B> | Exclude<B, A>;

/** True when there is nothing of it; else the compiler names it. */
type None<Wrong> = [Wrong] extends [never] ? true : Wrong;

// A value that has no word, a word that no value has, and the same of problems.
true satisfies None<Difference<keyof Catalogue['word'], keyof Values>>;
true satisfies None<{ [Kind in keyof Values]: Difference<keyof Catalogue['word'][Kind], Values[Kind]> }[keyof Values]>;
true satisfies None<Difference<keyof Catalogue['problem'], ProblemCode>>;
