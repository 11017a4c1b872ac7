import { PUBLIC_VALUES } from '@datalab/domain';
import type { PrivacyRiskView, PublicValuesView } from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One text in both languages.' })
export class EvidenceWords {
  @Field() nl!: string;
  @Field() en!: string;
}

@ObjectType({ description: 'What an organisation answered. Dissent is an answer, and stays.' })
export class ValueAnswer {
  @Field(() => ID) organisationId!: string;
  @Field() verdict!: string;
  @Field() answer!: string;
  @Field(() => GraphQLISODateTime) answeredAt!: Date;
  @Field(() => String, { nullable: true }) answeredBy!: string | null;
  @Field(() => [String], { description: 'Why it has to be looked at again; empty where it stands.' }) causes!: string[];
}

@ObjectType({ description: 'One of the seven public values: what the platform knows, beside what people answer.' })
export class PublicValueStanding {
  @Field() value!: string;
  @Field(() => [EvidenceWords]) evidence!: readonly EvidenceWords[];
  @Field(() => [ValueAnswer]) answers!: ValueAnswer[];
  @Field(() => [ID], { description: 'Organisations that have yet to answer, or to look again.' }) owing!: string[];
}

@ObjectType()
export class ValuesParty {
  @Field(() => ID) organisationId!: string;
  @Field() name!: string;
}

@ObjectType({
  description: 'The seven public values of a lab, or of the analysis of a run. Nothing is released without them.',
})
export class PublicValues {
  @Field(() => ID) labId!: string;
  @Field(() => ID, { nullable: true }) runId!: string | null;
  @Field({ description: 'answered, missing or reopened' }) standing!: string;
  @Field(() => [String]) causes!: string[];
  @Field(() => [ValuesParty]) organisations!: ValuesParty[];
  @Field(() => [PublicValueStanding]) values!: PublicValueStanding[];
}

@ObjectType({ description: 'How recognisable people would be at one area level and length of period, in bands.' })
export class RiskBands {
  @Field() level!: string;
  @Field() grain!: string;
  @Field() k!: string;
  @Field() unique!: string;
  @Field() small!: string;
  @Field() average!: string;
  @Field() homogeneous!: string;
}

@ObjectType({ description: 'The same, exact: for the organisation whose reports they are.' })
export class RiskFigures {
  @Field() level!: string;
  @Field() grain!: string;
  @Field(() => Int) units!: number;
  @Field(() => Int) k!: number;
  @Field(() => Int) l!: number;
  @Field(() => Float) uniqueShare!: number;
  @Field(() => Float) smallShare!: number;
  @Field(() => Float) averageRisk!: number;
  @Field(() => Float) homogeneousShare!: number;
}

@ObjectType()
export class RiskAdvice {
  @Field() level!: string;
  @Field() grain!: string;
}

@ObjectType()
export class SourceRisk {
  @Field(() => ID, { nullable: true, description: 'Null: all sources together.' }) datasetId!: string | null;
  @Field(() => [RiskBands]) bands!: RiskBands[];
  @Field(() => RiskAdvice, { nullable: true, description: 'Finest choice at which under 5 % stand alone.' })
  advice!: RiskAdvice | null;
  @Field(() => String, { nullable: true }) ofTwoLargestHouseholds!: string | null;
  @Field(() => String, { nullable: true }) ofTwoLargestReporters!: string | null;
  @Field(() => [RiskFigures], { description: 'Empty for other organisations.' }) own!: RiskFigures[];
}

@ObjectType({ description: 'How recognisable people would be in the rows of the newest snapshot.' })
export class PrivacyRisk {
  @Field(() => GraphQLISODateTime, { nullable: true }) computedAt!: Date | null;
  @Field(() => [SourceRisk]) sources!: SourceRisk[];
}

export const toPublicValues = ({ answers, evidence, owing, ...view }: PublicValuesView): PublicValues => ({
  labId: view.labId,
  runId: view.runId,
  standing: view.standing,
  causes: view.causes,
  organisations: view.organisations,
  values: PUBLIC_VALUES.map((value) => ({
    value,
    evidence: evidence[value],
    answers: answers.filter((answer) => answer.value === value),
    owing: owing.flatMap((one) => (one.values.includes(value) ? one.organisationId : [])),
  })),
});

export const toPrivacyRisk = ({ computedAt, sources }: PrivacyRiskView): PrivacyRisk => ({
  computedAt,
  sources: sources.map(({ datasetId, risk, own }) => ({
    datasetId,
    bands: risk.grid,
    advice: risk.advice,
    ofTwoLargestHouseholds: risk.ofTwoLargestHouseholds,
    ofTwoLargestReporters: risk.ofTwoLargestReporters,
    own: own?.grid ?? [],
  })),
});
