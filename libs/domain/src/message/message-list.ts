/**
 * Messages as a viewer sees them, folded from the events of the viewer's own stream: what is not in them cannot come out of it. An event
 * about a message that the viewer may not read changes nothing.
 */
import type { Actor, EventData } from '../kernel/event.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { MessageId } from '../kernel/ids.js';
import type { Address } from './address.js';
import type { MessageEvents } from './message-events.js';
import type { RequestStatus } from './message.js';

/** The events that messages are folded from, as the log has them. Some readers see `LabelWithheld` in the place of `LabelChanged`. */
export const MESSAGE_EVENTS = [
  'MessagePosted',
  'MessageRead',
  'MessageAnswered',
  'MessageOverdue',
  'LabelChanged',
  'LabelDisclosed',
] as const;

/** An event as the viewer's stream shows it. */
export interface ShownMessageEvent {
  readonly type: string;
  readonly at: ExerciseTime;
  readonly actor: Actor;
  readonly data: object;
}

export interface MessageView extends Omit<MessageEvents['MessagePosted'], 'message' | 'answerBy'> {
  readonly id: MessageId;
  readonly sentAt: ExerciseTime;
  readonly actor: Actor;
  /** Those who have read it, the first time each. */
  readonly readBy: { readonly by: Address; readonly at: ExerciseTime }[];
  /** Of a request. */
  readonly request?: RequestView;
}

export interface RequestView {
  status: RequestStatus;
  readonly answerBy?: ExerciseTime;
  readonly answers: {
    readonly by: Address;
    readonly at: ExerciseTime;
    readonly message?: MessageId;
    readonly tearLine?: string;
    readonly late?: true;
  }[];
}

/** In the order in which they were sent. */
export function messagesIn(events: Iterable<ShownMessageEvent>): MessageView[] {
  const messages = new Map<MessageId, MessageView>();
  for (const { type, at, actor, data } of events) {
    switch (type) {
      case 'MessagePosted': {
        const posted = viewOf(data as EventData['MessagePosted'], at, actor);
        messages.set(posted.id, posted);
        break;
      }
      case 'MessageRead': {
        const { message, by } = data as EventData['MessageRead'];
        messages.get(message)?.readBy.push({ by, at });
        break;
      }
      case 'MessageAnswered': {
        const { message, by, answer, tearLine, late } = data as EventData['MessageAnswered'];
        const request = messages.get(message)?.request;
        if (request === undefined) break;
        request.status = 'answered';
        const known = { ...(answer !== undefined && { message: answer }), ...(tearLine !== undefined && { tearLine }) };
        request.answers.push({ by, at, ...known, ...(late && { late }) });
        break;
      }
      case 'MessageOverdue': {
        const request = messages.get((data as EventData['MessageOverdue']).message)?.request;
        if (request) request.status = 'overdue';
        break;
      }
      case 'LabelChanged':
        relabel(messages, data as EventData['LabelChanged']);
        break;
      case 'LabelWithheld':
        messages.delete((data as EventData['LabelWithheld']).id as MessageId);
        break;
      case 'LabelDisclosed':
        disclose(messages, data as EventData['LabelDisclosed'], at);
        break;
      default:
        break;
    }
  }
  return [...messages.values()];
}

function viewOf(posted: EventData['MessagePosted'], sentAt: ExerciseTime, actor: Actor): MessageView {
  const { message: id, answerBy, ...said } = posted;
  const request: RequestView = { status: 'open', ...(answerBy !== undefined && { answerBy }), answers: [] };
  return { id, ...said, sentAt, actor, readBy: [], ...(said.kind === 'request' && { request }) };
}

function relabel(messages: Map<MessageId, MessageView>, { of, id, to, set }: EventData['LabelChanged']): void {
  const known = of === 'message' ? messages.get(id as MessageId) : undefined;
  if (!known) return;
  const { reviewAt: _before, ...kept } = known;
  const { reviewAt } = set;
  messages.set(known.id, { ...kept, label: to, ...(reviewAt !== undefined && { reviewAt }) });
}

/** What was read and answered before is known without its time: the moment of the disclosure stands for it. */
function disclose(
  messages: Map<MessageId, MessageView>,
  { said, disclosed, label }: EventData['LabelDisclosed'],
  at: ExerciseTime,
): void {
  if (said.type !== 'MessagePosted' || disclosed === undefined || messages.has(disclosed.message.id)) return;
  const view = viewOf({ ...said.data, label }, said.at, said.actor);
  const { request, readBy } = disclosed.message;
  view.readBy.push(...readBy.map((by) => ({ by, at })));
  if (view.request && request) {
    view.request.status = request.status;
    view.request.answers.push(...request.answeredBy.map((by) => ({ by, at })));
  }
  messages.set(view.id, view);
}
