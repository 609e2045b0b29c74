import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: 'controller' | 'evaluator' | 'operator' | 'observer' | 'service';

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

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
