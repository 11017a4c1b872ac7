import type { Transaction } from '../database.js';

/** One source's reports of one category in one year, in the areas of the highest level together. */
export interface CrossSourceCell {
  datasetId: string;
  year: string;
  category: string;
  /** Null where one of the areas is withheld. */
  reports: number | null;
}

/** What each source reported per category and year, behind the gate: the cells of the highest level, added up where all are shown. */
export const listCrossSource = (
  tx: Transaction,
  labId: string,
  snapshotId: string,
  level: string,
  tier: 'lab' | 'public',
): Promise<CrossSourceCell[]> =>
  tx.query(
    `select dataset_id as "datasetId", period as year, category,
            case when bool_and(state = 'shown') then sum(reports)::int end as reports
     from cell where lab_id = $1 and snapshot_id = $2 and level = $3 and grain = 'year' and tier = $4 and category <> 'all'
     group by dataset_id, period, category order by period, dataset_id, category`,
    [labId, snapshotId, level, tier],
  );
