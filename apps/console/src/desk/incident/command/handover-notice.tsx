/** Shows the banner of each handover that waits for the viewer. What it shows is loaded when there is one. */
import { lazy, Suspense, useCallback } from 'react';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise } from '../../../live/use-exercise.js';
import { useViewer } from '../../../session/use-session.js';
import { offersTo } from './offers-to.js';

const HandoverBanner = lazy(async () => ({ default: (await import('./handover-banner.js')).HandoverBanner }));

export function HandoverNotice() {
  const { account, side } = useViewer();
  const offers = useExercise(
    useCallback(({ state }: ExerciseFold) => offersTo(state, { account, side }), [account, side]),
  );
  return (
    <Suspense>
      {offers.map((incident) => (
        <HandoverBanner key={incident} incident={incident} />
      ))}
    </Suspense>
  );
}
