/** How components read the exercise of the page. */
import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react';
import type { ExerciseFold } from './exercise-fold.js';
import type { ExerciseStore } from './exercise-store.js';

export const ExerciseContext = createContext<ExerciseStore | undefined>(undefined);

export function useExerciseStore(): ExerciseStore {
  const store = use(ExerciseContext);
  if (store === undefined) throw new Error('no exercise is open here');
  return store;
}

/**
 * What `select` makes of the exercise. It is called at each change; the component is drawn anew only when its result differs: by
 * `===`, or in any member of an array. So a selector gives views, which are new objects when they have changed, or plain values.
 */
export function useExercise<T>(select: (fold: ExerciseFold, store: ExerciseStore) => T): T {
  const store = useExerciseStore();
  const last = useRef<{ store: ExerciseStore; version: number; select: typeof select; value: T } | undefined>(undefined);
  const get = useCallback((): T => {
    const kept = last.current;
    if (kept?.store === store && kept.version === store.version && kept.select === select) return kept.value;
    const value = select(store.fold, store);
    const same = kept?.store === store && isSame(kept.value, value) ? kept.value : value;
    last.current = { store, version: store.version, select, value: same };
    return same;
  }, [store, select]);
  return useSyncExternalStore(store.subscribe, get);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((one, index) => Object.is(one, b[index]));
}
