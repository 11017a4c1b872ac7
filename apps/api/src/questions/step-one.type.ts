import type { StepState } from '@datalab/domain';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { StepStateEnum } from '../graphql/enums.js';
import { BoardAgreement, Checklist, CitizenConsultation } from './statements.type.js';

@ObjectType({ description: 'An organisation that takes part, and what it wants; null while it has not said so.' })
export class OrganisationGoal {
  @Field(() => ID) organisationId!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) goal!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) madeAt!: Date | null;
}

@ObjectType({ description: 'What an organisation thinks of a question, 1 to 5 each.' })
export class QuestionScore {
  @Field(() => ID) organisationId!: string;
  @Field(() => Int) impact!: number;
  @Field(() => Int) answerability!: number;
  @Field(() => Int, { description: 'High is bad.' }) privacyCost!: number;
  @Field() note!: string;
}

@ObjectType({ description: 'A question that the lab could work on.' })
export class QuestionCandidate {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'Who proposed it works there.' }) organisationId!: string;
  @Field() question!: string;
  @Field({ description: 'What somebody will decide or do with the answer.' }) behind!: string;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
  @Field({ description: 'Proposed by the person who asks.' }) isMine!: boolean;
  @Field(() => [QuestionScore], {
    description: 'Of the own organisation; of others once the own organisation has scored every question.',
  })
  scores!: QuestionScore[];
}

@ObjectType()
export class RankedQuestion {
  @Field(() => ID) questionId!: string;
  @Field(() => Int) rank!: number;
  @Field(() => Float, { description: 'Mean over the organisations, 4 to 20.' }) points!: number;
  @Field(() => Float) meanImpact!: number;
  @Field(() => Float) meanAnswerability!: number;
  @Field(() => Float) meanPrivacyCost!: number;
  @Field(() => [ID]) tiedWith!: string[];
}

@ObjectType({
  description: 'How far the organisations agree on the order: Kendall’s W. Null where that cannot be said.',
})
export class QuestionAgreement {
  @Field(() => Float, { nullable: true }) w!: number | null;
  @Field(() => Float, { nullable: true, description: 'From random orders.' }) p!: number | null;
}

@ObjectType({ description: 'The questions in order, by the organisations that had scored them all.' })
export class QuestionRanking {
  @Field() digest!: string;
  @Field(() => GraphQLISODateTime) computedAt!: Date;
  @Field({ description: 'False while scores that changed are being ranked.' }) isCurrent!: boolean;
  @Field(() => [ID]) organisations!: string[];
  @Field(() => [RankedQuestion]) ranked!: RankedQuestion[];
  @Field(() => QuestionAgreement, { description: 'Before the organisations saw each other’s scores.' })
  apart!: QuestionAgreement;
  @Field(() => QuestionAgreement) together!: QuestionAgreement;
  @Field(() => [String]) textNl!: string[];
  @Field(() => [String]) textEn!: string[];
}

@ObjectType({ description: 'The question that the lab works on.' })
export class CoreQuestion {
  @Field(() => ID) questionId!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'Why, where it was not ranked first.' }) reason!: string | null;
  @Field(() => GraphQLISODateTime) chosenAt!: Date;
}

@ObjectType({ description: 'What the person who asks does in step 1; the api checks it again each time.' })
export class StepOneAbilities {
  @Field() stateGoal!: boolean;
  @Field() score!: boolean;
  @Field() lead!: boolean;
  @Field() answerLegal!: boolean;
  @Field() answerQuality!: boolean;
  @Field() recordBoard!: boolean;
}

@ObjectType({ description: 'Step 1 of a lab: what it is about, and on which conditions.' })
export class StepOne {
  @Field(() => ID) labId!: string;
  @Field(() => StepStateEnum) state!: StepState;
  @Field(() => [OrganisationGoal]) goals!: OrganisationGoal[];
  @Field(() => [QuestionCandidate]) questions!: QuestionCandidate[];
  @Field(() => [ID], { description: 'Organisations that have scored every question.' }) scoredBy!: string[];
  @Field(() => QuestionRanking, {
    nullable: true,
    description: 'Null where there is none, and while the own organisation has not scored every question.',
  })
  ranking!: QuestionRanking | null;
  @Field(() => CoreQuestion, { nullable: true }) core!: CoreQuestion | null;
  @Field(() => [Checklist]) checklists!: Checklist[];
  @Field(() => [BoardAgreement]) boards!: BoardAgreement[];
  @Field(() => CitizenConsultation, { nullable: true }) consultation!: CitizenConsultation | null;
  @Field(() => StepOneAbilities) can!: StepOneAbilities;
}
