import type { LabRhythm } from '@datalab/data';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { LabRhythmEnum } from '../graphql/enums.js';

@ObjectType({ description: 'How often a lab makes its picture anew, beside the baseline that it began with.' })
export class LabSchedule {
  @Field(() => LabRhythmEnum) rhythm!: LabRhythm;
  @Field(() => String, { description: 'The day from which the next picture is due, YYYY-MM-DD.' }) nextDue!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the baseline measurement.' })
  baselineMadeAt!: Date | null;
}
