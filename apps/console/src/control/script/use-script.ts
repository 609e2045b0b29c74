/** The script of the page. The API reports where it stands; it is read anew when an event says that it has moved on. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { isInjectEvent } from '#domain/inject/inject-views.js';
import { scriptIndex } from '#domain/inject/script-index.js';
import type { InjectId } from '#domain/kernel/ids.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { queryClient } from '../../app/query-client.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';
import { comingNext, scriptRows, type ScriptRow } from './script.js';

const scriptQuery = (exercise: string) =>
  queryOptions({
    queryKey: ['injects', exercise],
    queryFn: async () =>
      (await dataOf(api.GET('/v1/exercises/{exercise}/injects', { params: { path: { exercise } } }))).items,
  });

/** However fast events come, the script is read at most this often, ms. */
const AT_MOST_EVERY = 400;

/** Number of the latest event that moved the script. */
function lastInjectEvent({ events }: ExerciseFold): number {
  return events.findLast((event) => isInjectEvent(event as unknown as DomainEvent))?.seq ?? 0;
}

/** Keeps the script fresh; stands once in the page. */
export function useFreshScript(): void {
  const { id } = useExerciseStore().exercise;
  const last = useExercise(lastInjectEvent);
  const status = useExercise((fold) => fold.state.status);
  const readAt = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, readAt.current + AT_MOST_EVERY - Date.now());
    const timer = window.setTimeout(() => {
      readAt.current = Date.now();
      void queryClient.invalidateQueries({ queryKey: scriptQuery(id).queryKey });
    }, wait);
    return () => window.clearTimeout(timer);
  }, [id, last, status]);
}

const NOTHING: readonly ScriptRow[] = [];

/** All injects, in the order of the script. */
export function useScript(): readonly ScriptRow[] {
  const { exercise, fold } = useExerciseStore();
  const { data } = useQuery(scriptQuery(exercise.id));
  return useMemo(() => {
    if (data === undefined) return NOTHING;
    const { injects } = scriptIndex(fold.state.scenario);
    return scriptRows(data, (id) => injects.get(id as InjectId) ?? fold.state.script.improvised?.[id as InjectId]);
  }, [data, fold]);
}

export function useComing(): readonly ScriptRow[] {
  const rows = useScript();
  return useMemo(() => comingNext(rows), [rows]);
}

export function useNextInject(): ScriptRow | undefined {
  return useComing()[0];
}
