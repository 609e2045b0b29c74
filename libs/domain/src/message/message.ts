/** What people and units write to each other. All time is exercise time in ms. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, MessageId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { WrittenEvent } from '../incident/writing.js';
import type { Address } from './address.js';

/** `intelligence` and `situation` are reports; a `request` for information wants an `answer`. */
export const MESSAGE_KINDS = ['message', 'intelligence', 'situation', 'request', 'answer'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** In one language that is not named, or in those that are. */
export type MessageText = string | LocalizedText;

export const REQUEST_STATUSES = ['open', 'answered', 'overdue'] as const;
/** `answered`: by at least one of those whom it went to, in time or late. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** A message as the rules need it. */
export interface Message {
  readonly id: MessageId;
  readonly class: ReleaseClass;
  readonly kind: MessageKind;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly incident?: IncidentId;
  readonly inReplyTo?: MessageId;
  /** As `markingText` writes it. */
  marking: string;
  /** As markings name who sent it; absent: it is read by no name of its own. */
  readonly originator?: string;
  readonly tearLine?: string;
  /** What it says. Absent of a JOINT one, which is kept from nobody. */
  readonly said?: WrittenEvent;
  /** Those who have read it. */
  readBy: Address[];
  /** Of a request only. */
  request?: Request;
}

export interface Request {
  status: RequestStatus;
  /** When an answer is wanted; absent: whenever. */
  readonly answerBy?: ExerciseTime;
  /** Those who have answered. */
  answeredBy: Address[];
  /** Subject and text in lower case, for the rules of simulated units. Absent when it went to no unit. */
  readonly words?: string;
}
