/**
 * What the model does not judge. It goes along with what the log says:
 *
 * - which draw comes out, as long as the unit's behaviour and the link allow it, and how often each comes out (see draws.ts);
 * - where a step of the clock goes to (`StepExercise`), and that nothing is due: the model keeps no account of what has become void;
 * - whether a new policy is sound (`POLICY_INVALID`, `SOVEREIGNTY_RULE`): that is the check of a scenario's load;
 * - what evaluators put on record, and what of it is refused;
 * - reasons and headlines, routes' names, and whom a step did not reach and why, but for units that may not know;
 * - the audience and label of events, but for those about messages, notes, decisions on record, changes of labels, handovers and tear lines;
 * - that a reference to a message which never came is forgotten, once there are 10,000 others;
 * - in which order that happens which happens at one millisecond.
 */
import type { Command } from '#domain/kernel/command.js';

/** What the log says of a command. */
export interface Logged {
  /** With which code it was refused. */
  readonly refused?: string;
  /** Where the clock was sent to. */
  readonly steppedTo?: number;
}

const UNJUDGED: readonly Command['type'][] = ['RecordObservation', 'RateObjective', 'PlanImprovement'];

const UNSOUND = ['POLICY_INVALID', 'SOVEREIGNTY_RULE'] as const;

const UNJUDGED_CODES: Partial<Record<Command['type'], readonly string[]>> = {
  ChangePolicy: UNSOUND,
  ProposePolicy: UNSOUND,
  ApprovePolicy: UNSOUND,
  ChangeOwnPolicy: UNSOUND,
};

/** Whether the command changes nothing that the model knows of. */
export function isNotJudged({ type, data }: Command): boolean {
  return UNJUDGED.includes(type) || (type === 'ChangeLabel' && data.of === 'observation');
}

/** The code with which the log refuses it, if that is none for the model to judge. */
export function unjudgedRefusal(command: Command, { refused }: Logged): string | undefined {
  const { type } = command;
  const isUnjudged = isNotJudged(command) || (refused !== undefined && UNJUDGED_CODES[type]?.includes(refused));
  return isUnjudged ? refused : undefined;
}
