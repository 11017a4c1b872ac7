import { PublicValuesService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ValueAnswerInput } from './public-values.input.js';
import { PrivacyRisk, PublicValues, toPrivacyRisk, toPublicValues } from './public-values.type.js';

const labId = () => Args('labId', { type: () => ID });
const runId = () => Args('runId', { type: () => ID, nullable: true });

@Resolver(() => PublicValues)
export class PublicValuesResolver {
  constructor(private readonly values: PublicValuesService) {}

  @Query(() => PublicValues, {
    description: 'Evidence beside answers, of a lab or of the analysis of one of its runs.',
  })
  async publicValues(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @runId() run: string | undefined,
  ): Promise<PublicValues> {
    return toPublicValues(await this.values.getView(ctx, lab, run ?? null));
  }

  @Query(() => PrivacyRisk, { description: 'The measured risk: in bands, exact for the own sources.' })
  async privacyRisk(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<PrivacyRisk> {
    return toPrivacyRisk(await this.values.getRisk(ctx, lab));
  }

  @Mutation(() => PublicValues, { description: 'Answers for the own organisation; earlier answers stay.' })
  async answerValues(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('answers', { type: () => [ValueAnswerInput] }) answers: ValueAnswerInput[],
    @runId() run: string | undefined,
  ): Promise<PublicValues> {
    const given = answers.map(({ value, verdict, answer }) => ({ value, verdict, answer }));
    return toPublicValues(await this.values.answer(ctx, lab, run ?? null, given));
  }
}
