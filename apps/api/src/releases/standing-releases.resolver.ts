import { StandingOverviewService, type Ctx } from '@datalab/features';
import { Args, Field, GraphQLISODateTime, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { ReleaseTier } from '@datalab/domain';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ReleaseTierEnum } from '../graphql/enums.js';
import { GraphQLJson } from '../graphql/scalars.js';

@ObjectType({ description: 'A design that was checked once and goes out again with each new picture.' })
export class StandingRelease {
  @Field(() => ID) id!: string;
  @Field(() => ID) seriesId!: string;
  @Field(() => ID) checkedReleaseId!: string;
  @Field(() => GraphQLJson) design!: unknown;
  @Field(() => GraphQLJson) context!: unknown;
  @Field(() => ReleaseTierEnum) tier!: ReleaseTier;
  @Field(() => GraphQLISODateTime) givenAt!: Date;
  @Field(() => GraphQLISODateTime) goodUntil!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
}

@Resolver(() => StandingRelease)
export class StandingReleasesResolver {
  constructor(private readonly standing: StandingOverviewService) {}

  @Query(() => [StandingRelease])
  standingReleases(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
  ): Promise<StandingRelease[]> {
    return this.standing.list(ctx, labId);
  }

  @Mutation(() => [StandingRelease], { description: 'From now on this design waits for people again.' })
  endStandingRelease(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<StandingRelease[]> {
    return this.standing.end(ctx, id);
  }
}
