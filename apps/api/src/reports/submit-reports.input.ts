import { MOST_SUBMITTED_ROWS } from '@datalab/features';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsUUID, Matches } from 'class-validator';
import { GraphQLJson } from '../graphql/scalars.js';

@InputType()
export class SubmitReportsInput {
  @Field(() => ID) @IsUUID() datasetId!: string;

  @Field({ description: 'One per content, chosen by the caller: 8 to 100 letters, digits and . _ : -' })
  @Matches(/^[A-Za-z0-9._:-]{8,100}$/)
  idempotencyKey!: string;

  @Field(() => [GraphQLJson], {
    description:
      'Canonical rows of `records` (see /schema/), at most 1,000, with a day and without keys. None: nothing to report.',
  })
  @IsArray()
  @ArrayMaxSize(MOST_SUBMITTED_ROWS)
  rows!: unknown[];
}
