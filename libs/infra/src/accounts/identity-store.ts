/**
 * Accounts of people who sign in at an identity provider. An account is found by issuer and subject and by nothing else: a name or an
 * e-mail can be given to another person. The provider's groups decide the role, at each sign-in anew.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { PersonRole } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { available } from '../database/database-error.js';
import { AccountEntity } from '../database/entities/index.js';
import { newId } from '../exercises/exercise-store.js';
import { writeAccessRecord, type AccessSource } from './access-log.js';
import { freeName, NameTaken, takeName } from './names.js';
import { publishAccessChange } from './people-channel.js';
import { endSessions, type NewSession, type Session, type SessionStore } from './session-store.js';

/** Who somebody is, as the provider says. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Names for a new account, the best first; they are no proof of anything. */
  readonly names: readonly string[];
}

/** What a group may do. */
export interface GrantedRole {
  /** As the access record names it. */
  readonly group: string;
  readonly role: PersonRole;
  readonly side?: Side | undefined;
  readonly exercise?: string | undefined;
  readonly units?: readonly string[] | undefined;
}

export type IdentityAdmission =
  | { readonly secret: string; readonly session: Session; readonly isChanged: boolean; readonly refusal?: undefined }
  | {
      readonly refusal: 'disabled account';
      readonly known: { readonly accountId: string; readonly exerciseId: string | null };
    };

/** Under the lock of `(this, hash)`, an identity gets its account. Spells `OIDC`. */
const IDENTITY_LOCK = 0x4f494443;

export class IdentityStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
  ) {}

  /**
   * Signs a person in: finds or makes the account, gives it the role of its group, and begins a session. If the role has changed, all
   * other sessions of the account end.
   * @throws DatabaseUnavailable
   */
  admit(
    identity: Identity,
    granted: GrantedRole,
    session: Omit<NewSession, 'account' | 'how'>,
  ): Promise<IdentityAdmission> {
    return this.change(async (manager) => {
      const source = { from: session.from };
      const found = await accountOf(manager, identity);
      if (found !== undefined && found.disabledAt !== null) {
        return { refusal: 'disabled account', known: { accountId: found.id, exerciseId: found.exerciseId } };
      }
      const isChanged = found !== undefined && (await regrant(manager, found, { identity, granted, source }));
      const account = found?.id ?? (await create(manager, identity, granted, source));
      const begun = await this.sessions.begin(manager, { ...session, account, how: 'OpenID Connect' });
      return { ...begun, isChanged };
    });
  }

  /**
   * No group of the person has a role any more: what the account still has, its sessions and tokens, ends.
   * @returns whose it was; undefined: no account, nothing to do. @throws DatabaseUnavailable
   */
  dismiss(
    identity: Identity,
    source: AccessSource,
  ): Promise<{ readonly accountId: string; readonly exerciseId: string | null } | undefined> {
    return this.change(async (manager) => {
      const found = await accountOf(manager, identity);
      if (found === undefined) return undefined;
      const { id: accountId, exerciseId } = found;
      await endSessions(manager, accountId);
      const [tokens] = await manager.query<[{ id: string }[], number]>(
        'UPDATE token SET revoked_at = clock_timestamp() WHERE account_id = $1 AND revoked_at IS NULL RETURNING id',
        [accountId],
      );
      for (const { id: token } of tokens) {
        await writeAccessRecord(manager, { action: 'token-revoked', account: accountId, token, source });
      }
      await publishAccessChange(manager, accountId);
      return { accountId, exerciseId };
    });
  }

  private change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return available(() => this.dataSource.transaction(work));
  }
}

async function accountOf(manager: EntityManager, { issuer, subject }: Identity): Promise<AccountEntity | undefined> {
  // Of two first sign-ins at the same moment, one makes the account, and the other one finds it.
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [IDENTITY_LOCK, `${issuer}\n${subject}`]);
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT a.id FROM account_identity i JOIN account a ON a.id = i.account_id
     WHERE i.issuer = $1 AND i.subject = $2 FOR UPDATE OF a`,
    [issuer, subject],
  );
  return row === undefined ? undefined : manager.getRepository(AccountEntity).findOneByOrFail({ id: row.id });
}

async function create(
  manager: EntityManager,
  { issuer, subject, names }: Identity,
  granted: GrantedRole,
  source: AccessSource,
): Promise<string> {
  const id = `acc_${newId(12)}`;
  const { role, side = null, exercise: exerciseId = null } = granted;
  const { name, key } = await freeName(manager, [...names, `Person ${id.slice(-6)}`], { side, exerciseId });
  await manager.getRepository(AccountEntity).insert({
    id,
    name,
    nameKey: key,
    role,
    side,
    classes: null,
    exerciseId,
    units: granted.units === undefined ? null : [...granted.units],
  });
  await manager.query('INSERT INTO account_identity (issuer, subject, account_id) VALUES ($1, $2, $3)', [
    issuer,
    subject,
    id,
  ]);
  const detail = `${textOf(granted)}, by the group ${granted.group}`;
  await writeAccessRecord(manager, { action: 'account-created', account: id, source, detail });
  return id;
}

/** Gives the account the role of its group, if it has another one. @returns whether it had */
async function regrant(
  manager: EntityManager,
  account: AccountEntity,
  change: { readonly identity: Identity; readonly granted: GrantedRole; readonly source: AccessSource },
): Promise<boolean> {
  const { granted, source, identity } = change;
  const { id, name } = account;
  const before = textOf({ role: account.role, side: account.side, exercise: account.exerciseId, units: account.units });
  const after = textOf(granted);
  if (before === after) return false;
  const { role, side = null, exercise = null } = granted;
  const named = await renamed(manager, account, [name, ...identity.names], { side, exerciseId: exercise });
  await manager.getRepository(AccountEntity).update(
    { id },
    {
      ...named,
      role,
      side,
      classes: null,
      exerciseId: exercise,
      units: granted.units === undefined ? null : [...granted.units],
    },
  );
  await endSessions(manager, id);
  const detail = `${before} became ${after}, by the group ${granted.group}`;
  await writeAccessRecord(manager, { action: 'account-changed', account: id, source, detail });
  await publishAccessChange(manager, id);
  return true;
}

/** People of another side or exercise may have the name already. A name that signs in by a password stays what it is. */
async function renamed(
  manager: EntityManager,
  { id, name, hasPassword }: AccountEntity,
  names: readonly string[],
  place: { readonly side: Side | null; readonly exerciseId: string | null },
): Promise<{ name?: string; nameKey?: string }> {
  try {
    return { nameKey: await takeName(manager, { ...place, name, account: id }) };
  } catch (error) {
    if (!(error instanceof NameTaken) || hasPassword) throw error;
    const free = await freeName(manager, [...names, `Person ${id.slice(-6)}`], { ...place, account: id });
    return { name: free.name, nameKey: free.key };
  }
}

interface Rights {
  readonly role: string;
  readonly side?: Side | null | undefined;
  readonly exercise?: string | null | undefined;
  readonly units?: readonly string[] | null | undefined;
}

/** What an account may do, in words for the access record; two are the same if and only if their texts are. */
function textOf({ role, side, exercise, units }: Rights): string {
  const parts = [role];
  if (side != null) parts.push(`of ${side}`);
  if (units != null) parts.push(`for ${units.toSorted().join(' ')}`);
  if (exercise != null) parts.push(`in ${exercise}`);
  return parts.join(' ');
}
