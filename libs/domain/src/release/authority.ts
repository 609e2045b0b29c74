/**
 * Who may change this very thing. Asked after it was found, so that nobody is authorised for one thing and changes another. Whether
 * a role may give the command at all was asked before (`permissions.ts`). Controllers run the exercise and act for both sides;
 * everybody else acts for their own side, a liaison for its units, and who has no side acts for nobody. The engine and the units act
 * by the rules.
 */
import { DomainError } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import type { UnitId } from '../kernel/ids.js';
import { ROLE_TRAITS } from '../kernel/role.js';
import type { ReleaseClass, Side } from '../kernel/side.js';

/** Whether who acts may do so in the name of this side. */
function mayActFor(actor: Actor, side: Side): boolean {
  return isUnrestricted(actor) || actor.side === side;
}

/**
 * @param what is of the side: `INC-0001.N1 was sent to embassy of CHN`
 * @throws DomainError NOT_YOUR_SIDE
 */
export function mustActFor(actor: Actor, side: Side, what: string): void {
  if (!mayActFor(actor, side)) throw new DomainError('NOT_YOUR_SIDE', `${what}; your account is of ${sideText(actor)}`);
}

/**
 * Whether who acts may answer for this unit. A liaison answers for its own units only.
 * @param what is of the unit: `INC-0001.N1 was sent to embassy of CHN`
 * @throws DomainError NOT_YOUR_SIDE, NOT_YOUR_UNIT
 */
export function mustAnswerFor(
  actor: Actor,
  { unit, side }: { readonly unit: UnitId; readonly side: Side },
  what: string,
) {
  mustActFor(actor, side, what);
  const own = unitsOf(actor);
  if (own === undefined || own.includes(unit)) return;
  const yours = own.length === 0 ? 'your account has no units' : `your account answers for ${own.join(', ')}`;
  throw new DomainError('NOT_YOUR_UNIT', `${what}; ${yours}`);
}

/** The units that it is confined to; undefined: to none in particular. */
export function unitsOf(actor: Actor): readonly UnitId[] | undefined {
  if (actor.kind !== 'account' || ROLE_TRAITS[actor.role].units !== 'required') return undefined;
  return actor.units ?? [];
}

/** Whether it is bound by neither side nor sender: the engine and its units, and controllers. */
export function isUnrestricted(actor: Actor): actor is Exclude<Actor, { kind: 'account' }> {
  return actor.kind !== 'account' || actor.role === 'controller';
}

/**
 * Whether the class is one of those that the account was given (`own-classes` in the permission table).
 * @throws DomainError CLASS_NOT_ALLOWED
 */
export function mustSend(actor: Actor, releaseClass: ReleaseClass): void {
  if (actor.kind !== 'account' || actor.classes === undefined || actor.classes.includes(releaseClass)) return;
  const message = `this account may send ${actor.classes.join(', ')}; the alert is of class ${releaseClass}`;
  throw new DomainError('CLASS_NOT_ALLOWED', message);
}

/**
 * The side whose message it is, or JOINT for a message of no side. A message's identity and its sender's name belong to it: the
 * sides neither see nor block each other's names. A message of one side's class belongs to this side, whichever account sends it.
 */
export function ownerOf(actor: Actor, releaseClass: ReleaseClass): ReleaseClass {
  if (releaseClass !== 'JOINT') return releaseClass;
  return actor.kind === 'account' ? (actor.side ?? 'JOINT') : 'JOINT';
}

function sideText(actor: Actor): string {
  return actor.kind === 'account' ? (actor.side ?? 'no side') : 'no side';
}
