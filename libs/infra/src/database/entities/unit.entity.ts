import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read model of units; `doc` is what the API shows. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn({ type: 'text', name: 'exercise_id' })
  exerciseId!: string;

  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'side' })
  side!: string;

  @Column({ type: 'text', name: 'kind' })
  kind!: string;

  @Column({ type: 'text', name: 'duty' })
  duty!: string;

  @Column({ type: 'text', name: 'mode' })
  mode!: string;

  @Column({ type: 'json' })
  doc!: unknown;
}
