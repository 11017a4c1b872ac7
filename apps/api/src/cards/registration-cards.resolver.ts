import { RegistrationCardsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { RegistrationCardInput } from './registration-card.input.js';
import { RegistrationCard, toCard } from './registration-card.type.js';

const datasetId = () => Args('datasetId', { type: () => ID });

@Resolver(() => RegistrationCard)
export class RegistrationCardsResolver {
  constructor(private readonly cards: RegistrationCardsService) {}

  @Query(() => [RegistrationCard], { description: 'Every version of the card of a dataset, newest first.' })
  async registrationCards(@CurrentCtx() ctx: Ctx, @datasetId() id: string): Promise<RegistrationCard[]> {
    return (await this.cards.listVersions(ctx, id)).map(toCard);
  }

  @Mutation(() => RegistrationCard, { description: 'Adds a version; earlier ones stay.' })
  async saveRegistrationCard(
    @CurrentCtx() ctx: Ctx,
    @datasetId() id: string,
    @Args('card') { changes, ...texts }: RegistrationCardInput,
  ): Promise<RegistrationCard> {
    const card = { ...texts, changes: changes.map(({ on, what }) => ({ on, what })) };
    return toCard(await this.cards.save(ctx, id, card));
  }
}
