import type { LabView } from '@datalab/features';
import type { LabRole, LabState, Step } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LabRoleEnum, LabStateEnum, StepEnum } from '../graphql/enums.js';
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

@ObjectType({ description: 'What the person who asks may do here; the api checks it again each time.' })
export class LabAbilities {
  @Field() upload!: boolean;
  @Field() seeMirror!: boolean;
  @Field() seePicture!: boolean;
  @Field() leadSteps!: boolean;
  @Field(() => [StepEnum], { description: 'In which steps this person speaks for their organisation.' })
  consentSteps!: Step[];
}

@ObjectType()
export class Lab {
  @Field(() => ID) id!: string;
  regionId!: string;
  @Field() name!: string;
  @Field() goal!: string;
  @Field() question!: string;
  @Field(() => LabStateEnum) state!: LabState;
  @Field(() => GraphQLISODateTime) stateSince!: Date;
  @Field({ description: 'All of it is invented; nothing of it may be published.' }) isRehearsal!: boolean;
  @Field(() => String, { nullable: true, description: 'The ready template that it was made from.' })
  template!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many organisations must consent where not all must.' })
  quorum!: number | null;
  @Field(() => String, { nullable: true, description: 'A mailbox for questions about the lab, public.' })
  contactEmail!: string | null;
}

export const toParticipants = (view: LabView): Participant[] =>
  view.participants.map(({ organisationId, name, type, roles, lastAcceptedAt }) => ({
    organisation: { id: organisationId, name, type },
    roles,
    delivered: lastAcceptedAt !== null,
    lastDeliveryOn: lastAcceptedAt,
  }));
