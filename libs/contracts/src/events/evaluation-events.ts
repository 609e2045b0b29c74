/** The evaluation. */
import { z } from 'zod';
import type { EvaluationEvents } from '#domain/evaluation/evaluation-events.js';
import { improvementBody, observationBody, ratingBody } from '../http/evaluation.js';
import { marking } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const evaluationEvents = {
  ObservationRecorded: {
    description:
      'An evaluator recorded an observation. For controllers and evaluators only, unless it is labelled: then also for those who may ' +
      'know of its class, who read neither its objective nor its evidence.',
    data: {
      observation: z.string().meta({ description: 'Id of the observation, counted for each class: `OBS-PAK-0001`.' }),
      ...observationBody.shape,
      reviewAt: z.string().optional().meta({ description: 'When its label is to be looked at again.' }),
      label: marking.optional(),
    },
    isCourse: false,
  },

  ObjectiveRated: {
    description: 'An evaluator rated an objective. For controllers and evaluators only.',
    data: { ...ratingBody.shape },
    isCourse: false,
  },

  ImprovementPlanned: {
    description: 'An evaluator planned an improvement. For controllers and evaluators only.',
    data: { improvement: z.string().meta({ description: 'Id of the improvement.' }), ...improvementBody.shape },
    isCourse: false,
  },
} satisfies EventSpecs<EvaluationEvents>;
