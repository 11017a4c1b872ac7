import { LivingAreasService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { LivingAreaNameInput, LivingAreas } from './living-areas.type.js';

const labId = () => Args('labId', { type: () => ID });

@Resolver(() => LivingAreas)
export class LivingAreasResolver {
  constructor(private readonly areas: LivingAreasService) {}

  @Query(() => LivingAreas, {
    description: 'What is fixed; before that what would be, for this least number of households.',
  })
  livingAreas(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('least', { type: () => Int, nullable: true }) least?: number,
  ): Promise<LivingAreas> {
    return this.areas.find(ctx, id, least ?? undefined);
  }

  @Mutation(() => LivingAreas, {
    description: 'Once, before anything is delivered. Areas that are not named keep the name of the proposal.',
  })
  async fixLivingAreas(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('least', { type: () => Int }) least: number,
    @Args('names', { type: () => [LivingAreaNameInput] }) names: LivingAreaNameInput[],
  ): Promise<LivingAreas> {
    await this.areas.fix(ctx, id, least, new Map(names.map(({ code, name }) => [code, name])));
    return this.areas.find(ctx, id, least);
  }
}
