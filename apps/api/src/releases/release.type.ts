import type { ReleaseRow } from '@datalab/data';
import type { AnalysisKind, ReleaseKind, ReleaseState, ReleaseTier } from '@datalab/domain';
import { isReleasePending } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  AnalysisKindEnum,
  ReleaseKindEnum,
  ReleaseStateEnum,
  ReleaseTierEnum,
  SampleVerdictEnum,
} from '../graphql/enums.js';
import { GraphQLJson } from '../graphql/scalars.js';

@ObjectType({ description: 'A result that is given to the lab or to everybody; a version of a series.' })
export class Release {
  @Field(() => ID) id!: string;
  @Field(() => ID) labId!: string;
  @Field(() => ID) seriesId!: string;
  @Field(() => Int) version!: number;
  @Field(() => ReleaseKindEnum) kind!: ReleaseKind;
  @Field(() => AnalysisKindEnum) analysisKind!: AnalysisKind;
  @Field(() => ReleaseTierEnum) tier!: ReleaseTier;
  @Field(() => ReleaseStateEnum) state!: ReleaseState;
  @Field(() => ID, { nullable: true }) runId!: string | null;
  @Field() snapshotDigest!: string;
  @Field(() => GraphQLJson, { description: 'Title, what it shows, what it is needed for, what not to conclude.' })
  context!: unknown;
  @Field(() => GraphQLJson, { nullable: true, description: 'Which cells of the picture it gives; null for a run.' })
  design!: unknown;
  @Field(() => GraphQLJson, { nullable: true, description: 'What it gives, protected; null until the machine looked.' })
  document!: unknown;
  @Field(() => GraphQLJson, { nullable: true, description: 'What it was held to, and whether that was met.' })
  criteria!: unknown;
  @Field(() => GraphQLJson, {
    nullable: true,
    description: 'Why the machine stopped it, and what could go out instead.',
  })
  stopped!: unknown;
  @Field(() => String, { nullable: true }) digest!: string | null;
  @Field(() => String, { nullable: true }) policyVersion!: string | null;
  @Field() wantsStanding!: boolean;
  @Field({ description: 'Went out under a standing release, without people.' }) isRefresh!: boolean;
  @Field(() => Int) embargoDays!: number;
  @Field() isMine!: boolean;
  @Field({ description: 'People still have to do something with it.' }) isPending!: boolean;
  @Field(() => ID) requestedOrganisationId!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) submittedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) checkBefore!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) machineCheckedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) releasedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) publicFrom!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) sampledAt!: Date | null;
  @Field(() => SampleVerdictEnum, { nullable: true }) sampleVerdict!: 'sound' | 'unsound' | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason!: string | null;
}

export const toRelease = (row: ReleaseRow, personId: string): Release => ({
  ...row,
  isRefresh: row.standingId !== null,
  isMine: row.requestedBy === personId,
  isPending: isReleasePending(row.state),
});
