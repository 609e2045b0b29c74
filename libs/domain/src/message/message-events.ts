/** What can happen to messages, in the past tense. Each event states the marking of its message. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, MessageId, UnitId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import type { Address } from './address.js';
import type { MessageKind, MessageText } from './message.js';

export interface MessageEvents {
  /** The audience is its class. */
  MessagePosted: {
    message: MessageId;
    kind: MessageKind;
    from: Address;
    to: Address[];
    class: ReleaseClass;
    subject?: string;
    text: MessageText;
    incident?: IncidentId;
    inReplyTo?: MessageId;
    /** Of a request: when an answer is wanted. */
    answerBy?: ExerciseTime;
    /** The id of its tear line for the other side. */
    tearLine?: string;
    reviewAt?: string;
    label: Marking;
  };
  /** The first time in the name of this address. */
  MessageRead: { message: MessageId; by: Address; label: Marking };
  /**
   * A request has its first answer in the name of this address. `answer`: if all who may know of the request may know of the answer;
   * `tearLine`: what the other side has of an answer that is kept from it; `late`: it was overdue.
   */
  MessageAnswered: {
    message: MessageId;
    by: Address;
    answer?: MessageId;
    tearLine?: string;
    late?: true;
    label: Marking;
  };
  /** Half of its time has passed without an answer. Those whom it went to are reminded once. */
  MessageReminded: { message: MessageId; to: Address[]; label: Marking };
  /** Its time has passed without an answer. The commander of the side that asked reads it in any case. */
  MessageOverdue: { message: MessageId; to: Address[]; label: Marking };
  /** For controllers only: what a simulated unit is going to answer. `rule`: its place among the unit's prepared answers, from 0. */
  MessageReplyPlanned: { message: MessageId; unit: UnitId; rule?: number; at: ExerciseTime | null };
}
