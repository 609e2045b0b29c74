/** What the screen shows, in the address: the message that is read, and the one that is written. Both change in one step. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export interface Place {
  readonly message: string | undefined;
  /** `new`, or the message that is replied to. */
  readonly write: string | undefined;
}

/** Another message makes an entry of the history, so that Back returns to the one before; a form makes none. */
export function usePlace(): Place & { readonly go: (change: Partial<Place>) => void } {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (change: Partial<Place>) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === undefined) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: !('message' in change) },
      );
    },
    [setParams],
  );
  return { message: params.get('message') ?? undefined, write: params.get('write') ?? undefined, go };
}
