import type { ReviewVerdict } from '@datalab/domain';
import { ReleaseReviewsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ReviewVerdictEnum, SampleVerdictEnum } from '../graphql/enums.js';
import { ReleaseCheck, ReleaseComment, toReleaseCheck } from './release-check.type.js';
import { Release, toRelease } from './release.type.js';

const id = () => Args('id', { type: () => ID });

/** Releases as their checkers see them. */
@Resolver(() => ReleaseCheck)
export class ReleaseReviewsResolver {
  constructor(private readonly reviews: ReleaseReviewsService) {}

  @Query(() => ReleaseCheck, { description: 'Protected values beside outcomes of rules, judgements and comments.' })
  async releaseCheck(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<ReleaseCheck> {
    return toReleaseCheck(await this.reviews.getCheck(ctx, which), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'One judgement; two approvals of two organisations let it go on.' })
  async reviewRelease(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('verdict', { type: () => ReviewVerdictEnum }) verdict: ReviewVerdict,
    @Args('remark') remark: string,
  ): Promise<Release> {
    return toRelease(await this.reviews.review(ctx, which, verdict, remark), ctx.actor.personId);
  }

  @Mutation(() => [ReleaseComment])
  commentOnRelease(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('words') words: string,
  ): Promise<ReleaseComment[]> {
    return this.reviews.comment(ctx, which, words);
  }

  @Mutation(() => Release, { description: 'What a look at a refresh that went out without people finds.' })
  async judgeSample(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('verdict', { type: () => SampleVerdictEnum }) verdict: 'sound' | 'unsound',
  ): Promise<Release> {
    return toRelease(await this.reviews.judgeSample(ctx, which, verdict), ctx.actor.personId);
  }
}
