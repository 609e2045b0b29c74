/** What is shown of the policies stands in the URL: one in force, a proposal, or the form of a new one. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** Which form is open: a proposal to the other side, or a policy of the own side alone. */
export type PolicyForm = 'proposed' | 'own';

export interface PolicyPlace {
  /** A class of incidents, or the id of a proposal. */
  readonly item?: string | undefined;
  readonly form?: PolicyForm | undefined;
}

const NAMES = ['item', 'form'] as const;

export function usePolicyPlace(): readonly [PolicyPlace, (place: PolicyPlace) => void] {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (place: PolicyPlace) =>
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
  const place = {
    item: params.get('item') ?? undefined,
    form: form === 'proposed' || form === 'own' ? form : undefined,
  } as const;
  return [place, go];
}
