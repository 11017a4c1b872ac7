import { DeletionProofsService, type Ctx } from '@datalab/features';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { DeletionProof, toProof } from './deletion-proof.type.js';

@Resolver(() => DeletionProof)
export class DeletionProofsResolver {
  constructor(private readonly proofs: DeletionProofsService) {}

  @Query(() => [DeletionProof], {
    description: 'What was deleted of the own organisation and of the lab; for its stewards and privacy officers.',
  })
  async deletionProofs(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
  ): Promise<DeletionProof[]> {
    return (await this.proofs.list(ctx, labId)).map(toProof);
  }
}
