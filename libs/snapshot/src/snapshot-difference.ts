import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuckDb } from './duck-db.js';
import { readSnapshot, type Snapshot } from './snapshot-store.js';

/** What became of one source's reports of one period and category. Exact: for the worker alone. */
export interface DifferenceRow {
  datasetId: string;
  /** A month; of rows that know no more a quarter or a year. */
  period: string;
  category: string;
  added: number;
  removed: number;
  /** Still there, and says something else: counted where it stands now. Of counts there is none: a higher count is added, a lower one removed. */
  changed: number;
}

const MONTH = `case when occurred_precision = 'year' then strftime(occurred_on, '%Y') else strftime(occurred_on, '%Y-%m') end`;
// A household is a number that means something inside one snapshot only: that a row has one is compared, which one is not.
const CONTENT = `concat_ws('|', occurred_on, occurred_precision, coalesce(occurred_hour, -1), category, area_code, concerns_household,
  coalesce(household, 0) > 0)`;

/**
 * How the rows of `next` differ from those of `previous`, by source, period and category; cells without a difference are left out. Rows are
 * the same where record hash and content are; with one hash more than once, the order of content tells which is which.
 */
export async function snapshotDifference(previous: Snapshot, next: Snapshot): Promise<DifferenceRow[]> {
  return withDuckDb(next.folder, async (duck) => {
    await readSnapshot(duck, next, 'next_');
    await readSnapshot(duck, previous, 'previous_');
    const rows = [...(await reports(duck)), ...(await counts(duck))];
    const key = ({ datasetId, period, category }: DifferenceRow) => `${datasetId} ${period} ${category}`;
    return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  });
}

async function reports(duck: DuckDBConnection): Promise<DifferenceRow[]> {
  // Rows that are the same on both sides cancel out first: what remains to be compared is small, however large the snapshots are.
  const result = await duck.run(
    `with both_sides as (
       select dataset_id, record_hash, ${MONTH} as period, category, ${CONTENT} as content, 1 as side from next_reports
       union all
       select dataset_id, record_hash, ${MONTH}, category, ${CONTENT}, -1 from previous_reports),
     differing as (
       select dataset_id, record_hash, period, category, content, sum(side) as side from both_sides group by all having sum(side) <> 0),
     single as (
       select d.*, row_number() over (partition by dataset_id, record_hash, sign(side) order by content) as nr
       from differing d cross join range(abs(side)::bigint)),
     paired as (
       select coalesce(n.dataset_id, o.dataset_id) as dataset_id, coalesce(n.period, o.period) as period,
              coalesce(n.category, o.category) as category, o.dataset_id is null as added, n.dataset_id is null as removed
       from (from single where side > 0) n
       full join (from single where side < 0) o on o.dataset_id = n.dataset_id and o.record_hash = n.record_hash and o.nr = n.nr)
     select dataset_id as "datasetId", period, category, (count(*) filter (added))::integer as added,
            (count(*) filter (removed))::integer as removed, (count(*) filter (not added and not removed))::integer as changed
     from paired group by all`,
  );
  return (await result.getRowObjectsJS()) as unknown as DifferenceRow[];
}

async function counts(duck: DuckDBConnection): Promise<DifferenceRow[]> {
  const result = await duck.run(
    `with both_sides as (
       select dataset_id, period, category, area_code, count as n from next_counts
       union all select dataset_id, period, category, area_code, -count from previous_counts),
     cells as (select dataset_id, period, category, area_code, sum(n) as n from both_sides group by all having sum(n) <> 0)
     select dataset_id as "datasetId", period, category, coalesce(sum(n) filter (n > 0), 0)::integer as added,
            coalesce(-sum(n) filter (n < 0), 0)::integer as removed, 0 as changed
     from cells group by all`,
  );
  return (await result.getRowObjectsJS()) as unknown as DifferenceRow[];
}
