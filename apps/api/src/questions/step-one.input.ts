import { CHECKLIST_ANSWERS, type ChecklistAnswer } from '@datalab/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { ChecklistAnswerEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType()
export class QuestionInput {
  @Field() @MaxLength(300) question!: string;
  @Field() @MaxLength(1_000) behind!: string;
}

@InputType()
export class QuestionScoreInput {
  @Field(() => ID) @IsUUID() questionId!: string;
  @Field(() => Int) @Min(1) @Max(5) impact!: number;
  @Field(() => Int) @Min(1) @Max(5) answerability!: number;
  @Field(() => Int) @Min(1) @Max(5) privacyCost!: number;
  @Field() @MaxLength(500) note!: string;
}

@InputType()
export class ChecklistAnswerInput {
  @Field() @MaxLength(60) item!: string;
  @Field(() => ChecklistAnswerEnum) @IsIn(CHECKLIST_ANSWERS) answer!: ChecklistAnswer;
  @Field() @MaxLength(1_000) explanation!: string;
}

@InputType()
export class BoardAgreementInput {
  @Field() @IsBoolean() agrees!: boolean;
  @Field() @MaxLength(120) personName!: string;
  @Field() @MaxLength(120) function!: string;
  @Field(() => GraphQLDate) @Matches(DAY) agreedOn!: string;
}

@InputType({ description: 'Held: how, when, with what outcome. Not held: why, and that it is public.' })
export class CitizenConsultationInput {
  @Field() @IsBoolean() held!: boolean;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1_000) how?: string | null;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) heldOn?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2_000) outcome?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2_000) reason?: string | null;
  @Field() @IsBoolean() isPublic!: boolean;
}
