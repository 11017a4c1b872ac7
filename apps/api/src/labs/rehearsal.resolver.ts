import { RehearsalPartnersService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';

@Resolver()
export class RehearsalResolver {
  constructor(private readonly partners: RehearsalPartnersService) {}

  @Mutation(() => Int, {
    description:
      'In a rehearsal the invented partners do all that waits for them now; gives how many things that were.',
  })
  letPartnersAnswer(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<number> {
    return this.partners.answer(ctx, labId);
  }
}
