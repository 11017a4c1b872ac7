import { bug } from '@datalab/domain';

/** How much of the cell's period and area its sources have delivered. `none` is a gap, which is never a zero. */
export const DELIVERIES = ['full', 'partial', 'none'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/**
 * One cell as it is, known to the worker alone: the input of the gate. All numbers are counts (integers ≥ 0).
 * Everything optional feeds a rule of its own; where a rule is switched on and its field is absent, the gate fails
 * (a `Bug`) and never guesses that the cell is safe.
 */
export interface ExactCell {
  /** Ids of the datasets that the cell is made of. */
  source: readonly string[];
  /** `records`: one row = one report, households are known. `counts`: delivered as a number, so there is no household rule. */
  kind: 'records' | 'counts';
  delivered: Delivery;
  /** Reports in the cell, without those of open datasets where it mixes both (see `openReports`). */
  reports: number;
  /**
   * Distinct households: rows with role *subject* on a *dwelling*, by key, plus one per source that has such rows without a key
   * (they may all be one household). Before linking is agreed: the largest number in any one source. 0 for `counts`.
   */
  households: number;
  /**
   * Rows that concern no household: a place, a reporter, an unknown role, an institution. There is no household to protect behind
   * them, so each is a unit of its own. Absent = 0.
   */
  rowsWithoutHousehold?: number;
  /** Every dataset of the cell is declared open (published already): shown exact. */
  open?: boolean;
  /** Reports of the open datasets in a cell that mixes; added after the gate, so that subtracting them gains nothing. Absent = 0. */
  openReports?: number;
}

/** Who looks: the organisation at its own data, the participants of the lab, everybody. */
export const TIERS = ['own', 'lab', 'public'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * What the household half of the floor counts: households, and every row that concerns none as a unit of its own.
 * Twelve reports about one dwelling are one unit; twelve reports about a park are twelve.
 */
export const protectedUnits = (cell: ExactCell): number => cell.households + (cell.rowsWithoutHousehold ?? 0);

/** Throws `Bug` on a cell that cannot exist, so that a wrong query is not shown as a safe number. */
export function assertExactCell(cell: ExactCell): void {
  for (const count of [cell.reports, cell.households, cell.rowsWithoutHousehold ?? 0, cell.openReports ?? 0]) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw bug('a cell holds a count that is not an integer of 0 or more');
  }
  if (cell.kind === 'records' && protectedUnits(cell) > cell.reports)
    throw bug('a cell holds more households and other units than reports');
  if (cell.delivered === 'none' && cell.reports > 0) throw bug('a cell that was not delivered holds reports');
}
