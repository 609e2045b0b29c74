/** What is shown of the desk stands in the URL: a case, or the form of a request or a proposal. Back returns to what was there before. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

interface ReleasePlace {
  readonly item?: string | undefined;
  readonly form?: 'request' | 'propose' | undefined;
  /** Of a proposal: what it is about, and the request that it answers. */
  readonly incident?: string | undefined;
  readonly answers?: string | undefined;
}

const NAMES = ['item', 'form', 'incident', 'answers'] as const;

export function useReleasePlace(): readonly [ReleasePlace, (place: ReleasePlace) => void] {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (place: ReleasePlace) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const name of NAMES) {
          const value = place[name];
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      }),
    [setParams],
  );
  const form = params.get('form');
  const place: ReleasePlace = {
    item: params.get('item') ?? undefined,
    form: form === 'request' || form === 'propose' ? form : undefined,
    incident: params.get('incident') ?? undefined,
    answers: params.get('answers') ?? undefined,
  };
  return [place, go];
}

/** The path to the form that proposes to release an incident. */
export function proposePath(exercise: string, incident: string): string {
  return `/x/${exercise}/releases?${new URLSearchParams({ form: 'propose', incident })}`;
}
