/** The evaluation. */
import { z } from 'zod';
import type { EvaluationEvents } from '#domain/evaluation/evaluation-events.js';
import { improvementBody, observationBody, ratingBody } from '../http/evaluation.js';
import type { EventSpecs } from './event-spec.js';

export const evaluationEvents = {
  ObservationRecorded: {
    description: 'An evaluator recorded an observation. For controllers and evaluators only.',
    data: { observation: z.string().meta({ description: 'Id of the observation.' }), ...observationBody.shape },
    sentence: ({ data: { observation, kind, text } }) => ({
      label: 'observed',
      lead: 'Observation ',
      text: [`${observation} (${kind === 'strength' ? 'strength' : 'area for improvement'}): ${text}`],
    }),
    isCourse: false,
    isDetail: false,
  },

  ObjectiveRated: {
    description: 'An evaluator rated an objective. For controllers and evaluators only.',
    data: { ...ratingBody.shape },
    sentence: ({ data: { objective, rating, reason } }) => ({
      label: 'rated',
      tone: 'bold',
      lead: 'Rated: ',
      text: [`${objective}: `, { kind: 'rating', rating }, `, ${reason}`],
    }),
    isCourse: false,
    isDetail: false,
  },

  ImprovementPlanned: {
    description: 'An evaluator planned an improvement. For controllers and evaluators only.',
    data: { improvement: z.string().meta({ description: 'Id of the improvement.' }), ...improvementBody.shape },
    sentence: ({ data: { improvement, correctiveAction, organization } }) => ({
      label: 'to improve',
      lead: 'To improve: ',
      text: [`${improvement}: ${correctiveAction} (${organization})`],
    }),
    isCourse: false,
    isDetail: false,
  },
} satisfies EventSpecs<EvaluationEvents>;
