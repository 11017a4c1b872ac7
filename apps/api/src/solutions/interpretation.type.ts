import type { InterpretationState, Strength } from '@datalab/domain';
import type { InterpretationView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { InterpretationStateEnum, StrengthEnum } from '../graphql/enums.js';

@ObjectType({ description: 'What one organisation reads in a result; of others it is there once all look together.' })
export class Reading {
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() words!: string;
  @Field({ description: 'Where it stays of another opinion than what was agreed; empty where it does not.' })
  dissent!: string;
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
}

@ObjectType({ description: 'One released result on the table of an interpretation session.' })
export class Interpretation {
  @Field(() => ID) id!: string;
  @Field(() => ID) releaseId!: string;
  @Field() question!: string;
  @Field(() => InterpretationStateEnum) state!: InterpretationState;
  @Field() agreedReading!: string;
  @Field() doubt!: string;
  @Field(() => GraphQLISODateTime) openedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) agreedAt!: Date | null;
  @Field(() => [Reading]) readings!: Reading[];
  @Field(() => [ID], { description: 'Organisations that have written a reading, also while all read apart.' })
  writtenBy!: string[];
}

@ObjectType({ description: 'What the lab says it knows, from one released result and never stronger than that.' })
export class Finding {
  @Field(() => ID) id!: string;
  @Field(() => ID) interpretationId!: string;
  @Field(() => ID, { nullable: true, description: 'Null for who may not see the session.' }) releaseId!: string | null;
  @Field() title!: string;
  @Field() words!: string;
  @Field(() => StrengthEnum) strength!: Strength;
  @Field(() => String, { nullable: true }) noSolutionReason!: string | null;
  @Field(() => GraphQLISODateTime) statedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
}

/** A view of a service is shaped as its type; the compiler holds them to each other. */
export const toInterpretation = (view: InterpretationView): Interpretation => view;
