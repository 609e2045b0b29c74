/** Who does something, and what they may know. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { reads, type Label } from './labels.js';
import type { QuestionKey } from './world.js';

/** The question that a notification asks, by its id; undefined: there is no such notification. */
export type Asking = (notification: string) => QuestionKey | undefined;

/** The side in whose name somebody acts; undefined: in that of both. */
export function sideOf(actor: Actor | undefined): Side | undefined {
  return actor?.kind === 'account' ? actor.side : undefined;
}

/** Controllers and evaluators see everything, others what is joint and what is of their side; the script knows all. */
export function mayKnow(actor: Actor | undefined, owner: ReleaseClass): boolean {
  if (actor?.kind !== 'account' || actor.role === 'controller' || actor.role === 'evaluator') return true;
  return owner === 'JOINT' || owner === actor.side;
}

/** Whether somebody may know of a thing of this class, and its label lets them read it. */
export function mayRead(
  actor: Actor | undefined,
  thing: { readonly class: ReleaseClass; readonly label: Label },
): boolean {
  return mayKnow(actor, thing.class) && reads(thing.label, actor);
}

type Type = Command['type'];

const FOR_A_UNIT: readonly Type[] = [
  'AcknowledgeNotification',
  'DeclineNotification',
  'ReportProgress',
  'SendMessage',
  'MarkMessageRead',
];

const ABOUT_RELEASES: readonly Type[] = [
  'NoteIncident',
  'SendMessage',
  'MarkMessageRead',
  'RequestRelease',
  'ProposeRelease',
  'WithdrawRelease',
];

/** What people at the desk of a side may do, and controllers for both. */
const AT_A_DESK: readonly Type[] = [
  ...FOR_A_UNIT,
  ...ABOUT_RELEASES,
  'RecordDecision',
  'ResolveIncident',
  'CloseIncident',
  'CancelIncident',
  'EscalateIncident',
  'RestartChain',
  'AskUnit',
];

/** What only a side can do: controllers are of none. */
const FOR_A_SIDE: readonly Type[] = ['WithdrawDecision', 'AssignIncident', 'HandOver', 'ConfirmHandover'];

/** What binds a side. */
const BY_COMMANDERS: readonly Type[] = [
  'ProposeCommander',
  'ConfirmCommander',
  'ProposePolicy',
  'ApprovePolicy',
  'RejectPolicy',
  'WithdrawPolicy',
  'ChangeOwnPolicy',
  'DropOwnPolicy',
];

/** Programs send alerts, liaisons play units, operators work at a desk, commanders may do more. */
export function mayDo(actor: Actor, type: Type): boolean {
  if (actor.kind !== 'account') return true;
  const { role, side } = actor;
  if (role === 'controller') return !FOR_A_SIDE.includes(type) && !BY_COMMANDERS.includes(type);
  if (role === 'service') return type === 'SubmitAlert';
  if (side === undefined) return false;
  switch (role) {
    case 'commander':
      return [...AT_A_DESK, ...FOR_A_SIDE, ...BY_COMMANDERS, 'DecideRelease', 'ChangeLabel'].includes(type);
    case 'operator':
      return AT_A_DESK.includes(type) || FOR_A_SIDE.includes(type);
    case 'releasing-authority':
      return ABOUT_RELEASES.includes(type) || type === 'DecideRelease' || type === 'ChangeLabel';
    case 'liaison':
      return FOR_A_UNIT.includes(type);
    default:
      return false;
  }
}

export function isOfOtherSide(actor: Actor | undefined, side: Side): boolean {
  const own = sideOf(actor);
  return own !== undefined && own !== side;
}

/** The units to which it is confined; undefined: to none. */
export function confinedTo(actor: Actor | undefined): readonly string[] | undefined {
  return actor?.kind === 'account' && actor.role === 'liaison' ? (actor.units ?? []) : undefined;
}

/** Why somebody may not answer for this unit; undefined: they may. */
export function whyNotFor(actor: Actor | undefined, unit: string, side: Side): string | undefined {
  if (isOfOtherSide(actor, side)) return 'NOT_YOUR_SIDE';
  return confinedTo(actor)?.includes(unit) === false ? 'NOT_YOUR_UNIT' : undefined;
}
