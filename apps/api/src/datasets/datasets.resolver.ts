import { DatasetsService, LoadsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { GraphQLJson } from '../graphql/scalars.js';
import { Load, toLoad } from '../loads/load.type.js';
import { DatasetInput } from './dataset.input.js';
import { Dataset, toDataset } from './dataset.type.js';

@Resolver(() => Dataset)
export class DatasetsResolver {
  constructor(
    private readonly datasets: DatasetsService,
    private readonly loads: LoadsService,
  ) {}

  @Mutation(() => Dataset, { description: 'A data steward promises a dataset of the own organisation.' })
  async addDataset(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('dataset') { sourceType, ...dataset }: DatasetInput,
  ): Promise<Dataset> {
    const wish = { ...dataset, sourceType: sourceType ?? null };
    return toDataset(await this.datasets.add(ctx, labId, wish), ctx.actor.organisationId);
  }

  @Mutation(() => Dataset, { description: 'Puts right what was promised, until something of it was delivered.' })
  async changeDataset(
    @CurrentCtx() ctx: Ctx,
    @Args('datasetId', { type: () => ID }) datasetId: string,
    @Args('dataset') { sourceType, ...dataset }: DatasetInput,
  ): Promise<Dataset> {
    const wish = { ...dataset, sourceType: sourceType ?? null };
    return toDataset(await this.datasets.change(ctx, datasetId, wish), ctx.actor.organisationId);
  }

  @Mutation(() => ID, {
    description: 'Takes a promise back of which nothing was delivered; gives the lab that it was in.',
  })
  async removeDataset(
    @CurrentCtx() ctx: Ctx,
    @Args('datasetId', { type: () => ID }) datasetId: string,
  ): Promise<string> {
    return (await this.datasets.remove(ctx, datasetId)).labId;
  }

  @Mutation(() => Dataset)
  async saveMapping(
    @CurrentCtx() ctx: Ctx,
    @Args('datasetId', { type: () => ID }) datasetId: string,
    @Args('mapping', { type: () => GraphQLJson }) mapping: unknown,
  ): Promise<Dataset> {
    return toDataset(await this.datasets.saveMapping(ctx, datasetId, mapping), ctx.actor.organisationId);
  }

  @ResolveField(() => Load, { nullable: true, description: 'Newest delivery, where this person may see it.' })
  async latestLoad(@CurrentCtx() ctx: Ctx, @Parent() dataset: Dataset): Promise<Load | null> {
    if (dataset.organisation.id !== ctx.actor.organisationId) return null;
    const load = await this.loads.findLatest(ctx, dataset.id);
    return load === undefined ? null : toLoad(load);
  }
}
