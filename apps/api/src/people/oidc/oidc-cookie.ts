/** The cookie that binds a sign-in at the identity provider to one browser. It comes back with the provider's redirect, so it is Lax. */
import type { IncomingMessage } from 'node:http';
import { OIDC_SIGN_IN_SECONDS } from '#infra/accounts/oidc-states.js';

const NAME = 'tandem-oidc';

function nameOf(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

export function oidcCookie(secret: string, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${nameOf(isSecure)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${OIDC_SIGN_IN_SECONDS}${secure}`;
}

/** @returns undefined when there is none of the right form */
export function browserIn({ headers }: Pick<IncomingMessage, 'headers'>, isSecure: boolean): string | undefined {
  const start = `${nameOf(isSecure)}=`;
  const part = headers.cookie?.split(';').find((one) => one.trimStart().startsWith(start));
  const value = part?.trim().slice(start.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}
