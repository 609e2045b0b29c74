/** The messages of an exercise, and look-ups. */
import { DomainError } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import type { MessageId } from '../kernel/ids.js';
import { present } from '../kernel/present.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { EscalationWorld } from '../escalation/escalation-state.js';
import { markingFrom } from '../release/label.js';
import { mayRead } from '../release/release.js';
import type { Message } from './message.js';

export interface MessageSlice {
  /** Absent until the first: most exercises have none. */
  messages?: {
    /** Messages so far, per class. */
    readonly counters: Record<ReleaseClass, number>;
    readonly byId: Record<MessageId, Message>;
  };
}

export type MessageWorld = EscalationWorld & MessageSlice;

export function messageOf(state: MessageSlice, id: MessageId): Message {
  return present(state.messages?.byId[id], 'message', id);
}

/**
 * A message that the actor may know of: for any other there is no different answer than for what is not there.
 * @throws DomainError UNKNOWN_MESSAGE
 */
export function knownMessage(state: MessageSlice, id: MessageId, actor: Actor): Message {
  const known = state.messages?.byId;
  const message = known !== undefined && Object.hasOwn(known, id) ? known[id] : undefined;
  if (message && mayRead(actor, { class: message.class, marking: markingFrom(message.marking) })) return message;
  throw new DomainError('UNKNOWN_MESSAGE', `there is no message "${id}"`);
}
