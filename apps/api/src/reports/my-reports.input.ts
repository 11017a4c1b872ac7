import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType({ description: 'Which of the own reports; what is left out does not matter.' })
export class MyReportsFilter {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() datasetId?: string | null;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) from?: string | null;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) to?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(40) category?: string | null;

  @Field(() => String, { nullable: true, description: 'An area of any level, with all below it.' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  areaCode?: string | null;
}
