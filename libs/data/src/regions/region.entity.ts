import type { AreaLevel } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('region')
export class RegionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') country!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('int', { name: 'division_year' }) divisionYear!: number;
  /** Highest first. */
  @Column('jsonb') levels!: AreaLevel[];
}
