import { findMethod, METHODS, RunsService, type Ctx, type RunView } from '@datalab/features';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { GraphQLJson } from '../graphql/scalars.js';
import { RunWishInput } from './run-wish.input.js';
import { Run, RunMethod, RunTurn, toMethod, toRun } from './run.type.js';

const labId = () => Args('labId', { type: () => ID });
const runId = () => Args('id', { type: () => ID });
const shown = (run: RunView): Run => toRun(run, findMethod(run.method));

@Resolver(() => Run)
export class RunsResolver {
  constructor(private readonly runs: RunsService) {}

  @Query(() => [Run], { name: 'runs', description: 'The runs of a lab, newest first.' })
  async listRuns(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<Run[]> {
    return (await this.runs.list(ctx, id)).map(shown);
  }

  @Query(() => Run)
  async run(@CurrentCtx() ctx: Ctx, @runId() id: string): Promise<Run> {
    return shown(await this.runs.get(ctx, id));
  }

  @Query(() => [RunTurn], {
    description: 'Which kinds of analysis may be asked for now: each waits for a release of the one before it.',
  })
  runTurns(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<RunTurn[]> {
    return this.runs.listOpenKinds(ctx, id);
  }

  @Query(() => [RunMethod], { description: 'The methods that can be run.' })
  async runMethods(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<RunMethod[]> {
    await this.runs.listOpenKinds(ctx, id);
    return METHODS.map(toMethod);
  }

  @ResolveField(() => GraphQLJson, {
    nullable: true,
    description:
      'What the lab may see of the outcome (RunResult); for analysts until it is released, and null where there is nothing.',
  })
  result(@CurrentCtx() ctx: Ctx, @Parent() run: Run): Promise<unknown> {
    return this.runs.findResult(ctx, run.id, 'lab').then((result) => result ?? null);
  }

  @Mutation(() => Run, { description: 'An analyst asks for a run of an approved output shell on the newest snapshot.' })
  async requestRun(@CurrentCtx() ctx: Ctx, @Args('wish') wish: RunWishInput): Promise<Run> {
    const { categories = null, seed, options, ...rest } = wish;
    return shown(await this.runs.request(ctx, { ...rest, options, categories, seed: seed ?? undefined }));
  }

  @Mutation(() => Run, { description: 'Ends a run that is under way.' })
  async cancelRun(@CurrentCtx() ctx: Ctx, @runId() id: string): Promise<Run> {
    return shown(await this.runs.cancel(ctx, id));
  }

  @Mutation(() => Run, { description: 'Has a failed or cancelled run done again, with the same seed.' })
  async retryRun(@CurrentCtx() ctx: Ctx, @runId() id: string): Promise<Run> {
    return shown(await this.runs.retry(ctx, id));
  }

  @Mutation(() => Run, { description: 'Takes back a run that ended: it counts no more.' })
  async withdrawRun(@CurrentCtx() ctx: Ctx, @runId() id: string): Promise<Run> {
    return shown(await this.runs.withdraw(ctx, id));
  }
}
