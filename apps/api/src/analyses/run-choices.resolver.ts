import { RunChoicesService, type Ctx } from '@datalab/features';
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';

@ObjectType({ description: 'Something that can be chosen, by its code.' })
export class RunChoice {
  @Field() code!: string;
  @Field() title!: string;
}

@ObjectType({ description: 'What there is to choose from when a run is asked for.' })
export class RunChoices {
  @Field(() => [String], { description: 'Purposes of the agreement in force.' }) purposes!: readonly string[];
  @Field(() => [RunChoice], { description: 'Context indicators of the region.' }) indicators!: RunChoice[];
  @Field(() => [RunChoice], { description: 'Areas of the level.' }) areas!: RunChoice[];
}

@Resolver(() => RunChoices)
export class RunChoicesResolver {
  constructor(private readonly choices: RunChoicesService) {}

  @Query(() => RunChoices, { description: 'What can be chosen for a run over areas of a level.' })
  runChoices(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('areaLevel') areaLevel: string,
  ): Promise<RunChoices> {
    return this.choices.get(ctx, labId, areaLevel);
  }
}
