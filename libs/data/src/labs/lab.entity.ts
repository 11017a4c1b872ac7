import type { LabState } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lab')
export class LabEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') goal!: string;
  @Column('text') question!: string;
  /** How many organisations must consent where not all must; null: all. */
  @Column('int', { nullable: true }) quorum!: number | null;
  @Column('text', { nullable: true }) template!: string | null;
  @Column('uuid', { name: 'copied_from', nullable: true }) copiedFrom!: string | null;
  @Column('boolean', { name: 'is_rehearsal' }) isRehearsal!: boolean;
  @Column('text') state!: LabState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  /** How often it was asked to close. */
  @Column('int', { name: 'closing_round' }) closingRound!: number;
  /** A mailbox for questions about the lab, public; null where none was said. */
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail!: string | null;
  /** Null for what the operator installed. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
}
