import { Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';

@InputType({ description: 'What an organisation answers on one of the seven public values.' })
export class ValueAnswerInput {
  @Field() @MaxLength(60) value!: string;
  @Field({ description: 'safeguarded, with_measures or dissent' }) @MaxLength(60) verdict!: string;
  @Field() @MaxLength(2_000) answer!: string;
}
