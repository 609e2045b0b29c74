/** Where the decisions of the sides about a joint incident stand: who has decided what, who waits for whom, and whether they are stuck. */
import type { EventView } from '#contracts/http/events.js';
import type { SideDecision } from '#domain/incident/incident.js';
import { SIDES, type Side } from '#domain/kernel/side.js';

export interface JointStanding {
  readonly decisions: readonly { readonly side: Side; readonly decided: SideDecision | undefined }[];
  /** The side that has not decided while the other has. */
  readonly waitsFor: Side | undefined;
  /** `differ`: both have decided, and not the same. `waiting`: the policy's time for the other side is over. */
  readonly deadlock: 'differ' | 'waiting' | undefined;
}

const ABOUT_DECISIONS: readonly string[] = ['SideDecided', 'SideDecisionWithdrawn', 'DecisionDeadlocked'];

/**
 * Undefined: neither side has decided anything that is not done.
 * @param events of the incident, oldest first
 */
export function jointStanding(
  decisions: Readonly<Partial<Record<Side, SideDecision>>> | undefined,
  events: readonly Pick<EventView, 'type'>[],
): JointStanding | undefined {
  const decided = SIDES.filter((side) => decisions?.[side] !== undefined);
  const [first] = decided;
  if (first === undefined) return undefined;
  const isBoth = decided.length === SIDES.length;
  const last = events.findLast(({ type }) => ABOUT_DECISIONS.includes(type));
  return {
    decisions: SIDES.map((side) => ({ side, decided: decisions?.[side] })),
    waitsFor: isBoth ? undefined : otherSideThan(first),
    deadlock: isBoth ? 'differ' : last?.type === 'DecisionDeadlocked' ? 'waiting' : undefined,
  };
}

export function otherSideThan(side: Side): Side {
  return side === 'PAK' ? 'CHN' : 'PAK';
}

/**
 * The standing in a word, for a row of a list; undefined: neither side has decided anything that is not done.
 * @param own the viewer's side
 */
export function decisionInBrief(
  decisions: Readonly<Partial<Record<Side, SideDecision>>> | undefined,
  own: Side | undefined,
): 'waitsForUs' | 'waitsForThem' | 'oneSide' | 'differ' | undefined {
  const standing = jointStanding(decisions, []);
  if (standing?.waitsFor === undefined) return standing && 'differ';
  if (own === undefined) return 'oneSide';
  return standing.waitsFor === own ? 'waitsForUs' : 'waitsForThem';
}
