/** Messages that people send and read. */
import type { Releasability } from '../alert/alert.js';
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { unitId, type UnitId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { Incident } from '../incident/incident.js';
import { knownIncident } from '../incident/known-incident.js';
import { policyInForce } from '../policy/policy-state.js';
import { isUnrestricted, mustAnswerFor, unitsOf } from '../release/authority.js';
import { contradicts, markingFrom } from '../release/label.js';
import { mustBeAhead } from '../release/label-review.js';
import { mustNameUnits } from '../release/recipients.js';
import { mustNotTear } from '../release/tear-line.js';
import { addressOf, CONTROL, deskOf, sideAt, unitAt, type Address } from './address.js';
import type { Message } from './message.js';
import { knownMessage, type MessageWorld } from './message-state.js';
import { post } from './post.js';
import { sideOf, speaksFor } from './speaks-for.js';

type SendMessage = CommandOf<'SendMessage'>;

/**
 * A message to a unit or desk that may not know of its class must have a tear line, which is all that gets there.
 * @throws DomainError UNKNOWN_MESSAGE, UNKNOWN_INCIDENT, INCIDENT_CLOSED, UNKNOWN_UNIT, UNKNOWN_RECIPIENT, NOT_YOUR_SIDE, NOT_YOUR_UNIT,
 * NOT_ADDRESSED, NOT_A_REQUEST, CLASS_NOT_ALLOWED, LABEL_CONTRADICTION, RELEASE_WIDENED, TEAR_LINE_MISSING,
 * TIME_HAS_PASSED
 */
export function sendMessage(state: MessageWorld, { data, actor }: SendMessage): Draft[] {
  const inReplyTo = data.inReplyTo === undefined ? undefined : knownMessage(state, data.inReplyTo, actor);
  const incident = data.incident === undefined ? undefined : knownIncident(state, data.incident, actor);
  const from = senderOf(state, data, actor, inReplyTo);
  mustBeAhead(state, data.label.reviewAt);
  return sendFrom(state, { data, actor, from, incident, inReplyTo });
}

interface Sending extends Pick<SendMessage, 'data' | 'actor'> {
  readonly from: Address;
  readonly incident?: Incident | undefined;
  readonly inReplyTo?: Message | undefined;
}

/**
 * In this name, whoever sends it.
 * @throws DomainError as {@link sendMessage}
 */
export function sendFrom(state: MessageWorld, { data, actor, from, incident, inReplyTo }: Sending): Draft[] {
  const to = addresseesOf(state, data, inReplyTo);
  checkLabel(state, data.label, from);
  if (data.kind === 'answer') mustBeAsked(state, { request: inReplyTo, from, label: data.label, actor });
  mustReach(state, data.label, to);
  for (const part of [incident, inReplyTo]) if (part) mustNotWiden(part, data.label.class);
  const answerWithinMs = data.answerWithinMs ?? usualDeadline(state, data.label.class);
  return post(state, { ...data, answerWithinMs, from, to, incident, inReplyTo, actor });
}

/**
 * Read in the name of each address for which the reader speaks. To read again is no event.
 * @throws DomainError UNKNOWN_MESSAGE, NOT_ADDRESSED
 */
export function markMessageRead(state: MessageWorld, { data, actor }: CommandOf<'MarkMessageRead'>): Draft[] {
  const message = knownMessage(state, data.message, actor);
  const own = message.to.filter((address) => speaksFor(state, actor, address));
  if (own.length === 0) {
    throw new DomainError('NOT_ADDRESSED', `${message.id} is addressed to ${message.to.join(', ')}, not to you`);
  }
  const { id, class: readers, marking } = message;
  const label = markingFrom(marking);
  return own
    .filter((by) => !message.readBy.includes(by))
    .map((by) => draft('MessageRead', readers, { message: id, by, label }, actor));
}

/** How soon the policy for its class wants a request to be answered that states no time, ms. */
function usualDeadline(state: MessageWorld, releaseClass: ReleaseClass): number | undefined {
  return policyInForce(state, releaseClass).messages?.answerWithinMs;
}

/** In whose name it is sent: of an answer, if nothing else is said, in that of the one who was asked. */
function senderOf(
  state: MessageWorld,
  { kind, as }: SendMessage['data'],
  actor: Actor,
  inReplyTo: Message | undefined,
): Address {
  if (as !== undefined) return unitFor(state, as, actor);
  const side = sideOf(actor);
  if (isUnrestricted(actor) || side === undefined) return CONTROL;
  const asked = kind === 'answer' ? (inReplyTo?.to ?? []) : [];
  const own = unitsOf(actor);
  if (own !== undefined) {
    const unit = own.find((one) => asked.includes(addressOf(one))) ?? own[0];
    return unitFor(state, unit ?? unitId(''), actor);
  }
  const desk = deskOf(side);
  if (asked.includes(desk)) return desk;
  return asked.find((address) => sideAt(state, address) === side) ?? desk;
}

/** @throws DomainError UNKNOWN_UNIT, NOT_YOUR_SIDE, NOT_YOUR_UNIT */
function unitFor(state: MessageWorld, unit: UnitId, actor: Actor): Address {
  mustBeThere(state, unit);
  const address = addressOf(unit);
  const side = sideAt(state, address) as Side;
  mustAnswerFor(actor, { unit, side }, `${unit} is of ${side}`);
  return address;
}

function mustBeThere(state: MessageWorld, unit: UnitId): void {
  if (Object.hasOwn(state.units, unit)) return;
  throw new DomainError('UNKNOWN_UNIT', `there is no unit "${unit}" in the scenario`);
}

/** Each once. An answer goes to the one who asked, too. */
function addresseesOf(
  state: MessageWorld,
  { kind, to }: SendMessage['data'],
  inReplyTo: Message | undefined,
): readonly Address[] {
  for (const address of to) {
    const unit = unitAt(address);
    if (unit !== undefined) mustBeThere(state, unit);
  }
  const asked = kind === 'answer' && inReplyTo ? [inReplyTo.from] : [];
  const all = [...new Set([...asked, ...to])];
  if (all.length === 0) throw new DomainError('NOT_ADDRESSED', 'the message is addressed to nobody; name an address');
  return all;
}

function checkLabel(state: MessageWorld, label: Releasability, from: Address): void {
  const side = sideAt(state, from);
  if (side !== undefined && label.class !== 'JOINT' && label.class !== side) {
    throw new DomainError('CLASS_NOT_ALLOWED', `${from} may not write in class ${label.class}; use JOINT or ${side}`);
  }
  if (contradicts(label.class, label.tlp)) {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      `class JOINT and ${label.tlp} contradict each other; give the class of one side, or at most TLP:AMBER`,
    );
  }
  mustNotTear(label.class, label.tearLine);
  mustNameUnits(state.units, label.releasableTo);
}

