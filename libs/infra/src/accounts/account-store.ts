/**
 * Accounts and their tokens. A token's secret is shown once; what is kept is its sha256. Each change is on record
 * (`access-log.ts`), in the same transaction.
 */
import type { EntityManager, Repository } from 'typeorm';
import { DataSource, IsNull } from 'typeorm';
import { ROLE_TRAITS, type Role } from '#domain/kernel/role.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { available } from '../database/database-error.js';
import { AccountEntity, TokenEntity } from '../database/entities/index.js';
import { lockExercise } from '../exercises/exercise-lock.js';
import { newId } from '../exercises/exercise-store.js';
import { publishAccessChange } from './people-channel.js';
import { writeAccessRecord, type AccessRefusal, type AccessSource } from './access-log.js';
import { keepingAController } from './controllers-left.js';
import { putPassword, takeName } from './names.js';
import { isSecret, newSecret, secretHash } from './secrets.js';
import { endSessions } from './session-store.js';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side | null;
  /** Of a service: the classes of alerts that it may send. Null for every other role. */
  readonly classes: readonly ReleaseClass[] | null;
  /** The one exercise that it may touch; null: all. */
  readonly exerciseId: string | null;
  /** Of Tandem's own programs, not of a person. */
  readonly builtIn: boolean;
  /** The units that the person answers for; null: no unit in particular. */
  readonly units: readonly string[] | null;
  readonly language: 'en' | 'ur' | 'zh' | null;
  /** The invitation by which the person came. */
  readonly invitationId: string | null;
  readonly hasPassword: boolean;
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
  /** An operator must have one (`accountProblems` of the contracts; PostgreSQL refuses it otherwise). */
  readonly side?: Side;
  /** A service must have some, and no one else. */
  readonly classes?: readonly ReleaseClass[];
  readonly exerciseId?: string;
  readonly builtIn?: boolean;
  readonly units?: readonly string[];
  /** With it a person signs in by name (`hashPassword`). */
  readonly passwordHash?: string;
}

/** What an account may do. */
export type AccountRole = Pick<NewAccount, 'role' | 'side' | 'classes' | 'units'>;

export type CredentialRefusal = Exclude<
  AccessRefusal,
  'throttled' | 'wrong password' | 'wrong link' | 'wrong invitation' | 'wrong OpenID Connect answer' | 'no group'
>;

/** What a token's secret is worth. */
export type Credential =
  | {
      readonly account: Account;
      readonly tokenId: string;
      readonly expiresAt: Date | null;
      readonly refusal?: undefined;
    }
  | {
      readonly account?: undefined;
      readonly refusal: CredentialRefusal;
      /** The token that it was, if there is such a token. */
      readonly known?: {
        readonly tokenId: string;
        readonly accountId: string;
        readonly exerciseId: string | null;
        readonly expiresAt: Date | null;
      };
    };

const DAY_MS = 86_400_000;

/** How long a token lives unless its maker says otherwise, ms: a person's for a long working day, a program's for a season. */
function tokenLifeMs(account: Pick<Account, 'role' | 'builtIn'>): number {
  return !ROLE_TRAITS[account.role].isPerson || account.builtIn ? 90 * DAY_MS : DAY_MS / 2;
}

export interface AccountStoreSettings {
  /** How long an answer to {@link AccountStore.authenticate} is trusted, ms; so long a revoked token may live. Default 3,000. */
  readonly trustMs?: number;
  /** Milliseconds that only go forward; for tests. */
  readonly clock?: () => number;
}

interface Trusted {
  readonly credential: Credential;
  readonly until: number;
}

const REMEMBERED_TOKENS = 10_000;
const UNKNOWN: Credential = { refusal: 'unknown token' };
/** Who calls without saying who they are. */
const SOMEBODY: AccessSource = { from: 'command line' };

export class AccountStore {
  private readonly accounts: Repository<AccountEntity>;
  private readonly tokens: Repository<TokenEntity>;
  private readonly trustMs: number;
  private readonly clock: () => number;
  private readonly trusted = new Map<string, Trusted>();
  private readonly asking = new Map<string, Promise<Credential>>();
  /** Raised when what is trusted is forgotten: an answer that was asked for before is not kept. */
  private generation = 0;

