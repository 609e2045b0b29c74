/**
 * Who may come in, and do what. Asked before a byte of a body is read, and for sockets at the handshake. A token and a session let
 * in alike; from here on it makes no difference which it was.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '#domain/kernel/role.js';
import type { Operation } from '#contracts/openapi/operation.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import type { Account, AccountStore } from '#infra/accounts/account-store.js';
import type { ClientAddresses } from '#infra/accounts/client-address.js';
import type { Session, SessionStore } from '#infra/accounts/session-store.js';
import { type AnyCredential, bearerToken, refusalText, type TokenDoor } from '#infra/accounts/token-door.js';
import { isUnavailable } from '#infra/database/database-error.js';
import { refuseContentType } from '../http/content-types.js';
import { notFound, Problem } from '../problems/problem.js';
import { Caller } from './caller.js';
import type { ConnectionLimits } from './connection-limits.js';
import { mustComeFromOwnPage, mustNotComeFromElsewhere, type OwnPages } from './cross-site.js';
import type { Entry, Shown, Standing } from './entry.js';
import type { RateLimit } from './rate-limit.js';
import { noSessionCookie, sessionIn } from './session-cookie.js';
import type { UnknownConnections } from './unknown-connections.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes only. */
    caller: Caller | null;
    /** How the caller came in. */
    entry: Entry | null;
  }
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="tandem"' } as const;
/** For the documentation, so that a browser asks; the token is the password. */
const BROWSER_CHALLENGE = {
  'www-authenticate': 'Basic realm="tandem: a token as the password", charset="UTF-8"',
} as const;

/** A good token is hashed and looked up once in this time, ms, not with each of thousands of requests a second. */
const FRESH_MS = 250;
const REMEMBERED = 10_000;

interface Fresh {
  readonly entry: Entry;
  readonly address: string;
  readonly until: number;
}

/** What the guard of the door needs. */
export interface AccessParts {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  /** Of web pages that may use the API, beside its own. */
  readonly origins: readonly string[];
  readonly rate: RateLimit;
  readonly door: TokenDoor;
  readonly addresses: ClientAddresses;
  readonly unknown: UnknownConnections;
  readonly limits: ConnectionLimits;
}

export class AccessControl {
  /** The store answers with the same account as long as it trusts it. */
  private readonly callers = new WeakMap<Account, Caller>();
  private readonly fresh = new Map<string, Fresh>();
  /** Raised when what is known is forgotten: an answer that was asked for before is not kept. */
  private generation = 0;
  /** Called when an access may have changed, with the account, or with undefined for any. */
  private readonly listeners = new Set<(account: string | undefined) => void>();
  private readonly accounts: AccountStore;
  private readonly sessions: SessionStore;
  private readonly origins: readonly string[];
  private readonly rate: RateLimit;
  private readonly door: TokenDoor;
  private readonly addresses: ClientAddresses;
  private readonly unknown: UnknownConnections;
  /** Of the sockets and streams of each account. */
  readonly limits: ConnectionLimits;

  constructor(parts: AccessParts) {
    const { accounts, sessions, origins, rate, door, addresses, unknown, limits } = parts;
    this.accounts = accounts;
    this.sessions = sessions;
    this.origins = origins;
    this.rate = rate;
    this.door = door;
    this.addresses = addresses;
    this.unknown = unknown;
    this.limits = limits;
  }

  /** Whatever is not public needs a token or a session: routes by the table, the documentation, and paths that are no route. */
  guard(fastify: FastifyInstance): void {
    fastify.decorateRequest('caller', null);
    fastify.decorateRequest('entry', null);
    fastify.addHook('onRequest', (request, _reply, done) => {
      const { operation, console: isConsole } = request.routeOptions.config;
      if (isConsole === true) return done();
      if (operation?.roles === 'public') return done(this.whyNotPublic(request, operation));
      this.check(request).then(() => done(), done);
    });
  }

  /** A public route that takes something lets people in. */
  private whyNotPublic(request: FastifyRequest, operation: Operation): Error | undefined {
    if (operation.body === undefined) return undefined;
    try {
      mustNotComeFromElsewhere(request.raw, this.ownPages(request.raw));
      return refuseContentType(request, operation);
    } catch (error) {
      return error as Error;
    }
  }

  private async check(request: FastifyRequest): Promise<void> {
    const { operation, documentation: isDocumentation } = request.routeOptions.config;
    const challenge = isDocumentation ? BROWSER_CHALLENGE : CHALLENGE;
    const entry = await this.enter(request.raw, { challenge, token: tokenIn(request, isDocumentation === true) });
    const { caller } = entry;
    request.caller = caller;
    request.entry = entry;
    this.unknown.forget(request.raw.socket);
    this.take(caller);
    this.use(entry);
    if (operation === undefined) return;
    if (operation.roles !== 'public') this.allow(caller, operation.roles);
    const params = request.params as Record<string, string>;
    // An id with such a character in it cannot exist, and PostgreSQL does not take it.
    for (const [name, value] of Object.entries(params)) if (hasForbiddenCharacter(value)) throw notFound(name, value);
    const { exercise } = params;
    if (exercise !== undefined && !caller.mayTouch(exercise)) throw notFound('exercise', exercise);
    const refused = refuseContentType(request, operation);
    if (refused !== undefined) throw refused;
  }

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

  private ownPages(request: IncomingMessage): OwnPages {
    return { isSecure: this.addresses.isSecure(request), origins: this.origins };
  }

  /** Whether the client's connection is encrypted. */
  isSecure(request: IncomingMessage): boolean {
    return this.addresses.isSecure(request);
  }

  /** The address from which a request comes, as the record of access names it. */
  addressOf(request: Parameters<ClientAddresses['of']>[0]): string {
    return this.addresses.of(request);
  }

  private async authenticate(shown: Shown, address: string, headers: Readonly<Record<string, string>>): Promise<Entry> {
    const { secret } = shown;
    const known = this.fresh.get(secret);
    const now = performance.now();
    if (known !== undefined && known.until > now && known.address === address) return known.entry;
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
    const entry = entryOf(shown, credential, caller);
    if (this.fresh.size >= REMEMBERED) this.fresh.clear();
    if (generation === this.generation) this.fresh.set(secret, { entry, address, until: now + FRESH_MS });
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

  /** Somebody was let in over this connection: it stays. */
  signedIn({ socket }: IncomingMessage): void {
    this.unknown.forget(socket);
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

function entryOf(shown: Shown, credential: ShownCredential & { account: Account }, caller: Caller): Entry {
  const { account, session, expiresAt } = credential;
  return {
    shown,
    caller,
    account,
    ...(session !== undefined && { session }),
    ...(expiresAt !== undefined && expiresAt !== null && { expiresAt }),
  };
}

/** What an account may do and see, to be compared. */
function rightsOf({ role, side, classes, units, exerciseId }: Account): string {
  return JSON.stringify([role, side, classes, units, exerciseId]);
}

/** The token of a request; on a page for people also as the password of a browser. */
function tokenIn({ headers }: FastifyRequest, isDocumentation: boolean): string | undefined {
  return isDocumentation ? anyToken(headers.authorization) : bearerToken(headers.authorization);
}

export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.url} was let in without a caller`);
  return request.caller;
}

/** How the caller came in. */
export function entryOfRequest(request: FastifyRequest): Entry {
  if (request.entry === null) throw new Error(`${request.url} was let in without an entry`);
  return request.entry;
}

/** As a bearer token, or as the password of a browser (RFC 7617). */
function anyToken(header: string | undefined): string | undefined {
  const basic = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '')?.[1];
  if (basic === undefined) return bearerToken(header);
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
