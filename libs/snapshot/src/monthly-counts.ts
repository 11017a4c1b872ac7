import { ALL_CATEGORIES } from '@datalab/domain';
import { withSnapshot, type Snapshot } from './snapshot-store.js';

export interface MonthlyQuestion {
  datasetId: string;
  /** A canonical category, or all of them. */
  category: string;
  /** Areas of the lowest level. */
  areaCodes: readonly string[];
}

export interface MonthlyAnswer {
  /** Exact reports by month (`YYYY-MM`), months with none left out. For the worker alone. */
  reports: Map<string, number>;
  /** Distinct households in them; rows without one count as one each. */
  units: number;
}

/** Exact monthly numbers of one source in some areas. Rows that know no more than their year are not in them. */
export async function monthlyCounts(snapshot: Snapshot, question: MonthlyQuestion): Promise<MonthlyAnswer> {
  const { datasetId, category, areaCodes } = question;
  return withSnapshot(snapshot, async (duck) => {
    await duck.run(
      `create table placed_row as
       select strftime(occurred_on, '%Y-%m') as month, 1 as n, coalesce(household::varchar, record_hash) as unit, area_code
       from reports
       where dataset_id = $datasetId and occurred_precision <> 'year' and ($category = '${ALL_CATEGORIES}' or category = $category)
       union all
       select period, count, null, area_code from counts
       where dataset_id = $datasetId and period like '____-__' and period not like '%Q%'
         and ($category = '${ALL_CATEGORIES}' or category = $category)`,
      { datasetId, category },
    );
    const placed = `from placed_row where area_code in (select unnest(from_json($areas, '["VARCHAR"]')))`;
    const areas = JSON.stringify(areaCodes);
    const months = await duck.run(`select month, sum(n)::integer as n ${placed} group by month order by month`, {
      areas,
    });
    const units = await duck.run(
      `select coalesce(count(distinct unit), 0)::integer as n, sum(n)::integer as total ${placed}`,
      { areas },
    );
    const rows = (await months.getRowObjectsJS()) as unknown as { month: string; n: number }[];
    const [sum] = (await units.getRowObjectsJS()) as unknown as { n: number; total: number | null }[];
    // What was delivered as counts has no households: its reports are the units.
    return { reports: new Map(rows.map(({ month, n }) => [month, n])), units: sum!.n > 0 ? sum!.n : (sum!.total ?? 0) };
  });
}
