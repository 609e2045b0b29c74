/**
 * Invitations: by a link or a code with a PIN people come in, and choose their names. Of the link's secret the sha256 is kept; the
 * PIN is short, so it is hashed like a password.
 */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { InvitedRole } from '#contracts/http/roles.js';
import type { Side } from '#domain/kernel/side.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { AccountEntity } from '../database/entities/index.js';
import { lockExercise } from '../exercises/exercise-lock.js';
import { newId } from '../exercises/exercise-store.js';
import { writeAccessRecord, type AccessSource } from './access-log.js';
import { disableWithin } from './account-store.js';
import { keepingAController } from './controllers-left.js';
import { takeName } from './names.js';
import { hashPassword, isPassword } from './passwords.js';
import { isSecret, newPin, newSecret, secretHash } from './secrets.js';
import type { NewSession, Session, SessionStore } from './session-store.js';

export interface NewInvitation {
  readonly role: InvitedRole;
  readonly side?: Side;
  readonly units?: readonly string[];
  readonly exerciseId?: string;
  readonly note?: string;
  readonly minutes: number;
  readonly maxUses: number;
}

export interface Invitation {
  readonly id: string;
  readonly code: string;
  readonly role: InvitedRole;
  readonly side: Side | null;
  readonly units: readonly string[] | null;
  readonly exerciseId: string | null;
  readonly note: string | null;
  readonly uses: number;
  readonly maxUses: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly isExpired: boolean;
}

/** What somebody shows to come in. */
export type ShownInvitation = { readonly key: string } | { readonly code: string; readonly pin: string };

export type Admission = { secret: string; session: Session };

const COLUMNS = `i.id, i.code, i.role, i.side, i.units, i.exercise_id AS "exerciseId", i.note, i.uses, i.max_uses AS "maxUses",
  i.created_at AS "createdAt", i.created_by AS "createdBy", i.expires_at AS "expiresAt", i.revoked_at AS "revokedAt",
  i.expires_at <= clock_timestamp() AS "isExpired"`;
const MOST_LISTED = 500;
const CODE_LENGTH = 5;

export class InvitationStore {
  private readonly pool: Pool;

