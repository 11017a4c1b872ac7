import { unavailable } from '@datalab/domain';
import { KeyCustodyService, type Ctx } from '@datalab/features';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Env } from '../env.js';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { Lab } from '../labs/lab.type.js';
import { ENV } from '../tokens.js';
import { CallerTokenIssuer } from './caller-token-issuer.js';
import { CallerToken, KeyCustody, KeyHolder } from './key-custody.type.js';
import { KeyHolderInput } from './key-holder.input.js';

@Resolver(() => Lab)
export class KeyCustodyResolver {
  private readonly issuer: CallerTokenIssuer | undefined;

  constructor(
    private readonly custody: KeyCustodyService,
    @Inject(ENV) private readonly env: Env,
  ) {
    const { CALLER_TOKEN_KEY: seed, CALLER_TOKEN_ISSUER: issuer, CALLER_TOKEN_AUDIENCE: audience } = env;
    if (seed !== undefined && issuer !== undefined && audience !== undefined)
      this.issuer = new CallerTokenIssuer({ seed, issuer, audience }, () => new Date());
  }

  @ResolveField(() => KeyCustody, { nullable: true, description: 'Null where this platform takes no keys.' })
  async keyCustody(@CurrentCtx() ctx: Ctx, @Parent() { id }: Lab): Promise<KeyCustody | null> {
    const { SEALING_PUBLIC_KEY: sealingKey, CALLER_TOKEN_ISSUER: callerIssuer = null } = this.env;
    if (sealingKey === undefined) return null;
    return { sealingKey, callerIssuer, services: this.origins(), holders: await this.custody.listHolders(ctx, id) };
  }

  @Mutation(() => KeyHolder, {
    description:
      'The coordinator registers who holds a share of the lab’s key, or where a registered holder answers now.',
  })
  registerKeyHolder(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('holder') holder: KeyHolderInput,
  ): Promise<KeyHolder> {
    return this.custody.register(ctx, labId, holder, this.origins());
  }

  @Mutation(() => CallerToken, {
    description: 'A short-lived token for the key holders of a lab; for its data stewards.',
  })
  async callerToken(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<CallerToken> {
    const caller = await this.custody.admitCaller(ctx, labId);
    if (this.issuer === undefined)
      throw unavailable('custody.no-tokens', 'This platform gives no tokens for key holders.');
    return this.issuer.issue(caller);
  }

  private origins(): string[] {
    return this.env.KEY_HOLDER_ORIGINS.split(' ').filter((origin) => origin !== '');
  }
}
