import { DATASET_KINDS, type DatasetKind } from '@datalab/domain';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, MaxLength } from 'class-validator';
import { DatasetKindEnum } from '../graphql/enums.js';

@InputType({
  description: 'What a data steward promises to bring. Purposes come from the closed list of the agreement.',
})
export class DatasetInput {
  @Field() @MaxLength(120) name!: string;
  @Field(() => DatasetKindEnum) @IsIn(DATASET_KINDS) kind!: DatasetKind;
  @Field(() => String, {
    nullable: true,
    description: 'Name of a known code list; null where the source writes its own codes.',
  })
  @IsOptional()
  @MaxLength(60)
  sourceType?: string | null;
  @Field() @MaxLength(300) legalBasis!: string;
  @Field(() => [String]) @ArrayMaxSize(20) @MaxLength(60, { each: true }) purposes!: string[];
  @Field(() => Int) @IsInt() retentionMonths!: number;
  @Field({ description: 'Published already, so shown exact.' }) @IsBoolean() isOpen!: boolean;
}
