/**
 * What of the policies a reader may know, at every door: the route that shows them, the snapshot of a player's state, explanations and the
 * lint. It follows from the events of the reader's own stream and from the part of the scenario's policy that concerns the reader.
 */
import { exerciseTime, type ExerciseTime } from '../kernel/exercise-time.js';
import type { EventData } from '../kernel/event.js';
import { RELEASE_CLASSES, type ReleaseClass, type Side, type Stream } from '../kernel/side.js';
import { audiencesOf } from '../release/release.js';
import { showsAll } from '../release/shown.js';
import type { Policy } from './policy.js';
import type { PolicyEvents } from './policy-events.js';
import { policyFor } from './policy-for.js';

/** An event about policies, of the reader's stream. */
export type PolicyEvent = {
  [T in keyof PolicyEvents & keyof EventData]: {
    readonly type: T;
    readonly at: number;
    readonly data: PolicyEvents[T];
  };
}[keyof PolicyEvents & keyof EventData];

/** How a policy came into force. `by`: the scenario, a controller alone, both sides, or the side whose own it is. */
export interface PolicyOrigin {
  readonly by: 'scenario' | 'controller' | 'both-sides' | 'side';
  /** Exercise time; absent: from the beginning. */
  readonly at?: ExerciseTime;
  readonly proposal?: string;
  readonly proposedBy?: Side;
  readonly approvedBy?: Side;
  readonly reason?: string;
}

export interface PolicyInForce {
  readonly policy: Policy;
  readonly origin: PolicyOrigin;
}

export const PROPOSAL_STATUSES = ['waiting', 'approved', 'rejected', 'withdrawn'] as const;

/** A policy that a side has proposed to the other. */
export interface KnownProposal {
  readonly id: string;
  readonly side: Side;
  readonly policy: Policy;
  readonly reason: string;
  /** Exercise time, ms. */
  readonly proposedAt: ExerciseTime;
  readonly answerBy?: ExerciseTime;
  readonly status: (typeof PROPOSAL_STATUSES)[number];
  readonly deadlocked?: true;
  readonly endedAt?: ExerciseTime;
  /** Why it was approved, rejected or withdrawn. */
  readonly answer?: string;
}

export interface KnownPolicies {
  /** What controllers put in the place of the scenario's. */
  readonly common?: PolicyInForce;
  /** What both sides have agreed on (JOINT), as far as the reader knows, and the own ones of sides. */
  readonly byClass: Readonly<Partial<Record<ReleaseClass, PolicyInForce>>>;
  /** In the order in which they were made. */
  readonly proposals: readonly KnownProposal[];
}

/** @param events all events about policies in the reader's stream, in order */
export function knownPolicies(events: readonly PolicyEvent[]): KnownPolicies {
  let known: KnownPolicies = { byClass: {}, proposals: [] };
  for (const event of events) known = knownAfter(known, event);
  return known;
}

function knownAfter(known: KnownPolicies, event: PolicyEvent): KnownPolicies {
  const at = exerciseTime(event.at);
  switch (event.type) {
    case 'PolicyChanged': {
      const { JOINT: _overridden, ...byClass } = known.byClass;
      const { policy, reason } = event.data;
      return { ...known, byClass, common: { policy, origin: { by: 'controller', at, ...because(reason) } } };
    }
    case 'OwnPolicyChanged': {
      const { side, policy, reason } = event.data;
      const own = { policy, origin: { by: 'side', at, ...because(reason) } } as const;
      return { ...known, byClass: { ...known.byClass, [side]: own } };
    }
    case 'OwnPolicyDropped': {
      const { [event.data.side]: _dropped, ...byClass } = known.byClass;
      return { ...known, byClass };
    }
    case 'PolicyProposed': {
      const { proposal: id, side, policy, reason, answerBy } = event.data;
      const proposed = { id, side, policy, reason, proposedAt: at, status: 'waiting' as const };
      return {
        ...known,
        proposals: [...known.proposals, { ...proposed, ...(answerBy !== undefined && { answerBy }) }],
      };
    }
    case 'PolicyApproved':
      return approved(ended(known, event.data, 'approved', at), event.data, at);
    case 'PolicyRejected':
      return ended(known, event.data, 'rejected', at);
    case 'PolicyWithdrawn':
      return ended(known, event.data, 'withdrawn', at);
    case 'PolicyDeadlocked':
      return changed(known, event.data.proposal, { deadlocked: true });
    default:
      return event satisfies never;
  }
}

function approved(known: KnownPolicies, data: PolicyEvents['PolicyApproved'], at: ExerciseTime): KnownPolicies {
  const found = known.proposals.find(({ id }) => id === data.proposal);
  if (!found) return known;
  const { id: proposal, side: proposedBy, policy, reason } = found;
  const origin = { by: 'both-sides', at, proposal, proposedBy, approvedBy: data.side, reason } as const;
  return { ...known, byClass: { ...known.byClass, JOINT: { policy, origin } } };
}

function ended(
  known: KnownPolicies,
  { proposal, reason }: { readonly proposal: string; readonly reason?: string },
  status: KnownProposal['status'],
  endedAt: ExerciseTime,
): KnownPolicies {
  return changed(known, proposal, { status, endedAt, ...(reason !== undefined && { answer: reason }) });
}

function changed(known: KnownPolicies, id: string, change: Partial<KnownProposal>): KnownPolicies {
  return { ...known, proposals: known.proposals.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** The classes of the incidents that stand in a stream, whose policy its reader may know. */
function classesOf(stream: Stream): readonly ReleaseClass[] {
  const audiences = audiencesOf(stream);
  return RELEASE_CLASSES.filter((one) => audiences.includes(one));
}

/** Whether the reader may ask for the policy of this class: the same answer whatever there is. */
export function mayKnowPolicyOf(stream: Stream, releaseClass: ReleaseClass): boolean {
  return classesOf(stream).includes(releaseClass);
}

/**
 * The policy for incidents to come of a class, as the reader knows it. Players know nothing of changes by controllers, and of the
 * scenario's policy only what concerns the classes that they may know of.
 * @param onlyOf leaves out of the scenario's policy what concerns the other of these classes, too
 */
export function policyKnownTo(
  stream: Stream,
  scenario: { readonly policy: Policy },
  known: KnownPolicies,
  releaseClass: ReleaseClass = 'JOINT',
  { onlyOf = false } = {},
): PolicyInForce {
  const found = known.byClass[releaseClass];
  if (found) return found;
  const common = known.common ?? { policy: scenario.policy, origin: { by: 'scenario' } };
  if (showsAll(stream)) return common;
  const classes = classesOf(stream).filter((one) => !onlyOf || one === releaseClass);
  return { ...common, policy: policyFor(classes, common.policy) };
}
