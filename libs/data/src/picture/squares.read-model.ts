import { GRID_LEVEL } from '@datalab/domain';
import type { Transaction } from '../database.js';
import type { CellRow, CellView, SheetKey } from './picture.read-model.js';
import { tierCondition } from './tier-condition.js';

/** A square of 200 m that shows its number. */
export interface SquareRow extends Pick<CellRow, 'tier' | 'reports'> {
  /** As CBS writes it, by the south-west corner in hundreds of metres of RD: `E1068N3982`. */
  code: string;
  /** The area of the lowest level in which its middle lies. */
  areaCode: string;
  state: 'shown';
}

/** Of which squares: one source, year and category (of all together `all`). */
export type SquaresKey = Pick<SheetKey, 'labId' | 'snapshotId' | 'datasetId' | 'category'> & { year: string };

/**
 * The squares of one map that show a number, by code. All others hold nothing, or what may not be shown: which of the two is not known here either. In a
 * view with areas of one's own a square is of the area in which its middle lies.
 */
export async function listSquares(
  tx: Transaction,
  { labId, snapshotId, datasetId, category, year }: SquaresKey,
  view: CellView,
): Promise<SquareRow[]> {
  const parameters: unknown[] = [labId, snapshotId, datasetId, GRID_LEVEL, category, year];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`, 's.area_code');
  return tx.query(
    `select c.area_code as code, s.area_code as "areaCode", c.tier, c.state, c.reports
     from cell c join lab l on l.id = c.lab_id join square s on s.region_id = l.region_id and s.code = c.area_code
     where c.lab_id = $1 and c.snapshot_id = $2 and c.dataset_id = $3 and c.level = $4 and c.grain = 'year'
       and c.category = $5 and c.period = $6 and c.state = 'shown' and ${tiers} order by c.area_code`,
    parameters,
  );
}

/** How many squares have their middle in an area of the region; 0 where it has no map, or does not lie in the Netherlands. */
export async function countSquares(tx: Transaction, regionId: string): Promise<number> {
  const rows: { n: number }[] = await tx.query('select count(*)::int as n from square where region_id = $1', [
    regionId,
  ]);
  return rows[0]!.n;
}
