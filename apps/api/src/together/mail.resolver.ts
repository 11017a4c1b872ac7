import type { MailRhythm } from '@datalab/domain';
import { MailRhythmService, type Ctx } from '@datalab/features';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { MailRhythmEnum } from '../graphql/enums.js';

/** How often who asks is mailed that something waits. */
@Resolver()
export class MailResolver {
  constructor(private readonly rhythms: MailRhythmService) {}

  @Query(() => MailRhythmEnum)
  mailRhythm(@CurrentCtx() ctx: Ctx): Promise<MailRhythm> {
    return this.rhythms.find(ctx);
  }

  @Mutation(() => MailRhythmEnum)
  setMailRhythm(
    @CurrentCtx() ctx: Ctx,
    @Args('rhythm', { type: () => MailRhythmEnum }) rhythm: MailRhythm,
  ): Promise<MailRhythm> {
    return this.rhythms.set(ctx, rhythm);
  }
}
