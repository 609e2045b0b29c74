/** What has happened at the desk: the past from the API, what comes now from the page's own log. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EventView } from '#contracts/http/events.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { api, dataOf } from '../session/api.js';

const TYPES: readonly string[] = [
  'TearLineShared',
  'ReleaseRequested',
  'ReleaseAsked',
  'ReleaseProposed',
  'ReleaseOverdue',
  'ReleaseDecided',
  'ReleaseAnswered',
  'ReleaseWithdrawn',
  'ReleaseRequestWithdrawn',
  'ReleasePrompted',
];
/** Older ones are left out. */
const MOST = 1_000;

/** Oldest first. */
export function useReleaseEvents(): readonly EventView[] {
  const { exercise, stream } = useExerciseStore();
  const { data } = useQuery({
    queryKey: ['exercise', exercise.id, 'release-events', stream],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      const query = { type: TYPES.join(','), before: Number.MAX_SAFE_INTEGER, limit: MOST };
      const page = await dataOf(
        api.GET('/v1/exercises/{exercise}/events', { params: { path: { exercise: exercise.id }, query } }),
      );
      return page.events as unknown as readonly EventView[];
    },
  });
  const live = useExercise(
    useCallback((fold: ExerciseFold) => fold.events.filter(({ type }) => TYPES.includes(type)), []),
  );
  return useMemo(() => {
    const past = data ?? [];
    const last = past.at(-1)?.seq ?? 0;
    return [...past, ...live.filter(({ seq }) => seq > last)];
  }, [data, live]);
}

interface Named {
  readonly release?: string;
  readonly request?: string;
  readonly incident?: string;
}

/** Those about a case, a request or, of a prompt, an incident. */
export function eventsAbout(events: readonly EventView[], id: string): readonly EventView[] {
  return events.filter(({ type, data }) => {
    const { release, request, incident } = data as Named;
    return release === id || request === id || (type === 'ReleasePrompted' && incident === id);
  });
}
