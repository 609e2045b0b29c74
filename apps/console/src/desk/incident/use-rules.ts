/** The rules, once they are loaded. */
import { useSyncExternalStore } from 'react';

type Rules = typeof import('./rules.js');

let rules: Rules | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (rules === undefined && !isLoading) {
    isLoading = true;
    void import('./rules.js').then(
      (loaded) => {
        rules = loaded;
        for (const listener of listeners) listener();
      },
      () => {
        isLoading = false;
      },
    );
  }
  return () => listeners.delete(listener);
}

export function useRules(): Rules | undefined {
  return useSyncExternalStore(subscribe, () => rules);
}
