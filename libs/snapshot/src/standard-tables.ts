import type { DuckDBConnection } from '@duckdb/node-api';
import { GRAINS, type Grain } from '@datalab/domain';
import { GRID_LEVEL, type DatasetShape, type ExactRow, type LineageRow, type TableGrain } from './exact-row.js';
import { readSnapshot, type Snapshot } from './snapshot-store.js';
import { withDuckDb } from './duck-db.js';
import { buildBase, EVERY_CATEGORY, numberDimensions } from './table-base.js';

/** Where a grain stands in the order in which a dataset may be too coarse for it. */
const COARSENESS: Record<Grain, number> = { month: 1, quarter: 2, year: 3, all: 3 };

/** Finest first: each grain is added up from the one before it. */
const FINEST_FIRST = GRAINS.toReversed();
const START: Record<Grain, string> = {
  month: 'start',
  quarter: `date_trunc('quarter', start)::date`,
  year: `date_trunc('year', start)::date`,
  all: `date '2000-01-01'`,
};
const LABEL: Record<TableGrain, string> = {
  all: `'all'`,
  year: `strftime(start, '%Y')`,
  quarter: `strftime(start, '%Y') || '-Q' || quarter(start)`,
  month: `strftime(start, '%Y-%m')`,
  hour_of_week: `(start // 24) || '-' || (start % 24)`,
  block_of_week: `case when start < 6 then 'week' else 'weekend' end || '-' || (start % 6)`,
};

/** The levels that tables are made of: those of the region, and which of them are fine (under wijk: rhythm in blocks). */
export interface TableLevels {
  levels: readonly string[];
  fine: readonly string[];
  /** Also squares of 200 m, and the rhythm of the week. */
  beyond?: boolean;
}

/**
 * Builds the fixed tables of a snapshot: area level × period grain × category (each, all) × dataset, for every level and grain that the
 * dataset's rows can tell; 200 m cells by year alone; and the rhythm of the week over all years: by hour for the coarse levels, six blocks of four
 * hours in the week and the weekend for the fine ones. Only cells with reports are given, one table after the other, sorted by dataset, period,
 * category (all of them first) and area. Households are counted within one dataset, never linked.
 */
export async function standardTables(
  snapshot: Snapshot,
  areas: readonly LineageRow[],
  { levels, fine, beyond = false }: TableLevels,
  each: (rows: ExactRow[]) => Promise<void>,
): Promise<DatasetShape[]> {
  return withDuckDb(snapshot.folder, async (duck) => {
    await readSnapshot(duck, snapshot);
    await numberDimensions(duck, snapshot.folder, areas);
    await buildBase(duck, {
      reports: `date_trunc('month', r.occurred_on)::date`,
      counts: `date_trunc('month', r.starts_on)::date`,
    });
    for (const level of beyond ? [...levels, GRID_LEVEL] : levels) {
      await addUp(duck, level, 'start');
      for (const grain of FINEST_FIRST) {
        if (grain !== 'month') await regroup(duck, START[grain]);
        if (level !== GRID_LEVEL || grain === 'year')
          await each(await readTable(duck, level, grain, COARSENESS[grain]));
      }
    }
    const shapes = await describe(duck, levels);
    if (beyond) await rhythmTables(duck, { levels, fine }, each);
    return shapes;
  });
}

const HOUR = 'r.occurred_hour';
const DAY = 'isodow(r.occurred_on)';
const HOUR_OF_WEEK = `(${DAY} * 24 + ${HOUR})::integer`;
const BLOCK_OF_WEEK = `((case when ${DAY} < 6 then 0 else 6 end) + ${HOUR} // 4)::integer`;
/** Hours without a day, or days without an hour, tell nothing of the week. */
const KNOWS_HOUR = `r.occurred_hour is not null and r.occurred_precision = 'day'`;

async function rhythmTables(
  duck: DuckDBConnection,
  { levels, fine }: TableLevels,
  each: (rows: ExactRow[]) => Promise<void>,
) {
  for (const [grain, when, wanted] of [
    ['hour_of_week', HOUR_OF_WEEK, levels.filter((level) => !fine.includes(level))],
    ['block_of_week', BLOCK_OF_WEEK, fine],
  ] as const) {
    await buildBase(duck, { reports: when, counts: null }, KNOWS_HOUR);
    for (const level of wanted) {
      await addUp(duck, level, 'start');
      await each(await readTable(duck, level, grain, Infinity));
    }
  }
}

const PARTS = [
  { name: 'household', by: 'household', kept: 'any_value(key) as key, sum(n)::integer as n' },
  { name: 'reporter', by: 'reporter', kept: 'sum(n)::integer as n' },
  { name: 'other', by: null, kept: 'sum(key) as key, sum(n) as n' },
] as const;

/** The base, added up to the areas of one level. */
async function addUp(duck: DuckDBConnection, level: string, start: string): Promise<void> {
  for (const { name, by, kept } of PARTS)
    await duck.run(
      `create or replace table at_${name} as
       select dataset, h.area, ${start} as start, category${by === null ? '' : `, ${by}`}, ${kept}
       from base_${name} b join hierarchy h on h.place = b.place and h.level = $level group by all`,
      { level },
    );
}

/** The same, added up to longer periods. */
async function regroup(duck: DuckDBConnection, start: string): Promise<void> {
  for (const { name, by, kept } of PARTS)
    await duck.run(
      `create or replace table at_${name} as
       select dataset, area, ${start} as start, category${by === null ? '' : `, ${by}`}, ${kept} from at_${name} group by all`,
    );
}

const CELL = 'dataset, area, start, category';
const EVERY = `dataset, area, start, ${EVERY_CATEGORY}::smallint as category`;

