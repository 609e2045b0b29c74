/** Shows the banner of each handover that waits for the viewer. What it shows is loaded when there is one. */
import { Suspense, useCallback } from 'react';
import { lazyPage } from '../../../language/lazy-page.js';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise } from '../../../live/use-exercise.js';
import { useViewer } from '../../../session/use-session.js';
import { offersTo } from './offers-to.js';

const HandoverBanner = lazyPage(['coordination'], async () => (await import('./handover-banner.js')).HandoverBanner);

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
