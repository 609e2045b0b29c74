/** What people and programs may ask for: messages. The rules answer with events or a `DomainError`. */
import type { Releasability } from '../alert/alert.js';
import type { IncidentId, MessageId, UnitId } from '../kernel/ids.js';
import type { Address } from './address.js';
import type { MessageKind, MessageText } from './message.js';

export interface MessageCommands {
  SendMessage: {
    kind: MessageKind;
    /** Of an answer it may be empty: it goes to the one who asked, in any case. */
    to: readonly Address[];
    /** The unit in whose name it is sent; absent: the sender's desk, its unit, or control. */
    as?: UnitId;
    subject?: string;
    text: MessageText;
    label: Releasability;
    incident?: IncidentId;
    inReplyTo?: MessageId;
    /** Of a request: exercise time, ms. Absent: as the policy says, or whenever. */
    answerWithinMs?: number;
  };
  MarkMessageRead: { message: MessageId };
}
