import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lab')
export class LabEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') goal!: string;
  @Column('text') question!: string;
}
