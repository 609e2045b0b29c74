/** What opens over the page is named in the URL. What goes with it is set at once with it: two changes would be two places to go back to. */
import { useCallback } from 'react';
import { useUrl } from '../app/use-url-state.js';

export type SetDialog = (dialog: string | undefined, more?: Readonly<Record<string, string>>) => void;

export function useDialog(): readonly [string | undefined, SetDialog] {
  const [params, change] = useUrl();
  const set = useCallback<SetDialog>(
    (dialog, more) => change({ open: dialog, ...more }, { inHistory: true }),
    [change],
  );
  return [params.get('open') ?? undefined, set];
}
