/** All events of one incident, oldest first: the past from the API, what comes now from the page's own log. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EventView } from '#contracts/http/events.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';

/** Of one incident. Longer histories begin later. */
const MOST = 1_000;

export function useIncidentEvents(incident: string): readonly EventView[] {
  const { exercise, stream } = useExerciseStore();
  const { data } = useQuery({
    queryKey: ['exercise', exercise.id, 'incident-events', stream, incident],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      const query = { incident, before: Number.MAX_SAFE_INTEGER, limit: MOST };
      const page = await dataOf(
        api.GET('/v1/exercises/{exercise}/events', { params: { path: { exercise: exercise.id }, query } }),
      );
      return page.events as unknown as readonly EventView[];
    },
  });
  const live = useExercise(
    useCallback((fold: ExerciseFold) => fold.events.filter((event) => isAbout(event, incident)), [incident]),
  );
  return useMemo(() => {
    const past = data ?? [];
    const last = past.at(-1)?.seq ?? 0;
    return [...past, ...live.filter(({ seq }) => seq > last)];
  }, [data, live]);
}

function isAbout({ data }: EventView, incident: string): boolean {
  return (data as { readonly incident?: unknown }).incident === incident;
}
