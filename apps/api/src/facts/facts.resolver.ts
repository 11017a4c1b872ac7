import { DeeperQuestionsService, InventoryService, KnownFactsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { DeeperQuestionInput, factOf, KnownFactInput, questionOf } from './facts.input.js';
import { DeeperQuestion, KnownFact, NothingToDeliver } from './facts.type.js';

const id = (name: 'id' | 'labId') => Args(name, { type: () => ID });

@Resolver()
export class FactsResolver {
  constructor(
    private readonly facts: KnownFactsService,
    private readonly inventory: InventoryService,
    private readonly questions: DeeperQuestionsService,
  ) {}

  @Query(() => [KnownFact], { description: 'What the organisations of a lab knew before anything was delivered.' })
  knownFacts(@CurrentCtx() ctx: Ctx, @id('labId') labId: string): Promise<KnownFact[]> {
    return this.facts.list(ctx, labId);
  }

  @Mutation(() => KnownFact)
  addKnownFact(
    @CurrentCtx() ctx: Ctx,
    @id('labId') labId: string,
    @Args('fact') fact: KnownFactInput,
  ): Promise<KnownFact> {
    return this.facts.add(ctx, labId, factOf(fact));
  }

  @Mutation(() => KnownFact, { description: 'Takes one of the own organisation back.' })
  removeKnownFact(@CurrentCtx() ctx: Ctx, @id('id') factId: string): Promise<KnownFact> {
    return this.facts.remove(ctx, factId);
  }

  @Query(() => [NothingToDeliver], { description: 'Who declared to have nothing, and to what.' })
  nothingToDeliver(@CurrentCtx() ctx: Ctx, @id('labId') labId: string): Promise<NothingToDeliver[]> {
    return this.inventory.listNothing(ctx, labId);
  }

  @Mutation(() => NothingToDeliver, { description: 'For the own organisation: nothing at all, or not to one dataset.' })
  declareNothing(
    @CurrentCtx() ctx: Ctx,
    @id('labId') labId: string,
    @Args('reason') reason: string,
    @Args('datasetId', { type: () => ID, nullable: true }) datasetId?: string,
  ): Promise<NothingToDeliver> {
    return this.inventory.declareNothing(ctx, labId, datasetId ?? null, reason);
  }

  @Mutation(() => NothingToDeliver, { description: 'Takes a declaration back.' })
  endNothing(@CurrentCtx() ctx: Ctx, @id('id') nothingId: string): Promise<NothingToDeliver> {
    return this.inventory.endNothing(ctx, nothingId);
  }

  @Query(() => [DeeperQuestion], { description: 'Questions for the deeper analyses that stand.' })
  deeperQuestions(@CurrentCtx() ctx: Ctx, @id('labId') labId: string): Promise<DeeperQuestion[]> {
    return this.questions.list(ctx, labId);
  }

  @Mutation(() => DeeperQuestion)
  writeDeeperQuestion(
    @CurrentCtx() ctx: Ctx,
    @id('labId') labId: string,
    @Args('question') question: DeeperQuestionInput,
  ): Promise<DeeperQuestion> {
    return this.questions.write(ctx, labId, questionOf(question));
  }

  @Mutation(() => DeeperQuestion, { description: 'Takes one of the own organisation back.' })
  withdrawDeeperQuestion(@CurrentCtx() ctx: Ctx, @id('id') questionId: string): Promise<DeeperQuestion> {
    return this.questions.withdraw(ctx, questionId);
  }
}
