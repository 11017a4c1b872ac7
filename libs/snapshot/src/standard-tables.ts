import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ALL_CATEGORIES, GRAINS, type Grain } from '@datalab/domain';
import { withDuckDb } from './duck-db.js';
import type { Snapshot } from './snapshot-store.js';

/** The exact content of one cell of a standard table. For the worker alone. */
export interface ExactRow {
  datasetId: string;
  level: string;
  grain: Grain;
  period: string;
  category: string;
  areaCode: string;
  reports: number;
  /** Distinct households with a key, plus one where there are subject rows without a key (they may all be one). 0 for counts. */
  households: number;
  /** Rows that concern no household. */
  rowsWithoutHousehold: number;
}

/** An area and what it lies in, itself first. */
export interface LineageRow {
  code: string;
  level: string;
  lineage: readonly string[];
}

/** What a dataset's rows can tell at most. */
export interface DatasetShape {
  datasetId: string;
  kind: 'records' | 'counts';
  lowestLevel: string;
  /** `all` and `year` alone where rows know no more than their year. */
  grains: Grain[];
  categories: string[];
}

const PERIOD: Record<Grain, string> = {
  all: `'all'`,
  year: `strftime(month, '%Y')`,
  quarter: `strftime(month, '%Y') || '-Q' || quarter(month)`,
  month: `strftime(month, '%Y-%m')`,
};

/**
 * Builds the fixed tables of a snapshot: area level × period grain × category (each, all) × dataset, for every level and grain that the
 * dataset's rows can tell. Only cells with reports are given, one table (level × grain) after the other, sorted by dataset, period,
 * category and area. Households are counted within one dataset, never linked.
 */
export async function standardTables(
  snapshot: Snapshot,
  areas: readonly LineageRow[],
  levels: readonly string[],
  each: (rows: ExactRow[]) => Promise<void>,
): Promise<DatasetShape[]> {
  const folder = dirname(snapshot.reportsFile);
  return withDuckDb(folder, async (duck) => {
    await readHierarchy(duck, folder, areas);
    await duck.run(BASE, { reports: snapshot.reportsFile, counts: snapshot.countsFile });
    for (const level of levels) for (const grain of GRAINS) await each(await oneTable(duck, level, grain));
    return describe(duck, levels);
  });
}

async function readHierarchy(duck: DuckDBConnection, folder: string, areas: readonly LineageRow[]): Promise<void> {
  const levelOf = new Map(areas.map(({ code, level }) => [code, level]));
  const rows = areas.flatMap(({ code, lineage }) =>
    lineage.map((ancestor) => ({ code, level: levelOf.get(ancestor), ancestor })),
  );
  const file = join(folder, 'hierarchy.json');
  await writeFile(file, JSON.stringify(rows));
  await duck.run(
    `create table hierarchy as select * from read_json($file, format = 'array',
       columns = {code: 'VARCHAR', level: 'VARCHAR', ancestor: 'VARCHAR'})`,
    { file },
  );
}

// The finest grouping that any table needs, made once: every table adds it up, none reads the rows again.
const BASE = `
  create table base as
  with rows as (
    select dataset_id, area_code, date_trunc('month', occurred_on)::date as month,
           case when occurred_precision = 'year' then 'year' else 'month' end as grain, category, concerns_household,
           household, count(*) as n
    from read_parquet($reports) group by all
    union all
    select dataset_id, area_code, starts_on,
           case when period like '____' then 'year' when period like '____-Q_' then 'quarter' else 'month' end,
           category, null, null, sum(count)
    from read_parquet($counts) group by all)
  select rows.*, max(array_position(['month', 'quarter', 'year'], grain)) over (partition by dataset_id) as coarsest
  from rows`;

/** Where a grain stands in the order in which a dataset may be too coarse for it. */
const COARSENESS: Record<Grain, number> = { month: 1, quarter: 2, year: 3, all: 3 };

async function oneTable(duck: DuckDBConnection, level: string, grain: Grain): Promise<ExactRow[]> {
  const result = await duck.run(
    `with placed as (
       select b.dataset_id, h.ancestor as area_code, ${PERIOD[grain]} as period, b.category, b.concerns_household, b.household, b.n
       from base b join hierarchy h on h.code = b.area_code and h.level = $level
       where b.coarsest <= ${COARSENESS[grain]})
     select dataset_id as "datasetId", period, coalesce(category, '${ALL_CATEGORIES}') as category, area_code as "areaCode",
            sum(n)::integer as reports,
            (count(distinct household) + coalesce(max(case when concerns_household = 1 and household is null then 1 else 0 end), 0))::integer as households,
            coalesce(sum(n) filter (concerns_household = 0), 0)::integer as "rowsWithoutHousehold"
     from placed
     group by grouping sets ((dataset_id, period, category, area_code), (dataset_id, period, area_code))
     having sum(n) > 0
     order by dataset_id, period, 3, area_code`,
    { level },
  );
  const rows = (await result.getRowObjectsJS()) as unknown as Omit<ExactRow, 'level' | 'grain'>[];
  return rows.map((row) => ({ ...row, level, grain }));
}

async function describe(duck: DuckDBConnection, levels: readonly string[]): Promise<DatasetShape[]> {
  const result = await duck.run(
    `select b.dataset_id as "datasetId", case when bool_or(b.concerns_household is null) then 'counts' else 'records' end as kind,
            list(distinct h.level) as levels, max(b.coarsest)::integer as coarsest, list_sort(list(distinct b.category)) as categories
     from base b join hierarchy h on h.code = b.area_code group by all order by 1`,
  );
  const rows = (await result.getRowObjectsJS()) as unknown as {
    datasetId: string;
    kind: 'records' | 'counts';
    levels: string[];
    coarsest: number;
    categories: string[];
  }[];
  return rows.map(({ datasetId, kind, levels: found, coarsest, categories }) => ({
    datasetId,
    kind,
    lowestLevel: levels.findLast((level) => found.includes(level))!,
    grains: GRAINS.filter((grain) => COARSENESS[grain] >= coarsest),
    categories,
  }));
}
