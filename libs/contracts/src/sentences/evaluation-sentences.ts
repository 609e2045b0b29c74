/** What the events of the evaluation say. */
import type { EvaluationEvents } from '#domain/evaluation/evaluation-events.js';
import { word } from '../language/words.js';
import { authored, value } from './sentence.js';
import { sentence, type Sentences } from './sentence-of.js';

export const evaluationSentences: Sentences<EvaluationEvents> = {
  ObservationRecorded: ({ data: { observation, kind, text } }, say) =>
    sentence(say, 'ObservationRecorded', {
      observation: value(observation),
      kind: word(say, `word.observationKind.${kind}`),
      text: authored(text),
    }),
  ObjectiveRated: ({ data: { objective, rating, reason } }, say) => {
    const values = {
      objective: authored(objective),
      rating: { kind: 'rating', rating },
      reason: authored(reason),
    } as const;
    return sentence(say, 'ObjectiveRated', values, 'bold');
  },
  ImprovementPlanned: ({ data: { improvement, correctiveAction, organization } }, say) =>
    sentence(say, 'ImprovementPlanned', {
      improvement: value(improvement),
      action: authored(correctiveAction),
      organization: authored(organization),
    }),
};
