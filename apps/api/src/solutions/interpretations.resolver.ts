import { FindingsService, InterpretationsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { Finding, Interpretation, toInterpretation } from './interpretation.type.js';
import { FindingInput } from './solution.input.js';

const id = () => Args('id', { type: () => ID });
const labId = () => Args('labId', { type: () => ID });

@Resolver(() => Interpretation)
export class InterpretationsResolver {
  constructor(
    private readonly interpretations: InterpretationsService,
    private readonly findings: FindingsService,
  ) {}

  @Query(() => [Interpretation], { name: 'interpretations', description: 'All that is on the table of a lab.' })
  async list(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<Interpretation[]> {
    return (await this.interpretations.list(ctx, lab)).map(toInterpretation);
  }

  @Mutation(() => Interpretation, { description: 'Puts a released result on the table.' })
  async openInterpretation(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('releaseId', { type: () => ID }) releaseId: string,
    @Args('question') question: string,
  ): Promise<Interpretation> {
    return toInterpretation(await this.interpretations.open(ctx, lab, releaseId, question));
  }

  @Mutation(() => Interpretation, { description: 'Writes what the own organisation reads in it.' })
  async writeReading(
    @CurrentCtx() ctx: Ctx,
    @id() one: string,
    @Args('words') words: string,
    @Args('dissent') dissent: string,
  ): Promise<Interpretation> {
    return toInterpretation(await this.interpretations.write(ctx, one, words, dissent));
  }

  @Mutation(() => Interpretation, { description: 'Shows all readings to all; this cannot be undone.' })
  async shareReadings(@CurrentCtx() ctx: Ctx, @id() one: string): Promise<Interpretation> {
    return toInterpretation(await this.interpretations.share(ctx, one));
  }

  @Mutation(() => Interpretation, { description: 'Writes down what all can live with, and what remains in doubt.' })
  async agreeInterpretation(
    @CurrentCtx() ctx: Ctx,
    @id() one: string,
    @Args('agreedReading') agreedReading: string,
    @Args('doubt') doubt: string,
  ): Promise<Interpretation> {
    return toInterpretation(await this.interpretations.agree(ctx, one, agreedReading, doubt));
  }

  @Mutation(() => Interpretation, { description: 'Takes up again what was agreed.' })
  async reopenInterpretation(@CurrentCtx() ctx: Ctx, @id() one: string): Promise<Interpretation> {
    return toInterpretation(await this.interpretations.reopen(ctx, one));
  }

  @Query(() => [Finding], { name: 'findings' })
  listFindings(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<Finding[]> {
    return this.findings.list(ctx, lab);
  }

  @Mutation(() => Finding, { description: 'States a finding from a reading that was agreed on.' })
  stateFinding(@CurrentCtx() ctx: Ctx, @labId() lab: string, @Args('finding') finding: FindingInput): Promise<Finding> {
    const { interpretationId, title, words, strength } = finding;
    return this.findings.state(ctx, lab, { interpretationId, title, words, strength });
  }

  @Mutation(() => Finding, { description: 'Says why nothing will be done about it.' })
  answerWithoutSolution(@CurrentCtx() ctx: Ctx, @id() one: string, @Args('reason') reason: string): Promise<Finding> {
    return this.findings.answerWithoutSolution(ctx, one, reason);
  }

  @Mutation(() => Finding)
  withdrawFinding(@CurrentCtx() ctx: Ctx, @id() one: string): Promise<Finding> {
    return this.findings.withdraw(ctx, one);
  }
}
