import { CrossSourceService, DifferencesService, type Ctx } from '@datalab/features';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { CrossSource, SourceDifference } from './comparisons.type.js';

const labId = () => Args('labId', { type: () => ID });

@Resolver()
export class ComparisonsResolver {
  constructor(
    private readonly differences: DifferencesService,
    private readonly sources: CrossSourceService,
  ) {}

  @Query(() => [SourceDifference], { description: 'What changed in the newest picture since the one before it.' })
  async pictureDifferences(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<SourceDifference[]> {
    const rows = await this.differences.list(ctx, id);
    return rows.map(({ previous, ...row }) => ({
      ...row,
      previousDigest: previous.digest,
      previousAt: new Date(previous.at),
    }));
  }

  @Query(() => CrossSource, { nullable: true, description: 'Null before the first picture.' })
  async crossSource(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<CrossSource | null> {
    return (await this.sources.find(ctx, id)) ?? null;
  }
}
