import type { Step, StepState } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lab_step')
export class LabStepEntity {
  @PrimaryColumn('uuid', { name: 'lab_id' }) labId!: string;
  @PrimaryColumn('text') step!: Step;
  @Column('text') state!: StepState;
  @Column('timestamptz') since!: Date;
  /** Why it was reopened; null where it never was. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** How often it was handed in. */
  @Column('int') round!: number;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt!: Date | null;
}
