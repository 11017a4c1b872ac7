import type { ActivityPage as Page, LabCommentRow } from '@datalab/data';
import type { DeadlineStanding, LabRole, Step, TargetKind } from '@datalab/domain';
import type { Deadline as DeadlineView, OpenMention as MentionView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { DeadlineStandingEnum, LabRoleEnum, StepEnum, TargetKindEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'What a comment says, or said before it was changed.' })
export class CommentVersion {
  @Field() words!: string;
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
}

@ObjectType({ description: 'Whom a comment asks for something.' })
export class Mention {
  @Field(() => LabRoleEnum) role!: LabRole;
  @Field(() => ID, { nullable: true, description: 'Null: those of every organisation.' })
  organisationId!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null while it waits.' })
  settledAt!: Date | null;
}

@ObjectType({ description: 'What somebody said about one thing of a lab.' })
export class LabComment {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => String, { nullable: true, description: 'Named to colleagues of the own organisation.' })
  writerName!: string | null;
  @Field({ description: 'Written by who asks: theirs to change and to take back.' }) isMine!: boolean;
  @Field(() => [LabRoleEnum], { description: 'What the writer is in the lab now.' }) roles!: LabRole[];
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => [CommentVersion], { description: 'As it reads now first; none of what was taken back.' })
  versions!: CommentVersion[];
  @Field(() => [Mention]) mentions!: Mention[];
}

@ObjectType({ description: 'How many comments stand on one thing.' })
export class CommentCount {
  @Field(() => TargetKindEnum) kind!: TargetKind;
  @Field(() => ID) id!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'Something that a comment asks of a role of who asks, and that waits.' })
export class OpenMention {
  @Field(() => ID) commentId!: string;
  @Field(() => LabRoleEnum) role!: LabRole;
  @Field(() => TargetKindEnum) kind!: TargetKind;
  @Field(() => ID) targetId!: string;
  @Field(() => String, { nullable: true, description: 'Null of a step and a criterion.' }) title!: string | null;
  @Field(() => GraphQLISODateTime) since!: Date;
}

@ObjectType({ description: 'The day on which a thing of a lab must be ready.' })
export class Deadline {
  @Field(() => TargetKindEnum) kind!: TargetKind;
  @Field(() => ID) targetId!: string;
  @Field(() => String, { nullable: true, description: 'Null of a step and a criterion.' }) title!: string | null;
  @Field(() => GraphQLDate) dueOn!: string;
  @Field(() => DeadlineStandingEnum) standing!: DeadlineStanding;
  @Field({ description: 'It is ready: nobody waits for it.' }) isMet!: boolean;
}

@ObjectType({ description: 'One thing that happened in a lab: who of which organisation did what, and no value.' })
export class Activity {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String, { nullable: true, description: 'Null for what the platform did by itself.' })
  organisationName!: string | null;
  @Field(() => String, { nullable: true, description: 'Named to colleagues of the own organisation.' })
  personName!: string | null;
  @Field(() => [LabRoleEnum], { description: 'What they are in the lab now.' }) roles!: LabRole[];
  @Field() action!: string;
  @Field(() => StepEnum, { nullable: true }) step!: Step | null;
}

@ObjectType()
export class ActivityPage {
  @Field(() => [Activity]) items!: Activity[];
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

export const toComment = (row: LabCommentRow, personId: string): LabComment => ({
  ...row,
  isMine: row.writtenBy === personId,
  versions: row.versions.map(({ words, writtenAt }) => ({ words, writtenAt: new Date(writtenAt) })),
});

export const toOpenMention = ({ target, ...row }: MentionView): OpenMention => ({
  ...row,
  kind: target.kind,
  targetId: target.id,
});

export const toDeadline = ({ target, ...row }: DeadlineView): Deadline => ({
  ...row,
  kind: target.kind,
  targetId: target.id,
});

export const toActivityPage = ({ items, nextCursor }: Page): ActivityPage => ({ items, nextCursor });
