/** A notification: one message to one unit about one incident, asking one question. All times are exercise time in ms. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import {
  notificationId as asNotificationId,
  type ChainId,
  type IncidentId,
  type NotificationId,
} from '../kernel/ids.js';
import type { Actor } from '../kernel/event.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { Action, Question } from '../unit/unit.js';

export const NOTIFICATION_STATUSES = [
  'queued',
  'sent',
  'delivered',
  'acknowledged',
  'declined',
  'expired',
  'withdrawn',
  'undeliverable',
] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

/** A question and the notification that asks it. */
export interface Addressee extends Question {
  readonly notification: NotificationId;
}

/** Fields that come later are there from the beginning, undefined: objects of one layout are read several times as fast. */
export interface Notification extends Question {
  /** `INC-0007.N3`: counted per incident. Also the identifier of the outgoing CAP message. */
  readonly id: NotificationId;
  readonly incident: IncidentId;
  /** That of the incident: who may know. */
  readonly class: ReleaseClass;
  /** The chain, step and round that asked first; absent: it was asked by hand. */
  readonly chain?: ChainId;
  readonly step?: number;
  readonly round?: number;
  readonly queuedAt: ExerciseTime;
  /** Every chain that asked with it. */
  chains: ChainId[];
  status: NotificationStatus;
  /** Transmissions so far: 1 when first sent, more with each reminder. */
  attempts: number;
  /** How often it was delivered; answers are drawn per delivery. */
  deliveries: number;
  /** Answers given so far; their way back is drawn per answer. */
  answers: number;
  sentAt?: ExerciseTime;
  lastSentAt?: ExerciseTime;
  deliveredAt?: ExerciseTime;
  /** When it ended. */
  endedAt?: ExerciseTime;
  /** Why it was declined, withdrawn or undeliverable. */
  reason?: string;
  /** An answer that was given and does not count yet. */
  pending?: PendingAnswer;
  /** The acknowledgement counts from then on, in time or late. */
  acknowledgedAt?: ExerciseTime;
  /** Orders all acknowledgements and overrides of an incident, from 1. */
  answerNumber?: number;
  /** The acknowledgement came after the notification had expired. */
  lateAcknowledgementAt?: ExerciseTime;
  lapsedAt?: ExerciseTime;
  /** The unit was en route or further, on this acknowledgement. */
  underWay?: true;
  /** The unit is clear: the acknowledgement still stands, and engages nobody. */
  done?: true;
  /** Nobody asked it here: its answer came along with a release. */
  readonly carried?: true;
}

/** `inTransit`: over a degraded link. `kept`: until a link that is down can be used again. */
export interface PendingAnswer {
  readonly answer: 'acknowledge' | 'decline';
  readonly reason?: string;
  readonly actor: Actor;
  /** Orders the answers as they were given. */
  readonly order: number;
  state: 'inTransit' | 'kept';
}

/** With every field in its place, also of one that was read back from a snapshot. */
export function layOut(parts: Notification): Notification {
  return {
    id: parts.id,
    incident: parts.incident,
    class: parts.class,
    chain: parts.chain,
    step: parts.step,
    round: parts.round,
    unit: parts.unit,
    side: parts.side,
    action: parts.action,
    queuedAt: parts.queuedAt,
    chains: parts.chains,
    status: parts.status,
    attempts: parts.attempts,
    deliveries: parts.deliveries,
    answers: parts.answers,
    sentAt: parts.sentAt,
    lastSentAt: parts.lastSentAt,
    deliveredAt: parts.deliveredAt,
    endedAt: parts.endedAt,
    reason: parts.reason,
    pending: parts.pending,
    acknowledgedAt: parts.acknowledgedAt,
    answerNumber: parts.answerNumber,
    lateAcknowledgementAt: parts.lateAcknowledgementAt,
    lapsedAt: parts.lapsedAt,
    underWay: parts.underWay,
    done: parts.done,
    carried: parts.carried,
  };
}

/** Whether a notification has ended: it does so exactly once. */
export function isTerminal(status: NotificationStatus): boolean {
  return status !== 'queued' && status !== 'sent' && status !== 'delivered';
}

export function isOpen({ status }: Pick<Notification, 'status'>): boolean {
  return !isTerminal(status);
}

/** Whether a person had the unit asked, and no chain. */
export function isByHand({ chain, carried }: Pick<Notification, 'chain' | 'carried'>): boolean {
  return chain === undefined && carried !== true;
}

/** Whether an acknowledgement stands. Those of a resolved incident are not asked for: it has left its units' questions. */
export function stands({ acknowledgedAt, lapsedAt }: Notification): boolean {
  return acknowledgedAt !== undefined && lapsedAt === undefined;
}

/** Whether an acknowledgement of one action answers a question for another by the same unit. */
export function covers(acknowledged: Action, asked: Action): boolean {
  return acknowledged === asked || (asked === 'inform' && (acknowledged === 'respond' || acknowledged === 'secure'));
}

/** Counted per incident, from 1. */
export function notificationId({ id }: { readonly id: IncidentId }, number: number): NotificationId {
  return asNotificationId(`${id}.N${number}`);
}
