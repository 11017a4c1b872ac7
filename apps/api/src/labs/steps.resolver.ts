import type { Step } from '@datalab/domain';
import { PeopleService, StepsService, type Ctx, type LabView } from '@datalab/features';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { StepEnum } from '../graphql/enums.js';
import { Lab } from './lab.type.js';
import { LabStepEvent, ReopenConsequences, toStepEvent } from './step.type.js';

const labId = () => Args('labId', { type: () => ID });
const step = () => Args('step', { type: () => StepEnum });
const reason = () => Args('reason');

@Resolver(() => LabStepEvent)
export class StepsResolver {
  constructor(
    private readonly steps: StepsService,
    private readonly people: PeopleService,
  ) {}

  @Mutation(() => Lab, { description: 'Hands a step in for review; every criterion must hold.' })
  submitStep(@CurrentCtx() ctx: Ctx, @labId() id: string, @step() which: Step): Promise<LabView> {
    return this.steps.submit(ctx, id, which);
  }

  @Mutation(() => Lab, { description: 'The own organisation agrees with what was handed in.' })
  consentToStep(@CurrentCtx() ctx: Ctx, @labId() id: string, @step() which: Step): Promise<LabView> {
    return this.steps.consent(ctx, id, which);
  }

  @Mutation(() => Lab, { description: 'The own organisation does not agree, and says why.' })
  objectToStep(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @step() which: Step,
    @reason() why: string,
  ): Promise<LabView> {
    return this.steps.object(ctx, id, which, why);
  }

  @Mutation(() => Lab, { description: 'Takes a step out of review; consent that was given lapses.' })
  returnStep(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @step() which: Step,
    @reason() why: string,
  ): Promise<LabView> {
    return this.steps.return(ctx, id, which, why);
  }

  @Mutation(() => Lab, { description: 'Closes a step to which enough organisations consented; opens the next.' })
  approveStep(@CurrentCtx() ctx: Ctx, @labId() id: string, @step() which: Step): Promise<LabView> {
    return this.steps.approve(ctx, id, which);
  }

  @Mutation(() => Lab, { description: 'Opens a step again; every later step is locked.' })
  reopenStep(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @step() which: Step,
    @reason() why: string,
  ): Promise<LabView> {
    return this.steps.reopen(ctx, id, which, why);
  }

  @Query(() => ReopenConsequences, { description: 'What reopening a step would do; asked before it is done.' })
  reopenConsequences(@CurrentCtx() ctx: Ctx, @labId() id: string, @step() which: Step): Promise<ReopenConsequences> {
    return this.steps.reopenConsequences(ctx, id, which);
  }

  @Query(() => [LabStepEvent], { description: 'What happened to the steps, or to one of them, the newest first.' })
  async stepHistory(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('step', { type: () => StepEnum, nullable: true }) which?: Step,
  ): Promise<ReturnType<typeof toStepEvent>[]> {
    return (await this.steps.history(ctx, id, which)).map(toStepEvent);
  }

  @ResolveField(() => String, { nullable: true })
  async person(@CurrentCtx() ctx: Ctx, @Parent() { actorId }: { actorId: string }): Promise<string | null> {
    return (await this.people.nameOfColleague(ctx, actorId)) || null;
  }
}
