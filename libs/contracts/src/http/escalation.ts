/** The policy: read, explained and linted. */
import { z } from 'zod';
import { CHAIN_STATUSES } from '#domain/escalation/chain-run.js';
import { INCIDENT_STATUSES, JOINT_ACKNOWLEDGEMENTS } from '#domain/incident/incident.js';
import { NOTIFICATION_STATUSES } from '#domain/notification/notification.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { PROPOSAL_STATUSES } from '#domain/policy/known-policy.js';
import { ACTIONS } from '#domain/unit/unit.js';
import { alertShape } from '../alert/alert-shape.js';
import { branded } from '../json/branded.js';
import { policyView } from '../policy/policy-schema.js';
import { reason } from './commands.js';

const authoredPolicy = z.unknown().meta({
  description:
    'A whole policy of a higher version, as the author of a scenario writes it: see the schema of scenario files.',
});

export const changePolicyBody = z
  .strictObject({
    policy: authoredPolicy,
    reason: reason.optional().meta({ description: 'Needed when both sides have agreed on the policy in force.' }),
  })
  .meta({ id: 'ChangePolicy' });

export const proposePolicyBody = z
  .strictObject({
    policy: authoredPolicy.meta({
      description:
        'A whole policy of a higher version, as the author of a scenario writes it. Of a route for incidents of one side alone the ' +
        'other side reads nothing: it is left out.',
    }),
    reason,
  })
  .meta({ id: 'ProposePolicy' });

export const changeOwnPolicyBody = z
  .strictObject({ policy: authoredPolicy, reason: reason.optional() })
  .meta({ id: 'ChangeOwnPolicy' });

export const dropOwnPolicyBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'DropOwnPolicy' });

export const approvePolicyBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'ApprovePolicy' });
export const rejectPolicyBody = z.strictObject({ reason }).meta({ id: 'RejectPolicy' });
export const withdrawPolicyBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'WithdrawPolicy' });

export const policyQuery = z.object({
  for: z
    .enum(RELEASE_CLASSES)
    .optional()
    .meta({
      description:
        'The incidents that it is for: JOINT, or those of your side alone. Absent: JOINT, and, as long as the policy is that of the ' +
        'scenario, all that concerns you.',
    }),
});

export const policyInForce = policyView
  .extend({
    origin: z
      .object({
        by: z.enum(['scenario', 'controller', 'both-sides', 'side']),
        at: z.number().int().optional().meta({ description: 'Exercise time, ms; absent: from the beginning.' }),
        proposal: z.string().optional(),
        proposedBy: z.enum(SIDES).optional(),
        approvedBy: z.enum(SIDES).optional(),
        reason: z.string().optional(),
      })
      .meta({ description: 'How it came into force. Players do not see changes by controllers.' }),
  })
  .meta({ id: 'PolicyInForce', description: 'The policy for incidents to come, as far as the reader may know it.' });

const policyProposal = z
  .object({
    id: z.string(),
    side: z.enum(SIDES).meta({ description: 'The side that proposes it; the other one answers.' }),
    policy: policyView,
    reason: z.string(),
    status: z.enum(PROPOSAL_STATUSES),
    proposedAt: z.number().int().meta({ description: 'Exercise time, ms.' }),
    answerBy: z.number().int().optional().meta({ description: 'When it counts as deadlocked; absent: never.' }),
    deadlocked: z.literal(true).optional(),
    endedAt: z.number().int().optional(),
    answer: z.string().optional().meta({ description: 'Why it was approved, rejected or withdrawn.' }),
  })
  .meta({ id: 'PolicyProposal', description: 'A policy that one side proposes to the other.' });

export const policyProposals = z
  .object({ items: z.array(policyProposal).meta({ description: 'Latest first.' }) })
  .meta({ id: 'PolicyProposals' });

export const explainBody = z
  .strictObject({
    alert: alertShape,
    at: branded<ExerciseTime>(z.number().int().min(0))
      .optional()
      .meta({ description: 'Exercise time, ms; absent: now.' }),
  })
  .meta({ id: 'Explain' });

export const explanation = z.looseObject({}).meta({
  id: 'Explanation',
  description: "The matched route, each condition's result, and the whole plan it would run.",
});

const at = z.number().int();
const side = z.enum(SIDES);

const questionStanding = z
  .object({
    unit: z.string(),
    side,
    action: z.enum(ACTIONS),
    state: z.enum(['answered', 'open', 'ended', 'not-asked']).meta({
      description:
        'answered: an acknowledgement answers or covers it; ended: it was declined, withdrawn, has expired, lapsed or could ' +
        'not be delivered; not-asked: the step has not started.',
    }),
    notification: z.string().optional().meta({ description: 'That answers it, or the latest that asks it.' }),
    status: z.enum([...NOTIFICATION_STATUSES, 'lapsed']).optional(),
    reason: z.string().optional().meta({ description: 'Why it was declined, withdrawn or undeliverable.' }),
  })
  .meta({ id: 'QuestionStanding', description: 'A question of the current step, and what has become of it.' });

const chainStanding = z
  .object({
    chain: z.string(),
    route: z.string(),
    status: z.enum(CHAIN_STATUSES),
    step: z.number().int().meta({ description: 'Index of the current step, from 0.' }),
    steps: z.number().int().meta({ description: 'How many the chain has.' }),
    stepId: z.string(),
    round: z.number().int().meta({ description: '0 for the first pass.' }),
    requirement: z.union([z.enum(['any', 'all', 'each-side']), z.object({ count: z.number().int() })]),
    met: z.boolean(),
    impossible: z.boolean().meta({ description: 'It would stay unmet if every open question were acknowledged.' }),
    missingSides: z.array(side).optional().meta({ description: 'Under each-side: who has yet to acknowledge.' }),
    questions: z.array(questionStanding),
    unreached: z
      .array(z.object({ target: z.string(), reason: z.string() }))
      .meta({ description: 'Whom the step could not ask if it started now, and why.' }),
    deadline: at.optional(),
    nextStepAt: at.optional().meta({ description: 'When the next step starts if nobody acts; absent: none will.' }),
  })
  .meta({ id: 'ChainStanding', description: 'A chain with its current step.' });

const possibleAct = z
  .object({
    command: z.string(),
    chain: z.string().optional(),
    side: side.optional(),
    unit: z.string().optional(),
    action: z.string().optional(),
    notification: z.string().optional(),
    progress: z.string().optional(),
    needs: z.array(z.enum(['reason', 'text'])).meta({ description: 'What the caller has to add.' }),
  })
  .meta({ id: 'PossibleAct', description: 'A command that the rules would take now from this caller.' });

export const incidentExplanation = z
  .object({
    incident: z.string(),
    at: at.meta({ description: 'Exercise time at which it stands so, ms.' }),
    status: z.enum(INCIDENT_STATUSES),
    joint: z.enum(JOINT_ACKNOWLEDGEMENTS),
    acknowledged: z.array(side),
    chains: z.array(chainStanding),
    possible: z.array(possibleAct),
    notTried: z.number().int().meta({ description: 'Units and notifications beyond the bound, which were not tried.' }),
  })
  .meta({ id: 'IncidentExplanation', description: 'Where an incident stands, and what the caller could do now.' });

export const lintBody = z.strictObject({ scenario: z.unknown() }).meta({ id: 'Lint' });

export const lintFinding = z
  .looseObject({ code: z.string(), level: z.string(), path: z.string().optional(), message: z.string() })
  .meta({ id: 'LintFinding' });

export const lintAnswer = z.object({ findings: z.array(lintFinding) }).meta({ id: 'LintAnswer' });
