import type { DuckDBConnection } from '@duckdb/node-api';

import { withSnapshot, type Snapshot } from './snapshot-store.js';
import type { LineageRow } from './exact-row.js';
import { readLineage } from './lineage.js';

/** Lengths of period for which classes are counted, finest first. */
export const RISK_GRAINS = ['month', 'quarter', 'year'] as const;
export type RiskGrain = (typeof RISK_GRAINS)[number];

/** Classes of one source (null: of all together) at one area level and length of period. For the worker alone. */
export interface PrivacyClasses {
  datasetId: string | null;
  level: string;
  grain: RiskGrain;
  /** By area, period and category; no sensitive value left, so `values` is 1. */
  recognised: { units: number; values: number; classes: number }[];
  /** By area and period, with how many different categories. */
  diversity: { units: number; values: number; classes: number }[];
}

/** How much of a source (null: of all together) is of its two largest households and reporters. Exact, for the worker alone. */
export interface SourceDominance {
  datasetId: string | null;
  reportsOfHouseholds: number;
  ofTwoLargestHouseholds: number;
  /** 0 where no report names its reporter. */
  reportsWithReporter: number;
  ofTwoLargestReporters: number;
}

/**
 * Counts classes of units that look the same, for every level and length of period, per source and, where `allTogether`, over all sources
 * together. A unit is a household of a source, or a report that concerns none. Rows of which only the year is known count in years alone.
 * Counts (tables without rows) are left out: there is nobody in them.
 */
export async function privacyClasses(
  snapshot: Snapshot,
  areas: readonly LineageRow[],
  levels: readonly string[],
  { allTogether }: { allTogether: boolean },
): Promise<{ classes: PrivacyClasses[]; dominance: SourceDominance[] }> {
  return withSnapshot(snapshot, async (duck) => {
    await readLineage(duck, areas);
    await readUnits(duck);
    const scopes = [...(await sourcesIn(duck)), ...(allTogether ? [null] : [])];
    const classes: PrivacyClasses[] = [];
    const dominance: SourceDominance[] = [];
    for (const datasetId of scopes) {
      dominance.push({ datasetId, ...(await dominanceOf(duck, datasetId)) });
      for (const level of levels)
        for (const grain of RISK_GRAINS) {
          const key = { scope: datasetId ?? '', level };
          const recognised = await histogram(duck, grain, key, 'category');
          const diversity = await histogram(duck, grain, key, null);
          if (recognised.length > 0) classes.push({ datasetId, level, grain, recognised, diversity });
        }
    }
    return { classes, dominance };
  });
}

async function readUnits(duck: DuckDBConnection): Promise<void> {
  await duck.run(
    `create table unit as
     select dataset_id, area_code, occurred_on, occurred_precision = 'year' as only_year, category,
            case when concerns_household = 1 then dataset_id || ':' || coalesce(household, 0)::varchar
                 else dataset_id || '#' || row_number() over () end as unit,
            concerns_household = 1 as is_household, reporter
     from reports`,
  );
}

async function sourcesIn(duck: DuckDBConnection): Promise<string[]> {
  const result = await duck.runAndReadAll('select distinct dataset_id as id from unit order by 1');
  return result.getRowObjectsJS().map(({ id }) => String(id));
}

const PERIOD: Readonly<Record<RiskGrain, string>> = {
  month: `strftime(occurred_on, '%Y-%m')`,
  quarter: `strftime(occurred_on, '%Y') || quarter(occurred_on)::varchar`,
  year: `strftime(occurred_on, '%Y')`,
};

async function histogram(
  duck: DuckDBConnection,
  grain: RiskGrain,
  { scope, level }: { scope: string; level: string },
  also: 'category' | null,
): Promise<PrivacyClasses['recognised']> {
  const result = await duck.runAndReadAll(
    `with class as (
       select count(distinct unit) as units, ${also === null ? 'count(distinct category)' : '1'} as values
       from unit join lineage h on h.code = unit.area_code and h.level = $level
       where ($scope = '' or dataset_id = $scope) ${grain === 'year' ? '' : 'and not only_year'}
       group by h.ancestor, ${PERIOD[grain]} ${also === null ? '' : ', category'})
     select units::integer as units, least(values, units)::integer as "values", count(*)::integer as classes
     from class group by all order by all`,
    { scope, level },
  );
  return result.getRowObjectsJS() as unknown as PrivacyClasses['recognised'];
}

async function dominanceOf(duck: DuckDBConnection, datasetId: string | null) {
  const result = await duck.runAndReadAll(
    `with mine as (select * from unit where $scope = '' or dataset_id = $scope),
          household as (select count(*) as n from mine where is_household and unit not like '%:0' group by unit),
          reporter as (select count(*) as n from mine where reporter is not null group by dataset_id, reporter)
     select (select coalesce(sum(n), 0) from household)::integer as "reportsOfHouseholds",
            (select coalesce(sum(n), 0) from (select n from household order by n desc limit 2))::integer as "ofTwoLargestHouseholds",
            (select coalesce(sum(n), 0) from reporter)::integer as "reportsWithReporter",
            (select coalesce(sum(n), 0) from (select n from reporter order by n desc limit 2))::integer as "ofTwoLargestReporters"`,
    { scope: datasetId ?? '' },
  );
  return result.getRowObjectsJS()[0] as unknown as Omit<SourceDominance, 'datasetId'>;
}
