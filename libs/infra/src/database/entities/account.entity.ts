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

  /** The one exercise that it may touch; null: all. */
  @Column({ type: 'text', name: 'exercise_id', nullable: true })
  exerciseId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
