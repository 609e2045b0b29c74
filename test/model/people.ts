/** Who does something, and what they may know. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
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

/** What people at the desk of a side may do; all else is for controllers. */
const AT_A_DESK: readonly Command['type'][] = [
  'AcknowledgeNotification',
  'DeclineNotification',
  'ReportProgress',
  'ResolveIncident',
  'CloseIncident',
  'CancelIncident',
  'WithdrawDecision',
  'NoteIncident',
  'EscalateIncident',
  'RestartChain',
  'AskUnit',
];

/** What binds a side. */
const BY_COMMANDERS: readonly Command['type'][] = [
  'ProposeCommander',
  'ConfirmCommander',
  'ProposePolicy',
  'ApprovePolicy',
  'RejectPolicy',
  'WithdrawPolicy',
  'ChangeOwnPolicy',
  'DropOwnPolicy',
];

/** Programs send alerts, operators work at a desk, commanders may do more. */
export function mayDo(actor: Actor, type: Command['type']): boolean {
  if (actor.kind !== 'account') return true;
  if (actor.role === 'controller') return type !== 'WithdrawDecision' && !BY_COMMANDERS.includes(type);
  if (actor.role === 'commander' && BY_COMMANDERS.includes(type)) return true;
  return actor.role === 'service' ? type === 'SubmitAlert' : AT_A_DESK.includes(type);
}

export function isOfOtherSide(actor: Actor | undefined, side: Side): boolean {
  const own = sideOf(actor);
  return own !== undefined && own !== side;
}
