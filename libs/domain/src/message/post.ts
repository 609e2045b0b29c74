/** Puts a message into the log, with what goes along: its tear line, and what it means for the request that it answers. */
import type { Releasability } from '../alert/alert.js';
import { after } from '../kernel/exercise-time.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { messageId, type IncidentId, type MessageId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import { eventMarkingOf } from '../incident/incident-marking.js';
import type { Incident } from '../incident/incident.js';
import {
  highest,
  isRestricted,
  markingFrom,
  markingOf,
  originatorName,
  withWriter,
  type Marking,
} from '../release/label.js';
import { nextTearLine, otherSide, shareTearLine } from '../release/tear-line.js';
import { CONTROL, sideAt, unitAt, type Address } from './address.js';
import type { Message, MessageKind, MessageText } from './message.js';
import type { MessageWorld } from './message-state.js';
import { requestAnswered } from './request.js';

/** A message that may be sent. */
export interface Outgoing {
  readonly kind: MessageKind;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly subject?: string | undefined;
  readonly text: MessageText;
  readonly label: Releasability;
  readonly incident?: Incident | { readonly id: IncidentId } | undefined;
  readonly inReplyTo?: Message | undefined;
  readonly answerWithinMs?: number | undefined;
  readonly actor: Actor;
}

export function post(state: MessageWorld, outgoing: Outgoing): Draft[] {
  const { kind, from, to, subject, text, label, incident, inReplyTo, answerWithinMs, actor } = outgoing;
  const { class: releaseClass, reviewAt } = label;
  const id = nextMessage(state, releaseClass);
  const marking = markingOfMessage(state, {
    ...outgoing,
    ofIncident: incident !== undefined && 'class' in incident ? eventMarkingOf(incident) : undefined,
    originator: originatorOf(from, actor),
  });
  const side = otherSide(releaseClass);
  const tearLine = side === undefined || label.tearLine === undefined ? undefined : nextTearLine(state, side);
  const posted = draft(
    'MessagePosted',
    releaseClass,
    {
      message: id,
      kind,
      from,
      to: [...to],
      class: releaseClass,
      ...(subject !== undefined && { subject }),
      text,
      ...(incident && { incident: incident.id }),
      ...(inReplyTo && { inReplyTo: inReplyTo.id }),
      ...(kind === 'request' && answerWithinMs !== undefined && { answerBy: after(state.time, answerWithinMs) }),
      ...(tearLine !== undefined && { tearLine }),
      ...(reviewAt !== undefined && { reviewAt }),
      label: marking,
    },
    actor,
  );
  const drafts: Draft[] = [posted];
  if (releaseClass !== 'JOINT' && side !== undefined && tearLine !== undefined && label.tearLine !== undefined) {
    const shared = { kind: 'message', text: label.tearLine, tlp: label.tearLineTlp } as const;
    drafts.push(shareTearLine(tearLine, releaseClass, side, shared));
  }
  if (kind !== 'answer' || inReplyTo === undefined) return drafts;
  const answer = { id, class: releaseClass, marking, by: from, tearLine };
  return [...drafts, ...requestAnswered(inReplyTo, answer).map((one) => ({ ...one, actor }))];
}

/** Counted per class, so that a number reveals nothing of the messages that its reader may not know of. */
function nextMessage({ messages }: MessageWorld, releaseClass: ReleaseClass): MessageId {
  const number = (messages?.counters[releaseClass] ?? 0) + 1;
  return messageId(`MSG-${releaseClass === 'JOINT' ? '' : `${releaseClass}-`}${String(number).padStart(4, '0')}`);
}

/** What decides who reads a message. */
interface Marked {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly label: Releasability;
  readonly ofIncident?: Marking | undefined;
  readonly inReplyTo?: Message | undefined;
  readonly originator?: string | undefined;
}

/** As markings name who sent it. Who speaks in the name of a unit is the trainer's affair, or known to its side by the event. */
export function originatorOf(from: Address, actor: Actor): string | undefined {
  return unitAt(from) === undefined || isOwn(actor) ? originatorName(actor) : undefined;
}

/**
 * Under TLP:RED it is read by those whom it is addressed to, whom its label names, and its sender. What it says of an incident, or in
 * answer to another message, is read by those of them only who may read that, too. Its sender may: else it could not be sent.
 */
export function markingOfMessage(
  state: MessageWorld,
  { from, to, label, ofIncident, inReplyTo, originator }: Marked,
): Marking {
  const named = [...(label.releasableTo ?? []), ...[from, ...to].flatMap(namesAt)];
  if (originator !== undefined) named.push(originator);
  // Who wrote in the name of a unit is at its address, too, for those of the side who write back.
  const isToWriter = inReplyTo !== undefined && to.includes(inReplyTo.from);
  if (isToWriter && inReplyTo.originator !== undefined && sideAt(state, inReplyTo.from) === label.class) {
    named.push(inReplyTo.originator);
  }
  const own = markingOf({ ...label, releasableTo: named });
  const parent = inReplyTo && markingFrom(inReplyTo.marking);
  const limits = [ofIncident, parent !== undefined && isRestricted(parent) ? parent : undefined];
  const marking = limits.reduce<Marking>((so, limit) => (limit === undefined ? so : highest(so, limit)), own);
  return withWriter(marking, own, originator);
}

function isOwn(actor: Actor): boolean {
  return actor.kind === 'account' && actor.side !== undefined;
}

/** As markings name those at an address. Control reads everything. */
function namesAt(address: Address): readonly string[] {
  if (address === CONTROL) return [];
  return unitAt(address) === undefined ? ['role:commander', 'role:operator'] : [address];
}
