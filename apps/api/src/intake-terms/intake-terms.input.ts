import { Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';

@InputType()
export class IntakeClauseInput {
  @Field() @MaxLength(120) title!: string;
  @Field() @MaxLength(4_000) text!: string;
}
