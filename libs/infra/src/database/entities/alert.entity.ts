import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of alerts; what they say stands in the event `seq`. */
@Entity('alert')
export class AlertEntity {
  @PrimaryColumn({ type: 'text', name: 'exercise_id' })
  exerciseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'audience' })
  audience!: string;

  @Column({ type: 'text', name: 'incident', nullable: true })
  incident!: string | null;

  @Column({ type: 'text', name: 'status' })
  status!: string;

  @Column({ type: 'text', name: 'severity' })
  severity!: string;

  @Column({ type: 'text', name: 'msg_type' })
  msgType!: string;

  @Column({ type: 'text', name: 'sender' })
  sender!: string;

  @Column({ type: 'bigint', name: 'at' })
  at!: number;

  @Column({ type: 'bigint' })
  seq!: number;

  /** TLP 2.0 label; null: that of its class. */
  @Column({ type: 'text', nullable: true })
  tlp!: string | null;

  /** Who reads it by its label, names with spaces between; null: everybody who may know of it. */
  @Column({ type: 'text', nullable: true })
  readers!: string | null;

  /** The event that changed its label; null: it has the one that it came with. */
  @Column({ type: 'bigint', name: 'label_seq', nullable: true })
  labelSeq!: number | null;
}
