/** The escalation policy. */
import { z } from 'zod';
import type { PolicyEvents } from '#domain/policy/policy-events.js';
import { policyView } from '../policy/policy-schema.js';
import { count, exerciseTime, reason, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const proposal = z.string().meta({ description: 'Id of the proposal: `POL-0001`.' });

export const policyEvents = {
  PolicyChanged: {
    description: 'A controller has put another policy in force for incidents to come. For controllers only.',
    data: { policy: policyView, reason: reason.optional() },
    isCourse: true,
  },
  PolicyProposed: {
    description:
      'A side proposes a policy for incidents of both sides. It is in force once the other side approves it.',
    data: {
      proposal,
      side,
      policy: policyView,
      reason,
      answerBy: exerciseTime.optional().meta({ description: 'When it counts as deadlocked; absent: never.' }),
    },
    isCourse: true,
  },
  PolicyApproved: {
    description: 'The other side has approved it: it is in force for incidents of both sides to come.',
    data: {
      proposal,
      side,
      policy: z.string().meta({ description: 'Its id.' }),
      version: count,
      reason: reason.optional(),
    },
    isCourse: true,
  },
  PolicyRejected: {
    description: 'The other side has rejected a proposed policy.',
    data: { proposal, side, reason },
    isCourse: true,
  },
  PolicyWithdrawn: {
    description: 'The side that proposed a policy takes the proposal back.',
    data: { proposal, side, reason: reason.optional() },
    isCourse: true,
  },
  PolicyDeadlocked: {
    description: 'The other side has not answered the proposal for as long as the policy says. It may still do so.',
    data: { proposal, waitingFor: side },
    isCourse: true,
  },
  OwnPolicyChanged: {
    description: 'A side has put another policy in force for its own incidents to come. For that side only.',
    data: { side, policy: policyView, reason: reason.optional() },
    isCourse: true,
  },
  OwnPolicyDropped: {
    description: 'A side has dropped its own policy: its incidents to come go by the common one. For that side only.',
    data: {
      side,
      policy: z.string().meta({ description: 'The id of the policy that was dropped.' }),
      version: count,
      reason: reason.optional(),
    },
    isCourse: true,
  },
} satisfies EventSpecs<PolicyEvents>;
