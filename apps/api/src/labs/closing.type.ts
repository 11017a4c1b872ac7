import type { LabState } from '@datalab/domain';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { LabStateEnum } from '../graphql/enums.js';
import { Lesson } from './founding.type.js';
import { Consent } from './step.type.js';

@ObjectType({ description: 'How far the closing of a lab is.' })
export class LabClosing {
  @Field(() => LabStateEnum) state!: LabState;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was asked.' }) reason!: string | null;
  @Field(() => [Consent], { description: 'One per participant.' }) consents!: Consent[];
  @Field(() => [Lesson], { description: 'What it taught; goes into its template.' }) lessons!: Lesson[];
}
