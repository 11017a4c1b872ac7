import type { LoadEntity } from '@datalab/data';
import type { LoadState } from '@datalab/domain';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LoadStateEnum, ScreenedKindEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'Days for which a load is the whole truth, both included.' })
export class CoveredRange {
  @Field(() => GraphQLDate) from!: string;
  @Field(() => GraphQLDate) to!: string;
}

@ObjectType({ description: 'How many rows went where.' })
export class LoadTotals {
  @Field(() => Int) rows!: number;
  @Field(() => Int) inRegion!: number;
  @Field(() => Int) outsideRegion!: number;
  @Field(() => Int) noArea!: number;
  @Field(() => Int) outOfScope!: number;
  @Field(() => Int) skipped!: number;
}

@ObjectType({ description: 'One reason why rows were refused. Names places, never values.' })
export class LoadIssue {
  @Field() code!: string;
  @Field() column!: string;
  @Field() message!: string;
  @Field(() => Int) count!: number;
  @Field(() => [Int]) firstRows!: number[];
}

@ObjectType({ description: 'A finding of the screening that the steward answered as a false alarm.' })
export class ScreeningAnswer {
  @Field() column!: string;
  @Field(() => String, { nullable: true, description: 'The canonical field; null where the column was dropped.' })
  field!: string | null;
  @Field(() => ScreenedKindEnum) kind!: string;
  @Field() reason!: string;
}

@ObjectType()
export class Load {
  @Field(() => ID) id!: string;
  datasetId!: string;
  createdById!: string;
  @Field(() => Int) revision!: number;
  @Field(() => LoadStateEnum) state!: LoadState;
  @Field(() => [CoveredRange]) covers!: CoveredRange[];
  @Field(() => LoadTotals, { nullable: true, description: 'Counted by the platform; null until then.' })
  totals!: LoadTotals | null;
  @Field(() => Int) rowsProcessed!: number;
  @Field(() => Float) bytesReceived!: number;
  @Field(() => Float, { nullable: true }) bytesTotal!: number | null;
  @Field(() => [LoadIssue]) issues!: LoadIssue[];
  @Field(() => [ScreeningAnswer]) answers!: ScreeningAnswer[];
  @Field({ description: 'Came in report by report, by submitReports, and not as a file.' }) isSubmitted!: boolean;
  @Field({ description: 'The same content was the truth of these days already; nothing changed.' }) unchanged!: boolean;
  @Field(() => String, { nullable: true }) withdrawnReason!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) decidedAt!: Date | null;
}

@ObjectType()
export class LoadPage {
  @Field(() => [Load]) items!: Load[];
  @Field(() => Int) total!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@ObjectType()
export class OpenedLoad {
  @Field(() => Load) load!: Load;
  @Field({ description: 'Where the file goes, by the tus protocol.' }) uploadUrl!: string;
}

export const toLoad = (row: LoadEntity): Load => ({
  id: row.id,
  datasetId: row.datasetId,
  createdById: row.createdBy,
  revision: row.revision,
  state: row.state,
  covers: row.covers,
  totals: row.totals,
  rowsProcessed: row.rowsProcessed,
  bytesReceived: Number(row.bytesReceived),
  bytesTotal: row.bytesTotal === null ? null : Number(row.bytesTotal),
  issues: row.issues,
  answers: row.answers,
  isSubmitted: row.origin === 'submissions',
  unchanged: row.unchanged,
  withdrawnReason: row.withdrawnReason,
  createdAt: row.createdAt,
  decidedAt: row.decidedAt,
});
