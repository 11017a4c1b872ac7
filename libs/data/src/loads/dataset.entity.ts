import type { DatasetKind, Purpose } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dataset')
export class DatasetEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'lab_id' }) labId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') kind!: DatasetKind;
  @Column('text', { name: 'vocabulary_name' }) vocabularyName!: string;
  @Column('text', { name: 'vocabulary_version' }) vocabularyVersion!: string;
  @Column('text', { name: 'legal_basis' }) legalBasis!: string;
  @Column('text') purpose!: string;
  @Column('text', { array: true, nullable: true }) purposes!: Purpose[] | null;
  @Column('int', { name: 'retention_months' }) retentionMonths!: number;
  @Column('int', { name: 'keep_replaced_days' }) keepReplacedDays!: number;
  @Column('boolean', { name: 'is_open' }) isOpen!: boolean;
  @Column('jsonb', { nullable: true }) mapping!: unknown;
}
