/** How somebody came in: by a token or by a session, and until when. */
import type { Account } from '#infra/accounts/account-store.js';
import type { Session } from '#infra/accounts/session-store.js';
import type { Caller } from './caller.js';

/** What a request or a handshake shows. */
export type Shown =
  | { readonly kind: 'token'; readonly secret: string }
  | { readonly kind: 'session'; readonly secret: string };

export interface Entry {
  readonly shown: Shown;
  readonly caller: Caller;
  /** From where, as the record of access names it. */
  readonly address: string;
  readonly account: Account;
  /** Of a session. */
  readonly session?: Session;
  /** Of a token; absent: it does not expire. */
  readonly expiresAt?: Date;
}

/** What became of the access by which somebody came in. */
export type Standing = 'valid' | 'changed' | 'ended';
