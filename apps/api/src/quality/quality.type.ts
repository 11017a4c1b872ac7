import type {
  QualityReport as Report,
  QualitySummary as Summary,
  QualitySummaryView,
  QualityView,
} from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLJson } from '../graphql/scalars.js';

@ObjectType()
export class RowChanges {
  @Field(() => Int) added!: number;
  @Field(() => Int) removed!: number;
  @Field(() => Int) changed!: number;
  @Field(() => Int) same!: number;
}

@ObjectType()
export class ChangedCell {
  @Field() period!: string;
  @Field() category!: string;
  @Field(() => Int) added!: number;
  @Field(() => Int) removed!: number;
  @Field(() => Int) changed!: number;
}

@ObjectType({ description: 'What a load changes against what it replaces; rows are matched by their record hash.' })
export class LoadDifference {
  @Field(() => RowChanges) total!: RowChanges;
  @Field(() => [Int], { description: 'Revisions of which rows counted in these days.' }) replaces!: number[];
  @Field(() => [ChangedCell]) cells!: ChangedCell[];
}

@ObjectType({ description: 'How good a load is: exact, for its own organisation.' })
export class QualityReport {
  @Field(() => ID) loadId!: string;
  @Field(() => GraphQLISODateTime) computedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => String, { nullable: true }) acceptedBy!: string | null;
  @Field(() => String, { nullable: true }) remark!: string | null;
  @Field(() => GraphQLJson, { description: 'See qualityReportSchema in libs/features/src/quality/quality-report.ts.' })
  report!: Report;
  @Field(() => Float, { nullable: true, description: 'Share of the rows that should have a household key and do.' })
  keyCoverage!: number | null;
}

@ObjectType({ description: 'The quality of a source in bands, for everybody in the lab.' })
export class QualitySummary {
  @Field(() => ID) datasetId!: string;
  @Field(() => GraphQLISODateTime) computedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => GraphQLJson, {
    description: 'See qualitySummarySchema in libs/features/src/quality/quality-summary.ts.',
  })
  summary!: Summary;
}

export const toQuality = ({
  loadId,
  computedAt,
  acceptedAt,
  acceptedBy,
  remark,
  report,
}: QualityView): QualityReport => ({
  loadId,
  computedAt,
  acceptedAt,
  acceptedBy,
  remark,
  report,
  keyCoverage: report.keys === null || report.keys.needed === 0 ? null : report.keys.present / report.keys.needed,
});

export const toQualitySummary = ({
  datasetId,
  computedAt,
  acceptedAt,
  summary,
}: QualitySummaryView): QualitySummary => ({
  datasetId,
  computedAt,
  acceptedAt,
  summary,
});
