import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsInt, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { GraphQLDate } from '../graphql/scalars.js';

@InputType()
export class CoveredRangeInput {
  @Field(() => GraphQLDate) @Matches(/^\d{4}-\d\d-\d\d$/) from!: string;
  @Field(() => GraphQLDate) @Matches(/^\d{4}-\d\d-\d\d$/) to!: string;
}

@InputType()
export class LoadTotalsInput {
  @Field(() => Int) @IsInt() @Min(0) rows!: number;
  @Field(() => Int) @IsInt() @Min(0) inRegion!: number;
  @Field(() => Int) @IsInt() @Min(0) outsideRegion!: number;
  @Field(() => Int) @IsInt() @Min(0) noArea!: number;
  @Field(() => Int) @IsInt() @Min(0) outOfScope!: number;
  @Field(() => Int) @IsInt() @Min(0) skipped!: number;
}

@InputType()
export class OpenLoadInput {
  @Field(() => ID) @IsUUID() datasetId!: string;

  @Field(() => [CoveredRangeInput])
  @ArrayNotEmpty()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => CoveredRangeInput)
  covers!: CoveredRangeInput[];

  @Field(() => LoadTotalsInput) @ValidateNested() @Type(() => LoadTotalsInput) totals!: LoadTotalsInput;

  @Field({ description: 'SHA-256 of the file that will be uploaded, in hexadecimal.' })
  @Matches(/^[0-9a-f]{64}$/)
  contentSha256!: string;
}
