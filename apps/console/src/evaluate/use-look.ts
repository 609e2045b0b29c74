/** What an evaluator looks at, in the URL: the event, the incident, which events the feed shows, whose sheet, and the form that is open. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

const NAMES = ['event', 'incident', 'feed', 'sheet', 'form'] as const;

export type Look = Readonly<Partial<Record<(typeof NAMES)[number], string | undefined>>>;

/** Changes several at once, as one step. Absent ones stay as they are; undefined ones are taken away. */
export type ChangeLook = (change: Look) => void;

export function useLook(): readonly [Look, ChangeLook] {
  const [params, setParams] = useSearchParams();
  const look = useMemo(() => Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? undefined])), [params]);
  const change = useCallback(
    (part: Look) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(part)) {
            if (value === undefined) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [look, change];
}
