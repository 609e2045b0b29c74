/** What evaluators put on record says to people. */
import type { EventOf } from '#domain/engine/event.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { Colour, Piece } from './paint.js';
import { piece } from './paint.js';

const COLOURS: Readonly<Record<Rating, Colour>> = { P: 'good', S: 'good', M: 'warn', U: 'bad' };

/** The word, then the text. */
export function tellEvaluation(
  event: EventOf<'ObservationRecorded' | 'ObjectiveRated' | 'ImprovementPlanned'>,
): readonly [Piece, ...Piece[]] {
  switch (event.type) {
    case 'ObservationRecorded': {
      const { observation, kind, text } = event.data;
      return ['observed', `${observation} (${kind === 'strength' ? 'strength' : 'area for improvement'}): ${text}`];
    }
    case 'ObjectiveRated': {
      const { objective, rating, reason } = event.data;
      return [piece('bold', 'rated'), `${objective}: `, piece(COLOURS[rating], rating), `, ${reason}`];
    }
    case 'ImprovementPlanned': {
      const { improvement, correctiveAction, organization } = event.data;
      return ['to improve', `${improvement}: ${correctiveAction} (${organization})`];
    }
    default:
      return event satisfies never;
  }
}
