import type { SolutionState } from '@datalab/domain';
import type { SolutionView } from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { EvaluationStateEnum, SolutionStateEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'Somebody of the own organisation who could own a solution.' })
export class SolutionOwner {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'What is measured of a solution, registered before it starts.' })
export class EvaluationPlan {
  @Field(() => ID) datasetId!: string;
  @Field() category!: string;
  @Field() level!: string;
  @Field(() => [String]) areaCodes!: readonly string[];
  @Field(() => [String]) comparisonAreaCodes!: readonly string[];
  @Field({ description: 'YYYY-MM: the first month that counts.' }) firstMonth!: string;
  @Field(() => Float, { description: 'Expected change as a fraction: -0.2 is a fifth less.' }) expectedChange!: number;
  @Field() harm!: string;
}

@ObjectType({ description: 'What came of it on a snapshot, protected.' })
export class Evaluation {
  @Field(() => EvaluationStateEnum) state!: SolutionEvaluation['state'];
  @Field(() => String, { nullable: true, description: 'Why it is too early, or refused.' }) why!: string | null;
  @Field(() => String, { nullable: true }) method!: string | null;
  @Field(() => Float, { nullable: true, description: 'After over what it would have been without; 1 is no effect.' })
  ratio!: number | null;
  @Field(() => Float, { nullable: true }) low!: number | null;
  @Field(() => Float, { nullable: true }) high!: number | null;
  @Field(() => String, { nullable: true }) verdict!: string | null;
  @Field(() => Int, { nullable: true }) monthsBefore!: number | null;
  @Field(() => Int, { nullable: true }) monthsAfter!: number | null;
  @Field(() => GraphQLISODateTime) evaluatedAt!: Date;
}
type SolutionEvaluation = NonNullable<SolutionView['evaluation']>;

@ObjectType({ description: 'What an organisation will do about findings, in areas and from a date.' })
export class Solution {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => [ID]) partners!: string[];
  @Field() title!: string;
  @Field() words!: string;
  @Field(() => SolutionStateEnum) state!: SolutionState;
  @Field({ description: 'Who answers for it, as they are called in the lab; empty for an option.' }) ownerName!: string;
  @Field(() => GraphQLDate, { nullable: true }) startsOn!: string | null;
  @Field(() => GraphQLDate, { nullable: true }) endsOn!: string | null;
  @Field(() => [String]) areaCodes!: string[];
  @Field() expected!: string;
  @Field() outcome!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => [ID]) findingIds!: string[];
  @Field(() => GraphQLISODateTime, { nullable: true }) registeredAt!: Date | null;
  @Field(() => EvaluationPlan, { nullable: true }) plan!: EvaluationPlan | null;
  @Field(() => Evaluation, { nullable: true }) evaluation!: Evaluation | null;
}

const NOTHING_SAID = {
  why: null,
  method: null,
  ratio: null,
  low: null,
  high: null,
  verdict: null,
  monthsBefore: null,
  monthsAfter: null,
};

export const toSolution = ({ plan, evaluation, ...row }: SolutionView): Solution => ({
  ...row,
  plan,
  evaluation: evaluation && { ...NOTHING_SAID, ...evaluation },
});
