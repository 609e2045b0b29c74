/** What the screen shows, in the address: the message that is read, and the one that is written. Both change in one step. */
import { useCallback } from 'react';
import { useUrl } from '../app/use-url-state.js';

export interface Place {
  readonly message: string | undefined;
  /** `new`, or the message that is replied to. */
  readonly write: string | undefined;
}

/** Another message makes an entry of the history, so that Back returns to the one before; a form makes none. */
export function usePlace(): Place & { readonly go: (to: Partial<Place>) => void } {
  const [params, change] = useUrl();
  const go = useCallback((to: Partial<Place>) => change({ ...to }, { inHistory: 'message' in to }), [change]);
  return { message: params.get('message') ?? undefined, write: params.get('write') ?? undefined, go };
}
