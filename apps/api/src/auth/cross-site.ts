/**
 * Requests that a web page of another origin makes with the cookie of somebody's session (cross-site request forgery). One rule for
 * all doors: what bears the cookie comes from a page of ours. Browsers say where a request comes from in `Origin` (WHATWG Fetch,
 * section 3.2), and no page can change that; they leave it out of plain reading only.
 */
import type { IncomingMessage } from 'node:http';
import { Problem } from '../problems/problem.js';

export interface OwnPages {
  /** Whether the client's connection is encrypted. */
  readonly isSecure: boolean;
  /** Origins that are listed beside our own. */
  readonly origins: readonly string[];
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** With a cookie. `Origin` may be missing where nothing is changed and no socket is opened. @throws Problem CROSS_SITE */
export function mustComeFromOwnPage(request: IncomingMessage, own: OwnPages): void {
  if (request.headers.origin === undefined) {
    if (READING.has(request.method ?? '') && request.headers.upgrade === undefined) return;
    throw new Problem(
      'CROSS_SITE',
      'A request with a session cookie that changes something needs an `Origin` of this server; programs use tokens instead.',
    );
  }
  mustNotComeFromElsewhere(request, own);
}

/** What lets somebody in has no cookie yet, and programs may ask for it, which send no `Origin`. @throws Problem CROSS_SITE */
export function mustNotComeFromElsewhere({ headers }: IncomingMessage, { isSecure, origins }: OwnPages): void {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return;
  const page = URL.canParse(origin) ? new URL(origin) : undefined;
  if (page?.host === host && page?.protocol !== undefined && (!isSecure || page.protocol === 'https:')) return;
  throw new Problem(
    'CROSS_SITE',
    `The request comes from a page of ${JSON.stringify(origin.slice(0, 100))}, not of this server.`,
  );
}
