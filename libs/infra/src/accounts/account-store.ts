/** Accounts and their tokens. A token's secret is shown once; what is kept is its sha256. */
import { hash, randomBytes } from 'node:crypto';
import type { Repository } from 'typeorm';
import { DataSource, IsNull } from 'typeorm';
import type { Side } from '#domain/kernel/side.js';
import { available } from '../database/database-error.js';
import { AccountEntity, TokenEntity } from '../database/entities/index.js';
import { newId } from '../exercises/exercise-store.js';

export type Role = 'controller' | 'evaluator' | 'operator' | 'observer' | 'service';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side | null;
  /** The one exercise that it may touch; null: all. */
  readonly exerciseId: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

export interface Token {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewAccount {
  readonly name: string;
  readonly role: Role;
  readonly side?: Side;
  readonly exerciseId?: string;
}

export interface AccountStoreSettings {
  /** How long an answer to {@link AccountStore.authenticate} is trusted, ms; so long a revoked token may live. Default 3,000. */
  readonly trustMs?: number;
  /** Milliseconds that only go forward; for tests. */
  readonly clock?: () => number;
}

interface Trusted {
  readonly account: Account | null;
  readonly until: number;
}

const REMEMBERED_TOKENS = 10_000;

export class AccountStore {
  private readonly accounts: Repository<AccountEntity>;
  private readonly tokens: Repository<TokenEntity>;
  private readonly trustMs: number;
  private readonly clock: () => number;
  private readonly trusted = new Map<string, Trusted>();
  private readonly asking = new Map<string, Promise<Account | null>>();

  constructor(dataSource: DataSource, settings: AccountStoreSettings = {}) {
    this.accounts = dataSource.getRepository(AccountEntity);
    this.tokens = dataSource.getRepository(TokenEntity);
    this.trustMs = settings.trustMs ?? 3_000;
    this.clock = settings.clock ?? (() => performance.now());
  }

  async createAccount(account: NewAccount): Promise<Account> {
    const id = `acc_${newId(12)}`;
    await available(() =>
      this.accounts.insert({
        id,
        name: account.name,
        role: account.role,
        side: account.side ?? null,
        exerciseId: account.exerciseId ?? null,
      }),
    );
    return available(() => this.accounts.findOneByOrFail({ id }));
  }

  /** @returns the secret, `tdm_` and 32 random bytes in base64url: it cannot be had again. */
  async createToken(accountId: string, expiresAt?: Date): Promise<{ secret: string; token: Token }> {
    const secret = `tdm_${randomBytes(32).toString('base64url')}`;
    const id = `tok_${newId(12)}`;
    await available(() =>
      this.tokens.insert({ id, accountId, hash: secretHash(secret), expiresAt: expiresAt ?? null }),
    );
    return { secret, token: withoutHash(await available(() => this.tokens.findOneByOrFail({ id }))) };
  }

  /**
   * The account of a token; null when it is unknown, expired or revoked, or its account disabled. Answers from memory
   * for a few seconds.
   * @throws DatabaseUnavailable when it is not in memory and PostgreSQL is away
   */
  async authenticate(secret: string): Promise<Account | null> {
    if (!/^tdm_[\w-]{43}$/.test(secret)) return null;
    const name = secretHash(secret);
    const known = this.trusted.get(name);
    if (known !== undefined && known.until > this.clock()) return known.account;
    let asking = this.asking.get(name);
    if (asking === undefined) {
      asking = this.ask(name).finally(() => this.asking.delete(name));
      this.asking.set(name, asking);
    }
    return asking;
  }

  async list(): Promise<{ account: Account; tokens: Token[] }[]> {
    const [accounts, tokens] = await available(() =>
      Promise.all([
        this.accounts.find({ order: { createdAt: 'ASC', id: 'ASC' } }),
        this.tokens.find({ order: { createdAt: 'ASC' } }),
      ]),
    );
    return accounts.map((account) => ({
      account,
      tokens: tokens.filter((token) => token.accountId === account.id).map(withoutHash),
    }));
  }

  /** @returns whether there was such a token that was not revoked yet. */
  async revokeToken(tokenId: string): Promise<boolean> {
    const result = await available(() =>
      this.tokens.update({ id: tokenId, revokedAt: IsNull() }, { revokedAt: () => 'clock_timestamp()' }),
    );
    this.trusted.clear();
    return result.affected === 1;
  }

  /** @returns whether there was such an account that was not disabled yet. */
  async disableAccount(accountId: string): Promise<boolean> {
    const result = await available(() =>
      this.accounts.update({ id: accountId, disabledAt: IsNull() }, { disabledAt: () => 'clock_timestamp()' }),
    );
    this.trusted.clear();
    return result.affected === 1;
  }

  private async ask(name: string): Promise<Account | null> {
    const account = await available(() =>
      this.accounts
        .createQueryBuilder('account')
        .innerJoin(TokenEntity, 'token', 'token.account_id = account.id')
        .where('token.hash = :name', { name })
        .andWhere('token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > clock_timestamp())')
        .andWhere('account.disabled_at IS NULL')
        .getOne(),
    );
    this.trusted.delete(name);
    this.trusted.set(name, { account, until: this.clock() + this.trustMs });
    if (this.trusted.size > REMEMBERED_TOKENS) {
      const oldest = this.trusted.keys().next();
      if (oldest.done !== true) this.trusted.delete(oldest.value);
    }
    return account;
  }
}

function secretHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}

function withoutHash(token: TokenEntity): Token {
  const { id, accountId, createdAt, expiresAt, revokedAt } = token;
  return { id, accountId, createdAt, expiresAt, revokedAt };
}
