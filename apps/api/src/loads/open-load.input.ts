import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SCREENED_KINDS, type ScreenedKind } from '@datalab/intake';
import { ScreenedKindEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType()
export class CoveredRangeInput {
  @Field(() => GraphQLDate) @Matches(DAY) from!: string;
  @Field(() => GraphQLDate) @Matches(DAY) to!: string;
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

@InputType({ description: 'A finding of the screening that the steward answers as a false alarm.' })
export class ScreeningAnswerInput {
  @Field({ description: 'The column of the file.' }) @IsString() @MaxLength(300) column!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The canonical field that it becomes; null where it is dropped.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  field?: string | null;

  @Field(() => ScreenedKindEnum) @IsIn(SCREENED_KINDS) kind!: ScreenedKind;
  @Field({ description: 'Why it is none; kept in the audit log.' }) @IsString() @MaxLength(500) reason!: string;
}

@InputType({ description: 'Rows without a household key, by why they have none; notMade: the key service gave none.' })
export class KeyCausesInput {
  @Field(() => Int) @IsInt() @Min(0) blank!: number;
  @Field(() => Int) @IsInt() @Min(0) incomplete!: number;
  @Field(() => Int) @IsInt() @Min(0) malformed!: number;
  @Field(() => Int) @IsInt() @Min(0) notListed!: number;
  @Field(() => Int) @IsInt() @Min(0) ambiguous!: number;
  @Field(() => Int) @IsInt() @Min(0) notMade!: number;
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

  @Field(() => [ScreeningAnswerInput], {
    nullable: true,
    description: 'False alarms of the screening, each with a reason.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ScreeningAnswerInput)
  answers?: ScreeningAnswerInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Where it changes or removes what was delivered before: wait until it is confirmed.',
  })
  @IsOptional()
  @IsBoolean()
  confirmDifference?: boolean | null;

  @Field(() => KeyCausesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => KeyCausesInput)
  keyCauses?: KeyCausesInput | null;
}