async function readTable(
  duck: DuckDBConnection,
  level: string,
  grain: TableGrain,
  finest: number,
): Promise<ExactRow[]> {
  await duck.run(
    `create or replace table period as
     select start, label, row_number() over (order by label)::integer as number from (
       select distinct start, ${LABEL[grain]} as label from (
         select start from at_household union select start from at_reporter union select start from at_other))`,
  );
  const result = await duck.run(
    `with household_cell as (
       select ${CELL}, count(*) as households, sum(n) as reports, sum(key) as key, max(n, 2) as largest from (
         select ${CELL}, key, n from at_household
         union all
         select ${EVERY}, any_value(key), sum(n)::integer from at_household group by dataset, area, start, household)
       group by all),
     reporter_cell as (
       select ${CELL}, sum(n) as known, max(n, 2) as largest from (
         select ${CELL}, n from at_reporter
         union all
         select ${EVERY}, sum(n)::integer from at_reporter group by dataset, area, start, reporter)
       group by all),
     other_cell as (
       select ${CELL}, n, key from at_other
       union all
       select ${EVERY}, sum(n), sum(key) from at_other group by dataset, area, start),
     cell as (
       select ${CELL}, coalesce(sum(reports), 0) + coalesce(sum(n), 0) as reports, coalesce(sum(households), 0) as households,
              coalesce(sum(n), 0) as other, coalesce(sum(household_key), 0) + coalesce(sum(other_key), 0) as key,
              any_value(largest_households) as largest_households, coalesce(sum(known), 0) as known,
              any_value(largest_reporters) as largest_reporters
       from (
         select ${CELL}, reports, households, key as household_key, largest as largest_households from household_cell
         union all by name
         select ${CELL}, known, largest as largest_reporters from reporter_cell
         union all by name
         select ${CELL}, n, key as other_key from other_cell)
       group by all)
     select cell.dataset::integer, p.number, cell.category::integer, cell.area, cell.reports::integer, cell.households::integer,
            case when d.kind = 'counts' then 0 else cell.other end::integer, coalesce(largest_households[1], 0)::integer,
            coalesce(largest_households[2], 0)::integer, known::integer, coalesce(largest_reporters[1], 0)::integer,
            coalesce(largest_reporters[2], 0)::integer, (cell.key % 4294967296)::double
     from cell join dataset d using (dataset) join period p using (start)
     where ${Number.isFinite(finest) ? `d.coarsest <= ${finest}` : 'true'}
     order by 1, 2, 3, 4`,
  );
  return readRows(result, { level, grain }, await namesOf(duck));
}

/** Texts by the numbers that cells are grouped by. */
interface Names {
  datasets: string[];
  periods: string[];
  categories: string[];
  areas: string[];
}

async function namesOf(duck: DuckDBConnection): Promise<Names> {
  const names = async (sql: string): Promise<string[]> => {
    const [numbers, texts] = (await (await duck.run(sql)).getColumnsJS()) as [number[], string[]];
    const byNumber: string[] = [];
    numbers?.forEach((number, i) => (byNumber[number] = texts[i]!));
    return byNumber;
  };
  return {
    datasets: await names('select dataset, dataset_id from dataset'),
    periods: await names('select number, label from period'),
    categories: await names('select category, name from category'),
    areas: await names('select area, code from area'),
  };
}

/** Rows chunk by chunk from columns of numbers: a text for each cell, or an object in between, costs more than the aggregation itself. */
async function readRows(
  result: Awaited<ReturnType<DuckDBConnection['run']>>,
  { level, grain }: Pick<ExactRow, 'level' | 'grain'>,
  { datasets, periods, categories, areas }: Names,
): Promise<ExactRow[]> {
  const rows: ExactRow[] = [];
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [dataset, period, category, area, reports, households, other, h1, h2, known, r1, r2, key] =
      chunk.getColumns() as number[][] as [
        ...[number[], number[], number[], number[], number[], number[], number[]],
        ...[number[], number[], number[], number[], number[], number[]],
      ];
    for (let i = 0; i < chunk.rowCount; i++)
      rows.push({
        datasetId: datasets[dataset[i]!]!,
        level,
        grain,
        period: periods[period[i]!]!,
        category: categories[category[i]!]!,
        areaCode: areas[area[i]!]!,
        reports: reports[i]!,
        households: households[i]!,
        rowsWithoutHousehold: other[i]!,
        largestHouseholds: [h1[i]!, h2[i]!],
        reportsWithReporter: known[i]!,
        largestReporters: [r1[i]!, r2[i]!],
        key: key[i]!,
      });
  }
  return rows;
}

async function describe(duck: DuckDBConnection, levels: readonly string[]): Promise<DatasetShape[]> {
  const result = await duck.run(
    `select d.dataset_id as "datasetId", any_value(d.kind) as kind, list(distinct h.level) as levels,
            any_value(d.coarsest)::integer as coarsest, list_sort(list(distinct c.name)) as categories
     from (select dataset, place, category from base_household union all select dataset, place, category from base_other) b
     join dataset d using (dataset) join category c using (category) join hierarchy h using (place)
     group by 1 order by 1`,
  );
  const rows = (await result.getRowObjectsJS()) as unknown as (Omit<DatasetShape, 'lowestLevel' | 'grains'> & {
    levels: string[];
    coarsest: number;
  })[];
  return rows.map(({ datasetId, kind, levels: found, coarsest, categories }) => ({
    datasetId,
    kind,
    lowestLevel: levels.findLast((level) => found.includes(level))!,
    grains: GRAINS.filter((grain) => COARSENESS[grain] >= coarsest),
    categories,
  }));
}
