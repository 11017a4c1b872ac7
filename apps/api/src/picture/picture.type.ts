import type { CellRow, DatasetRow } from '@datalab/data';
import { ALL_SOURCES_ID, type Grain } from '@datalab/domain';
import type {
  AgainstAverage,
  PictureOverview as Overview,
  RateUnit,
  ShownState,
  TrendPoint as Point,
} from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { PracticeChange } from '../cards/registration-card.type.js';
import { Dataset, toDataset } from '../datasets/dataset.type.js';
import {
  AgainstAverageEnum,
  CellStateEnum,
  CellTierEnum,
  DeliveredEnum,
  GrainEnum,
  HotspotEnum,
  RateUnitEnum,
  HoursKnownEnum,
} from '../graphql/enums.js';

type HoursKnown = Overview['sources'][number]['hours'];
type HowMuch = 'full' | 'partial' | 'none';

@ObjectType({ description: 'How much of a period a source delivered; none is a gap, not zero.' })
export class DeliveredPeriod {
  @Field() period!: string;
  @Field(() => GrainEnum) grain!: Grain;
  @Field(() => DeliveredEnum) delivered!: HowMuch;
}

@ObjectType()
export class PictureSource {
  @Field(() => Dataset) dataset!: Dataset;
  @Field(() => [String]) categories!: string[];
  @Field(() => String, { nullable: true, description: 'Finest area level that this source can tell.' })
  lowestLevel!: string | null;
  @Field(() => [GrainEnum]) grains!: Grain[];
  @Field(() => [DeliveredPeriod]) periods!: DeliveredPeriod[];
  @Field(() => Float, { nullable: true, description: 'Share of the rows that should have a household key and do.' })
  householdKeyCoverage!: number | null;
  @Field(() => HoursKnownEnum, { description: 'How many of its rows know their hour.' }) hours!: HoursKnown;
}

@ObjectType()
export class PictureOverview {
  @Field(() => ID) snapshotId!: string;
  @Field({ description: 'SHA-256 of the rows that the picture is made of.' }) digest!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field({ description: 'A newer picture is being made.' }) refreshing!: boolean;
  @Field({ description: 'Whether it tells squares of 200 m.' }) hasSquares!: boolean;
  @Field(() => [PictureSource]) sources!: PictureSource[];
}

@ObjectType({ description: 'A shown number beside the whole that its area lies in, over the same period.' })
export class Comparison {
  @Field({ description: 'The whole.' }) areaCode!: string;
  @Field(() => AgainstAverageEnum) how!: AgainstAverage;
  @Field(() => Float, { nullable: true, description: 'Of the whole; null where counts per area were compared.' })
  ratePerThousand!: number | null;
}

@ObjectType({ description: 'The nearest figure that may be shown.' })
export class NearestAnswer {
  @Field() level!: string;
  @Field() areaCode!: string;
  @Field() period!: string;
  @Field({ description: 'The one that was asked for, or all together.' }) category!: string;
  @Field(() => Int) reports!: number;
  @Field(() => Float, { nullable: true }) ratePerThousand!: number | null;
  @Field(() => Comparison, { nullable: true }) compared!: Comparison | null;
}

@ObjectType()
export class AreaCell {
  @Field(() => ID) areaCode!: string;
  @Field(() => CellTierEnum) tier!: CellRow['tier'];
  @Field(() => CellStateEnum) state!: ShownState;
  @Field(() => Int, { nullable: true }) reports!: number | null;
  @Field(() => Float, { nullable: true }) ratePerThousand!: number | null;
  @Field(() => Float, { nullable: true, description: 'Drawn towards the mean of the map, to one decimal.' })
  smoothedRate!: number | null;
  @Field(() => Float, { nullable: true, description: 'Gi*, to one decimal.' }) z!: number | null;
  @Field(() => HotspotEnum, { nullable: true }) hotspot!: CellRow['hotspot'];
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => NearestAnswer, { nullable: true }) nearest!: NearestAnswer | null;
  @Field(() => Comparison, { nullable: true }) compared!: Comparison | null;
}

@ObjectType({
  description: 'One map. An area of the level that is not listed holds zero, where the period was delivered.',
})
export class MapSheet {
  @Field(() => ID) snapshotId!: string;
  @Field() level!: string;
  @Field() period!: string;
  @Field() category!: string;
  @Field(() => DeliveredEnum) delivered!: HowMuch;
  @Field({ description: 'What is counted.' }) unit!: string;
  @Field(() => Int, { description: 'Areas put to the hotspot test; 0 where none was made.' }) testedAreas!: number;
  @Field(() => Float) significance!: number;
  @Field(() => RateUnitEnum, {
    nullable: true,
    description: 'What smoothed rates are per thousand of; null where the level has none.',
  })
  smoothedPer!: RateUnit | null;
  @Field(() => [AreaCell]) areas!: AreaCell[];
}

@ObjectType({ description: 'state null: zero where delivered, else a gap.' })
export class TrendPoint {
  @Field() period!: string;
  @Field(() => DeliveredEnum) delivered!: HowMuch;
  @Field(() => CellStateEnum, { nullable: true }) state!: ShownState | null;
  @Field(() => Int, { nullable: true }) reports!: number | null;
  @Field(() => Float, { nullable: true }) ratePerThousand!: number | null;
}

@ObjectType()
export class Trend {
  @Field(() => ID) areaCode!: string;
  @Field() category!: string;
  @Field(() => GrainEnum) grain!: Grain;
  @Field(() => [TrendPoint]) points!: TrendPoint[];
  @Field(() => [PracticeChange], { description: 'Dates on which the source began to register otherwise.' })
  changes!: PracticeChange[];
}

export const toOverview = (
  { snapshot, isRefreshing, hasSquares, sources, together }: Overview,
  datasets: readonly DatasetRow[],
  ownOrganisationId: string,
): PictureOverview => ({
  snapshotId: snapshot.id,
  digest: snapshot.digest,
  createdAt: snapshot.createdAt,
  refreshing: isRefreshing,
  hasSquares,
  sources: [
    ...sources.flatMap(({ datasetId, ...source }) => {
      const dataset = datasets.find(({ id }) => id === datasetId);
      return dataset === undefined ? [] : [{ ...source, dataset: toDataset(dataset, ownOrganisationId) }];
    }),
    ...(together === undefined ? [] : [{ ...together, dataset: ALL_TOGETHER }]),
  ],
});

/** What stands for the dataset of all sources together: nobody's, so it has no purpose, basis or mapping of its own. */
const ALL_TOGETHER: Dataset = {
  id: ALL_SOURCES_ID,
  name: 'Alle bronnen samen',
  kind: 'records',
  organisation: { id: ALL_SOURCES_ID, name: 'Alle partners', type: 'other' },
  vocabularyName: '',
  vocabularyVersion: '',
  legalBasis: '',
  purpose: '',
  purposes: null,
  retentionMonths: 0,
  isOpen: false,
  mapping: null,
};

export const toTrendPoint = ({ period, delivered, state, cell }: Point): TrendPoint => ({
  period,
  delivered,
  state,
  reports: cell?.reports ?? null,
  ratePerThousand: cell?.ratePerThousand ?? null,
});
