/** Who sits here. Every page asks for it by {@link useSession}; it is asked anew when a request was refused for want of a session. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionView } from '#contracts/http/sessions.js';
import { api, ApiError, dataOf } from './api.js';
import { noteSession } from './signed-out.js';

export const SESSION_QUERY = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      const session = await dataOf(api.GET('/v1/session', { signal }));
      noteSession(session);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Null: nobody is signed in. Undefined: it is not known yet. */
export function useSession(): SessionView | null | undefined {
  return useQuery(SESSION_QUERY).data;
}

/** The session of the signed-in user. Only pages behind the sign-in call it. */
export function useViewer(): SessionView {
  const session = useSession();
  if (session == null) throw new Error('nobody is signed in');
  return session;
}
