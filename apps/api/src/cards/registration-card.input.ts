import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType()
export class PracticeChangeInput {
  @Field(() => GraphQLDate) @Matches(DAY) on!: string;
  @Field() @MaxLength(300) what!: string;
}

@InputType()
export class RegistrationCardInput {
  @Field() @MaxLength(2_000) whoRegisters!: string;
  @Field() @MaxLength(2_000) when!: string;
  @Field() @MaxLength(2_000) whenNot!: string;
  @Field() @MaxLength(2_000) doubleRegistration!: string;
  @Field() @MaxLength(2_000) remarks!: string;

  @Field(() => [PracticeChangeInput])
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PracticeChangeInput)
  changes!: PracticeChangeInput[];
}
