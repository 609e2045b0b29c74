/** Chains and their steps. */
import { z } from 'zod';
import type { DisclosedIncident, EscalationEvents } from '#domain/escalation/escalation-events.js';
import {
  action,
  addresseeShape,
  chain,
  count,
  exerciseTime,
  incident,
  marking,
  notification,
  reason,
  side,
  unit,
} from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const step = count.meta({ description: 'Index of the step in its chain, from 0.' });
const stepId = z.string().meta({ description: 'Id of the step in the policy.' });
const expiresAt = exerciseTime.meta({
  description: 'When the new notifications expire unless somebody answers. Absent in logs of earlier versions.',
});
const round = count.meta({ description: '0 for the first pass.' });
export const stepReason = z.enum(['start', 'timeout', 'impossible', 'skipped', 'manual', 'lapsed', 'repeat', 'raised']);
const covered = z
  .array(z.strictObject({ unit, side, action }))
  .meta({ description: 'Questions of the step that are answered already.' });

/** Read by the code that folds the log, which is the domain's own. */
const disclosed = z.record(z.string(), z.unknown()) as unknown as z.ZodType<DisclosedIncident>;

export const unreached = z
  .strictObject({
    target: z.string().meta({ description: 'A target as the policy has it, or the id of a unit.' }),
    reason: z.enum([
      'no-such-unit',
      'no-jurisdiction',
      'off-duty',
      'lacks-authority',
      'sovereignty',
      'not-releasable',
      'label',
      'side-has-acknowledged',
      'already-acknowledged',
      'no-site',
    ]),
  })
  .meta({ id: 'Unreached', description: 'A target that resolved to nobody or a unit that was left out, and why.' });

export const escalationEvents = {
  IncidentDisclosed: {
    description:
      'The marking of an incident was lowered: the incident as it stands, for those who may read it from now on.',
    data: {
      incident,
      label: marking,
      disclosed: disclosed.meta({ description: 'A part of the state by which a client goes on, as in a snapshot.' }),
    },
    isCourse: true,
  },

  ChainStarted: {
    description: 'A chain started.',
    data: {
      incident,
      chain,
      route: z.string().meta({ description: 'Id of the route.' }),
      anew: z.boolean().meta({ description: 'Whether earlier answers do not count, except those of units under way.' }),
      underWay: z.array(unit),
    },
    isCourse: true,
  },

  StepDelayed: {
    description: 'A step waits before it starts.',
    data: { incident, chain, step, round, until: exerciseTime, reason: stepReason },
    isCourse: true,
  },

  StepStarted: {
    description: 'A step started and asks units.',
    data: {
      incident,
      chain,
      step,
      stepId,
      round,
      reason: stepReason,
      deadline: exerciseTime,
      expiresAt: expiresAt.optional(),
      addressees: z.array(z.strictObject(addresseeShape)),
      covered,
      unreached: z.array(unreached),
    },
    isCourse: true,
  },

  StepSkipped: {
    description: 'A step was skipped, as it reaches nobody.',
    data: { incident, chain, step, stepId, round, covered, unreached: z.array(unreached) },
    isCourse: true,
  },

  ChainHalted: {
    description: 'A chain halted, as the requirement of its step is met.',
    data: {
      incident,
      chain,
      step,
      round,
      covered: covered.optional().meta({
        description:
          'Of a step that has asked nobody, as its requirement was met before: the questions that are answered.',
      }),
    },
    isCourse: true,
  },

  ChainResumed: {
    description: 'A halted chain runs again.',
    data: { incident, chain },
    isCourse: true,
  },

  ChainStopped: {
    description: 'A chain stopped, as the incident is routed to others.',
    data: { incident, chain, reason: z.literal('re-routed') },
    isCourse: true,
  },

  EscalationExhausted: {
    description: 'A chain has nobody left to ask.',
    data: { incident, chain, rounds: count },
    isCourse: true,
  },

  UnitAsked: {
    description: 'A unit was asked by hand, or again as it can be reached again.',
    data: {
      ...addresseeShape,
      incident,
      because: z.enum(['by-hand', 'not-reached']),
      reason: reason.optional(),
      replaces: notification.optional().meta({ description: 'The notification that was undeliverable.' }),
      expiresAt: expiresAt.optional(),
    },
    isCourse: true,
  },
} satisfies EventSpecs<EscalationEvents>;
