import type { DuckDBConnection } from '@duckdb/node-api';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_CATEGORIES } from '@datalab/domain';
import { GRID_LEVEL, type LineageRow } from './exact-row.js';

/** The number of "all categories" in the table `category`. */
export const EVERY_CATEGORY = 0;

/**
 * Numbers for everything that cells are grouped by (grouping by texts costs several times as much), and where each place (area and grid cell
 * of a row) lies at every level.
 */
export async function numberDimensions(
  duck: DuckDBConnection,
  folder: string,
  areas: readonly LineageRow[],
): Promise<void> {
  await numberLineage(duck, folder, areas);
  for (const sql of DIMENSIONS) await duck.run(sql);
}

/** What every area lies in, itself first, as the table `lineage`. */
export async function numberLineage(
  duck: DuckDBConnection,
  folder: string,
  areas: readonly LineageRow[],
): Promise<void> {
  const levelOf = new Map(areas.map(({ code, level }) => [code, level]));
  const rows = areas.flatMap(({ code, lineage }) =>
    lineage.map((ancestor) => ({ code, level: levelOf.get(ancestor), ancestor })),
  );
  const file = join(folder, 'hierarchy.json');
  await writeFile(file, JSON.stringify(rows));
  await duck.run(
    `create table lineage as select * from read_json($file, format = 'array',
       columns = {code: 'VARCHAR', level: 'VARCHAR', ancestor: 'VARCHAR'})`,
    { file },
  );
}

const DIMENSIONS = [
  `create table place as
   select row_number() over ()::integer as place, * from (
     select area_code, grid_cell from reports group by all union select area_code, null from counts group by all)`,
  `create table area as
   select row_number() over (order by code)::integer as area, code from (
     select ancestor as code from lineage union select grid_cell from place where grid_cell is not null)`,
  `create table hierarchy as
   select p.place, l.level, a.area
   from place p join lineage l on l.code = p.area_code join area a on a.code = l.ancestor
   union all
   select p.place, '${GRID_LEVEL}', a.area from place p join area a on a.code = p.grid_cell`,
  // A dataset is as coarse as its coarsest row: a month that misses the rows of which only the year is known is no month.
  `create table dataset as
   select row_number() over (order by dataset_id)::smallint as dataset, dataset_id, any_value(kind) as kind, max(coarsest) as coarsest
   from (
     select dataset_id, 'records' as kind, max(case when occurred_precision = 'year' then 3 else 1 end) as coarsest
     from reports group by all
     union all
     select dataset_id, 'counts', max(case when period like '____' then 3 when period like '____-Q_' then 2 else 1 end)
     from counts group by all)
   group by dataset_id`,
  `create table category as
   select ${EVERY_CATEGORY}::smallint as category, '${ALL_CATEGORIES}' as name
   union all
   select row_number() over (order by name)::smallint, name
   from (select category as name from reports union select category from counts)`,
];

/**
 * The finest grouping that any table needs, made once: every table adds it up, none reads the rows again. `when`: what stands for the time of
 * a row; `which`: the rows that count.
 */
export async function buildBase(
  duck: DuckDBConnection,
  when: { reports: string; counts: string | null },
  which = 'true',
) {
  const joined = `join dataset d on d.dataset_id = r.dataset_id join category c on c.name = r.category
     join place p on p.area_code = r.area_code and p.grid_cell is not distinct from`;
  await duck.run(`create or replace table base_household as
    select d.dataset, p.place, ${when.reports} as start, c.category, r.household, any_value(r.household_key) as key, count(*)::integer as n
    from reports r ${joined} r.grid_cell where r.concerns_household = 1 and ${which} group by all`);
  await duck.run(`create or replace table base_reporter as
    select d.dataset, p.place, ${when.reports} as start, c.category, r.reporter, count(*)::integer as n
    from reports r ${joined} r.grid_cell where r.reporter is not null and ${which} group by all`);
  const counted =
    when.counts === null
      ? ''
      : `union all
         select d.dataset, p.place, ${when.counts}, c.category, sum(r.report_key) filter (r.count > 0), sum(r.count)
         from counts r ${joined} null where ${which} group by all having sum(r.count) > 0`;
  await duck.run(`create or replace table base_other as
    select d.dataset, p.place, ${when.reports} as start, c.category, sum(r.report_key) as key, count(*) as n
    from reports r ${joined} r.grid_cell where r.concerns_household = 0 and ${which} group by all ${counted}`);
}
