/** What an event says, as plain text to search in: the same words as {@link EventSentence} shows. */
import { useCallback } from 'react';
import type { EventView } from '#contracts/http/events.js';
import { plainText } from '#contracts/sentences/plain-text.js';
import { useSay } from '../language/say.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { sentenceIn } from './event-sentence.js';
import { useText } from './use-text.js';

export function useEventText(): (event: EventView) => string {
  const text = useText();
  const say = useSay();
  const store = useExerciseStore();
  return useCallback(
    (event) => {
      const { units, sites } = store.fold.state.scenario;
      const nameOf = (id: string) => text([...units, ...sites].find((one) => one.id === id)?.name) || id;
      const sentence = sentenceIn(store.fold, event, say);
      if (sentence === undefined) return event.type;
      return plainText([...sentence.lead, ...sentence.text], say, { nameOf, sideOf: () => undefined });
    },
    [text, say, store],
  );
}
