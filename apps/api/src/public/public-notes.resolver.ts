import type { DeclineReason, NoteKind } from '@datalab/data';
import { PublicNotesService, type Ctx } from '@datalab/features';
import { Args, Field, GraphQLISODateTime, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { DeclineReasonEnum, NoteKindEnum, NoteStateEnum } from '../graphql/enums.js';

@ObjectType({ description: 'What a citizen said about a lab or one of its results; nobody knows who.' })
export class PublicNote {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'The release it is about; null: the lab as a whole.' })
  releaseId!: string | null;
  @Field(() => NoteKindEnum) kind!: NoteKind;
  @Field() words!: string;
  @Field(() => NoteStateEnum) state!: 'received' | 'published' | 'declined';
  @Field(() => GraphQLISODateTime) receivedAt!: Date;
  @Field(() => GraphQLISODateTime) answerBefore!: Date;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => DeclineReasonEnum, { nullable: true }) declineReason!: DeclineReason | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) answeredAt!: Date | null;
}

const id = () => Args('id', { type: () => ID });

@Resolver(() => PublicNote)
export class PublicNotesResolver {
  constructor(private readonly notes: PublicNotesService) {}

  @Query(() => [PublicNote], { description: 'Notes of citizens, newest first.' })
  publicNotes(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<PublicNote[]> {
    return this.notes.list(ctx, labId);
  }

  @Mutation(() => [PublicNote], { description: 'Publishes a note with its answer.' })
  answerNote(@CurrentCtx() ctx: Ctx, @id() which: string, @Args('answer') answer: string): Promise<PublicNote[]> {
    return this.notes.answer(ctx, which, answer);
  }

  @Mutation(() => [PublicNote], { description: 'Does not publish a note, for one of four reasons.' })
  declineNote(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @Args('reason', { type: () => DeclineReasonEnum }) reason: DeclineReason,
  ): Promise<PublicNote[]> {
    return this.notes.decline(ctx, which, reason);
  }
}
