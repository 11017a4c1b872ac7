import type { DuckDBConnection } from '@duckdb/node-api';
import { ALL_CATEGORIES, GRAINS, RHYTHM_GRAINS } from '@datalab/domain';
import { withDuckDb } from './duck-db.js';
import type { LineageRow, TableGrain } from './exact-row.js';
import { weekHour } from './snapshot-rows.js';
import { readSnapshot, type Snapshot } from './snapshot-store.js';
import { readLineage } from './lineage.js';

/** A cell of the standard tables by its place. */
export interface CellPlace {
  datasetId: string;
  period: string;
  category: string;
  areaCode: string;
}
export const placeOfCell = ({ datasetId, period, category, areaCode }: CellPlace): string =>
  `${datasetId} ${period} ${category} ${areaCode}`;

/** Null where a report is in no cell of the table. */
const PERIOD: Record<TableGrain, string> = {
  all: `'all'`,
  year: `strftime(day, '%Y')`,
  quarter: `strftime(day, '%Y') || '-Q' || quarter(day)`,
  month: `strftime(day, '%Y-%m')`,
  hour_of_week: `(week_hour // 24) || '-' || (week_hour % 24)`,
  block_of_week: `if(week_hour // 24 < 6, 'week-', 'weekend-') || (week_hour % 24 // 4)`,
};

/** From how many reports and households on, and which sources stand in the tables of all (`every`) together. */
export interface ChangeQuestion {
  least: number;
  combined: readonly string[];
  every: string;
}

/**
 * The cells (`placeOfCell`) in which at least `least` reports of at least as many households were added or removed between two snapshots, over
 * all levels, grains and categories of single sources, and over the squares of 200 m by year. Added and removed together, so that swapping counts as change; a household that is in
 * both counts once at most, for it cannot be recognised: the larger of the two numbers is taken. Of counts every report is a unit.
 */
export async function changedCells(
  previous: Snapshot,
  next: Snapshot,
  areas: readonly LineageRow[],
  { least, combined, every }: ChangeQuestion,
): Promise<Set<string>> {
  return withDuckDb(next.folder, async (duck) => {
    await readSnapshot(duck, previous, 'a_');
    await readSnapshot(duck, next, 'b_');
    await readLineage(duck, areas);
    const sources = JSON.stringify(combined);
    await duck.run(`create table combined as select unnest(from_json($sources, '["VARCHAR"]')) as id`, { sources });
    await duck.run(
      `create table change as ${reportsOnlyIn('b', 'a')} union all ${reportsOnlyIn('a', 'b')} union all ${COUNTS}`,
    );
    const changed = new Set<string>();
    for (const grain of [...GRAINS, ...RHYTHM_GRAINS])
      for (const place of await changedAt(duck, grain, IN_AREAS, least, every)) changed.add(place);
    for (const place of await changedAt(duck, 'year', IN_SQUARES, least, every)) changed.add(place);
    return changed;
  });
}

/**
 * Reports of one snapshot that are not in the other. Rows with one hash more than once are told apart by their number alone. One of which only the
 * hour or the square changed is removed and added; in the cells that hold it both times nothing comes of that, for the same set gets the same noise.
 */
const reportsOnlyIn = (here: string, there: string): string => {
  const numbered = (side: string) => `(
    select *, row_number() over (partition by dataset_id, record_hash, occurred_on, category, area_code, grid_cell, week_hour) as nth
    from (select r.*, ${weekHour('r')} as week_hour from ${side}_reports r))`;
  return `
    select '${here}' as side, h.dataset_id, h.area_code, h.grid_cell, h.occurred_on as day, h.week_hour, h.category, h.household, 1 as n
    from ${numbered(here)} h anti join ${numbered(there)} t on t.dataset_id = h.dataset_id and t.record_hash = h.record_hash
      and t.occurred_on = h.occurred_on and t.category = h.category and t.area_code = h.area_code
      and t.grid_cell is not distinct from h.grid_cell
      and t.week_hour is not distinct from h.week_hour and t.nth = h.nth`;
};

const COUNTS = `
  select 'b', dataset_id, area_code, null, starts_on, null, category, null, abs(sum(n))::integer from (
    select dataset_id, area_code, starts_on, category, count as n from b_counts
    union all select dataset_id, area_code, starts_on, category, -count from a_counts)
  group by all having sum(n) <> 0`;

/** In which areas a report (`c`) counts: each gives a code. */
const IN_AREAS = 'join (select code, ancestor as place from lineage) l on l.code = c.area_code';
const IN_SQUARES =
  'join (select distinct grid_cell as place from change where grid_cell is not null) l on l.place = c.grid_cell';

async function changedAt(
  duck: DuckDBConnection,
  grain: TableGrain,
  places: string,
  least: number,
  every: string,
): Promise<string[]> {
  const result = await duck.run(
    `with placed as (
       select s.dataset_id, c.side, ${PERIOD[grain]} as period, x.category, l.place as area_code,
              c.dataset_id || ' ' || c.household as household, c.n
       from (select *, dataset_id as source from change) c ${places}
       join (select distinct dataset_id as source, dataset_id from change union select id, $every from combined) s on s.source = c.source
       cross join lateral (select unnest([c.category, '${ALL_CATEGORIES}']) as category) x),
     sides as (
       select dataset_id, period, category, area_code, side, sum(n) as reports,
              count(distinct household) + coalesce(sum(n) filter (household is null), 0) as units
       from placed group by all)
     select dataset_id || ' ' || period || ' ' || category || ' ' || area_code as place
     from sides group by dataset_id, period, category, area_code
     having period is not null and sum(reports) >= $least and max(units) >= $least`,
    { least, every },
  );
  return (await result.getRowObjectsJS()).map(({ place }) => String(place));
}
