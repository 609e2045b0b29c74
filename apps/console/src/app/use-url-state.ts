/**
 * What one looks at stands in the URL: selection, filters, sort. A link given to a colleague opens the same, and Back works. Filters
 * replace the entry of the history; a selection makes a new one.
 */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

interface Options {
  /** Whether Back returns to the value before. */
  readonly inHistory?: boolean;
}

/** One parameter of the query. An empty or absent value is `undefined`. */
export function useUrlState(
  name: string,
  { inHistory = false }: Options = {},
): readonly [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const value = params.get(name) ?? undefined;
  const set = useCallback(
    (next: string | undefined) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (next === undefined || next === '') after.delete(name);
          else after.set(name, next);
          return after;
        },
        { replace: !inHistory },
      );
    },
    [name, inHistory, setParams],
  );
  return [value === '' ? undefined : value, set];
}

/** The one selection of the page, by the id of the incident. */
export function useSelectedIncident() {
  return useUrlState('incident', { inHistory: true });
}
