/** How many policies the other side proposes to ours, beside the name of their screen, for those who may answer. */
import { useCallback } from 'react';
import { mayGive } from '#domain/release/permissions.js';
import { useTranslation } from '../language/use-translation.js';
import { proposalsFor } from '../live/attention.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { CountBadge } from '../parts/count-badge.js';
import { useViewer } from '../session/use-session.js';

export function PolicyCount() {
  const { t } = useTranslation('frame');
  const { role, side } = useViewer();
  const answers = side !== undefined && mayGive(role, 'ApprovePolicy');
  const count = useExercise(
    useCallback(({ state }: ExerciseFold) => (answers ? proposalsFor(state, side).length : 0), [answers, side]),
  );
  return <CountBadge count={count} text={t('policiesWait', { count })} testId="policies-waiting" />;
}
