import type { Grain } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** In which periods the cells of the areas under one parent are published, for one year, category and source. */
export interface SeriesGrainRow {
  datasetId: string;
  tier: 'lab' | 'public';
  level: string;
  /** Empty for the areas that have no parent. */
  parentCode: string;
  category: string;
  year: string;
  grain: Grain;
}

const COLUMNS = `dataset_id as "datasetId", tier, level, parent_code as "parentCode", category, year, grain`;

/** Of one table; all of the lab where no table is named. */
export const listSeriesGrains = (
  tx: Transaction,
  labId: string,
  table?: { datasetId: string; level: string; category: string },
): Promise<SeriesGrainRow[]> =>
  table === undefined
    ? tx.query(`select ${COLUMNS} from series_grain where lab_id = $1`, [labId])
    : tx.query(
        `select ${COLUMNS} from series_grain where lab_id = $1 and dataset_id = $2 and level = $3 and category = $4`,
        [labId, table.datasetId, table.level, table.category],
      );

/** Fixes grains, as this snapshot gave them. One that is fixed already stays as it is. For the worker's role. */
export async function fixSeriesGrains(
  tx: Transaction,
  { labId, snapshotId }: { labId: string; snapshotId: string },
  rows: readonly SeriesGrainRow[],
): Promise<void> {
  await tx.query(
    `insert into series_grain (lab_id, snapshot_id, dataset_id, tier, level, parent_code, category, year, grain)
     select $1::uuid, $2::uuid, r."datasetId", r.tier, r.level, r."parentCode", r.category, r.year, r.grain
     from jsonb_to_recordset($3::jsonb) as r("datasetId" uuid, tier text, level text, "parentCode" text, category text, year text, grain text)
     on conflict do nothing`,
    [labId, snapshotId, JSON.stringify(rows)],
  );
}
