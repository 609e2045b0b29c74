/** How many things wait at the releasing desk, beside its name. */
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import { waitingCount } from './desk-model.js';
import styles from './release-count.module.css';

export function ReleaseCount() {
  const { t } = useTranslation('frame');
  const { side } = useViewer();
  const count = useExercise(useCallback((fold: ExerciseFold) => waitingCount(fold, side), [side]));
  if (count === 0) return null;
  return (
    <span className={styles['count']} data-testid="releases-waiting" title={t('releasesWait', { count })}>
      <bdi aria-hidden>{count}</bdi>
      <span className={styles['spoken']}> {t('releasesWait', { count })}</span>
    </span>
  );
}
