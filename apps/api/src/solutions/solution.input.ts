import { STRENGTHS, type Strength } from '@datalab/domain';
import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsNumber, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { StrengthEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

@InputType()
export class FindingInput {
  @Field(() => ID) @IsUUID() interpretationId!: string;
  @Field() @MaxLength(200) title!: string;
  @Field() @MaxLength(4_000) words!: string;
  @Field(() => StrengthEnum) @IsIn(STRENGTHS) strength!: Strength;
}

@InputType()
export class SolutionInput {
  @Field() @MaxLength(200) title!: string;
  @Field() @MaxLength(4_000) words!: string;
  @Field(() => [ID]) @ArrayMaxSize(50) @IsUUID('all', { each: true }) partners!: string[];
  @Field(() => [String]) @ArrayMaxSize(200) @MaxLength(40, { each: true }) areaCodes!: string[];
  @Field() @MaxLength(2_000) expected!: string;
  @Field(() => [ID]) @ArrayMaxSize(50) @IsUUID('all', { each: true }) findingIds!: string[];
}

@InputType({ description: 'Who owns a solution from now on, and when it is done.' })
export class ChoiceInput {
  @Field(() => ID) @IsUUID() ownerId!: string;
  @Field(() => GraphQLDate) @Matches(DAY) startsOn!: string;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) endsOn!: string | null;
}

@InputType()
export class EvaluationPlanInput {
  @Field(() => ID) @IsUUID() datasetId!: string;
  @Field() @MaxLength(60) category!: string;
  @Field() @MaxLength(40) level!: string;
  @Field(() => [String]) @ArrayMaxSize(200) @MaxLength(40, { each: true }) areaCodes!: string[];
  @Field(() => [String]) @ArrayMaxSize(200) @MaxLength(40, { each: true }) comparisonAreaCodes!: string[];
  @Field() @Matches(MONTH) firstMonth!: string;
  @Field(() => Float) @IsNumber() expectedChange!: number;
  @Field() @MaxLength(1_000) harm!: string;
}