  constructor(
    private readonly dataSource: DataSource,
    settings: AccountStoreSettings = {},
  ) {
    this.accounts = dataSource.getRepository(AccountEntity);
    this.tokens = dataSource.getRepository(TokenEntity);
    this.trustMs = settings.trustMs ?? 3_000;
    this.clock = settings.clock ?? (() => performance.now());
  }

  /** @throws NameTaken when a password comes with it, and the name is taken; ExerciseUnknown */
  async createAccount(account: NewAccount, source: AccessSource = SOMEBODY): Promise<Account> {
    const id = `acc_${newId(12)}`;
    return this.change(async (manager) => {
      if (account.exerciseId !== undefined) await lockExercise(manager, account.exerciseId);
      const accounts = manager.getRepository(AccountEntity);
      await accounts.insert({
        id,
        name: account.name,
        role: account.role,
        side: account.side ?? null,
        classes: account.classes === undefined ? null : [...account.classes],
        exerciseId: account.exerciseId ?? null,
        builtIn: account.builtIn ?? false,
        units: account.units === undefined ? null : [...account.units],
      });
      if (account.passwordHash !== undefined) {
        const { name, side = null, exerciseId = null } = account;
        await putPassword(manager, { account: id, name, side, exerciseId }, account.passwordHash);
      }
      await writeAccessRecord(manager, { action: 'account-created', account: id, source, detail: account.role });
      return accounts.findOneByOrFail({ id });
    });
  }

  /**
   * @param expiresAt absent: {@link tokenLifeMs} from now
   * @returns the secret, `tdm_` and 32 random bytes in base64url: it cannot be had again.
   */
  async createToken(
    accountId: string,
    expiresAt?: Date,
    source: AccessSource = SOMEBODY,
  ): Promise<{ secret: string; token: Token }> {
    const secret = newSecret('token');
    const id = `tok_${newId(12)}`;
    const token = await this.change(async (manager) => {
      const account = await manager.getRepository(AccountEntity).findOneByOrFail({ id: accountId });
      const tokens = manager.getRepository(TokenEntity);
      await tokens.insert({
        id,
        accountId,
        hash: secretHash(secret),
        expiresAt: expiresAt ?? (() => `clock_timestamp() + interval '${tokenLifeMs(account)} milliseconds'`),
      });
      const made = await tokens.findOneByOrFail({ id });
      const detail = `expires ${made.expiresAt?.toISOString() ?? 'never'}`;
      await writeAccessRecord(manager, { action: 'token-created', account: accountId, token: id, source, detail });
      return made;
    });
    return { secret, token: withoutHash(token) };
  }

  /**
   * The account of a token; null when it is unknown, expired or revoked, or its account disabled. Answers from memory
   * for a few seconds.
   * @throws DatabaseUnavailable when it is not in memory and PostgreSQL is away
   */
  async authenticate(secret: string): Promise<Account | null> {
    return (await this.check(secret)).account ?? null;
  }

  /** The same with the reason why not. @throws DatabaseUnavailable */
  async check(secret: string): Promise<Credential> {
    if (!isSecret('token', secret)) return UNKNOWN;
    const name = secretHash(secret);
    const known = this.trusted.get(name);
    if (known !== undefined && known.until > this.clock()) return known.credential;
    let asking = this.asking.get(name);
    if (asking === undefined) {
      asking = this.ask(name).finally(() => this.asking.delete(name));
      this.asking.set(name, asking);
    }
    return asking;
  }

