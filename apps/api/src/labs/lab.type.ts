import type { LabView } from '@datalab/features';
import type { LabRole, Step, StepState } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LabRoleEnum, StepEnum, StepStateEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { Organisation } from '../people/organisation.type.js';

@ObjectType()
export class RoleCount {
  @Field(() => LabRoleEnum) role!: LabRole;
  @Field(() => Int) people!: number;
}

@ObjectType()
export class Participant {
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => [RoleCount]) roles!: RoleCount[];
  @Field() delivered!: boolean;
  @Field(() => GraphQLDate, { nullable: true }) lastDeliveryOn!: Date | null;
}

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

@ObjectType()
export class LabStep {
  @Field(() => StepEnum) step!: Step;
  @Field(() => StepStateEnum) state!: StepState;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => [Criterion]) criteria!: Criterion[];
}

@ObjectType({ description: 'What the person who asks may do here; the api checks it again each time.' })
export class LabAbilities {
  @Field() upload!: boolean;
  @Field() seeMirror!: boolean;
  @Field() seePicture!: boolean;
  @Field() leadSteps!: boolean;
}

@ObjectType()
export class Lab {
  @Field(() => ID) id!: string;
  regionId!: string;
  @Field() name!: string;
  @Field() goal!: string;
  @Field() question!: string;
}

export const toParticipants = (view: LabView): Participant[] =>
  view.participants.map(({ organisationId, name, type, roles, lastAcceptedAt }) => ({
    organisation: { id: organisationId, name, type },
    roles,
    delivered: lastAcceptedAt !== null,
    lastDeliveryOn: lastAcceptedAt,
  }));
