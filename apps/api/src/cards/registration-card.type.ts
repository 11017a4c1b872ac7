import type { RegistrationCardView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'A date on which the way of registering changed.' })
export class PracticeChange {
  @Field(() => GraphQLDate) on!: string;
  @Field() what!: string;
}

@ObjectType({ description: 'What somebody must know of a registration before they compare it with another.' })
export class RegistrationCard {
  @Field(() => ID) datasetId!: string;
  @Field(() => Int) version!: number;
  @Field() whoRegisters!: string;
  @Field() when!: string;
  @Field() whenNot!: string;
  @Field() doubleRegistration!: string;
  @Field() remarks!: string;
  @Field(() => [PracticeChange]) changes!: PracticeChange[];
  @Field(() => String, { nullable: true, description: 'Name of the colleague; null for other organisations.' })
  madeBy!: string | null;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
}

export const toCard = ({ card, ...row }: RegistrationCardView): RegistrationCard => ({ ...row, ...card });
