import { IntakeTermsService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { IntakeClauseInput } from './intake-terms.input.js';
import { IntakeTerms, toIntakeTerms } from './intake-terms.type.js';

const labId = () => Args('labId', { type: () => ID });

@Resolver(() => IntakeTerms)
export class IntakeTermsResolver {
  constructor(private readonly terms: IntakeTermsService) {}

  @Query(() => IntakeTerms, { description: 'The intake terms that hold in a lab, and who has signed them.' })
  async intakeTerms(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<IntakeTerms> {
    return toIntakeTerms(await this.terms.get(ctx, id));
  }

  @Mutation(() => IntakeTerms, { description: 'Writes the next version of the text; everybody signs anew.' })
  async writeIntakeTerms(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('clauses', { type: () => [IntakeClauseInput] }) clauses: IntakeClauseInput[],
  ): Promise<IntakeTerms> {
    const plain = clauses.map(({ title, text }) => ({ title, text }));
    return toIntakeTerms(await this.terms.write(ctx, id, plain));
  }

  @Mutation(() => IntakeTerms, { description: 'Signs this version for the own organisation.' })
  async signIntakeTerms(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<IntakeTerms> {
    return toIntakeTerms(await this.terms.sign(ctx, id, version));
  }

  @Mutation(() => IntakeTerms, { description: "Takes the own organisation's signature back." })
  async withdrawIntakeTerms(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('reason') reason: string,
  ): Promise<IntakeTerms> {
    return toIntakeTerms(await this.terms.withdraw(ctx, id, reason));
  }
}
