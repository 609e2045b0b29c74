/** What went wrong between the identity provider and us, as a problem: is it away, did it refuse, or can its answer not be trusted? */
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { Problem } from '../../problems/problem.js';

/** Codes of the authorization endpoint that say that it cannot now (RFC 6749, section 4.1.2.1). */
const CANNOT_NOW: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);
/** The provider does not know us as we are configured: nobody can sign in until that is mended. */
const NOT_OUR_CLIENT: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
]);

export function unavailable(): Problem {
  return new Problem(
    'OIDC_UNAVAILABLE',
    'The identity provider cannot be reached, or does not work; try again later.',
    {
      headers: { 'retry-after': '30' },
    },
  );
}

/** The cause goes to the log. The person reads what to do, and nothing that the provider wrote. */
export function providerProblem(error: unknown): Problem {
  if (error instanceof AuthorizationResponseError) {
    if (CANNOT_NOW.has(error.error)) return unavailable();
    return new Problem(
      'OIDC_DENIED',
      'The identity provider has not signed the person in; it was cancelled, or is not allowed.',
    );
  }
  if (isAway(error)) return unavailable();
  return new Problem('OIDC_ANSWER_INVALID', "The identity provider's answer is not valid; sign in again.");
}

function isAway(error: unknown): boolean {
  if (error instanceof WWWAuthenticateChallengeError) return true;
  if (error instanceof ResponseBodyError) return error.status >= 500 || NOT_OUR_CLIENT.has(error.error);
  if (!(error instanceof ClientError)) return isNoAnswer(error);
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT' || isNoAnswer(error.cause)) return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}

/** `fetch` rejects with it when nobody answers. By name, for it may be made in another realm. */
function isNoAnswer(error: unknown): boolean {
  const { name, message } = (error ?? {}) as Partial<Error>;
  return name === 'TypeError' && message === 'fetch failed';
}

/** For the log: what went wrong, without what the answer held. */
export function reasonOf(error: unknown): string {
  const { message, code, cause } = (error ?? {}) as { message?: unknown; code?: unknown; cause?: unknown };
  if (typeof message !== 'string') return 'unknown';
  const refusal =
    error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? `: ${error.error}` : '';
  const because = reasonOf(cause);
  return `${message}${refusal}${typeof code === 'string' ? ` (${code})` : ''}${because === 'unknown' ? '' : `; ${because}`}`;
}
