import { QuestionsService, StepOneService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { QuestionInput, QuestionScoreInput } from './step-one.input.js';
import { StepOne } from './step-one.type.js';
import { toStepOne } from './to-step-one.js';

const labId = () => Args('labId', { type: () => ID });
const questionId = () => Args('questionId', { type: () => ID });

@Resolver(() => StepOne)
export class QuestionsResolver {
  constructor(
    private readonly questions: QuestionsService,
    private readonly reading: StepOneService,
  ) {}

  @Query(() => StepOne)
  async stepOne(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<StepOne> {
    return toStepOne(await this.reading.getView(ctx, id));
  }

  @Mutation(() => StepOne)
  async proposeQuestion(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('input') { question, behind }: QuestionInput,
  ): Promise<StepOne> {
    await this.questions.propose(ctx, id, { question, behind });
    return this.stepOne(ctx, id);
  }

  @Mutation(() => StepOne, { description: 'By who proposed it, or by the coordinator.' })
  async withdrawQuestion(@CurrentCtx() ctx: Ctx, @questionId() id: string): Promise<StepOne> {
    return this.stepOne(ctx, await this.questions.withdraw(ctx, id));
  }

  @Mutation(() => StepOne, {
    description: 'Of some questions or all; what is said for the organisation stays until it is said otherwise.',
  })
  async scoreQuestions(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('scores', { type: () => [QuestionScoreInput] }) scores: QuestionScoreInput[],
  ): Promise<StepOne> {
    await this.questions.score(
      ctx,
      id,
      scores.map((score) => ({ ...score })),
    );
    return this.stepOne(ctx, id);
  }

  @Mutation(() => StepOne, { description: 'Where another question is ranked first, with a reason.' })
  async chooseCoreQuestion(
    @CurrentCtx() ctx: Ctx,
    @questionId() id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<StepOne> {
    return this.stepOne(ctx, await this.questions.choose(ctx, id, reason));
  }
}
