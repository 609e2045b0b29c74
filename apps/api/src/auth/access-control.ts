/**
 * Who may come in, and do what. Asked before a byte of a body is read, and for sockets at the handshake. A token and a session let
 * in alike; from here on it makes no difference which it was.
 */
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/kernel/role.js';
import { type Account, AccountStore } from '#infra/accounts/account-store.js';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import { type Session, SessionStore } from '#infra/accounts/session-store.js';
import { type AnyCredential, refusalText, TokenDoor } from '#infra/accounts/token-door.js';
import { isUnavailable } from '#infra/database/database-error.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { Caller } from './caller.js';
import { mustComeFromOwnPage, mustNotComeFromElsewhere, type OwnPages } from './cross-site.js';
import type { Entry, Shown, Standing } from './entry.js';
import { RateLimit } from './rate-limit.js';
import { noSessionCookie, sessionIn } from './session-cookie.js';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="tandem"' } as const;

/** A good token is hashed and looked up once in this time, ms, not with each of thousands of requests a second. */
const FRESH_MS = 250;
const REMEMBERED = 10_000;

interface Fresh {
  readonly entry: Entry;
  readonly until: number;
}

@Injectable()
export class AccessControl {
  /** The store answers with the same account as long as it trusts it. */
  private readonly callers = new WeakMap<Account, Caller>();
  private readonly fresh = new Map<string, Fresh>();
  /** Raised when what is known is forgotten: an answer that was asked for before is not kept. */
  private generation = 0;
  /** Called when an access may have changed, with the account, or with undefined for any. */
  private readonly listeners = new Set<(account: string | undefined) => void>();

  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly door: TokenDoor,
    private readonly addresses: ClientAddresses,
    private readonly rate: RateLimit,
    private readonly settings: ApiSettings,
  ) {}

  /**
   * By the token, or else by the cookie.
   * @throws Problem UNAUTHENTICATED, CROSS_SITE, TOO_MANY_WRONG_TOKENS; DatabaseUnavailable.
   */
  async enter(
    request: IncomingMessage,
    { token, challenge = CHALLENGE }: { token: string | undefined; challenge?: Readonly<Record<string, string>> },
  ): Promise<Entry> {
    const address = this.addresses.of(request);
    if (token !== undefined) return this.authenticate({ kind: 'token', secret: token }, address, challenge);
    const isSecure = this.addresses.isSecure(request);
    const secret = sessionIn(request, isSecure);
    if (secret === undefined) {
      const message =
        'A token is needed: `Authorization: Bearer tdm_…`; or the cookie of a session (POST /v1/session).';
      throw new Problem('UNAUTHENTICATED', message, { headers: challenge });
    }
    mustComeFromOwnPage(request, this.ownPages(request));
    return this.authenticate({ kind: 'session', secret }, address, {
      ...challenge,
      'set-cookie': noSessionCookie(isSecure),
    });
  }

  /** What lets somebody in is not asked for by a page of another site. @throws Problem CROSS_SITE */
  mustNotComeFromElsewhere(request: IncomingMessage): void {
    mustNotComeFromElsewhere(request, this.ownPages(request));
  }

  private ownPages(request: IncomingMessage): OwnPages {
    return { isSecure: this.addresses.isSecure(request), origins: this.settings.allowedOrigins };
  }

  private async authenticate(shown: Shown, address: string, headers: Readonly<Record<string, string>>): Promise<Entry> {
    const { secret } = shown;
    const known = this.fresh.get(secret);
    const now = performance.now();
    if (known !== undefined && known.until > now && known.entry.address === address) return known.entry;
    const { generation } = this;
    const credential = await this.door.tryOut(secret, address, () => this.ask(shown));
    if ('retryAfter' in credential) {
      const { detail, retryAfter } = credential;
      throw new Problem('TOO_MANY_WRONG_TOKENS', detail, { headers: { 'retry-after': String(retryAfter) } });
    }
    const { account } = credential;
    if (account === undefined) {
      this.fresh.delete(secret);
      throw new Problem('UNAUTHENTICATED', refusalText(credential), { headers });
    }
    let caller = this.callers.get(account);
    if (caller === undefined) this.callers.set(account, (caller = new Caller(account)));
    const entry = entryOf(shown, credential, { caller, address });
    if (this.fresh.size >= REMEMBERED) this.fresh.clear();
    if (generation === this.generation) this.fresh.set(secret, { entry, until: now + FRESH_MS });
    return entry;
  }

  private ask({ kind, secret }: Shown): Promise<ShownCredential> {
    return kind === 'token' ? this.accounts.check(secret) : this.sessions.check(secret);
  }

  /** An access was taken away or changed, by whichever process: it counts at once. @param account whose; undefined: anybody's */
  forget(account?: string): void {
    this.generation += 1;
    this.fresh.clear();
    this.accounts.forget();
    this.sessions.forget();
    for (const listener of this.listeners) listener(account);
  }

  /** @param listener looks again at what it holds open for the account; undefined: for all */
  onChange(listener: (account: string | undefined) => void): void {
    this.listeners.add(listener);
  }

  /** @throws Problem RATE_LIMITED with Retry-After. */
  take(caller: Caller): void {
    const seconds = this.rate.take(caller.id);
    if (seconds === 0) return;
    throw new Problem('RATE_LIMITED', `Too many requests from this account; try again in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }

  /** A request or a message came: a session is used. */
  use({ session }: Entry): void {
    if (session !== undefined) this.sessions.use(session);
  }

  /** @throws Problem FORBIDDEN. */
  allow(caller: Caller, roles: readonly Role[]): void {
    if (roles.includes(caller.role)) return;
    throw new Problem('FORBIDDEN', `The role of this account is ${caller.role}; this is for ${roles.join(', ')}.`);
  }

  /** What became of an access that let somebody in. When that cannot be known now, it counts as valid. */
  async standing(entry: Entry): Promise<Standing> {
    try {
      const { account } = await this.ask(entry.shown);
      if (account === undefined) return 'ended';
      return rightsOf(account) === rightsOf(entry.account) ? 'valid' : 'changed';
    } catch (error) {
      if (isUnavailable(error)) return 'valid';
      throw error;
    }
  }
}

/** Of a token or of a session. */
type ShownCredential = AnyCredential & { readonly expiresAt?: Date | null; readonly session?: Session };

function entryOf(
  shown: Shown,
  credential: ShownCredential & { account: Account },
  { caller, address }: Pick<Entry, 'caller' | 'address'>,
): Entry {
  const { account, session, expiresAt } = credential;
  return {
    shown,
    caller,
    address,
    account,
    ...(session !== undefined && { session }),
    ...(expiresAt !== undefined && expiresAt !== null && { expiresAt }),
  };
}

/** What an account may do and see, to be compared. */
function rightsOf({ role, side, classes, units, exerciseId }: Account): string {
  return JSON.stringify([role, side, classes, units, exerciseId]);
}
