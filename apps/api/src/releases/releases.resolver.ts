import { ReleasesService, type Ctx } from '@datalab/features';
import { invalidInput } from '@datalab/domain';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { DraftReleaseInput, ReleaseContextInput, ReleaseWishesInput } from './release.input.js';
import { Release, toRelease } from './release.type.js';

const id = () => Args('id', { type: () => ID });

/** Releases as their requesters see them. */
@Resolver(() => Release)
export class ReleasesResolver {
  constructor(private readonly releases: ReleasesService) {}

  @Query(() => [Release], { name: 'releases', description: 'The releases of a lab that one may see, newest first.' })
  async list(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<Release[]> {
    return (await this.releases.list(ctx, labId)).map((row) => toRelease(row, ctx.actor.personId));
  }

  @Query(() => Release, { name: 'release' })
  async get(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<Release> {
    return toRelease(await this.releases.get(ctx, which), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Drafts the first version of something that is to be given.' })
  async draftRelease(@CurrentCtx() ctx: Ctx, @Args('input') input: DraftReleaseInput): Promise<Release> {
    const { labId, runId, design, context, wishes } = input;
    if ((runId === undefined) === (design === undefined))
      throw invalidInput('release.of-what', 'A release gives either a run or a table.', [{ field: 'design' }]);
    const of = runId === undefined ? { design } : { runId };
    const row = await this.releases.draft(ctx, { labId, of, context: { ...context }, wishes: { ...wishes } });
    return toRelease(row, ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Drafts the next version: one of the safe forms that the machine proposed.' })
  async draftSafeVersion(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('index', { type: () => Int }) index: number,
  ): Promise<Release> {
    return toRelease(await this.releases.draftSafeVersion(ctx, which, index), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Other words: a draft again, and every judgement of before is void.' })
  async changeRelease(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('context') context: ReleaseContextInput,
    @Args('wishes') wishes: ReleaseWishesInput,
  ): Promise<Release> {
    return toRelease(await this.releases.change(ctx, which, { ...context }, { ...wishes }), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Hands a draft in: the machine looks first, then two people.' })
  async submitRelease(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<Release> {
    return toRelease(await this.releases.submit(ctx, which), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Asks once more to let out what was approved and could not go out then.' })
  async askToRelease(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<Release> {
    return toRelease(await this.releases.askToRelease(ctx, which), ctx.actor.personId);
  }

  @Mutation(() => Release, { description: 'Takes a release back; what was out is shown as withdrawn from then on.' })
  async withdrawRelease(@CurrentCtx() ctx: Ctx, @id() which: string, @Args('reason') reason: string): Promise<Release> {
    return toRelease(await this.releases.withdraw(ctx, which, reason), ctx.actor.personId);
  }
}