  constructor(private readonly dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** @returns with the secrets, which cannot be had again. @throws TooManyPasswords, ExerciseUnknown */
  async create(
    wanted: NewInvitation,
    source: AccessSource,
  ): Promise<{ invitation: Invitation; key: string; pin: string }> {
    const key = newSecret('invitation');
    const pin = newPin();
    const pinHash = await hashPassword(pin);
    const { role, side, units, exerciseId, note, minutes, maxUses } = wanted;
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        if (exerciseId !== undefined) await lockExercise(manager, exerciseId);
        const [invitation] = await manager.query<Invitation[]>(
          `INSERT INTO invitation AS i (id, code, hash, pin_hash, role, side, units, exercise_id, note, max_uses, created_by, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() + make_interval(mins => $12))
           RETURNING ${COLUMNS}`,
          [
            `inv_${newId(12)}`,
            newId(CODE_LENGTH),
            secretHash(key),
            pinHash,
            role,
            side ?? null,
            units ?? null,
            exerciseId ?? null,
            note ?? null,
            maxUses,
            source.by ?? null,
            minutes,
          ],
        );
        if (invitation === undefined) throw new Error('the invitation was not stored');
        const detail = [role, side, `${maxUses} times`].filter((part) => part !== undefined).join(', ');
        const exercise = exerciseId;
        await writeAccessRecord(manager, {
          action: 'invitation-created',
          invitation: invitation.id,
          exercise,
          source,
          detail,
        });
        return { invitation, key, pin };
      }),
    );
  }

  /** Latest first. @param exercise only those that are bound to it */
  async list(exercise?: string): Promise<Invitation[]> {
    const { rows } = await available(() =>
      this.pool.query<Invitation>(
        `SELECT ${COLUMNS} FROM invitation i WHERE ($1::text IS NULL OR i.exercise_id = $1)
         ORDER BY i.created_at DESC, i.id LIMIT ${MOST_LISTED}`,
        [exercise ?? null],
      ),
    );
    return rows;
  }

  async get(id: string): Promise<Invitation | undefined> {
    const { rows } = await available(() =>
      this.pool.query<Invitation>(`SELECT ${COLUMNS} FROM invitation i WHERE i.id = $1`, [id]),
    );
    return rows[0];
  }

  /**
   * @param removePeople also disables the accounts that came by it, each of which is announced at once
   * @returns whether there is such an invitation. @throws LastController
   */
  async revoke(id: string, removePeople: boolean, source: AccessSource): Promise<boolean> {
    return available(() =>
      this.dataSource.transaction((manager) =>
        keepingAController(manager, async () => {
          const [rows] = await manager.query<[{ exerciseId: string | null; isNew: boolean }[], number]>(
            `UPDATE invitation i SET revoked_at = coalesce(i.revoked_at, clock_timestamp())
             FROM (SELECT id, revoked_at IS NULL AS "isNew" FROM invitation WHERE id = $1 FOR UPDATE) old
             WHERE i.id = old.id RETURNING i.exercise_id AS "exerciseId", old."isNew"`,
            [id],
          );
          const [row] = rows;
          if (row === undefined) return false;
          if (row.isNew) {
            const { exerciseId: exercise } = row;
            await writeAccessRecord(manager, { action: 'invitation-revoked', invitation: id, exercise, source });
          }
          if (!removePeople) return true;
          const people = await manager.query<{ id: string }[]>(
            'SELECT id FROM account WHERE invitation_id = $1 AND disabled_at IS NULL ORDER BY id',
            [id],
          );
          for (const person of people) await disableWithin(manager, person.id, source);
          return true;
        }),
      ),
    );
  }

  /** What is shown, if there is such an invitation, whether it still counts or not. @throws TooManyPasswords, DatabaseUnavailable */
  async find(shown: ShownInvitation): Promise<Invitation | undefined> {
    if ('key' in shown) {
      if (!isSecret('invitation', shown.key)) return undefined;
      const { rows } = await available(() =>
        this.pool.query<Invitation>(`SELECT ${COLUMNS} FROM invitation i WHERE i.hash = $1`, [secretHash(shown.key)]),
      );
      return rows[0];
    }
    const { rows } = await available(() =>
      this.pool.query<Invitation & { pinHash: string }>(
        `SELECT ${COLUMNS}, i.pin_hash AS "pinHash" FROM invitation i WHERE i.code = $1`,
        [typedCode(shown.code)],
      ),
    );
    const [found] = rows;
    // It takes as long whether there is such a code or not.
    if (!(await isPassword(typedPin(shown.pin), found?.pinHash)) || found === undefined) return undefined;
    const { pinHash: _, ...invitation } = found;
    return invitation;
  }

  /**
   * Makes an account of it, under this name, and begins its session. Of several who come for the last place, one gets it.
   * @returns undefined when it is used up, expired or revoked by now
   * @throws NameTaken, DatabaseUnavailable
   */
  async redeem(
    id: string,
    person: { readonly name: string; readonly language?: 'en' | 'ur' | 'zh' },
    sessions: SessionStore,
    session: Omit<NewSession, 'account' | 'how' | 'invitation'>,
  ): Promise<Admission | undefined> {
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        // Locked before the invitation, as a deletion does.
        await manager.query(
          `SELECT FROM exercise x JOIN invitation i ON i.exercise_id = x.id WHERE i.id = $1 FOR KEY SHARE OF x`,
          [id],
        );
        const [rows] = await manager.query<[Invitation[], number]>(
          `UPDATE invitation i SET uses = i.uses + 1
           WHERE i.id = $1 AND i.uses < i.max_uses AND i.revoked_at IS NULL AND i.expires_at > clock_timestamp()
           RETURNING ${COLUMNS}`,
          [id],
        );
        const [invitation] = rows;
        if (invitation === undefined) return undefined;
        const { role, side, units, exerciseId } = invitation;
        const nameKey = await takeName(manager, { name: person.name, side, exerciseId });
        const account = `acc_${newId(12)}`;
        await manager.getRepository(AccountEntity).insert({
          id: account,
          name: person.name,
          nameKey,
          role,
          side,
          units: units === null ? null : [...units],
          exerciseId,
          language: person.language ?? null,
          invitationId: id,
          classes: null,
        });
        const source = { by: account, from: session.from };
        await writeAccessRecord(manager, { action: 'invitation-used', account, invitation: id, source, detail: role });
        return sessions.begin(manager, { ...session, account, how: 'invitation', invitation: id });
      }),
    );
  }
}

/** As it is stored: what people type beside it does not matter. */
export function typedCode(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Digits of any keyboard. */
function typedPin(text: string): string {
  const digits = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0xff10].find((first) => code >= first && code <= first + 9);
    return zero === undefined ? character : String(code - zero);
  });
  return digits.join('').replace(/\D/g, '');
}
