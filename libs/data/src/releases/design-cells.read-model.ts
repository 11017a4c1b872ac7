import type { ReleaseTier, TableDesign } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** One protected cell of a table that is to be released. */
export interface DesignCell {
  areaCode: string;
  period: string;
  /** As the gate left it: shown, withheld, or none or few. */
  state: string;
  reports: number | null;
  ratePerThousand: number | null;
}

/** The protected cells that a design gives, in one tier, by period and area. Areas without a row hold zero. */
export const listDesignCells = (
  tx: Transaction,
  at: { labId: string; snapshotId: string },
  design: TableDesign,
  tier: ReleaseTier,
): Promise<DesignCell[]> =>
  tx.query(
    `select area_code as "areaCode", period, state, reports, rate_per_thousand::float8 as "ratePerThousand" from cell
     where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and level = $4 and grain = $5 and category = $6 and tier = $7
       and ($8::text is null or period >= $8) order by period, area_code`,
    [at.labId, at.snapshotId, design.datasetId, design.level, design.grain, design.category, tier, design.from],
  );

/**
 * The exact cells of the same design: for the worker, and for a person those of their own organisation alone, which is what the policies of `cell`
 * let through.
 */
export const listExactCells = (
  tx: Transaction,
  at: { labId: string; snapshotId: string },
  design: TableDesign,
): Promise<{ areaCode: string; period: string; reports: number }[]> =>
  tx.query(
    `select area_code as "areaCode", period, reports from cell
     where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and level = $4 and grain = $5 and category = $6 and tier = 'own'
       and ($7::text is null or period >= $7) order by period, area_code`,
    [at.labId, at.snapshotId, design.datasetId, design.level, design.grain, design.category, design.from],
  );
