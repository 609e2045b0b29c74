/** The exercise as one side sees it: the server's own snapshot for that side, taken anew when something has happened. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Side } from '#domain/kernel/side.js';
import { queryClient } from '../../app/query-client.js';
import { loadExercise } from '../../live/connect.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';

/** However fast events come, it is taken at most this often, ms. */
const AT_MOST_EVERY = 2_500;

export const STREAM = { PAK: 'pak', CHN: 'chn' } as const;

const sideQuery = (exercise: string, side: Side) =>
  queryOptions({
    queryKey: ['side', exercise, side],
    queryFn: async (): Promise<ExerciseFold> => (await loadExercise(exercise, STREAM[side])).fold,
    // Folded state is no plain data.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useSideView(side: Side): { readonly fold: ExerciseFold | undefined; readonly error: unknown } {
  const { exercise } = useExerciseStore();
  const { data, error } = useQuery(sideQuery(exercise.id, side));
  return { fold: data, error: data === undefined ? error : undefined };
}

/** Keeps the views of both sides fresh; stands once in the page. */
export function useFreshSides(): void {
  const { id } = useExerciseStore().exercise;
  const seq = useExercise((fold) => fold.seq);
  const takenAt = useRef(Date.now());
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => {
    timer.current ??= window.setTimeout(
      () => {
        timer.current = undefined;
        takenAt.current = Date.now();
        void queryClient.invalidateQueries({ queryKey: ['side', id] });
      },
      Math.max(100, takenAt.current + AT_MOST_EVERY - Date.now()),
    );
  }, [id, seq]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
}
