import { choicesOf, type AgreementVersion as Version, type AgreementView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'One article of the text that is signed; Dutch.' })
export class AgreementArticle {
  @Field() clause!: string;
  @Field(() => Int) number!: number;
  @Field() title!: string;
  @Field(() => [String]) paragraphs!: readonly string[];
}

@ObjectType({ description: 'What one article no longer says, and what it says now.' })
export class ClauseDifference {
  @Field() clause!: string;
  @Field(() => [String]) removed!: readonly string[];
  @Field(() => [String]) added!: readonly string[];
}

@ObjectType({ description: 'What keeps a draft from being signed.' })
export class AgreementFault {
  @Field() clause!: string;
  @Field() code!: string;
}

@ObjectType({ description: 'How one organisation stands towards a version.' })
export class AgreementParty {
  @Field(() => ID) organisationId!: string;
  @Field() name!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) supportedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) signedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Name of the colleague; null for other organisations.' })
  signedBy!: string | null;
}

@ObjectType()
export class AgreedBasis {
  @Field(() => ID) organisationId!: string;
  @Field() basis!: string;
  @Field() law!: string;
  @Field(() => String, { nullable: true }) specialBasis!: string | null;
}

@ObjectType()
export class AgreedFields {
  @Field(() => [String]) descriptive!: readonly string[];
  @Field(() => [String]) diagnostic!: readonly string[];
  @Field(() => [String]) predictive!: readonly string[];
}

@ObjectType()
export class AgreedLink {
  @Field() by!: string;
  @Field(() => [ID]) datasetIds!: readonly string[];
}

@ObjectType()
export class AgreedFloor {
  @Field(() => Int) reports!: number;
  @Field(() => Int) households!: number;
}

@ObjectType()
export class AgreedFloors {
  @Field(() => AgreedFloor) lab!: AgreedFloor;
  @Field(() => AgreedFloor) public!: AgreedFloor;
}

@ObjectType()
export class Dpia {
  @Field() reference!: string;
  @Field(() => GraphQLDate) on!: string;
}

@ObjectType({ description: 'What was chosen in a version.' })
export class AgreementChoices {
  @Field(() => [AgreedBasis]) bases!: AgreedBasis[];
  @Field() background!: string;
  @Field(() => [String]) purposes!: readonly string[];
  @Field(() => AgreedFields) fields!: AgreedFields;
  @Field(() => [AgreedLink]) links!: AgreedLink[];
  @Field(() => AgreedFloors) floors!: AgreedFloors;
  @Field(() => Int) retentionMonths!: number;
  @Field(() => [String]) recipients!: readonly string[];
  @Field(() => ID, { nullable: true }) wayBackReceiverId!: string | null;
  @Field(() => Int) embargoDays!: number;
  @Field(() => Int) answerDays!: number;
  @Field(() => Int) checkDays!: number;
  @Field(() => Dpia, { nullable: true }) dpia!: Dpia | null;
  @Field() arrangements!: string;
}

@ObjectType()
export class AgreementVersion {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field() state!: string;
  @Field(() => Int, { description: 'Which save this is; whoever saves says which they saw.' }) revision!: number;
  @Field({ description: 'SHA-256 of the text, which is what is signed.' }) currentHash!: string;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
  @Field(() => GraphQLISODateTime) savedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) signingSince!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) inForceSince!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => [AgreementArticle]) articles!: AgreementArticle[];
  @Field(() => AgreementChoices) choices!: AgreementChoices;
  @Field(() => [AgreementFault]) faults!: readonly AgreementFault[];
  @Field(() => [ClauseDifference]) differences!: ClauseDifference[];
  @Field(() => Int, { nullable: true, description: 'Against which version the differences are.' }) comparedWith!:
    number | null;
  @Field(() => [AgreementParty]) parties!: AgreementParty[];
}

@ObjectType({ description: 'What the organisations of a lab agree on sharing data, in versions, newest first.' })
export class Agreement {
  @Field(() => ID) labId!: string;
  @Field({ description: 'State of step 3: nothing is offered or signed while it is locked.' }) stepState!: string;
  @Field(() => [AgreementVersion]) versions!: AgreementVersion[];
}

export const toAgreement = ({ labId, stepState, versions }: AgreementView): Agreement => ({
  labId,
  stepState,
  versions: versions.map(toVersion),
});

const toVersion = ({ document, ...version }: Version): AgreementVersion => ({
  ...version,
  choices: choicesOf(document),
});
