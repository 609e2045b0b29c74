/** How many things wait at the releasing desk, beside its name. */
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { CountBadge } from '../parts/count-badge.js';
import { useViewer } from '../session/use-session.js';
import { waitingCount } from './desk-model.js';

export function ReleaseCount() {
  const { t } = useTranslation('frame');
  const { side } = useViewer();
  const count = useExercise(useCallback((fold: ExerciseFold) => waitingCount(fold, side), [side]));
  return <CountBadge count={count} text={t('releasesWait', { count })} testId="releases-waiting" />;
}
