/** Drops what was read for somebody; who is signed in stays known, for the page looks at it. */
import { queryClient } from '../app/query-client.js';
import { SESSION_QUERY } from './use-session.js';

export function forgetData(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_QUERY.queryKey[0] });
}
