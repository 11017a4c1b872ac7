import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

const Words = () => MaxLength(60, { each: true });

@InputType({ description: 'On which ground an organisation takes part.' })
export class LegalBasisInput {
  @Field(() => ID) @IsUUID() organisationId!: string;
  @Field() @MaxLength(60) basis!: string;
  @Field() @MaxLength(300) law!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) specialBasis!: string | null;
}

@InputType()
export class AgreedFieldsInput {
  @Field(() => [String]) @ArrayMaxSize(50) @Words() descriptive!: string[];
  @Field(() => [String]) @ArrayMaxSize(50) @Words() diagnostic!: string[];
  @Field(() => [String]) @ArrayMaxSize(50) @Words() predictive!: string[];
}

@InputType()
export class AgreedLinkInput {
  @Field() @MaxLength(60) by!: string;
  @Field(() => [ID]) @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) datasetIds!: string[];
}

@InputType()
export class AgreedFloorInput {
  @Field(() => Int) @IsInt() reports!: number;
  @Field(() => Int) @IsInt() households!: number;
}

@InputType()
export class AgreedFloorsInput {
  @Field(() => AgreedFloorInput) @ValidateNested() @Type(() => AgreedFloorInput) lab!: AgreedFloorInput;
  @Field(() => AgreedFloorInput) @ValidateNested() @Type(() => AgreedFloorInput) public!: AgreedFloorInput;
}

@InputType()
export class DpiaInput {
  @Field() @MaxLength(200) reference!: string;
  @Field(() => GraphQLDate) @Matches(DAY) on!: string;
}

@InputType({
  description:
    'All that can be chosen in an agreement. Lists are closed: another purpose, field or recipient is refused.',
})
export class AgreementChoicesInput {
  @Field(() => [LegalBasisInput])
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LegalBasisInput)
  bases!: LegalBasisInput[];

  @Field() @MaxLength(3_000) background!: string;
  @Field(() => [String]) @ArrayMaxSize(20) @Words() purposes!: string[];
  @Field(() => AgreedFieldsInput) @ValidateNested() @Type(() => AgreedFieldsInput) fields!: AgreedFieldsInput;

  @Field(() => [AgreedLinkInput])
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AgreedLinkInput)
  links!: AgreedLinkInput[];

  @Field(() => AgreedFloorsInput) @ValidateNested() @Type(() => AgreedFloorsInput) floors!: AgreedFloorsInput;
  @Field(() => Int) @IsInt() retentionMonths!: number;
  @Field(() => [String]) @ArrayMaxSize(10) @Words() recipients!: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() wayBackReceiverId!: string | null;
  @Field(() => Int) @IsInt() embargoDays!: number;
  @Field(() => Int) @IsInt() answerDays!: number;
  @Field(() => Int) @IsInt() checkDays!: number;
  @Field(() => DpiaInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => DpiaInput)
  dpia!: DpiaInput | null;
  @Field() @MaxLength(3_000) arrangements!: string;
}
