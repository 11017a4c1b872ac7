import type { OrganisationType } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') type!: OrganisationType;
  @Column('boolean', { name: 'is_invented' }) isInvented!: boolean;
}
