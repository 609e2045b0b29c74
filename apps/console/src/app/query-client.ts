/** One cache of what was read from the API. Live things are not in it: they are folded from the events. */
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../session/api.js';
import { SESSION_QUERY } from '../session/use-session.js';

function signedOut(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) {
    void queryClient.invalidateQueries({ queryKey: SESSION_QUERY.queryKey });
  }
}

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only what failed on the way is tried again.
      retry: (count, error) => !(error instanceof ApiError && error.status < 500) && count < 3,
    },
    mutations: { retry: false, onError: signedOut },
  },
});

queryClient.getQueryCache().config.onError = signedOut;
