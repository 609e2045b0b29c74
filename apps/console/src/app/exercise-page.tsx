/** The pages of one exercise: opens it once for all of them, and follows it while one of them is shown. */
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { follow, loadExercise } from '../live/connect.js';
import { ExerciseContext } from '../live/use-exercise.js';
import type { ExerciseStore } from '../live/exercise-store.js';
import { ApiError } from '../session/api.js';
import { SESSION_QUERY, useViewer } from '../session/use-session.js';
import { DeletedNotice } from './deleted-notice.js';
import { Frame } from './frame.js';
import { queryClient } from './query-client.js';
import { Problem } from '../parts/problem.js';
import { Waiting } from '../parts/waiting.js';
import { SCREEN_PAGES } from './screen-pages.js';
import { screensFor } from './screens.js';

interface Props {
  readonly exercise: string;
  readonly screen: string | undefined;
}

export function ExercisePage({ exercise, screen }: Props) {
  const { role } = useViewer();
  const screens = screensFor(role);
  const shown = screens.find(({ id }) => id === screen);
  const [generation, setGeneration] = useState(0);
  const [deleted, setDeleted] = useState<string>();
  const [location] = useLocation();
  const { data: store, error } = useQuery({
    queryKey: ['exercise', exercise, generation],
    queryFn: () => loadExercise(exercise, undefined, () => setGeneration((n) => n + 1)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    // A gap opens the exercise anew; what is on the screen stays until then.
    placeholderData: (before: ExerciseStore | undefined) => before,
  });
  useEffect(() => {
    if (store === undefined) return undefined;
    return follow(store, {
      onSignedOut: () => void queryClient.invalidateQueries({ queryKey: SESSION_QUERY.queryKey }),
      onDeleted: () => {
        setDeleted(exercise);
        void queryClient.invalidateQueries({ queryKey: ['exercises'] });
      },
    });
  }, [store, exercise]);

  if (shown === undefined) {
    const [first] = screens;
    return <Redirect to={first === undefined ? '/' : `/x/${exercise}/${first.id}`} replace />;
  }
  if (deleted === exercise) {
    return (
      <Frame>
        <DeletedNotice />
      </Frame>
    );
  }
  if (error !== null && store === undefined) {
    return (
      <Frame>
        <Problem error={error} gone={error instanceof ApiError && error.status === 404 ? location : undefined} />
      </Frame>
    );
  }
  if (store === undefined) return <Waiting />;
  const Page = SCREEN_PAGES[shown.id];
  if (shown.id === 'wall') {
    return (
      <ExerciseContext value={store}>
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </ExerciseContext>
    );
  }
  return (
    <ExerciseContext value={store}>
      <Frame exercise={store} screen={shown}>
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </Frame>
    </ExerciseContext>
  );
}
