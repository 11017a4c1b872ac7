import type { ConsentAnswer, Step, StepEvent, StepState } from '@datalab/domain';
import type { StepEventRow } from '@datalab/data';
import type { ReopenConsequences as Consequences } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConsentAnswerEnum, DocumentedKindEnum, StepEnum, StepEventEnum, StepStateEnum } from '../graphql/enums.js';
import { Criterion } from './criterion.type.js';

@ObjectType({ description: 'Where one participant stands in the review of a step.' })
export class Consent {
  @Field(() => ID) organisationId!: string;
  @Field() name!: string;
  @Field(() => ConsentAnswerEnum, { nullable: true, description: 'Null while it has not answered this time.' })
  answer!: ConsentAnswer | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) at!: Date | null;
  @Field(() => String, { nullable: true, description: 'Of an objection.' }) reason!: string | null;
}

@ObjectType()
export class LabStep {
  @Field(() => StepEnum) step!: Step;
  @Field(() => StepStateEnum) state!: StepState;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was reopened or taken out of review.' })
  reason!: string | null;
  @Field(() => Int, { description: 'How often it was handed in.' }) round!: number;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'What was signed or released in it before this moment is documented history.',
  })
  reopenedAt!: Date | null;
  @Field(() => [Criterion]) criteria!: Criterion[];
  @Field(() => [Consent], { description: 'One per participant.' }) consents!: Consent[];
  @Field(() => Int) consentsNeeded!: number;
  @Field({ description: 'It was handed in, and a criterion no longer holds: it counts as open.' }) fellBack!: boolean;
}

@ObjectType({ description: 'One condition as it was at that moment.' })
export class CriterionThen {
  @Field() code!: string;
  @Field() met!: boolean;
}

@ObjectType({ description: 'One thing that happened to a step; it is never changed.' })
export class LabStepEvent {
  @Field(() => ID) id!: string;
  @Field(() => StepEnum) step!: Step;
  @Field(() => StepEventEnum) event!: StepEvent;
  @Field(() => Int) round!: number;
  @Field(() => StepStateEnum) from!: StepState;
  @Field(() => StepStateEnum) to!: StepState;
  @Field({ description: 'Whose person did it; empty for one that no longer takes part.' }) organisation!: string;
  @Field(() => String, { nullable: true, description: 'Named to colleagues of the own organisation.' })
  person!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => [CriterionThen]) criteria!: CriterionThen[];
  @Field(() => GraphQLISODateTime) at!: Date;
}

@ObjectType({ description: 'What stays readable and no longer counts.' })
export class Documented {
  @Field(() => DocumentedKindEnum) kind!: Consequences['documented'][number]['kind'];
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'What reopening a step would do.' })
export class ReopenConsequences {
  @Field(() => [StepEnum], { description: 'Later steps that lock.' }) locked!: Step[];
  @Field(() => [StepEnum], { description: 'Steps that were done, and must be consented to again.' }) again!: Step[];
  @Field(() => Int) lapsingConsents!: number;
  @Field(() => [Documented]) documented!: Documented[];
}

export const toStepEvent = (row: StepEventRow): Omit<LabStepEvent, 'person'> & { actorId: string } => row;
