/** The tear lines of the exercise that the viewer reads: former ones from the API, what comes now from the page's own log. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EventView } from '#contracts/http/events.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';
import { tearLinesOf, type TearLine } from './tear-lines.js';

/** The latest ones of a log. */
const MOST = 200;

function liveLines({ events }: ExerciseFold): readonly EventView[] {
  return events.filter(({ type }) => type === 'TearLineShared');
}

export function useTearLines(): readonly TearLine[] {
  const { exercise, stream } = useExerciseStore();
  // A side that got none has counted none.
  const count = useExercise(({ state }) => state.tearLines.PAK + state.tearLines.CHN);
  const { data } = useQuery({
    queryKey: ['exercise', exercise.id, 'tear-lines', stream],
    enabled: count > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const query = { type: 'TearLineShared', before: Number.MAX_SAFE_INTEGER, limit: MOST };
      const page = await dataOf(
        api.GET('/v1/exercises/{exercise}/events', { params: { path: { exercise: exercise.id }, query } }),
      );
      return page.events as unknown as readonly EventView[];
    },
  });
  const live = useExercise(liveLines);
  return useMemo(() => tearLinesOf([...(data ?? []), ...live]), [data, live]);
}
