import type { LabRole } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'lab_id' }) labId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text') role!: LabRole;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { array: true }) areas!: string[];
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
