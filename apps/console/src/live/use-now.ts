/** Exercise time for what counts down: one timer for the whole page, which draws only the components that show a time. */
import { useCallback, useSyncExternalStore } from 'react';
import type { ExerciseStore } from './exercise-store.js';
import { useExerciseStore } from './use-exercise.js';

const listeners = new Set<() => void>();
let timer: number | undefined;
/** Counts what the timer did: between two of them every component sees the same time, however fast the exercise goes. */

/** Often enough that a second on the screen is never longer than one and a quarter. */
const EVERY_MS = 250;

/** The time of the latest tick, by store: all that is drawn in one pass shows one moment. */
const moments = new WeakMap<ExerciseStore, { readonly tick: number; readonly now: number }>();
let tick = 0;

function momentOf(store: ExerciseStore): number {
  let moment = moments.get(store);
  if (moment?.tick !== tick) moments.set(store, (moment = { tick, now: store.clock.now() }));
  return moment.now;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) tick += 1;
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    tick += 1;
    for (const draw of listeners) draw();
  }, EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/**
 * What `show` makes of the exercise time now, ms. The component is drawn when the result changes, so give a text or a rounded number.
 * `show` must stay the same function as long as it does the same (`useCallback`, or a function of the module).
 */
export function useNow<T extends string | number | boolean | undefined>(show: (now: number) => T): T {
  const store = useExerciseStore();
  const get = useCallback(() => show(momentOf(store)), [store, show]);
  return useSyncExternalStore(subscribe, get);
}

/** The same timer for times that are of no exercise that is open, such as the clocks in the list of exercises. */
export function useTick<T extends string | number>(get: () => T): T {
  return useSyncExternalStore(subscribe, get);
}
