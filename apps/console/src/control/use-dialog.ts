/** What opens over the page is named in the URL. What goes with it is set at once with it: two changes would be two places to go back to. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export type SetDialog = (dialog: string | undefined, more?: Readonly<Record<string, string>>) => void;

export function useDialog(): readonly [string | undefined, SetDialog] {
  const [params, setParams] = useSearchParams();
  const set = useCallback<SetDialog>(
    (dialog, more = {}) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (dialog === undefined) after.delete('open');
        else after.set('open', dialog);
        for (const [name, value] of Object.entries(more)) after.set(name, value);
        return after;
      }),
    [setParams],
  );
  return [params.get('open') ?? undefined, set];
}
