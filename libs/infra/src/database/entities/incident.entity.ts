import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of incidents; `doc` is what the API shows. */
@Entity('incident')
export class IncidentEntity {
  @PrimaryColumn({ type: 'text', name: 'exercise_id' })
  exerciseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'audience' })
  audience!: string;

  @Column({ type: 'text', name: 'status' })
  status!: string;

  @Column({ type: 'text', name: 'severity' })
  severity!: string;

  @Column({ type: 'text', name: 'site', nullable: true })
  site!: string | null;

  @Column({ type: 'text', name: 'joint' })
  joint!: string;

  @Column({ type: 'bigint', name: 'opened_at' })
  openedAt!: number;

  @Column({ type: 'bigint', name: 'next_step_at', nullable: true })
  nextStepAt!: number | null;

  @Column({ type: 'bigint', name: 'deadline', nullable: true })
  deadline!: number | null;

  /** TLP 2.0 label; null: that of its class. */
  @Column({ type: 'text', nullable: true })
  tlp!: string | null;

  /** Who reads it by its label, names with spaces between; null: everybody who may know of it. */
  @Column({ type: 'text', nullable: true })
  readers!: string | null;

  @Column({ type: 'json' })
  doc!: unknown;
}
