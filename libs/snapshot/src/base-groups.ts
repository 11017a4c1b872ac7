import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDuckDb } from './duck-db.js';
import { weekHour } from './snapshot-rows.js';
import { readSnapshot, type Snapshot } from './snapshot-store.js';

/** The reports of one organisation that every table of these snapshots counts alike. Exact: for the worker alone. */
export interface BaseGroup {
  organisationId: string;
  areaCode: string;
  /** `YYYY-MM` of the first day that the row knows. */
  month: string;
  category: string;
  /** As libs/domain numbers it (`rhythmCellOf`); null where it is not known, or was not asked for. */
  weekHour: number | null;
  /** The square of 200 m; null where it is not known, or was not asked for. */
  gridCell: string | null;
  /** In which snapshots (by their number) and there in which dataset these reports are. */
  places: { snapshot: number; datasetId: string }[];
  reports: number;
}

/** Along what the reports are divided, beside area, month and category: only where some table is. */
export interface BaseAxes {
  rhythm: boolean;
  grid: boolean;
}

const ALONG = 'area_code, month, category, week_hour, grid_cell';

/**
 * The base groups of several snapshots together, of one lab or of several: the smallest sets of reports that all their tables are sums of. A
 * report is the same in two snapshots where organisation and record hash are.
 */
export async function baseGroups(snapshots: readonly Snapshot[], { rhythm, grid }: BaseAxes): Promise<BaseGroup[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  try {
    return await withDuckDb(folder, async (duck) => {
      for (const [i, snapshot] of snapshots.entries()) await readSnapshot(duck, snapshot, `s${i}_`);
      const rows = snapshots.map(
        (_snapshot, i) => `
          select ${i} as snapshot, organisation_id, record_hash, dataset_id, area_code, strftime(occurred_on, '%Y-%m') as month, category,
                 ${rhythm ? weekHour('r') : 'null::integer'} as week_hour, ${grid ? 'grid_cell' : 'null::varchar'} as grid_cell, 1 as n
          from s${i}_reports r
          union all
          select ${i}, organisation_id, record_hash, dataset_id, area_code, strftime(starts_on, '%Y-%m'), category, null, null, count
          from s${i}_counts where count > 0`,
      );
      const result = await duck.run(
        `with numbered as (
           select *, row_number() over (partition by snapshot, dataset_id, record_hash, ${ALONG}, n) as nth
           from (${rows.join(' union all ')})),
         record as (
           select organisation_id, ${ALONG}, n,
                  list_sort(list(snapshot || ' ' || dataset_id)) as places
           from numbered group by organisation_id, record_hash, nth, ${ALONG}, n)
         select organisation_id as "organisationId", area_code as "areaCode", month, category, week_hour as "weekHour",
                grid_cell as "gridCell", places, sum(n)::integer as reports
         from record group by all order by all`,
      );
      type Row = Omit<BaseGroup, 'places'> & { places: string[] };
      return ((await result.getRowObjectsJS()) as unknown as Row[]).map((row) => ({
        ...row,
        places: row.places.map(placeOf),
      }));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function placeOf(text: string): BaseGroup['places'][number] {
  const at = text.indexOf(' ');
  return { snapshot: Number(text.slice(0, at)), datasetId: text.slice(at + 1) };
}
