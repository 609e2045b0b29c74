/** What comes of the exercise if nobody acts: asked of the server while the panel is open, never more often than every few seconds. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ForecastView } from '#contracts/http/forecast.js';
import { useIsLive } from '../../app/connection-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, ApiError, dataOf } from '../../session/api.js';

/** The server itself answers the same forecast for three seconds. */
const AT_MOST_EVERY = 5_000;

/** The path is in the client once it is in the document that the client is made from. */
const PATH = '/v1/exercises/{exercise}/forecast' as '/v1/exercises/{exercise}/step';

async function readForecast(exercise: string): Promise<ForecastView> {
  const answer = await dataOf(api.POST(PATH, { params: { path: { exercise } }, body: {} }));
  return answer as unknown as ForecastView;
}

export function useForecast(isWanted: boolean) {
  const { exercise } = useExerciseStore();
  const isLive = useIsLive();
  const status = useExercise((fold) => fold.state.status);
  const seq = useExercise(useCallback((fold) => (status === 'running' ? 0 : fold.seq), [status]));
  return useQuery({
    // While the clock stands, only what people do can change it.
    queryKey: ['forecast', exercise.id, status, seq],
    queryFn: () => readForecast(exercise.id),
    enabled: isWanted && isLive && status !== 'ended',
    staleTime: AT_MOST_EVERY,
    placeholderData: (before: ForecastView | undefined) => before,
    refetchInterval: ({ state }) =>
      status !== 'running' || (state.error instanceof ApiError && state.error.status === 404) ? false : AT_MOST_EVERY,
  });
}
