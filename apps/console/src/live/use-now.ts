/** Exercise time for what counts down: one timer for the whole page, which draws only the components that show a time. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useExerciseStore } from './use-exercise.js';

const listeners = new Set<() => void>();
let timer: number | undefined;
/** Counts what the timer did: between two of them every component sees the same time, however fast the exercise goes. */
let tick = 0;

/** Often enough that a second on the screen is never longer than one and a quarter. */
const EVERY_MS = 250;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    tick += 1;
    listeners.forEach((tell) => tell());
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
  const last = useRef<{ store: typeof store; show: typeof show; tick: number; value: T } | undefined>(undefined);
  const get = useCallback((): T => {
    const kept = last.current;
    if (kept?.store === store && kept.show === show && kept.tick === tick) return kept.value;
    const value = show(store.clock.now());
    last.current = { store, show, tick, value };
    return value;
  }, [store, show]);
  return useSyncExternalStore(subscribe, get);
}
