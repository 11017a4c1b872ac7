import type { ChecklistAnswer as Answer, ChecklistName } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ChecklistAnswerEnum, ChecklistNameEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'A question of a list, with what a good answer tells.' })
export class ChecklistItem {
  @Field() key!: string;
  @Field() questionNl!: string;
  @Field() questionEn!: string;
  @Field() hintNl!: string;
  @Field() hintEn!: string;
}

@ObjectType()
export class ChecklistAnswer {
  @Field() item!: string;
  @Field(() => ChecklistAnswerEnum) answer!: Answer;
  @Field() explanation!: string;
}

@ObjectType({ description: 'What one organisation answered on a list.' })
export class ChecklistAnswers {
  @Field(() => ID) organisationId!: string;
  @Field(() => Int, { description: 'Of the list that was answered.' }) checklistVersion!: number;
  @Field(() => [ChecklistAnswer]) answers!: ChecklistAnswer[];
  @Field(() => GraphQLISODateTime) madeAt!: Date;
}

@ObjectType({ description: 'A list that every organisation answers, as it stands today.' })
export class Checklist {
  @Field(() => ChecklistNameEnum) name!: ChecklistName;
  @Field(() => Int) version!: number;
  @Field(() => [ChecklistItem]) items!: ChecklistItem[];
  @Field(() => [ChecklistAnswers]) answered!: ChecklistAnswers[];
}

@ObjectType({ description: 'What a board said about results that are independent, and published also when unwelcome.' })
export class BoardAgreement {
  @Field(() => ID) organisationId!: string;
  @Field() agrees!: boolean;
  @Field() personName!: string;
  @Field() function!: string;
  @Field(() => GraphQLDate) agreedOn!: string;
  @Field(() => GraphQLISODateTime) recordedAt!: Date;
}

@ObjectType({ description: 'How citizens were asked, or why they were not.' })
export class CitizenConsultation {
  @Field() held!: boolean;
  @Field(() => String, { nullable: true }) how!: string | null;
  @Field(() => GraphQLDate, { nullable: true }) heldOn!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field({ description: 'For everybody to read; always so for the reason why not.' }) isPublic!: boolean;
  @Field(() => GraphQLISODateTime) recordedAt!: Date;
}
