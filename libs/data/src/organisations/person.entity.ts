import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in. Works for one organisation; what they may do in a lab stands in their memberships. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
}
