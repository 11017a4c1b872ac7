import { PicturesService, RhythmsService, SquaresService, type Ctx } from '@datalab/features';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { MapSheetInput, TrendInput } from './picture.input.js';
import { MapSheet, toTrendPoint, Trend } from './picture.type.js';
import { Rhythm, RhythmInput } from './rhythm.type.js';
import { SquareSheet, SquaresInput } from './square.type.js';

@Resolver()
export class PicturesResolver {
  constructor(
    private readonly pictures: PicturesService,
    private readonly rhythms: RhythmsService,
    private readonly squareMaps: SquaresService,
  ) {}

  @Query(() => MapSheet)
  async mapSheet(@CurrentCtx() ctx: Ctx, @Args('input') input: MapSheetInput): Promise<MapSheet> {
    return { ...(await this.pictures.getSheet(ctx, input)), unit: 'report' };
  }

  @Query(() => Trend)
  async trend(@CurrentCtx() ctx: Ctx, @Args('input') input: TrendInput): Promise<Trend> {
    const { areaCode, category, grain } = input;
    const { points, changes } = await this.pictures.getTrend(ctx, input);
    return { areaCode, category, grain, points: points.map(toTrendPoint), changes };
  }

  @Query(() => Rhythm)
  rhythm(@CurrentCtx() ctx: Ctx, @Args('input') input: RhythmInput): Promise<Rhythm> {
    return this.rhythms.find(ctx, input);
  }

  @Query(() => SquareSheet)
  squares(@CurrentCtx() ctx: Ctx, @Args('input') input: SquaresInput): Promise<SquareSheet> {
    return this.squareMaps.getSheet(ctx, input);
  }
}
