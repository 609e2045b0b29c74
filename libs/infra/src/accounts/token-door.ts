/**
 * What a token, or the secret of a session, is worth, asked at every door of every process: wrong ones are throttled by the address that
 * they come from before the database is asked, and each use and each refusal goes on record.
 */
import { hash } from 'node:crypto';
import type { AccessLog } from './access-log.js';
import type { Account, AccountStore, CredentialRefusal } from './account-store.js';
import { networkOf } from './client-address.js';
import type { WrongTokens } from './wrong-tokens.js';

/** A token that was good within this time, ms, is looked up however many wrong ones come from its network. */
const TRIED_MS = 600_000;
const REMEMBERED = 10_000;

/** The account that a token lets in; or why it lets nobody in, in words for who sent it. */
export type TokenAnswer =
  | { readonly account: Account }
  | {
      readonly account?: undefined;
      readonly code: 'UNAUTHENTICATED' | 'TOO_MANY_WRONG_TOKENS';
      readonly detail: string;
      /** Whole seconds after which to try again; only where too many were wrong. */
      readonly retryAfter?: number;
    };

/** What a store says of a secret. */
export type AnyCredential =
  | { readonly account: Account; readonly tokenId?: string; readonly refusal?: undefined }
  | { readonly account?: undefined; readonly refusal: CredentialRefusal; readonly known?: KnownCredential };

/** The access that a secret once was. */
interface KnownCredential {
  readonly tokenId?: string;
  readonly accountId: string;
  readonly exerciseId: string | null;
  readonly expiresAt?: Date | null;
}

/** Too many wrong secrets came from the network of the address: nothing was asked. */
export interface Throttled {
  readonly detail: string;
  /** Whole seconds after which to try again. */
  readonly retryAfter: number;
}

export interface TokenDoorParts {
  readonly accounts: Pick<AccountStore, 'check'>;
  readonly wrongTokens: WrongTokens;
  readonly record: Pick<AccessLog, 'used' | 'refused'>;
}

export class TokenDoor {
  /** Until when a token that was good is looked up without counting as a try; by its hash. */
  private readonly tried = new Map<string, number>();

  /** Secrets that are being looked up for the first time, by their hash and network: many requests may bring one at the same time. */
  private readonly underWay = new Map<string, Promise<AnyCredential | Throttled>>();

  constructor(private readonly parts: TokenDoorParts) {}

  /**
   * @param address of the client: wrong tokens are counted by it
   * @throws DatabaseUnavailable
   */
  async ask(token: string | undefined, address: string): Promise<TokenAnswer> {
    if (token === undefined) {
      return { code: 'UNAUTHENTICATED', detail: 'A token is needed: `Authorization: Bearer tdm_…`.' };
    }
    const answer = await this.tryOut(token, address, (secret) => this.parts.accounts.check(secret));
    if ('retryAfter' in answer) return { code: 'TOO_MANY_WRONG_TOKENS', ...answer };
    if (answer.account === undefined) return { code: 'UNAUTHENTICATED', detail: refusalText(answer) };
    return { account: answer.account };
  }

  /**
   * What the secret is worth, asked of the database by `check` unless too many wrong ones came from the network. Uses of tokens and
   * refusals go on record.
   * @throws DatabaseUnavailable
   */
  async tryOut<C extends AnyCredential>(
    secret: string,
    address: string,
    check: (secret: string) => Promise<C>,
  ): Promise<C | Throttled> {
    const { record } = this.parts;
    const name = hash('sha256', secret, 'base64');
    const credential = await this.look(name, address, () => check(secret));
    if ('retryAfter' in credential) return credential;
    const { account } = credential;
    if (account === undefined) {
      this.tried.delete(name);
      record.refused(credential.refusal, networkOf(address), credential.known);
      return credential;
    }
    if (credential.tokenId !== undefined) record.used(credential.tokenId, account, address);
    if (this.tried.size >= REMEMBERED) this.tried.clear();
    this.tried.set(name, performance.now() + TRIED_MS);
    return credential;
  }

  private async look<C extends AnyCredential>(
    name: string,
    address: string,
    check: () => Promise<C>,
  ): Promise<C | Throttled> {
    if ((this.tried.get(name) ?? 0) > performance.now()) return check();
    const key = `${name} ${networkOf(address)}`;
    const same = this.underWay.get(key);
    // A secret is of one kind, so that each look-up returns the same kind of credential.
    if (same !== undefined) return same as Promise<C | Throttled>;
    const first = this.lookFirst(address, check).finally(() => this.underWay.delete(key));
    this.underWay.set(key, first);
    return first;
  }

  private async lookFirst<C extends AnyCredential>(address: string, check: () => Promise<C>): Promise<C | Throttled> {
    const { wrongTokens, record } = this.parts;
    const network = networkOf(address);
    const retryAfter = wrongTokens.take(network);
    if (retryAfter > 0) {
      record.refused('throttled', network, undefined);
      return { detail: `Too many wrong tokens came from ${network}; try again in ${retryAfter} s.`, retryAfter };
    }
    try {
      const credential = await check();
      // A page whose session has ended is nobody who guesses, and many of them may share an address.
      if (credential.account !== undefined || credential.refusal === 'ended session') wrongTokens.giveBack(network);
      return credential;
    } catch (error) {
      wrongTokens.giveBack(network);
      throw error;
    }
  }
}

/** The token of an `Authorization` header (RFC 6750, section 2.1); undefined where there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([\w-]{1,200})$/i.exec(header ?? '')?.[1];
}

/** Only who has the secret of a token hears what became of it. */
export function refusalText({ refusal, known }: Extract<AnyCredential, { refusal: string }>): string {
  switch (refusal) {
    case 'expired token':
      return `The token expired at ${known?.expiresAt?.toISOString() ?? 'an unknown time'}; ask a controller for a new one.`;
    case 'revoked token':
    case 'disabled account':
    case 'unknown token':
      return 'The token is unknown, expired or revoked.';
    case 'unknown session':
    case 'ended session':
      return 'The session has ended; sign in again.';
    default:
      return refusal satisfies never;
  }
}
