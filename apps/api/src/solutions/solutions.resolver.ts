import { SolutionsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { SolutionEndEnum } from '../graphql/enums.js';
import { ChoiceInput, EvaluationPlanInput, SolutionInput } from './solution.input.js';
import { Solution, SolutionOwner, toSolution } from './solution.type.js';

const id = () => Args('id', { type: () => ID });
const labId = () => Args('labId', { type: () => ID });

@Resolver(() => Solution)
export class SolutionsResolver {
  constructor(private readonly solutions: SolutionsService) {}

  @Query(() => [Solution], { name: 'solutions', description: 'All solutions of a lab, with what came of them so far.' })
  async list(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<Solution[]> {
    return (await this.solutions.list(ctx, lab)).map(toSolution);
  }

  @Query(() => [SolutionOwner], { description: 'Colleagues who could own a solution in this lab.' })
  solutionOwners(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<SolutionOwner[]> {
    return this.solutions.listOwners(ctx, lab);
  }

  @Mutation(() => Solution, { description: 'Proposes an option of the own organisation.' })
  async proposeSolution(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('solution') { title, words, partners, areaCodes, expected, findingIds }: SolutionInput,
  ): Promise<Solution> {
    const input = { title, words, partners, areaCodes, expected, findingIds };
    return toSolution(await this.solutions.propose(ctx, lab, input));
  }

  @Mutation(() => Solution, { description: 'Makes an option a commitment, with an owner and a date.' })
  async chooseSolution(
    @CurrentCtx() ctx: Ctx,
    @id() one: string,
    @Args('choice') { ownerId, startsOn, endsOn }: ChoiceInput,
  ): Promise<Solution> {
    return toSolution(await this.solutions.choose(ctx, one, { ownerId, startsOn, endsOn: endsOn ?? null }));
  }

  @Mutation(() => Solution, { description: 'Registers what will be measured; possible until the day it starts.' })
  async registerEvaluation(
    @CurrentCtx() ctx: Ctx,
    @id() one: string,
    @Args('plan') plan: EvaluationPlanInput,
  ): Promise<Solution> {
    return toSolution(await this.solutions.register(ctx, one, { ...plan }));
  }

  @Mutation(() => Solution)
  async startSolution(@CurrentCtx() ctx: Ctx, @id() one: string): Promise<Solution> {
    return toSolution(await this.solutions.start(ctx, one));
  }

  @Mutation(() => Solution, {
    description: 'Ends it: with what came of it, or with the reason why it stops or was not chosen.',
  })
  async endSolution(
    @CurrentCtx() ctx: Ctx,
    @id() one: string,
    @Args('how', { type: () => SolutionEndEnum }) how: 'finish' | 'stop' | 'drop',
    @Args('words') words: string,
  ): Promise<Solution> {
    return toSolution(await this.solutions.end(ctx, one, how, words));
  }
}
