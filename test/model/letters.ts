/** What people and units write to each other: from `docs/domain.md`, Messages. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { sideAt, sideOfUnit } from './addresses.js';
import { contradicts, textOf } from './labels.js';
import { confinedTo, mayRead, sideOf, whyNotFor } from './people.js';
import { policyInForce } from './policies.js';
import { isFitting, post } from './posting.js';
import { namesUnknownUnit } from './records.js';
import { hasPassed } from './reviews.js';
import type { Letter } from './sides.js';
import { hasEnded, record, type Incident, type World } from './world.js';

type Sent = Extract<Command, { type: 'SendMessage' }>['data'];

export function sendLetter(world: World, data: Sent, by: Actor): string | undefined {
  const parent = data.inReplyTo === undefined ? undefined : knownLetter(world, data.inReplyTo, by);
  if (data.inReplyTo !== undefined && !parent) return 'UNKNOWN_MESSAGE';
  const incident = world.incidents.find(({ id }) => id === data.incident);
  if (data.incident !== undefined) {
    if (!incident || !mayRead(by, incident)) return 'UNKNOWN_INCIDENT';
    if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  }
  const { as } = data;
  const unit = as ?? ownUnit(data, by, parent);
  if (unit !== undefined) {
    const side = sideOfUnit(world, unit);
    if (side === undefined) return 'UNKNOWN_UNIT';
    const notFor = whyNotFor(by, unit, side);
    if (notFor) return notFor;
  }
  const from = unit === undefined ? deskFor(world, data, by, parent) : `unit:${unit}`;
  if (hasPassed(world, data.label.reviewAt)) return 'TIME_HAS_PASSED';
  return sendFrom(world, data, { by, from, incident, parent });
}

interface Sending {
  readonly by: Actor;
  readonly from: string;
  readonly incident?: Incident | undefined;
  readonly parent?: Letter | undefined;
}

/** In this name, whoever sends it. */
export function sendFrom(world: World, data: Sent, { by, from, incident, parent }: Sending): string | undefined {
  const { kind, label } = data;
  const isAnswer = kind === 'answer';
  if (data.to.some((address) => address.startsWith('unit:') && sideAt(world, address) === undefined))
    return 'UNKNOWN_UNIT';
  const to = [...new Set([...(isAnswer && parent ? [parent.from] : []), ...data.to])];
  if (to.length === 0) return 'NOT_ADDRESSED';
  const side = sideAt(world, from);
  if (side && label.class !== 'JOINT' && label.class !== side) return 'CLASS_NOT_ALLOWED';
  if (contradicts(label) || (label.class === 'JOINT' && label.tearLine !== undefined)) return 'LABEL_CONTRADICTION';
  if (namesUnknownUnit(world, label.releasableTo)) return 'UNKNOWN_RECIPIENT';
  if (isAnswer) {
    const code = whyNoAnswer(world, { parent, from, by, label });
    if (code) return code;
  }
  if (label.class !== 'JOINT' && label.tearLine === undefined) {
    // It would not reach those who may not know of its class.
    if (to.some((address) => (sideAt(world, address) ?? label.class) !== label.class)) return 'TEAR_LINE_MISSING';
  }
  if ([incident, parent].some((part) => part && part.class !== 'JOINT' && part.class !== label.class)) {
    return 'RELEASE_WIDENED';
  }
  const within = data.answerWithinMs ?? policyInForce(world, label.class).messages?.answerWithinMs;
  post(world, { ...data, from, to, by, incident, parent, answerWithinMs: within });
  return undefined;
}

/** Who was asked answers, in the class of the request, or with a tear line. Controllers answer for any unit where its desk was asked. */
function whyNoAnswer(
  world: World,
  { parent, from, by, label }: Pick<Sending, 'parent' | 'from' | 'by'> & Pick<Sent, 'label'>,
): string | undefined {
  if (parent?.kind !== 'request') return 'NOT_A_REQUEST';
  const side = sideAt(world, from);
  const isForDesk = isUnbound(by) && side !== undefined && parent.to.includes(`desk:${side}`);
  if (!parent.to.includes(from) && !isForDesk) return 'NOT_ADDRESSED';
  return isFitting(parent, label) ? undefined : 'TEAR_LINE_MISSING';
}

const isUnbound = (by: Actor): boolean => by.kind !== 'account' || by.role === 'controller';

/** The unit of a liaison: the one that was asked, or its first. */
function ownUnit({ kind }: Sent, by: Actor, parent: Letter | undefined): string | undefined {
  const own = confinedTo(by);
  if (!own) return undefined;
  const asked = kind === 'answer' ? (parent?.to ?? []) : [];
  return own.find((unit) => asked.includes(`unit:${unit}`)) ?? own[0] ?? '';
}

/** In whose name people write who play no unit. Whoever answers does so in the name of the one of their side who was asked. */
function deskFor(world: World, { kind }: Sent, by: Actor, parent: Letter | undefined): string {
  const side = isUnbound(by) ? undefined : sideOf(by);
  if (side === undefined) return 'control';
  const desk = `desk:${side}`;
  const asked = kind === 'answer' ? (parent?.to ?? []) : [];
  return asked.includes(desk) ? desk : (asked.find((address) => sideAt(world, address) === side) ?? desk);
}

function knownLetter(world: World, id: string, by: Actor): Letter | undefined {
  const letter = world.letters.find((one) => one.id === id);
  return letter && mayRead(by, letter) ? letter : undefined;
}

/** In the name of each to whom it is, and for whom the reader speaks. */
export function readLetter(world: World, id: string, by: Actor): string | undefined {
  const letter = knownLetter(world, id, by);
  if (!letter) return 'UNKNOWN_MESSAGE';
  const own = letter.to.filter((address) => speaksFor(world, by, address));
  if (own.length === 0) return 'NOT_ADDRESSED';
  for (const address of own) {
    if (letter.readBy.includes(address)) continue;
    letter.readBy.push(address);
    record(world, `${letter.id} is read by ${address}, ${textOf(letter.label)}`);
  }
  return undefined;
}

function speaksFor(world: World, by: Actor, address: string): boolean {
  if (isUnbound(by)) return address === 'control';
  const units = confinedTo(by);
  if (units) return units.some((unit) => address === `unit:${unit}`);
  return address !== 'control' && sideAt(world, address) === sideOf(by);
}
