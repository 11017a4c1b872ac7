import type { ChecklistName } from '@datalab/domain';
import { StatementsService, StepOneService, type ConsultationAnswer, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ChecklistNameEnum } from '../graphql/enums.js';
import { BoardAgreementInput, ChecklistAnswerInput, CitizenConsultationInput } from './step-one.input.js';
import { StepOne } from './step-one.type.js';
import { toStepOne } from './to-step-one.js';

const labId = () => Args('labId', { type: () => ID });

@Resolver(() => StepOne)
export class StatementsResolver {
  constructor(
    private readonly statements: StatementsService,
    private readonly reading: StepOneService,
  ) {}

  @Mutation(() => StepOne, { description: 'What the own organisation wants of the lab.' })
  async stateGoal(@CurrentCtx() ctx: Ctx, @labId() id: string, @Args('goal') goal: string): Promise<StepOne> {
    await this.statements.stateGoal(ctx, id, goal);
    return this.after(ctx, id);
  }

  @Mutation(() => StepOne, {
    description: 'All answers of the own organisation on a list; those left out are open again.',
  })
  async answerChecklist(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('checklist', { type: () => ChecklistNameEnum }) name: ChecklistName,
    @Args('answers', { type: () => [ChecklistAnswerInput] }) answers: ChecklistAnswerInput[],
  ): Promise<StepOne> {
    await this.statements.answerChecklist(
      ctx,
      id,
      name,
      answers.map((answer) => ({ ...answer })),
    );
    return this.after(ctx, id);
  }

  @Mutation(() => StepOne, { description: 'What the own board said.' })
  async recordBoard(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('input') input: BoardAgreementInput,
  ): Promise<StepOne> {
    await this.statements.recordBoard(ctx, id, { ...input });
    return this.after(ctx, id);
  }

  @Mutation(() => StepOne)
  async recordConsultation(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('input') { held, how, heldOn, outcome, reason, isPublic }: CitizenConsultationInput,
  ): Promise<StepOne> {
    // Which fields go with which answer is the service's to judge.
    const answer = held ? { held, how, heldOn, outcome, isPublic } : { held, reason, isPublic };
    await this.statements.recordConsultation(ctx, id, answer as ConsultationAnswer);
    return this.after(ctx, id);
  }

  private async after(ctx: Ctx, id: string): Promise<StepOne> {
    return toStepOne(await this.reading.getView(ctx, id));
  }
}
