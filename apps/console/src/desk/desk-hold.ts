/** While somebody fills in a form, nothing moves under their eyes. Whoever opens a form holds the order of the lists. */
import { useEffect, useSyncExternalStore } from 'react';

const holders = new Set<symbol>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Holds the order for as long as the component is on the page. */
export function useHold(): void {
  useEffect(() => {
    const holder = Symbol('hold');
    holders.add(holder);
    changed();
    return () => {
      holders.delete(holder);
      changed();
    };
  }, []);
}

export function useIsHeld(): boolean {
  return useSyncExternalStore(subscribe, () => holders.size > 0);
}
