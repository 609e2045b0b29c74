/** What the events of messages change. */
import { after } from '../kernel/exercise-time.js';
import type { EventOf } from '../kernel/event.js';
import { idsIn, type MessageId } from '../kernel/ids.js';
import { dropTimer, setTimer, timerKey, type Timers } from '../kernel/timers.js';
import { markingText } from '../release/label.js';
import { planReview } from '../release/label-review.js';
import { definitionOf, linkTo } from '../unit/lookup-unit.js';
import { sideAt, unitAt } from './address.js';
import type { Message, MessageText, Request } from './message.js';
import { messageOf, type MessageWorld } from './message-state.js';
import { originatorOf } from './post.js';
import { isWaitingFor } from './reply.js';

export function messagePosted(state: MessageWorld, { type, at, actor, data }: EventOf<'MessagePosted'>): void {
  const {
    message: id,
    class: releaseClass,
    kind,
    from,
    to,
    incident,
    inReplyTo,
    answerBy,
    subject,
    text,
    label,
    tearLine,
    reviewAt,
  } = data;
  const isForUnits = to.some((address) => unitAt(address) !== undefined);
  const request: Request = {
    status: 'open',
    ...(answerBy !== undefined && { answerBy }),
    answeredBy: [],
    ...(isForUnits && { words: wordsOf(subject, text) }),
  };
  const originator = originatorOf(from, actor);
  keepMessage(state, {
    id,
    class: releaseClass,
    kind,
    from,
    to,
    ...(incident !== undefined && { incident }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    marking: markingText(label),
    ...(originator !== undefined && { originator }),
    ...(tearLine !== undefined && { tearLine }),
    ...(releaseClass !== 'JOINT' && { said: { type, at, actor, data } }),
    readBy: [],
    ...(kind === 'request' && { request }),
  });
  const owner = releaseClass === 'JOINT' ? sideAt(state, from) : releaseClass;
  planReview(state, { of: 'message', id }, { reviewAt, at, owner });
  if (kind === 'request' && answerBy !== undefined) {
    setTimer(state.timers, after(at, Math.floor((answerBy - at) / 2)), { kind: 'requestReminder', message: id });
    setTimer(state.timers, answerBy, { kind: 'requestDue', message: id });
  }
  const unit = unitAt(from);
  if (kind !== 'answer' || inReplyTo === undefined || unit === undefined) return;
  dropTimer(state.timers, timerKey({ kind: 'reply', message: inReplyTo, unit }));
}

/** Not counted up: a viewer may have missed some that their labels kept from it. */
export function keepMessage(state: MessageWorld, message: Message): void {
  const messages = (state.messages ??= { counters: { JOINT: 0, PAK: 0, CHN: 0 }, byId: {} });
  const { counters } = messages;
  counters[message.class] = Math.max(counters[message.class], Number(/\d+$/.exec(message.id)?.[0]));
  messages.byId[message.id] = message;
}

/** A viewer may not read it any more. */
export function withholdMessage(state: MessageWorld, id: MessageId): void {
  dropDeadline(state.timers, id);
  if (state.messages) delete state.messages.byId[id];
}

function wordsOf(subject: string | undefined, text: MessageText): string {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return [subject ?? '', ...texts].join('\n').toLowerCase();
}

export function messageRead(state: MessageWorld, { data }: EventOf<'MessageRead'>): void {
  messageOf(state, data.message).readBy.push(data.by);
}

export function messageAnswered(state: MessageWorld, { data }: EventOf<'MessageAnswered'>): void {
  const { request } = messageOf(state, data.message);
  if (request === undefined) return;
  request.status = 'answered';
  request.answeredBy.push(data.by);
  dropDeadline(state.timers, data.message);
}

export function messageReminded({ timers }: MessageWorld, { data: { message } }: EventOf<'MessageReminded'>): void {
  dropTimer(timers, timerKey({ kind: 'requestReminder', message }));
}

export function messageOverdue(state: MessageWorld, { data }: EventOf<'MessageOverdue'>): void {
  const known = state.messages?.byId[data.message];
  // A commander may read this of a message that the label keeps from him.
  if (known?.request) known.request.status = 'overdue';
  dropDeadline(state.timers, data.message);
}

function dropDeadline(timers: Timers, message: MessageId): void {
  dropTimer(timers, timerKey({ kind: 'requestReminder', message }));
  dropTimer(timers, timerKey({ kind: 'requestDue', message }));
}

export function replyPlanned({ timers }: MessageWorld, { data }: EventOf<'MessageReplyPlanned'>): void {
  const { message, unit, at } = data;
  if (at === null) dropTimer(timers, timerKey({ kind: 'reply', message, unit }));
  else setTimer(timers, at, { kind: 'reply', message, unit });
}

/** A unit whose link is back gets the requests that have waited for it. */
export function linkSet(state: MessageWorld, { at, data }: EventOf<'LinkChanged'>): void {
  const known = state.messages?.byId;
  if (known === undefined) return;
  for (const id of idsIn(known)) {
    const message = messageOf(state, id);
    for (const address of message.to) {
      const unit = unitAt(address);
      if (unit === undefined || state.units[unit]?.mode !== 'simulated') continue;
      if (!isWaitingFor(state, message, unit)) continue;
      const { side } = definitionOf(state, unit);
      if ((data.unit ?? unit) !== unit || (data.side ?? side) !== side) continue;
      if (linkTo(state, unit, side).status !== 'down') setTimer(state.timers, at, { kind: 'linkBack', unit });
    }
  }
}
