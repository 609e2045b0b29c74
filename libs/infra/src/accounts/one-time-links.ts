/** Links that sign a person in once. The secret is shown once; what is kept is its sha256. */
import type { DataSource } from 'typeorm';
import { available } from '../database/database-error.js';
import { newId } from '../exercises/exercise-store.js';
import { writeAccessRecord, type AccessSource } from './access-log.js';
import { isSecret, newSecret, secretHash } from './secrets.js';
import type { NewSession, Session, SessionStore } from './session-store.js';

export class OneTimeLinks {
  constructor(private readonly dataSource: DataSource) {}

  /** @param minutes for how long it is valid */
  async create(account: string, minutes: number, source: AccessSource): Promise<{ key: string; expiresAt: Date }> {
    const key = newSecret('link');
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        const [made] = await manager.query<{ expiresAt: Date }[]>(
          `INSERT INTO one_time_link (id, account_id, hash, expires_at)
           VALUES ($1, $2, $3, clock_timestamp() + make_interval(mins => $4)) RETURNING expires_at AS "expiresAt"`,
          [`lnk_${newId(12)}`, account, secretHash(key), minutes],
        );
        if (made === undefined) throw new Error('the link was not stored');
        const detail = `expires ${made.expiresAt.toISOString()}`;
        await writeAccessRecord(manager, { action: 'link-created', account, source, detail });
        // Nobody asks for one that is over.
        await manager.query(`DELETE FROM one_time_link WHERE expires_at < clock_timestamp() - interval '1 day'`);
        return { key, expiresAt: made.expiresAt };
      }),
    );
  }

  /**
   * Signs in by it. Of several who try at the same moment, one gets in.
   * @returns undefined when it is unknown, used or expired, or its account is disabled. @throws DatabaseUnavailable
   */
  async redeem(
    key: string,
    sessions: SessionStore,
    session: Omit<NewSession, 'account' | 'how'>,
  ): Promise<{ secret: string; session: Session } | undefined> {
    if (!isSecret('link', key)) return undefined;
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        const [rows] = await manager.query<[{ account_id: string }[], number]>(
          `UPDATE one_time_link SET used_at = clock_timestamp()
           WHERE hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp()
             AND EXISTS (SELECT FROM account WHERE id = account_id AND disabled_at IS NULL)
           RETURNING account_id`,
          [secretHash(key)],
        );
        const account = rows[0]?.account_id;
        return account === undefined
          ? undefined
          : sessions.begin(manager, { ...session, account, how: 'one-time link' });
      }),
    );
  }
}
