import type { LabRhythm } from '@datalab/data';
import { BaselineService, LabScheduleService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { LabRhythmEnum } from '../graphql/enums.js';
import { LabSchedule, SinceBaseline } from './schedule.type.js';

const labId = () => Args('labId', { type: () => ID });

@Resolver(() => LabSchedule)
export class ScheduleResolver {
  constructor(
    private readonly schedules: LabScheduleService,
    private readonly baseline: BaselineService,
  ) {}

  @Query(() => SinceBaseline, { nullable: true, description: 'Null where the lab keeps no baseline.' })
  sinceBaseline(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('areaCodes', { type: () => [String], defaultValue: [] }) areaCodes: string[],
  ): Promise<SinceBaseline | null> {
    return this.baseline.find(ctx, id, areaCodes.slice(0, 200));
  }

  @Query(() => LabSchedule, {
    nullable: true,
    description: 'How often the picture is made anew; null: by delivery alone.',
  })
  labSchedule(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<LabSchedule | null> {
    return this.schedules.find(ctx, id);
  }

  @Mutation(() => LabSchedule, { nullable: true, description: 'Sets how often; left out, it ends.' })
  setLabSchedule(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('rhythm', { type: () => LabRhythmEnum, nullable: true }) rhythm?: LabRhythm,
  ): Promise<LabSchedule | null> {
    return rhythm == null ? this.schedules.end(ctx, id) : this.schedules.set(ctx, id, rhythm);
  }
}
