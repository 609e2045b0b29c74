/** While a user fills in a form, the lists on the page keep their order. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** How to close each form that is open, the latest last. */
const holders = new Map<symbol, () => void>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Holds the order for as long as the component is on the page. @param close closes the form */
export function useHold(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const holder = Symbol('hold');
    holders.set(holder, () => latest.current());
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

/** Closes the form that was opened last. @returns whether there was one */
export function closeForm(): boolean {
  const close = [...holders.values()].at(-1);
  close?.();
  return close !== undefined;
}
