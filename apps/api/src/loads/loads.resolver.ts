import { DatasetsService, LoadsService, PeopleService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Dataset, toDataset } from '../datasets/dataset.type.js';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { Load, LoadPage, OpenedLoad, toLoad } from './load.type.js';
import { OpenLoadInput } from './open-load.input.js';

@Resolver(() => Load)
export class LoadsResolver {
  constructor(
    private readonly loads: LoadsService,
    private readonly datasets: DatasetsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => Load)
  async load(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<Load> {
    return toLoad(await this.loads.get(ctx, id));
  }

  @Query(() => LoadPage, { name: 'loads' })
  async listLoads(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('datasetId', { type: () => ID, nullable: true }) datasetId?: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<LoadPage> {
    const { items, ...page } = await this.loads.list(ctx, {
      labId,
      first,
      // In GraphQL null is how "not given" may be written too.
      datasetId: datasetId ?? undefined,
      after: after ?? undefined,
    });
    return { ...page, items: items.map(toLoad) };
  }

  @Mutation(() => OpenedLoad)
  async openLoad(@CurrentCtx() ctx: Ctx, @Args('input') input: OpenLoadInput): Promise<OpenedLoad> {
    const { keyCauses, confirmDifference, ...rest } = input;
    const answers = (input.answers ?? []).map(({ field, ...answer }) => ({ ...answer, field: field ?? null }));
    const causes = keyCauses == null ? {} : { keyCauses: { ...keyCauses } };
    return {
      load: toLoad(
        await this.loads.open(ctx, { ...rest, answers, ...causes, confirmDifference: confirmDifference ?? false }),
      ),
      uploadUrl: '/v1/uploads',
    };
  }

  @Mutation(() => Load, { description: 'The steward has seen what the load changes and wants it so.' })
  async confirmLoad(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<Load> {
    return toLoad(await this.loads.confirm(ctx, id));
  }

  @Mutation(() => Load)
  async withdrawLoad(
    @CurrentCtx() ctx: Ctx,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): Promise<Load> {
    return toLoad(await this.loads.withdraw(ctx, id, reason));
  }

  @ResolveField(() => Dataset)
  async dataset(@CurrentCtx() ctx: Ctx, @Parent() load: Load): Promise<Dataset> {
    return toDataset(await this.datasets.get(ctx, load.datasetId), ctx.actor.organisationId);
  }

  @ResolveField(() => String, { description: 'Name of the colleague who delivered it.' })
  createdBy(@CurrentCtx() ctx: Ctx, @Parent() load: Load): Promise<string> {
    return this.people.nameOfColleague(ctx, load.createdById);
  }
}
