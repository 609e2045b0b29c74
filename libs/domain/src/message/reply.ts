/**
 * Simulated units answer requests for information: by the first of their prepared answers that fits, else that nothing is known. A
 * request waits for a unit that is off duty or cut off; over a degraded link it and its answer are late, and not lost.
 */
import { after } from '../kernel/exercise-time.js';
import { draft, type Draft } from '../kernel/event.js';
import { idsIn, type MessageId, type UnitId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import { randomFor } from '../kernel/random.js';
import { isSet, timerKey } from '../kernel/timers.js';
import type { Releasability } from '../alert/alert.js';
import { contradicts, markingFrom, mayReadMarked } from '../release/label.js';
import { sample } from '../unit/behaviour.js';
import { definitionOf, linkTo, unitOf } from '../unit/lookup-unit.js';
import type { PreparedAnswer } from '../unit/unit.js';
import { addressOf, unitAt } from './address.js';
import { answersFor } from './decide-message.js';
import type { Message } from './message.js';
import { messageOf, type MessageWorld } from './message-state.js';
import { post } from './post.js';

const NOTHING_KNOWN: LocalizedText = {
  en: 'Nothing is known about this.',
  ur: 'اس بارے میں کچھ معلوم نہیں۔',
  zh: '对此没有掌握任何情况。',
};

/** What the units that a request has just gone to are going to answer. */
export function planRepliesTo(state: MessageWorld, id: MessageId): Draft[] {
  const message = messageOf(state, id);
  if (message.request === undefined) return [];
  return message.to.flatMap((address) => {
    const unit = unitAt(address);
    return unit === undefined ? [] : planReply(state, message, unit);
  });
}

/** What a unit that can answer again is going to answer to all that it was asked. */
export function planReplies(state: MessageWorld, unit: UnitId): Draft[] {
  const known = state.messages?.byId;
  if (known === undefined) return [];
  return idsIn(known).flatMap((id) => {
    const message = messageOf(state, id);
    return message.to.includes(addressOf(unit)) ? planReply(state, message, unit) : [];
  });
}

function planReply(state: MessageWorld, message: Message, unit: UnitId): Draft[] {
  if (!isWaitingFor(state, message, unit) || !canAnswer(state, unit)) return [];
  const { side, behaviour, answers = [] } = definitionOf(state, unit);
  if (message.class !== 'JOINT' && message.class !== side) return [];
  if (!mayReadMarked({ kind: 'unit', id: unit, side }, markingFrom(message.marking))) return [];
  const rule = answers.findIndex((answer) => fits(state, message, answer));
  const prepared = answers[rule];
  const takes =
    prepared?.afterMs ?? sample(behaviour.acknowledge, randomFor(state.seed, `${message.id}/${unit}`, 'reply'));
  const link = linkTo(state, unit, side);
  const late = link.status === 'degraded' ? 2 * link.latencyMs : 0;
  const at = after(state.time, takes + late);
  return [draft('MessageReplyPlanned', 'CONTROL', { message: message.id, unit, ...(prepared && { rule }), at })];
}

/** A request that the unit was asked and has not answered, and is not answering. */
export function isWaitingFor({ timers }: MessageWorld, { id, request }: Message, unit: UnitId): boolean {
  if (request === undefined || request.answeredBy.includes(addressOf(unit))) return false;
  return !isSet(timers, timerKey({ kind: 'reply', message: id, unit }));
}

function canAnswer(state: MessageWorld, unit: UnitId): boolean {
  const { mode, duty } = unitOf(state, unit);
  if (mode !== 'simulated' || duty === 'off') return false;
  return linkTo(state, unit, definitionOf(state, unit).side).status !== 'down';
}

function fits(state: MessageWorld, { incident: id, request }: Message, { about = {} }: PreparedAnswer): boolean {
  const incident = id === undefined ? undefined : state.incidents[id];
  if (about.site !== undefined && incident?.site !== about.site) return false;
  if (about.category !== undefined && !(incident?.categories ?? []).some((one) => one === about.category)) return false;
  return about.words === undefined || about.words.some((word) => (request?.words ?? '').includes(word.toLowerCase()));
}

/** A unit that cannot answer any more when its time has come says nothing; it is asked again when it can. */
export function reply(
  state: MessageWorld,
  { message: id, unit }: { readonly message: MessageId; readonly unit: UnitId },
): Draft[] {
  if (!canAnswer(state, unit)) return [draft('MessageReplyPlanned', 'CONTROL', { message: id, unit, at: null })];
  const request = messageOf(state, id);
  const prepared = definitionOf(state, unit).answers?.find((answer) => fits(state, request, answer));
  const own: Releasability = { class: request.class };
  const label: Releasability = prepared?.release ?? own;
  const mayBeSaid = answersFor(request, label) && !contradicts(label.class, label.tlp);
  return post(state, {
    kind: 'answer',
    from: addressOf(unit),
    to: [request.from],
    text: mayBeSaid && prepared ? prepared.text : NOTHING_KNOWN,
    label: mayBeSaid ? label : own,
    incident:
      request.incident === undefined ? undefined : (state.incidents[request.incident] ?? { id: request.incident }),
    inReplyTo: request,
    actor: { kind: 'unit', id: unit },
  });
}
