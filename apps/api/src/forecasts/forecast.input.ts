import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsNumber, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

@InputType({ description: 'What is agreed on a forecast before anything is trained. Shares and gains are fractions.' })
export class ForecastTermsInput {
  @Field({ description: 'What will be done differently because of it.' }) @IsString() @MaxLength(1_000) goal!: string;
  @Field({ description: 'last value, seasonal naive, mean of 8, mean of 12, or best naive.' })
  @IsString()
  @MaxLength(40)
  baseline!: string;
  @Field(() => Float, { description: 'Success: how much smaller its error must be than that of the baseline.' })
  @IsNumber()
  leastGain!: number;
  @Field(() => Float, { description: 'Harm: most times over that attention may enlarge the reports.' })
  @IsNumber()
  mostAmplification!: number;
  @Field(() => Float, { description: 'Share of the areas that get attention.' }) @IsNumber() attentionShare!: number;
  @Field(() => Float, { description: 'By what fraction attention raises their reports.' })
  @IsNumber()
  attentionSensitivity!: number;
  @Field(() => Float, { description: 'Least share of the counts within the 80 % margins.' })
  @IsNumber()
  coverageLeast!: number;
  @Field(() => Float) @IsNumber() coverageMost!: number;
  @Field({ description: 'Last day on which it may be shown, YYYY-MM-DD.' })
  @IsString()
  @MaxLength(10)
  stopsAfter!: string;
}

@InputType({ description: 'A forecast contract as an analyst writes it.' })
export class ForecastContractInput {
  @Field(() => ID) @IsUUID() shellId!: string;
  @Field() @IsString() @MaxLength(200) title!: string;
  @Field({ description: 'One of the purposes of the agreement.' }) @IsString() @MaxLength(60) purpose!: string;
  @Field({ description: 'Why this weighs up, for the algorithm register.' })
  @IsString()
  @MaxLength(1_000)
  proportionality!: string;
  @Field(() => ForecastTermsInput)
  @ValidateNested()
  @Type(() => ForecastTermsInput)
  terms!: ForecastTermsInput;
}

/** As the service takes it. */
export const fromInput = ({ terms, ...input }: ForecastContractInput) => {
  const { attentionShare, attentionSensitivity, coverageLeast, coverageMost, ...rest } = terms;
  return {
    ...input,
    terms: {
      ...rest,
      attention: { share: attentionShare, sensitivity: attentionSensitivity },
      coverage: { least: coverageLeast, most: coverageMost },
    },
  };
};
