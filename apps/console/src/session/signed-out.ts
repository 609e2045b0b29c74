/**
 * Why somebody who was signed in is so no longer. The server only says that the session has ended; this page knows when it was used
 * last and what its limits were. The record outlives a reload, so that the reason is shown after a night, too.
 */
import type { SessionView } from '#contracts/http/sessions.js';

export interface LastSession {
  readonly name: string;
  readonly by: SessionView['by'];
  readonly hasPassword: boolean;
  /** How long it may be unused, ms. */
  readonly idleMs?: number;
  /** Epoch ms. */
  readonly expiresAt?: number;
  /** Epoch ms of the last answer that the server gave to it. */
  readonly usedAt: number;
}

export interface SignedOut {
  readonly name: string;
  readonly why: 'idle' | 'expired' | 'ended' | 'token-expired' | 'token-revoked';
  /** Of inactivity. */
  readonly minutes?: number;
  readonly hasPassword: boolean;
}

/** Clocks of server and page differ, and the server notes the last use by the minute. */
const SLACK_MS = 90_000;

export function whySignedOut(last: LastSession, now: number): SignedOut {
  const { name, by, hasPassword, idleMs, expiresAt, usedAt } = last;
  const who = { name, hasPassword };
  const isOver = expiresAt !== undefined && now >= expiresAt - SLACK_MS;
  if (by === 'token') return { ...who, why: isOver ? 'token-expired' : 'token-revoked' };
  if (isOver) return { ...who, why: 'expired' };
  if (idleMs !== undefined && now - usedAt >= idleMs - SLACK_MS) {
    return { ...who, why: 'idle', minutes: Math.round(idleMs / 60_000) };
  }
  return { ...who, why: 'ended' };
}

export function lastSessionOf(session: SessionView, now: number): LastSession {
  const { name, by, hasPassword, idleUntil, expiresAt } = session;
  return {
    name,
    by,
    hasPassword,
    ...(idleUntil !== undefined && { idleMs: Date.parse(idleUntil) - now }),
    ...(expiresAt !== undefined && { expiresAt: Date.parse(expiresAt) }),
    usedAt: now,
  };
}

const LAST = 'last-session';

export function noteSession(session: SessionView): void {
  sessionStorage.setItem(LAST, JSON.stringify(lastSessionOf(session, Date.now())));
}

function lastSession(): LastSession | undefined {
  const text = sessionStorage.getItem(LAST);
  return text === null ? undefined : (JSON.parse(text) as LastSession);
}

/** An answer came: the session was used. Written down at most every few seconds. */
export function noteUse(): void {
  const last = lastSession();
  const now = Date.now();
  if (last !== undefined && now - last.usedAt > 5_000) {
    sessionStorage.setItem(LAST, JSON.stringify({ ...last, usedAt: now } satisfies LastSession));
  }
}

/** Who left by themselves needs no reason. */
export function forgetSession(): void {
  sessionStorage.removeItem(LAST);
}

/** Undefined: nobody was signed in before in this tab. */
export function signedOut(): SignedOut | undefined {
  const last = lastSession();
  return last === undefined ? undefined : whySignedOut(last, Date.now());
}
