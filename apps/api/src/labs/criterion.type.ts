import type { LabRole } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { LabRoleEnum } from '../graphql/enums.js';

@ObjectType({ description: 'What keeps a criterion from holding.' })
export class Missing {
  @Field(() => ID, { nullable: true, description: 'Null where it is not one organisation’s to bring.' })
  organisationId!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => LabRoleEnum, { description: 'Who brings it.' }) role!: LabRole;
  @Field(() => GraphQLISODateTime) since!: Date;
}

@ObjectType({ description: 'One computed condition for finishing a step.' })
export class Criterion {
  @Field() code!: string;
  @Field() met!: boolean;
  @Field(() => [Missing], { description: 'What is missing, from whom, since when; empty where it is met.' })
  missing!: Missing[];
}
