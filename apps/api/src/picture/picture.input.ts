import type { Grain } from '@datalab/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, IsUUID, MaxLength } from 'class-validator';
import { GrainEnum, PictureViewEnum } from '../graphql/enums.js';

@InputType()
export class MapSheetInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => PictureViewEnum) @IsIn(['mirror', 'lab']) view!: 'mirror' | 'lab';
  @Field(() => ID) @IsUUID() datasetId!: string;
  @Field() @MaxLength(40) level!: string;
  @Field({ description: 'all, 2024, 2024-Q1 or 2024-01' }) @MaxLength(7) period!: string;
  @Field({ description: 'A canonical category, or all.' }) @MaxLength(40) category!: string;
}

@InputType()
export class TrendInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => PictureViewEnum) @IsIn(['mirror', 'lab']) view!: 'mirror' | 'lab';
  @Field(() => ID) @IsUUID() datasetId!: string;
  @Field(() => ID) @MaxLength(40) areaCode!: string;
  @Field() @MaxLength(40) category!: string;
  @Field(() => GrainEnum) @IsIn(['all', 'year', 'quarter', 'month']) grain!: Grain;
}
