/** Something that a person does: one request with a key of its own, so that a repeat after a lost answer is not done twice. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

export type Action<T> = UseMutationResult<unknown, Error, T>;

/**
 * @param act sends the request; it gets the key that it has to send as `Idempotency-Key`
 */
export function useAction<T>(act: (input: T, idempotencyKey: string) => Promise<unknown>): Action<T> {
  const queries = useQueryClient();
  const pending = useRef<{ readonly input: string; readonly key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (input: T) => {
      const text = JSON.stringify(input) ?? '';
      // The same input again after a failure on the way is the same action.
      if (pending.current?.input !== text) pending.current = { input: text, key: crypto.randomUUID() };
      const result = await act(input, pending.current.key);
      pending.current = undefined;
      return result;
    },
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'exercise' && queryKey[0] !== 'session',
      }),
    onError: (error) => {
      if ('status' in error) pending.current = undefined;
    },
  });
}
