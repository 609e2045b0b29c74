/** Why nothing can be done now, in words; undefined: something can. */
import { useIsLive } from '../app/connection-state.js';
import { useTranslation } from '../language/use-translation.js';
import { useExercise } from '../live/use-exercise.js';

export function useBlocked(): string | undefined {
  const { t } = useTranslation('policy');
  const isLive = useIsLive();
  const hasEnded = useExercise((fold) => fold.state.status === 'ended');
  if (hasEnded) return t('ended');
  return isLive ? undefined : t('frame:act.offline');
}
