/** What the events of messages change. */
import { after } from '../kernel/exercise-time.js';
import type { EventOf } from '../kernel/event.js';
import { idsIn, type MessageId } from '../kernel/ids.js';
import { dropTimer, setTimer, timerKey, type Timers } from '../kernel/timers.js';
import { markingText } from '../release/label.js';
import { definitionOf, linkTo } from '../unit/lookup-unit.js';
import { unitAt } from './address.js';
import type { MessageText, Request } from './message.js';
import { messageOf, type MessageWorld } from './message-state.js';
import { isWaitingFor } from './reply.js';

export function messagePosted(state: MessageWorld, { at, data }: EventOf<'MessagePosted'>): void {
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
  } = data;
  const messages = (state.messages ??= { counters: { JOINT: 0, PAK: 0, CHN: 0 }, byId: {} });
  // Not counted up: a viewer may have missed some that its label kept from it.
  messages.counters[releaseClass] = Number(/\d+$/.exec(id)?.[0]);
  const isForUnits = to.some((address) => unitAt(address) !== undefined);
  const request: Request = {
    status: 'open',
    ...(answerBy !== undefined && { answerBy }),
    answeredBy: [],
    ...(isForUnits && { words: wordsOf(subject, text) }),
  };
  messages.byId[id] = {
    id,
    class: releaseClass,
    kind,
    from,
    to,
    ...(incident !== undefined && { incident }),
    marking: markingText(label),
    readBy: [],
    ...(kind === 'request' && { request }),
  };
  if (kind === 'request' && answerBy !== undefined) {
    setTimer(state.timers, after(at, Math.floor((answerBy - at) / 2)), { kind: 'requestReminder', message: id });
    setTimer(state.timers, answerBy, { kind: 'requestDue', message: id });
  }
  const unit = unitAt(from);
  if (kind !== 'answer' || inReplyTo === undefined || unit === undefined) return;
  dropTimer(state.timers, timerKey({ kind: 'reply', message: inReplyTo, unit }));
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
