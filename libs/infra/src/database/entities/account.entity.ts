import type { Role } from '#domain/kernel/role.js';
import { Column, Entity, PrimaryColumn, VirtualColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text', nullable: true })
  side!: 'PAK' | 'CHN' | null;

  /** The classes of alerts that a service may send; null for every other role. */
  @Column({ type: 'text', array: true, nullable: true })
  classes!: ('JOINT' | 'PAK' | 'CHN')[] | null;

  /** Of Tandem's own programs, not of a person. */
  @Column({ type: 'boolean', name: 'built_in', default: false })
  builtIn!: boolean;

  /** The one exercise that it may touch; null: all. */
  @Column({ type: 'text', name: 'exercise_id', nullable: true })
  exerciseId!: string | null;

  /** What the name is compared by; null for accounts whose name nobody signs in with. */
  @Column({ type: 'text', name: 'name_key', nullable: true })
  nameKey!: string | null;

  /** The units that the person answers for; null: no unit in particular. */
  @Column({ type: 'text', array: true, nullable: true })
  units!: string[] | null;

  /** Chosen when an invitation was taken. */
  @Column({ type: 'text', nullable: true })
  language!: 'en' | 'ur' | 'zh' | null;

  /** By which the person came. */
  @Column({ type: 'text', name: 'invitation_id', nullable: true })
  invitationId!: string | null;

  @VirtualColumn({
    type: 'boolean',
    query: (alias) => `SELECT EXISTS (SELECT FROM account_password WHERE account_id = ${alias}.id)`,
  })
  hasPassword!: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