  /** @returns null when there is none */
  async get(id: string): Promise<Account | null> {
    return available(() => this.accounts.findOneBy({ id }));
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

  /**
   * @returns whether there was such a token that was not revoked yet.
   * @throws LastController when no controller of all exercises could come in any more
   */
  async revokeToken(tokenId: string, source: AccessSource = SOMEBODY): Promise<boolean> {
    return this.remove(async (manager) => {
      const tokens = manager.getRepository(TokenEntity);
      const revoked = { revokedAt: () => 'clock_timestamp()' };
      const { affected } = await tokens.update({ id: tokenId, revokedAt: IsNull() }, revoked);
      if (affected !== 1) return false;
      const { accountId: account } = await tokens.findOneByOrFail({ id: tokenId });
      await writeAccessRecord(manager, { action: 'token-revoked', account, token: tokenId, source });
      await publishAccessChange(manager, account);
      return true;
    });
  }

  /**
   * Its tokens and sessions end with it.
   * @returns whether there was such an account that was not disabled yet.
   * @throws LastController when no controller of all exercises could come in any more
   */
  async disableAccount(accountId: string, source: AccessSource = SOMEBODY): Promise<boolean> {
    return this.remove((manager) => disableWithin(manager, accountId, source));
  }

  /**
   * Gives the account another role; what is left out is taken away.
   * @returns whether there is such an account that is not disabled
   * @throws LastController when no controller of all exercises could come in any more; NameTaken on another side
   */
  async changeRole(accountId: string, changed: AccountRole, source: AccessSource = SOMEBODY): Promise<boolean> {
    return this.remove(async (manager) => {
      const accounts = manager.getRepository(AccountEntity);
      const account = await accounts.findOneBy({ id: accountId, disabledAt: IsNull() });
      if (account === null) return false;
      const { role, side = null } = changed;
      if (account.nameKey !== null) {
        await takeName(manager, { account: accountId, name: account.name, side, exerciseId: account.exerciseId });
      }
      const classes = changed.classes === undefined ? null : [...changed.classes];
      const units = changed.units === undefined ? null : [...changed.units];
      await accounts.update({ id: accountId }, { role, side, classes, units });
      const detail = `${account.role}${sideOf(account.side)} became ${role}${sideOf(side)}`;
      await writeAccessRecord(manager, { action: 'account-changed', account: accountId, source, detail });
      await publishAccessChange(manager, accountId);
      return true;
    });
  }

  /** What was known is asked for anew. */
  forget(): void {
    this.generation += 1;
    this.trusted.clear();
    this.asking.clear();
  }

  private change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return available(() => this.dataSource.transaction(work));
  }

  /** @param work does it, and returns whether anything was there to do */
  private async remove(work: (manager: EntityManager) => Promise<boolean>): Promise<boolean> {
    const isDone = await this.change((manager) => keepingAController(manager, () => work(manager)));
    this.forget();
    return isDone;
  }

  private async ask(name: string): Promise<Credential> {
    const { generation } = this;
    const credential = await available(() => this.look(name));
    if (generation !== this.generation) return credential;
    this.trusted.delete(name);
    this.trusted.set(name, { credential, until: this.clock() + this.trustMs });
    if (this.trusted.size > REMEMBERED_TOKENS) {
      const oldest = this.trusted.keys().next();
      if (oldest.done !== true) this.trusted.delete(oldest.value);
    }
    return credential;
  }

  private async look(name: string): Promise<Credential> {
    const token = await this.tokens
      .createQueryBuilder('token')
      .select(['token.id', 'token.accountId', 'token.expiresAt', 'token.revokedAt'])
      .addSelect('token.expires_at <= clock_timestamp()', 'expired')
      .where('token.hash = :name', { name })
      .getRawAndEntities<{ expired: boolean | null }>();
    const [found] = token.entities;
    if (found === undefined) return UNKNOWN;
    const account = await this.accounts.findOneBy({ id: found.accountId });
    // Deleted in between, with its exercise.
    if (account === null) return UNKNOWN;
    const { id: accountId, exerciseId } = account;
    const known = { tokenId: found.id, accountId, exerciseId, expiresAt: found.expiresAt };
    if (found.revokedAt !== null) return { refusal: 'revoked token', known };
    if (account.disabledAt !== null) return { refusal: 'disabled account', known };
    if (token.raw[0]?.expired === true) return { refusal: 'expired token', known };
    return { account, tokenId: found.id, expiresAt: found.expiresAt };
  }
}

/** Within a transaction that {@link keepingAController} watches over. @returns whether it was not disabled yet */
export async function disableWithin(manager: EntityManager, accountId: string, source: AccessSource): Promise<boolean> {
  const accounts = manager.getRepository(AccountEntity);
  const disabled = { disabledAt: () => 'clock_timestamp()' };
  const { affected } = await accounts.update({ id: accountId, disabledAt: IsNull() }, disabled);
  if (affected !== 1) return false;
  // Its name is free again.
  await manager.query('DELETE FROM account_password WHERE account_id = $1', [accountId]);
  await endSessions(manager, accountId);
  await writeAccessRecord(manager, { action: 'account-disabled', account: accountId, source });
  await publishAccessChange(manager, accountId);
  return true;
}

function sideOf(side: Side | null): string {
  return side === null ? '' : ` of ${side}`;
}

function withoutHash(token: TokenEntity): Token {
  const { id, accountId, createdAt, expiresAt, revokedAt } = token;
  return { id, accountId, createdAt, expiresAt, revokedAt };
}
