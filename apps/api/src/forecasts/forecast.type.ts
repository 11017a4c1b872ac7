import type { ForecastTestView, ForecastView } from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { GraphQLJson } from '../graphql/scalars.js';

@ObjectType({
  description: 'What was agreed on a forecast before anything was trained. Shares and gains are fractions.',
})
export class ForecastTerms {
  @Field() goal!: string;
  @Field() baseline!: string;
  @Field(() => Float) leastGain!: number;
  @Field(() => Float) mostAmplification!: number;
  @Field(() => Float) attentionShare!: number;
  @Field(() => Float) attentionSensitivity!: number;
  @Field(() => Float) coverageLeast!: number;
  @Field(() => Float) coverageMost!: number;
  @Field() stopsAfter!: string;
}

@ObjectType({ description: 'A back-test of a contract, or a check of an active forecast against a new picture.' })
export class ForecastTest {
  @Field(() => ID) runId!: string;
  @Field({ description: 'test or check' }) kind!: string;
  @Field({ description: 'Of its run.' }) state!: string;
  @Field(() => Float, { description: '0 to 1.' }) progress!: number;
  @Field(() => String, { nullable: true, description: 'A stable code of why the run gave nothing.' })
  failure!: string | null;
  @Field(() => GraphQLISODateTime) requestedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) concludedAt!: Date | null;
  @Field(() => GraphQLJson, {
    nullable: true,
    description: 'Its figures (ForecastDocument), fit to be seen by the lab.',
  })
  document!: unknown;
  @Field(() => [String], { description: 'All that it says against the model; empty is nothing.' }) refusals!: string[];
}

@ObjectType({ description: 'That an organisation objects to a forecast.' })
export class ForecastObjection {
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() words!: string;
  @Field(() => GraphQLISODateTime) objectedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
}

@ObjectType({ description: 'A forecast contract with all that happened under it.' })
export class ForecastContract {
  @Field(() => ID) id!: string;
  @Field(() => ID) labId!: string;
  @Field(() => ID) shellId!: string;
  @Field() organisationName!: string;
  @Field() title!: string;
  @Field() purpose!: string;
  @Field() proportionality!: string;
  @Field(() => ForecastTerms) terms!: ForecastTerms;
  @Field({ description: 'draft, fixed, tested, active, suspended or ended' }) state!: string;
  @Field({ description: 'What is shown today: nothing, naive or model.' }) shows!: string;
  @Field(() => [String], { description: 'Why it may not be switched on now, or, of a draft, not be fixed.' })
  refusals!: string[];
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) fixedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) activeSince!: Date | null;
  @Field(() => String, { nullable: true }) offReason!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) offAt!: Date | null;
  @Field(() => String, { nullable: true }) offWords!: string | null;
  @Field(() => [ForecastTest], { description: 'Newest first.' }) tests!: ForecastTest[];
  @Field(() => [ForecastObjection]) objections!: ForecastObjection[];
}

const toTest = ({
  runId,
  kind,
  state,
  progress,
  failure,
  requestedAt,
  concludedAt,
  document,
  refusals,
}: ForecastTestView) => ({
  runId,
  kind,
  state,
  progress,
  failure,
  requestedAt,
  concludedAt,
  document,
  refusals,
});

export const toForecast = ({ terms, tests, objections, ...view }: ForecastView): ForecastContract => {
  const { attention, coverage, ...rest } = terms;
  return {
    ...view,
    terms: {
      ...rest,
      attentionShare: attention.share,
      attentionSensitivity: attention.sensitivity,
      coverageLeast: coverage.least,
      coverageMost: coverage.most,
    },
    tests: tests.map(toTest),
    objections: objections.map(({ organisationId, organisationName, words, objectedAt, withdrawnAt }) => ({
      organisationId,
      organisationName,
      words,
      objectedAt,
      withdrawnAt,
    })),
  };
};
