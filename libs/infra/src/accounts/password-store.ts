/** Names with passwords: who signs in by one, and how it is set. */
import type { DataSource } from 'typeorm';
import { nameKey } from '#contracts/json/person-name.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { AccountEntity } from '../database/entities/index.js';
import { publishAccessChange } from './people-channel.js';
import { writeAccessRecord, type AccessSource } from './access-log.js';
import { putPassword } from './names.js';
import { hashPassword, isPassword } from './passwords.js';
import { endSessions } from './session-store.js';

export interface SignInAnswer {
  readonly isRight: boolean;
  /** Whose name it is, if anybody's. */
  readonly known?: { readonly accountId: string; readonly exerciseId: string | null };
}

interface Found {
  readonly accountId: string;
  readonly exerciseId: string | null;
  readonly hash: string;
}

export class PasswordStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes as long for a name that nobody has. @throws TooManyPasswords, DatabaseUnavailable */
  async check(name: string, password: string): Promise<SignInAnswer> {
    return this.compare('p.name_key', nameKey(name), password);
  }

  /** The same for an account that is known already. @throws TooManyPasswords, DatabaseUnavailable */
  async checkOf(account: string, password: string): Promise<SignInAnswer> {
    return this.compare('p.account_id', account, password);
  }

  /**
   * Sets it, and ends the sessions of the account.
   * @param keep the session that does not end
   * @throws NameTaken when somebody else signs in by this name; TooManyPasswords
   */
  async set(account: string, password: string, source: AccessSource, keep?: string): Promise<void> {
    const hash = await hashPassword(password);
    await available(() =>
      this.dataSource.transaction(async (manager) => {
        const { name, side, exerciseId } = await manager.getRepository(AccountEntity).findOneByOrFail({ id: account });
        await putPassword(manager, { account, name, side, exerciseId }, hash);
        await endSessions(manager, account, keep);
        await writeAccessRecord(manager, { action: 'password-set', account, source });
        await publishAccessChange(manager, account);
      }),
    );
  }

  private async compare(column: string, value: string, password: string): Promise<SignInAnswer> {
    const { rows } = await available(() =>
      poolOf(this.dataSource).query<Found>(
        `SELECT a.id AS "accountId", a.exercise_id AS "exerciseId", p.hash
         FROM account_password p JOIN account a ON a.id = p.account_id WHERE ${column} = $1 AND a.disabled_at IS NULL`,
        [value],
      ),
    );
    const [found] = rows;
    const isRight = await isPassword(password, found?.hash);
    if (found === undefined) return { isRight: false };
    return { isRight, known: { accountId: found.accountId, exerciseId: found.exerciseId } };
  }
}
