/**
 * What a token is worth, asked at every door of every process: wrong tokens are throttled by the address that they come from before
 * the database is asked, and each use and each refusal goes on record.
 */
import { hash } from 'node:crypto';
import type { AccessLog } from './access-log.js';
import type { Account, AccountStore, Credential } from './account-store.js';
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

export interface TokenDoorParts {
  readonly accounts: Pick<AccountStore, 'check'>;
  readonly wrongTokens: WrongTokens;
  readonly record: Pick<AccessLog, 'used' | 'refused'>;
}

export class TokenDoor {
  /** Until when a token that was good is looked up without counting as a try; by its hash. */
  private readonly tried = new Map<string, number>();

  constructor(private readonly parts: TokenDoorParts) {}

  /**
   * @param address of the client: wrong tokens are counted by it
   * @throws DatabaseUnavailable
   */
  async ask(token: string | undefined, address: string): Promise<TokenAnswer> {
    if (token === undefined) {
      return { code: 'UNAUTHENTICATED', detail: 'A token is needed: `Authorization: Bearer tdm_…`.' };
    }
    const { record } = this.parts;
    const name = hash('sha256', token, 'base64');
    const credential = await this.look(token, name, address);
    if ('retryAfter' in credential) return credential;
    const { account } = credential;
    if (account === undefined) {
      this.tried.delete(name);
      record.refused(credential.refusal, networkOf(address), credential.known);
      return { code: 'UNAUTHENTICATED', detail: refusalText(credential) };
    }
    record.used(credential.tokenId, account, address);
    if (this.tried.size >= REMEMBERED) this.tried.clear();
    this.tried.set(name, performance.now() + TRIED_MS);
    return { account };
  }

  /** Asks the database, unless too many wrong tokens came from the network. */
  private async look(token: string, name: string, address: string) {
    const { accounts, wrongTokens, record } = this.parts;
    if ((this.tried.get(name) ?? 0) > performance.now()) return accounts.check(token);
    const network = networkOf(address);
    const retryAfter = wrongTokens.take(network);
    if (retryAfter > 0) {
      record.refused('throttled', network, undefined);
      const detail = `Too many wrong tokens came from ${network}; try again in ${retryAfter} s.`;
      return { code: 'TOO_MANY_WRONG_TOKENS', detail, retryAfter } as const;
    }
    try {
      const credential = await accounts.check(token);
      if (credential.account !== undefined) wrongTokens.giveBack(network);
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
