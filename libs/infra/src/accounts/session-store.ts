/**
 * Sessions of people, held by a cookie. What is kept is the sha256 of the secret. A session ends when it is not used for a while,
 * at its absolute limit however much it is used, when somebody ends it, and with its account; by PostgreSQL's clock.
 */
import type { Pool } from 'pg';
import type { DataSource, EntityManager, Repository } from 'typeorm';
import type { SessionOrigin } from '#contracts/http/sessions.js';
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { AccountEntity } from '../database/entities/index.js';
import { newId } from '../exercises/exercise-store.js';
import { publishAccessChange } from './people-channel.js';
import { writeAccessRecord, type AccessSource } from './access-log.js';
import type { Account, CredentialRefusal } from './account-store.js';
import { isSecret, newSecret, secretHash } from './secrets.js';

export interface SessionLimits {
  /** Without use for so long, ms, it ends. */
  readonly idleMs: number;
  /** So long after its beginning, ms, it ends. */
  readonly longestMs: number;
}

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

export interface ListedSession extends Session {
  readonly name: string;
  readonly role: Role;
  readonly side: Side | null;
  readonly exerciseId: string | null;
  readonly invitationId: string | null;
  readonly how: SessionOrigin;
  readonly address: string;
  readonly program: string | null;
}

export interface NewSession {
  readonly account: string;
  readonly how: SessionOrigin;
  /** The network address. */
  readonly from: string;
  /** What the browser calls itself. */
  readonly program?: string;
  readonly invitation?: string;
}

/** What the secret of a session is worth. */
export type SessionCredential =
  | { readonly account: Account; readonly session: Session; readonly refusal?: undefined }
  | {
      readonly account?: undefined;
      readonly refusal: CredentialRefusal;
      readonly known?: { readonly accountId: string; readonly exerciseId: string | null };
    };

interface Trusted {
  readonly credential: SessionCredential;
  readonly until: number;
}

/** How long an answer is trusted, ms, unless a change is announced meanwhile. */
const TRUST_MS = 3_000;
const REMEMBERED = 10_000;
/** Use is written down once in this time, ms. */
const USE_MS = 60_000;
/** Sessions that are over are kept this long, for those who look into what happened. */
const KEPT_DAYS = 90;
const MOST_PROGRAM = 200;
const MOST_LISTED = 1_000;

const COLUMNS = `s.id, s.account_id AS "accountId", s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt",
  s.expires_at AS "expiresAt"`;
/** With the idle limit, ms, as parameter 1. */
const IS_OPEN = `s.ended_at IS NULL AND s.expires_at > clock_timestamp()
  AND s.last_used_at > clock_timestamp() - make_interval(secs => $1::float8 / 1000)`;

export class SessionStore {
  private readonly pool: Pool;
  private readonly accounts: Repository<AccountEntity>;
  private readonly trusted = new Map<string, Trusted>();
  private readonly asking = new Map<string, Promise<SessionCredential>>();
  /** When a use was written down last, by the clock of this process. */
  private readonly written = new Map<string, number>();
  /** Raised when what is trusted is forgotten: an answer that was asked for before is not kept. */
  private generation = 0;

