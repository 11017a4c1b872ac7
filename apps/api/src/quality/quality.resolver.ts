import { QualityService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { Load } from '../loads/load.type.js';
import { LoadDifference, QualityReport, QualitySummary, toQuality, toQualitySummary } from './quality.type.js';

@Resolver(() => Load)
export class QualityResolver {
  constructor(private readonly quality: QualityService) {}

  @ResolveField(() => LoadDifference, { nullable: true, description: 'Null where it replaces nothing.' })
  async difference(@CurrentCtx() ctx: Ctx, @Parent() { id }: Load): Promise<LoadDifference | null> {
    return (await this.quality.findDifference(ctx, id)) ?? null;
  }

  @ResolveField(() => QualityReport, { nullable: true, description: 'Null until the worker has made it.' })
  async qualityReport(@CurrentCtx() ctx: Ctx, @Parent() { id }: Load): Promise<QualityReport | null> {
    const view = await this.quality.findReport(ctx, id);
    return view === undefined ? null : toQuality(view);
  }

  @Query(() => [QualitySummary], { description: 'The quality of every source of a lab, in bands.' })
  async qualitySummaries(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
  ): Promise<QualitySummary[]> {
    return (await this.quality.listSummaries(ctx, labId)).map(toQualitySummary);
  }

  @Mutation(() => QualityReport, { description: 'Its steward has read the report and stands for the load.' })
  async acceptQualityReport(
    @CurrentCtx() ctx: Ctx,
    @Args('loadId', { type: () => ID }) loadId: string,
    @Args('remark', { type: () => String, nullable: true }) remark?: string | null,
  ): Promise<QualityReport> {
    return toQuality(await this.quality.accept(ctx, loadId, remark ?? null));
  }
}
