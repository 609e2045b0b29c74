/** What the page does when somebody has come in, by whichever way. */
import { queryClient } from '../app/query-client.js';
import type { SessionView } from '#contracts/http/sessions.js';
import { saveToken } from './api.js';
import { noteSession } from './signed-out.js';
import { forgetData } from './forget-data.js';
import { SESSION_QUERY } from './use-session.js';

/** @param token by which they came; absent: by the cookie that the server has just set */
export function admit(session: SessionView, token?: string): void {
  // Who sat here before may still be asked for; that answer must not take this one's place.
  void queryClient.cancelQueries({ queryKey: SESSION_QUERY.queryKey });
  const before = queryClient.getQueryData(SESSION_QUERY.queryKey);
  saveToken(token);
  noteSession(session);
  // Nothing that another person read may be shown to this one.
  if (before?.account !== session.account) forgetData();
  queryClient.setQueryData(SESSION_QUERY.queryKey, session);
}
