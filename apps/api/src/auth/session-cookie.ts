/** The cookie of a session: for this host only, out of reach of scripts, and over TLS never sent without it (RFC 6265bis). */
import type { IncomingMessage } from 'node:http';
import { SESSION_COOKIE } from '#contracts/http/sessions.js';

function nameOf(isSecure: boolean): string {
  return isSecure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
}

/** @param seconds for how long a browser keeps it */
export function sessionCookie(secret: string, isSecure: boolean, seconds: number): string {
  const secure = isSecure ? '; Secure' : '';
  return `${nameOf(isSecure)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(seconds)}${secure}`;
}

/** Makes a browser forget it. */
export function noSessionCookie(isSecure: boolean): string {
  return sessionCookie('', isSecure, 0);
}

/** What a request bears; over TLS only the cookie that can have been set by this host alone. */
export function sessionIn({ headers }: Pick<IncomingMessage, 'headers'>, isSecure: boolean): string | undefined {
  const start = `${nameOf(isSecure)}=`;
  const part = headers.cookie?.split(';').find((one) => one.trimStart().startsWith(start));
  const value = part?.trim().slice(start.length);
  return value === undefined || value === '' || value.length > 200 ? undefined : value;
}
