import { ClosingService, type Ctx, type LabClosing as Closing } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { LabClosing } from './closing.type.js';

const labId = () => Args('labId', { type: () => ID });
const reason = () => Args('reason');

@Resolver(() => LabClosing)
export class ClosingResolver {
  constructor(private readonly closing: ClosingService) {}

  @Query(() => LabClosing, { description: 'How far the closing of a lab is.' })
  labClosing(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<Closing> {
    return this.closing.standing(ctx, id);
  }

  @Mutation(() => LabClosing, { description: 'Asks every organisation whether the lab may be closed.' })
  askToClose(@CurrentCtx() ctx: Ctx, @labId() id: string, @reason() why: string): Promise<Closing> {
    return this.closing.ask(ctx, id, why);
  }

  @Mutation(() => LabClosing, { description: 'The own organisation agrees that its records and keys are destroyed.' })
  consentToClosing(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<Closing> {
    return this.closing.consent(ctx, id);
  }

  @Mutation(() => LabClosing)
  objectToClosing(@CurrentCtx() ctx: Ctx, @labId() id: string, @reason() why: string): Promise<Closing> {
    return this.closing.object(ctx, id, why);
  }

  @Mutation(() => LabClosing, { description: 'The coordinator takes the question back.' })
  withdrawClosing(@CurrentCtx() ctx: Ctx, @labId() id: string, @reason() why: string): Promise<Closing> {
    return this.closing.withdraw(ctx, id, why);
  }

  @Mutation(() => LabClosing, { description: 'Closes a lab to which everybody consented; there is no way back.' })
  closeLab(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<Closing> {
    return this.closing.close(ctx, id);
  }

  @Mutation(() => LabClosing, { description: 'Writes down what the next lab from the same template should know.' })
  addLesson(@CurrentCtx() ctx: Ctx, @labId() id: string, @Args('text') text: string): Promise<Closing> {
    return this.closing.addLesson(ctx, id, text);
  }
}
