/** The names of those who have put something on record, as far as this page knows them. */
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { useExercise } from '../live/use-exercise.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';

/** Of somebody whom this page does not know by name, the role. */
export function useNameOf(): (actor: EventView['actor']) => string {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const viewer = useViewer();
  const people = useExercise((_fold, store) => store.presence?.people);
  return useCallback(
    ({ id, role }) => {
      if (id === viewer.account) return t('me');
      const name = people?.find((person) => person.account === id)?.name;
      return name ?? (role === undefined ? (id ?? '') : word('role', role));
    },
    [t, word, viewer, people],
  );
}
