/** What an event says, as plain text to search in: the same words as {@link EventSentence} shows. */
import { useCallback } from 'react';
import type { EventView } from '#contracts/http/events.js';
import type { Part } from '#contracts/sentences/sentence.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useText } from './use-text.js';

export function useEventText(): (event: EventView) => string {
  const text = useText();
  const store = useExerciseStore();
  return useCallback(
    (event) => {
      const { units, sites } = store.fold.state.scenario;
      const partText = (part: Part): string => {
        if (typeof part === 'string') return part;
        switch (part.kind) {
          case 'aside':
            return part.text;
          case 'side':
            return part.side;
          case 'unit':
            return text(units.find(({ id }) => id === part.id)?.name) || part.id;
          case 'site':
            return text(sites.find(({ id }) => id === part.id)?.name) || part.id;
          case 'severity':
            return part.severity;
          case 'rating':
            return part.rating;
          default:
            return part satisfies never;
        }
      };
      const sentence = sentenceOf(event as unknown as DomainEvent);
      if (sentence === undefined) return event.type;
      return [sentence.lead ?? '', ...sentence.text.map(partText)].join('');
    },
    [text, store],
  );
}
