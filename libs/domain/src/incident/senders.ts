/**
 * Who speaks under which name. A sender (CAP 1.2, 3.2.1) belongs to the first account whose message under it is accepted: nobody
 * else posts, updates or cancels under it in this exercise. The names of one side are its own affair, so that none learns or
 * blocks what the other uses; a name under which a JOINT message was accepted is known to both, and taken for both.
 */
import type { Alert } from '../alert/alert.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor, EventOf } from '../kernel/event.js';
import type { ReleaseClass } from '../kernel/side.js';
import { isUnrestricted, ownerOf } from '../release/authority.js';
import type { IncidentSlice } from './incident-state.js';

/** Each stays in the state until the exercise ends. */
const MOST_SENDERS = 1_000;
/** Stands for the script, which speaks like an account of its own. */
const SCRIPT = 'script';

/** The message counts under this name from now on. Controllers speak in the place of others, and take no name from them. */
export function claimSender(state: IncidentSlice, { actor, data: { alert } }: EventOf<'AlertAccepted'>): void {
  if (actor.kind === 'account' && actor.role === 'controller') return;
  const account = actor.kind === 'account' ? actor.id : SCRIPT;
  for (const key of keysOf(actor, classOf(alert), alert.sender)) state.senders[key] ??= account;
}

/** @throws DomainError NOT_YOUR_SENDER, TOO_MANY_SENDERS */
export function mustOwnSender(state: IncidentSlice, alert: Alert, actor: Actor): void {
  if (isUnrestricted(actor)) return;
  const keys = keysOf(actor, classOf(alert), alert.sender);
  for (const key of keys) {
    const account = state.senders[key];
    if (account !== undefined && account !== actor.id) throw notYours(alert.sender);
  }
  if (keys.every((key) => state.senders[key] === undefined)) mustHaveRoom(state, actor.id);
}

/**
 * An Update or a Cancel changes messages of the account's own senders only. A name that nobody uses is nobody's own, unless
 * the message itself is sent under it.
 * @throws DomainError NOT_YOUR_SENDER
 */
export function mustOwnReferences(state: IncidentSlice, alert: Alert, actor: Actor): void {
  if (isUnrestricted(actor)) return;
  for (const { sender } of alert.references ?? []) {
    if (sender === alert.sender) continue;
    const owners = keysOf(actor, classOf(alert), sender).map((key) => state.senders[key]);
    const isOwn = owners.includes(actor.id) && owners.every((owner) => owner === undefined || owner === actor.id);
    if (!isOwn) throw notYours(sender);
  }
}

function mustHaveRoom(state: IncidentSlice, account: string): void {
  let used = 0;
  for (const key in state.senders) if (state.senders[key] === account) used += 1;
  if (used < MOST_SENDERS) return;
  throw new DomainError(
    'TOO_MANY_SENDERS',
    `your account has sent under ${MOST_SENDERS} names in this exercise; send under one of these`,
  );
}

function keysOf(actor: Actor, releaseClass: ReleaseClass, sender: string): string[] {
  const owner = ownerOf(actor, releaseClass);
  const key = `${owner}|${sender}`;
  return releaseClass === 'JOINT' && owner !== 'JOINT' ? [key, `JOINT|${sender}`] : [key];
}

function classOf({ exercise: { releasability } }: Alert): ReleaseClass {
  return releasability.class;
}

function notYours(sender: string): DomainError {
  return new DomainError(
    'NOT_YOUR_SENDER',
    `the sender "${sender}" is not your account's; update and cancel messages of your own, under a sender of your own`,
  );
}