/** Who answers was asked; a trainer may also answer as any unit of a side whose desk was asked. */
function mustBeAsked(
  state: MessageWorld,
  answer: {
    readonly request: Message | undefined;
    readonly from: Address;
    readonly label: Releasability;
    readonly actor: Actor;
  },
): asserts answer is typeof answer & { request: Message } {
  const { request, from, label, actor } = answer;
  if (request?.request === undefined) {
    const what = request === undefined ? 'an answer needs' : `${request.id} is no request; an answer needs`;
    throw new DomainError('NOT_A_REQUEST', `${what} the request that it answers (inReplyTo)`);
  }
  const side = sideAt(state, from);
  const isForDesk = isUnrestricted(actor) && side !== undefined && request.to.includes(deskOf(side));
  if (!request.to.includes(from) && !isForDesk) {
    throw new DomainError('NOT_ADDRESSED', `${request.id} is addressed to ${request.to.join(', ')}, not to ${from}`);
  }
  if (!answersFor(request, label)) {
    throw new DomainError(
      'TEAR_LINE_MISSING',
      `${request.id} is ${request.class}: an answer of class ${label.class} needs a tear line`,
    );
  }
}

/** Whether all who know of the request may know that it has this answer. */
export function answersFor(request: Pick<Message, 'class'>, label: Releasability): boolean {
  return label.class === request.class || (request.class === 'JOINT' && label.tearLine !== undefined);
}

/** @throws DomainError TEAR_LINE_MISSING */
function mustReach(state: MessageWorld, { class: releaseClass, tearLine }: Releasability, to: readonly Address[]) {
  if (releaseClass === 'JOINT' || tearLine !== undefined) return;
  const other = to.find((address) => (sideAt(state, address) ?? releaseClass) !== releaseClass);
  if (other === undefined) return;
  throw new DomainError(
    'TEAR_LINE_MISSING',
    `${other} may not read class ${releaseClass}; make the message JOINT, or give it a tear line`,
  );
}

/** What stays with one side is not named in what others read. */
function mustNotWiden(part: { readonly id: string; readonly class: ReleaseClass }, releaseClass: ReleaseClass): void {
  if (part.class === 'JOINT' || part.class === releaseClass) return;
  throw new DomainError(
    'RELEASE_WIDENED',
    `${part.id} is ${part.class}; a message of class ${releaseClass} cannot name it`,
  );
}
