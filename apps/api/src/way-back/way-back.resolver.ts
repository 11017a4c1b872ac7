import { WayBackListsService, WayBacksService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { SignedInRequest } from '../auth/request-context.js';
import { Sessions } from '../auth/sessions.js';
import { CurrentCtx, CurrentRequest } from '../graphql/current.decorator.js';
import { WayBackWishInput } from './way-back.input.js';
import { toList, toOverview, toWayBack, WayBack, WayBackList, WayBackOverview } from './way-back.type.js';

const id = () => Args('id', { type: () => ID });
const labId = () => Args('labId', { type: () => ID });

/** The way back (care only): the one road from a result to addresses. */
@Resolver(() => WayBack)
export class WayBackResolver {
  constructor(
    private readonly requests: WayBacksService,
    private readonly lists: WayBackListsService,
    private readonly sessions: Sessions,
  ) {}

  @Query(() => WayBackOverview, { description: 'Requests for the way back in a lab, and what one may ask.' })
  async wayBacks(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<WayBackOverview> {
    return toOverview(lab, await this.requests.getOverview(ctx, lab));
  }

  @Query(() => WayBackList, {
    description: 'The sealed list of the own organisation; each time it is fetched is logged.',
  })
  async wayBackList(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<WayBackList> {
    return toList(await this.lists.getList(ctx, which));
  }

  @Mutation(() => WayBack, { description: 'Asks for the own records behind a released result, to offer care.' })
  async askWayBack(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('wish') wish: WayBackWishInput,
  ): Promise<WayBack> {
    return toWayBack(await this.requests.ask(ctx, lab, { ...wish }));
  }

  @Mutation(() => WayBack, {
    description: 'Answers for the own organisation; who answers has signed in again just before.',
  })
  async answerWayBack(
    @CurrentRequest() { ctx, credentials }: SignedInRequest,
    @id() which: string,
    @Args('approves') approves: boolean,
    @Args('reason') reason: string,
  ): Promise<WayBack> {
    const shown = credentials.kind === 'session' ? await this.sessions.authenticatedAt(credentials.hash) : undefined;
    const officer = shown === undefined ? ctx : { ...ctx, authenticatedAt: shown };
    return toWayBack(await this.requests.answer(officer, which, approves, reason));
  }

  @Mutation(() => WayBack, { description: 'Says who tells the residents first; only then is the list made.' })
  async openWayBack(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('toldFirst') toldFirst: string,
  ): Promise<WayBack> {
    return toWayBack(await this.lists.open(ctx, which, toldFirst));
  }

  @Mutation(() => WayBack, { description: 'Takes back a request that was not opened yet.' })
  async withdrawWayBack(@CurrentCtx() ctx: Ctx, @id() which: string, @Args('reason') reason: string): Promise<WayBack> {
    return toWayBack(await this.requests.withdraw(ctx, which, reason));
  }

  @Mutation(() => WayBack, { description: 'What came of it; only the bands are kept, and the list is destroyed.' })
  async settleWayBack(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('reached', { type: () => Int }) reached: number,
    @Args('helped', { type: () => Int }) helped: number,
  ): Promise<WayBack> {
    return toWayBack(await this.lists.settle(ctx, which, { reached, helped }));
  }

  @Mutation(() => String, { description: 'Registers the public half of the receiver’s key; gives its fingerprint.' })
  registerReceiverKey(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('publicKey', { description: '32 bytes, base64.' }) publicKey: string,
  ): Promise<string> {
    return this.lists.registerKey(ctx, lab, publicKey);
  }
}
