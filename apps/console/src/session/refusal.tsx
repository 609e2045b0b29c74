/** Trying to come in: one try at a time, a refusal in words, and a pause when there were too many. */
import { useEffect, useState } from 'react';
import { ApiError } from './api.js';
import { useRefusal } from './use-refusal.js';
import styles from './entry.module.css';

interface Entry {
  readonly run: (attempt: () => Promise<void>) => void;
  readonly error: unknown;
  /** In words; undefined: nothing was refused. */
  readonly refusal: string | undefined;
  readonly isBusy: boolean;
  /** Until the server takes another try. */
  readonly isThrottled: boolean;
}

export function useEntry(): Entry {
  const refusalText = useRefusal();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const retryAfter = error instanceof ApiError && error.status === 429 ? error.retryAfter : undefined;
  useEffect(() => {
    if (retryAfter === undefined) return undefined;
    const timer = window.setTimeout(() => setError(undefined), retryAfter * 1_000);
    return () => window.clearTimeout(timer);
  }, [retryAfter, error]);
  const run = (attempt: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    attempt()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return {
    run,
    error,
    refusal: error === undefined ? undefined : refusalText(error),
    isBusy,
    isThrottled: retryAfter !== undefined,
  };
}

export function Refusal({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={styles['refusal']} role="alert">
      {text}
    </p>
  );
}
