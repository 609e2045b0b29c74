/** The names of those who have put something on record, as far as this page knows them. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useExercise } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';

export function useNameOf(): (account: string | undefined) => string {
  const { t } = useTranslation('evaluate');
  const viewer = useViewer();
  const people = useExercise((_fold, store) => store.presence?.people);
  return useCallback(
    (account) => {
      if (account === viewer.account) return t('me');
      return people?.find((person) => person.account === account)?.name ?? account ?? '';
    },
    [t, viewer, people],
  );
}
