import type { IntakeSignatureRow } from '@datalab/data';
import type { IntakeStanding, IntakeTermsView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { IntakeStandingEnum } from '../graphql/enums.js';

@ObjectType()
export class IntakeClause {
  @Field() title!: string;
  @Field() text!: string;
}

@ObjectType({ description: 'The signature of an organisation under the intake terms, with the text as it was signed.' })
export class IntakeSignature {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => [IntakeClause]) clauses!: IntakeClause[];
  @Field() digest!: string;
  @Field(() => String, { nullable: true, description: 'Name of the colleague; null for other organisations.' })
  signedBy!: string | null;
  @Field(() => GraphQLISODateTime) signedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'For colleagues; "renewed" where a newer text was signed.' })
  endedReason!: string | null;
}

@ObjectType({ description: 'Where an organisation stands towards the terms that hold now.' })
export class IntakeOrganisation {
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => IntakeStandingEnum) standing!: IntakeStanding;
  @Field(() => IntakeSignature, { nullable: true }) signature!: IntakeSignatureRow | null;
}

@ObjectType({ description: 'What an organisation signs before its first upload to a lab.' })
export class IntakeTerms {
  @Field(() => Int) version!: number;
  @Field(() => [IntakeClause]) clauses!: IntakeClause[];
  @Field() digest!: string;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the lab wrote it; null for the text of the platform.',
  })
  madeAt!: Date | null;
  @Field(() => [IntakeOrganisation]) organisations!: IntakeOrganisation[];
  @Field(() => [IntakeSignature], { description: 'Earlier signatures of the own organisation, newest first.' })
  ended!: IntakeSignatureRow[];
}

export const toIntakeTerms = ({ clauses, organisations, ...view }: IntakeTermsView): IntakeTerms => ({
  ...view,
  clauses: [...clauses],
  organisations: organisations.map(({ signature, ...row }) => ({ ...row, signature: signature ?? null })),
});
