/** Who may come in, and do what. Asked before a byte of a body is read, and for sockets at the handshake. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '#contracts/http/accounts.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import type { Account, AccountStore } from '#infra/accounts/account-store.js';
import type { ClientAddresses } from '#infra/accounts/client-address.js';
import { bearerToken, type TokenDoor } from '#infra/accounts/token-door.js';
import { isUnavailable } from '#infra/database/database-error.js';
import { refuseContentType } from '../http/content-types.js';
import { notFound, Problem } from '../problems/problem.js';
import { Caller } from './caller.js';
import type { ConnectionLimits } from './connection-limits.js';
import type { RateLimit } from './rate-limit.js';
import type { UnknownConnections } from './unknown-connections.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes only. */
    caller: Caller | null;
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
  readonly caller: Caller;
  readonly address: string;
  readonly until: number;
}

/** What the guard of the door needs. */
export interface AccessParts {
  readonly accounts: AccountStore;
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
  private readonly accounts: AccountStore;
  private readonly rate: RateLimit;
  private readonly door: TokenDoor;
  private readonly addresses: ClientAddresses;
  private readonly unknown: UnknownConnections;
  /** Of the sockets and streams of each account. */
  readonly limits: ConnectionLimits;

  constructor({ accounts, rate, door, addresses, unknown, limits }: AccessParts) {
    this.accounts = accounts;
    this.rate = rate;
    this.door = door;
    this.addresses = addresses;
    this.unknown = unknown;
    this.limits = limits;
  }

  /** Whatever is not public needs a token: routes by the table, the documentation, and paths that are no route. */
  guard(fastify: FastifyInstance): void {
    fastify.decorateRequest('caller', null);
    fastify.addHook('onRequest', (request, _reply, done) => {
      if (request.routeOptions.config.operation?.roles === 'public') return done();
      this.check(request).then(() => done(), done);
    });
  }

  private async check(request: FastifyRequest): Promise<void> {
    const { operation, documentation: isDocumentation } = request.routeOptions.config;
    const token = isDocumentation
      ? anyToken(request.headers.authorization)
      : bearerToken(request.headers.authorization);
    const address = this.addresses.of(request.raw);
    const caller = await this.authenticate(token, address, isDocumentation ? BROWSER_CHALLENGE : CHALLENGE);
    request.caller = caller;
    this.unknown.forget(request.raw.socket);
    this.take(caller);
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

  /** The address from which a request comes, as the record of access names it. */
  addressOf(request: Parameters<ClientAddresses['of']>[0]): string {
    return this.addresses.of(request);
  }

  /**
   * @param address of the client: wrong tokens are counted by it
   * @throws Problem UNAUTHENTICATED, TOO_MANY_WRONG_TOKENS; DatabaseUnavailable.
   */
  async authenticate(
    token: string | undefined,
    address: string,
    challenge: Readonly<Record<string, string>> = CHALLENGE,
  ): Promise<Caller> {
    const known = token === undefined ? undefined : this.fresh.get(token);
    const now = performance.now();
    if (known !== undefined && known.until > now && known.address === address) return known.caller;
    const answer = await this.door.ask(token, address);
    const { account } = answer;
    if (account === undefined) {
      if (token !== undefined) this.fresh.delete(token);
      const { code, detail, retryAfter } = answer;
      const headers = retryAfter === undefined ? challenge : { 'retry-after': String(retryAfter) };
      throw new Problem(code, detail, { headers });
    }
    let caller = this.callers.get(account);
    if (caller === undefined) this.callers.set(account, (caller = new Caller(account)));
    if (this.fresh.size >= REMEMBERED) this.fresh.clear();
    if (token !== undefined) this.fresh.set(token, { caller, address, until: now + FRESH_MS });
    return caller;
  }

  /** A token was revoked, or an account disabled, by this process: it counts at once. */
  forget(): void {
    this.fresh.clear();
  }

  /** @throws Problem RATE_LIMITED with Retry-After. */
  take(caller: Caller): void {
    const seconds = this.rate.take(caller.id);
    if (seconds === 0) return;
    throw new Problem('RATE_LIMITED', `Too many requests from this account; try again in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }

  /** @throws Problem FORBIDDEN. */
  allow(caller: Caller, roles: readonly Role[]): void {
    if (roles.includes(caller.role)) return;
    throw new Problem('FORBIDDEN', `The role of this token is ${caller.role}; this is for ${roles.join(', ')}.`);
  }

  /** Whether a token that was valid still is. When that cannot be known now, it counts as valid. */
  async stillValid(token: string): Promise<boolean> {
    try {
      return (await this.accounts.authenticate(token)) !== null;
    } catch (error) {
      if (isUnavailable(error)) return true;
      throw error;
    }
  }
}

export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.url} was let in without a caller`);
  return request.caller;
}

/** As a bearer token, or as the password of a browser (RFC 7617). */
function anyToken(header: string | undefined): string | undefined {
  const basic = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '')?.[1];
  if (basic === undefined) return bearerToken(header);
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
