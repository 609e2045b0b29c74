import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns that TypeORM's queries touch; the coordinator's part of the row belongs to `ledger/`. */
@Entity('exercise')
export class ExerciseEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  /** `LocalizedText` */
  @Column({ type: 'json' })
  title!: unknown;

  @Column({ type: 'text' })
  status!: string;

  /** `Scenario`, pinned: read only where it is asked for. */
  @Column({ type: 'json', select: false })
  scenario!: unknown;

  @Column({ type: 'text' })
  seed!: string;

  @Column({ type: 'integer' })
  engine!: number;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'float8' })
  speed!: number;

  @Column({ type: 'integer' })
  generation!: number;

  @Column({ type: 'timestamptz', name: 'anchor_wall', nullable: true })
  anchorWall!: Date | null;

  @Column({ type: 'bigint', name: 'anchor_time' })
  anchorTime!: number;

  @Column({ type: 'bigint', name: 'seq_all' })
  seqAll!: number;

  @Column({ type: 'bigint', name: 'seq_joint' })
  seqJoint!: number;

  @Column({ type: 'bigint', name: 'seq_pak' })
  seqPak!: number;

  @Column({ type: 'bigint', name: 'seq_chn' })
  seqChn!: number;

  @Column({ type: 'text', name: 'last_hash' })
  lastHash!: string;

  @Column({ type: 'bigint', name: 'next_due', nullable: true })
  nextDue!: number | null;
}
