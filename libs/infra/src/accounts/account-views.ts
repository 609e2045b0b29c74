/** Tokens and access records in the form of the API, for the API itself and for the commands that read the database. */
import type { z } from 'zod';
import type { accessRecordView, tokenView } from '#contracts/http/accounts.js';
import type { AccessRecord } from './access-log.js';
import type { Token } from './account-store.js';

export function viewToken(token: Token): z.infer<typeof tokenView> {
  return {
    id: token.id,
    account: token.accountId,
    createdAt: token.createdAt.toISOString(),
    ...(token.expiresAt !== null && { expiresAt: token.expiresAt.toISOString() }),
    ...(token.revokedAt !== null && { revokedAt: token.revokedAt.toISOString() }),
  };
}

export function viewAccessRecord(record: AccessRecord): z.infer<typeof accessRecordView> {
  const { id, action, at, lastAt, count, accountId, tokenId, sessionId, invitationId, by, from, detail } = record;
  return {
    id: String(id),
    action,
    at: at.toISOString(),
    ...(lastAt !== null && { lastAt: lastAt.toISOString() }),
    count,
    ...(accountId !== null && { account: accountId }),
    ...(tokenId !== null && { token: tokenId }),
    ...(sessionId !== null && { session: sessionId }),
    ...(invitationId !== null && { invitation: invitationId }),
    ...(by !== null && { by }),
    from,
    ...(detail !== null && { detail }),
  };
}
