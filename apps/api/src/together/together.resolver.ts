import {
  ACTIVITY_GROUPS,
  LAB_ROLES,
  TARGET_KINDS,
  type ActivityGroup,
  type LabRole,
  type TargetKind,
} from '@datalab/domain';
import { ActivityService, CommentsService, DeadlinesService, type Ctx } from '@datalab/features';
import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ActivityGroupEnum, LabRoleEnum, TargetKindEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';
import {
  ActivityPage,
  CommentCount,
  Deadline,
  LabComment,
  toActivityPage,
  toComment,
  toDeadline,
} from './together.type.js';

@InputType({ description: 'One thing of a lab: by id; a step by name, a criterion by step.code.' })
export class TargetInput {
  @Field(() => TargetKindEnum) @IsIn(TARGET_KINDS) kind!: TargetKind;
  @Field(() => ID) @MaxLength(80) id!: string;
}

@InputType({ description: 'Those in a role; of one organisation where it is named.' })
export class MentionInput {
  @Field(() => LabRoleEnum) @IsIn(LAB_ROLES) role!: LabRole;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() organisationId?: string | null;
}

@InputType()
export class ActivityFilterInput {
  @Field(() => ActivityGroupEnum, { nullable: true }) @IsOptional() @IsIn(ACTIVITY_GROUPS) group?: ActivityGroup | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() organisationId?: string | null;
}

const labId = () => Args('labId', { type: () => ID });
const commentId = () => Args('id', { type: () => ID });
const about = () => Args('target', { type: () => TargetInput });

/** Comments, deadlines and what happened in a lab. */
@Resolver()
export class TogetherResolver {
  constructor(
    private readonly comments: CommentsService,
    private readonly deadlines: DeadlinesService,
    private readonly activity: ActivityService,
  ) {}

  @Query(() => [LabComment], { description: 'What was said about one thing, oldest first.' })
  async labComments(@CurrentCtx() ctx: Ctx, @labId() lab: string, @about() target: TargetInput): Promise<LabComment[]> {
    return this.shown(ctx, await this.comments.list(ctx, lab, target));
  }

  @Query(() => [CommentCount], { description: 'Of which things somebody said something.' })
  commentCounts(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<CommentCount[]> {
    return this.comments.counts(ctx, lab);
  }

  @Mutation(() => [LabComment], { description: 'Says something, and asks those in these roles for something.' })
  async writeComment(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @about() target: TargetInput,
    @Args('words') words: string,
    @Args('mentions', { type: () => [MentionInput] }) mentions: MentionInput[],
  ): Promise<LabComment[]> {
    const asked = mentions.map(({ role, organisationId }) => ({ role, organisationId: organisationId ?? null }));
    return this.shown(ctx, await this.comments.write(ctx, lab, target, words, asked));
  }

  @Mutation(() => [LabComment], { description: 'Says it otherwise; what stood there stays readable.' })
  async changeComment(
    @CurrentCtx() ctx: Ctx,
    @commentId() id: string,
    @Args('words') words: string,
  ): Promise<LabComment[]> {
    return this.shown(ctx, await this.comments.change(ctx, id, words));
  }

  @Mutation(() => [LabComment], { description: 'Takes it back: its words are read by nobody any more.' })
  async withdrawComment(@CurrentCtx() ctx: Ctx, @commentId() id: string): Promise<LabComment[]> {
    return this.shown(ctx, await this.comments.withdraw(ctx, id));
  }

  @Mutation(() => [LabComment], { description: 'Says that what a comment asks of a role is done.' })
  async settleMention(
    @CurrentCtx() ctx: Ctx,
    @commentId() id: string,
    @Args('role', { type: () => LabRoleEnum }) role: LabRole,
  ): Promise<LabComment[]> {
    return this.shown(ctx, await this.comments.settle(ctx, id, role));
  }

  @Mutation(() => [Deadline], { description: 'Sets the day of one thing; left out, it has none any more.' })
  async setDeadline(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @about() target: TargetInput,
    @Args('dueOn', { type: () => GraphQLDate, nullable: true }) dueOn?: string | null,
  ): Promise<Deadline[]> {
    return (await this.deadlines.set(ctx, lab, target, dueOn ?? null)).map(toDeadline);
  }

  @Query(() => ActivityPage, { description: 'What happened in a lab, newest first.' })
  async labActivity(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @Args('filter', { type: () => ActivityFilterInput, nullable: true }) filter?: ActivityFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ): Promise<ActivityPage> {
    const { group, organisationId } = filter ?? {};
    return toActivityPage(
      await this.activity.list(
        ctx,
        { labId: lab, group: group ?? undefined, organisationId: organisationId ?? undefined },
        { first, after: after ?? undefined },
      ),
    );
  }

  private shown(ctx: Ctx, rows: Awaited<ReturnType<CommentsService['list']>>): LabComment[] {
    return rows.map((row) => toComment(row, ctx.actor.personId));
  }
}
