import type { SubmissionOutcome } from '@datalab/features';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Load, LoadIssue, toLoad } from '../loads/load.type.js';

@ObjectType({ description: 'What became of submitted reports: all were taken, or none and why.' })
export class Submission {
  @Field() accepted!: boolean;
  @Field({ description: 'The very same call was accepted before: nothing changed by this one.' }) isReplay!: boolean;
  @Field(() => Int, { description: 'Rows that were taken.' }) rows!: number;
  @Field(() => [LoadIssue], { description: 'Why none were taken; rows count from 1.' }) issues!: LoadIssue[];
  @Field(() => Load, {
    nullable: true,
    description: 'The load that takes the reports of this day, until it is sealed at night.',
  })
  load!: Load | null;
}

export const toSubmission = ({ load, ...outcome }: SubmissionOutcome): Submission => ({
  ...outcome,
  load: load === undefined ? null : toLoad(load),
});
