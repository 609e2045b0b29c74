/**
 * What one looks at stands in the URL: selection, filters, sort. A link given to a colleague opens the same, and Back works. Filters
 * replace the entry of the history; a selection makes a new one.
 */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

interface Options {
  /** Whether Back returns to the values before. */
  readonly inHistory?: boolean;
}

/** Changes several parameters as one step. Absent ones stay as they are; undefined and empty ones are taken away. */
export type ChangeUrl = (change: Readonly<Record<string, string | undefined>>, options?: Options) => void;

/** The query, and how to change it. */
export function useUrl(): readonly [URLSearchParams, ChangeUrl] {
  const [params, setParams] = useSearchParams();
  const change = useCallback<ChangeUrl>(
    (values, { inHistory = false } = {}) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: !inHistory },
      ),
    [setParams],
  );
  return [params, change];
}

/** Several parameters that make up one place, which is set as a whole: those that are not named are taken away. */
export function useUrlPlace<Name extends string>(
  names: readonly Name[],
): readonly [UrlPlace<Name>, (place: UrlPlace<Name>) => void] {
  const [params, change] = useUrl();
  const place = Object.fromEntries(names.map((name) => [name, params.get(name) || undefined])) as UrlPlace<Name>;
  const go = useCallback(
    (next: UrlPlace<Name>) => change(Object.fromEntries(names.map((name) => [name, next[name]])), { inHistory: true }),
    [names, change],
  );
  return [place, go];
}

/** The parameters of a place by their names. */
export type UrlPlace<Name extends string> = { readonly [N in Name]?: string | undefined };

/** One parameter of the query. An empty or absent value is `undefined`. */
export function useUrlState(
  name: string,
  { inHistory = false }: Options = {},
): readonly [string | undefined, (value: string | undefined) => void] {
  const [params, change] = useUrl();
  const set = useCallback(
    (value: string | undefined) => change({ [name]: value }, { inHistory }),
    [name, inHistory, change],
  );
  return [params.get(name) || undefined, set];
}

/** The one selection of the page, by the id of the incident. */
export function useSelectedIncident() {
  return useUrlState('incident', { inHistory: true });
}