  constructor(
    private readonly dataSource: DataSource,
    readonly limits: SessionLimits,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {
    this.pool = poolOf(dataSource);
    this.accounts = dataSource.getRepository(AccountEntity);
  }

  /** Begins one in the transaction that lets the person in. @returns its secret, for the cookie; it cannot be had again. */
  async begin(manager: EntityManager, wanted: NewSession): Promise<{ secret: string; session: Session }> {
    const secret = newSecret('session');
    const id = `ses_${newId(12)}`;
    const { account, how, from, invitation } = wanted;
    const program = wanted.program?.slice(0, MOST_PROGRAM) ?? null;
    const [session] = await manager.query<Session[]>(
      `INSERT INTO session AS s (id, account_id, hash, how, address, program, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7::float8 / 1000)) RETURNING ${COLUMNS}`,
      [id, account, secretHash(secret), how, from, program, this.limits.longestMs],
    );
    if (session === undefined) throw new Error('the session was not stored');
    const source = { by: account, from };
    await writeAccessRecord(manager, { action: 'signed-in', account, session: id, invitation, source, detail: how });
    await manager.query(
      `DELETE FROM session WHERE coalesce(ended_at, expires_at) < clock_timestamp() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
    return { secret, session };
  }

  /** {@link begin} in a transaction of its own. @throws DatabaseUnavailable */
  start(wanted: NewSession): Promise<{ secret: string; session: Session }> {
    return available(() => this.dataSource.transaction((manager) => this.begin(manager, wanted)));
  }

  /** Whose it is, or why it lets nobody in. Answers from memory for a few seconds. @throws DatabaseUnavailable */
  async check(secret: string): Promise<SessionCredential> {
    if (!isSecret('session', secret)) return { refusal: 'unknown session' };
    const hash = secretHash(secret);
    const known = this.trusted.get(hash);
    if (known !== undefined && known.until > performance.now()) return known.credential;
    let asking = this.asking.get(hash);
    if (asking === undefined) {
      asking = this.ask(hash).finally(() => this.asking.delete(hash));
      this.asking.set(hash, asking);
    }
    return asking;
  }

  /** It was used now. Written down once a minute. */
  use({ id }: Session): void {
    const now = performance.now();
    if ((this.written.get(id) ?? -Infinity) > now - USE_MS) return;
    if (this.written.size >= REMEMBERED) this.written.clear();
    this.written.set(id, now);
    this.pool
      .query('UPDATE session SET last_used_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL', [id])
      .catch((error: unknown) => {
        this.written.delete(id);
        this.onTrouble(error);
      });
  }

  /** When it ends unless it is used. */
  idleUntil({ lastUsedAt, expiresAt }: Session): Date {
    return new Date(Math.min(lastUsedAt.getTime() + this.limits.idleMs, expiresAt.getTime()));
  }

  /** Those that are open, latest first, at most 1,000. */
  async list(whose: { readonly account?: string; readonly exercise?: string }): Promise<ListedSession[]> {
    const { rows } = await available(() =>
      this.pool.query<ListedSession>(
        `SELECT ${COLUMNS}, s.how, s.address, s.program, a.name, a.role, a.side, a.exercise_id AS "exerciseId",
                CASE s.how WHEN 'invitation' THEN a.invitation_id END AS "invitationId"
         FROM session s JOIN account a ON a.id = s.account_id
         WHERE ${IS_OPEN} AND a.disabled_at IS NULL AND ($2::text IS NULL OR s.account_id = $2)
           AND ($3::text IS NULL OR a.exercise_id = $3)
         ORDER BY s.created_at DESC, s.id LIMIT ${MOST_LISTED}`,
        [this.limits.idleMs, whose.account ?? null, whose.exercise ?? null],
      ),
    );
    return rows;
  }

  /** @returns whether it was open */
  async end(id: string, action: 'signed-out' | 'session-revoked', source: AccessSource): Promise<boolean> {
    const isDone = await available(() =>
      this.dataSource.transaction(async (manager) => {
        const [rows] = await manager.query<[{ account_id: string }[], number]>(
          'UPDATE session SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL RETURNING account_id',
          [id],
        );
        const account = rows[0]?.account_id;
        if (account === undefined) return false;
        await writeAccessRecord(manager, { action, account, session: id, source });
        await publishAccessChange(manager, account);
        return true;
      }),
    );
    this.forget();
    return isDone;
  }

  /** What was known is asked for anew. */
  forget(): void {
    this.generation += 1;
    this.trusted.clear();
    this.asking.clear();
  }

  private async ask(hash: string): Promise<SessionCredential> {
    const { generation } = this;
    const credential = await available(() => this.look(hash));
    if (generation !== this.generation) return credential;
    if (this.trusted.size >= REMEMBERED) this.trusted.clear();
    this.trusted.set(hash, { credential, until: performance.now() + TRUST_MS });
    return credential;
  }

  private async look(hash: string): Promise<SessionCredential> {
    const { rows } = await this.pool.query<Session & { isOpen: boolean }>(
      `SELECT ${COLUMNS}, (${IS_OPEN}) AS "isOpen" FROM session s WHERE s.hash = $2`,
      [this.limits.idleMs, hash],
    );
    const [found] = rows;
    if (found === undefined) return { refusal: 'unknown session' };
    const account = await this.accounts.findOneBy({ id: found.accountId });
    // Deleted in between, with its exercise.
    if (account === null) return { refusal: 'unknown session' };
    const known = { accountId: account.id, exerciseId: account.exerciseId };
    if (account.disabledAt !== null) return { refusal: 'disabled account', known };
    const { isOpen, ...session } = found;
    return isOpen ? { account, session } : { refusal: 'ended session', known };
  }
}

/** Ends all sessions of an account but one, in the transaction of what ends them; its caller announces the change. */
export async function endSessions(manager: EntityManager, account: string, except?: string): Promise<void> {
  await manager.query(
    `UPDATE session SET ended_at = clock_timestamp()
     WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2::text`,
    [account, except ?? null],
  );
}
