import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of notifications; `doc` is what the API shows. */
@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn({ type: 'text', name: 'exercise_id' })
  exerciseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'audience' })
  audience!: string;

  @Column({ type: 'text', name: 'incident' })
  incident!: string;

  @Column({ type: 'text', name: 'unit' })
  unit!: string;

  @Column({ type: 'text', name: 'side' })
  side!: string;

  @Column({ type: 'text', name: 'action' })
  action!: string;

  @Column({ type: 'text', name: 'status' })
  status!: string;

  @Column({ type: 'bigint', name: 'queued_at' })
  queuedAt!: number;

  @Column({ type: 'bigint', name: 'expires_at', nullable: true })
  expiresAt!: number | null;

  @Column({ type: 'json' })
  doc!: unknown;
}
