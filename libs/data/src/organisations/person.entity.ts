import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in. Works for one organisation; what they may do in a lab stands in their memberships. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  /** Null for an API client. */
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') name!: string;
  /** An API client acts as a person of its organisation. */
  @Column('text') kind!: 'human' | 'api_client';
  @Column('boolean', { name: 'is_administrator' }) isAdministrator!: boolean;
  /** Named by an administrator; who leads a lab may begin another one all the same. */
  @Column('boolean', { name: 'may_found_labs' }) mayFoundLabs!: boolean;
  /** From then on nothing is allowed; null while they are here. */
  @Column('timestamptz', { name: 'left_at', nullable: true }) leftAt!: Date | null;
}
