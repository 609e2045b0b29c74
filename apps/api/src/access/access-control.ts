/** Who may come in, and do what. Asked before a byte of a body is read, and for sockets at the handshake. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '#contracts/http/accounts.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import type { AccessLog } from '#infra/accounts/access-log.js';
import type { Account, AccountStore, Credential } from '#infra/accounts/account-store.js';
import { isUnavailable } from '#infra/database/database-error.js';
import { refuseContentType } from '../http/content-types.js';
import { notFound, Problem } from '../problems/problem.js';
import { Caller } from './caller.js';
import { type ClientAddresses, networkOf } from './client-address.js';
import type { ConnectionLimits } from './connection-limits.js';
import type { RateLimit } from './rate-limit.js';
import type { UnknownConnections } from './unknown-connections.js';
import type { WrongTokens } from './wrong-tokens.js';

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
/** A token that was good within this time, ms, is looked up however many wrong ones come from its network. */
const TRIED_MS = 600_000;

interface Fresh {
  readonly caller: Caller;
  readonly address: string;
  readonly until: number;
}

/** What the guard of the door needs. */
export interface AccessParts {
  readonly accounts: AccountStore;
  readonly rate: RateLimit;
  readonly wrongTokens: WrongTokens;
  readonly addresses: ClientAddresses;
  readonly record: AccessLog;
  readonly unknown: UnknownConnections;
  readonly limits: ConnectionLimits;
}

export class AccessControl {
  /** The store answers with the same account as long as it trusts it. */
  private readonly callers = new WeakMap<Account, Caller>();
  private readonly fresh = new Map<string, Fresh>();
  /** Until when a token that was good is looked up without counting as a try. */
  private readonly tried = new Map<string, number>();
  private readonly accounts: AccountStore;
  private readonly rate: RateLimit;
  private readonly wrongTokens: WrongTokens;
  private readonly addresses: ClientAddresses;
  private readonly record: AccessLog;

  private readonly unknown: UnknownConnections;
  /** Of the sockets and streams of each account. */
  readonly limits: ConnectionLimits;

  constructor({ accounts, rate, wrongTokens, addresses, record, unknown, limits }: AccessParts) {
    this.accounts = accounts;
    this.rate = rate;
    this.wrongTokens = wrongTokens;
    this.addresses = addresses;
    this.record = record;
    this.unknown = unknown;
    this.limits = limits;
  }

  /** Whatever is not public needs a token: routes by the table, the documentation, and paths that are no route. */
  guard(fastify: FastifyInstance): void {
    fastify.decorateRequest('caller', null);
    fastify.addHook('onRequest', (request, _reply, done) => {
      const { operation, console: isConsole } = request.routeOptions.config;
      if (operation?.roles === 'public' || isConsole === true) return done();
      this.check(request).then(() => done(), done);
    });
  }

  private async check(request: FastifyRequest): Promise<void> {
    const { operation, documentation: isDocumentation } = request.routeOptions.config;
    const token = isDocumentation ? anyToken(request.headers.authorization) : bearer(request.headers.authorization);
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
    if (token === undefined) {
      throw new Problem('UNAUTHENTICATED', 'A token is needed: `Authorization: Bearer tdm_…`.', { headers: challenge });
    }
    const known = this.fresh.get(token);
    const now = performance.now();
    if (known !== undefined && known.until > now && known.address === address) return known.caller;
    const credential = await this.look(token, address, now);
    const { account } = credential;
    if (account === undefined) {
      this.fresh.delete(token);
      this.tried.delete(token);
      this.record.refused(credential.refusal, networkOf(address), credential.known);
      throw new Problem('UNAUTHENTICATED', refusalText(credential), { headers: challenge });
    }
    this.record.used(credential.tokenId, account, address);
    let caller = this.callers.get(account);
    if (caller === undefined) this.callers.set(account, (caller = new Caller(account)));
    if (this.fresh.size >= REMEMBERED) this.fresh.clear();
    this.fresh.set(token, { caller, address, until: now + FRESH_MS });
    if (this.tried.size >= REMEMBERED) this.tried.clear();
    this.tried.set(token, now + TRIED_MS);
    return caller;
  }

  /** Asks about a token, unless too many wrong ones came from its network. @throws Problem TOO_MANY_WRONG_TOKENS */
  private async look(token: string, address: string, now: number): Promise<Credential> {
    if ((this.tried.get(token) ?? 0) > now) return this.accounts.check(token);
    const network = networkOf(address);
    const seconds = this.wrongTokens.take(network);
    if (seconds > 0) {
      this.record.refused('throttled', network, undefined);
      const message = `Too many wrong tokens came from ${network}; try again in ${seconds} s.`;
      throw new Problem('TOO_MANY_WRONG_TOKENS', message, { headers: { 'retry-after': String(seconds) } });
    }
    try {
      const credential = await this.accounts.check(token);
      if (credential.account !== undefined) this.wrongTokens.giveBack(network);
      return credential;
    } catch (error) {
      this.wrongTokens.giveBack(network);
      throw error;
    }
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

/** Only who has the secret of a token hears what became of it. */
function refusalText({ refusal, known }: Extract<Credential, { refusal: string }>): string {
  switch (refusal) {
    case 'expired token':
      return `The token expired at ${known?.expiresAt?.toISOString() ?? 'an unknown time'}; ask a controller for a new one.`;
    case 'revoked token':
    case 'disabled account':
    case 'unknown token':
      return 'The token is unknown, expired or revoked.';
    default:
      return refusal satisfies never;
  }
}

export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error(`${request.url} was let in without a caller`);
  return request.caller;
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +([\w-]{1,200})$/i.exec(header ?? '')?.[1];
}

/** As a bearer token, or as the password of a browser (RFC 7617). */
function anyToken(header: string | undefined): string | undefined {
  const basic = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '')?.[1];
  if (basic === undefined) return bearer(header);
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
