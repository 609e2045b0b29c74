/** The way out: the session ends on the server, and nothing of it stays in the page. */
import { queryClient } from '../app/query-client.js';
import { api, saveToken, savedToken } from './api.js';
import { forgetData } from './forget-data.js';
import { forgetSession } from './signed-out.js';
import { SESSION_QUERY } from './use-session.js';

export async function signOut(): Promise<void> {
  if (savedToken() === undefined) await api.DELETE('/v1/session');
  saveToken(undefined);
  forgetSession();
  queryClient.setQueryData(SESSION_QUERY.queryKey, null);
  forgetData();
}
