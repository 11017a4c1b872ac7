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
  /**
   * `records`: one row = one report, households are known. `counts`: delivered as a number, so there is no household
   * rule.
   */
  kind: 'records' | 'counts';
  delivered: Delivery;
  /** Reports in the cell, without those of open datasets where it mixes both (see `openReports`). */
  reports: number;
  /**
   * Distinct households: rows with role *subject* on a *dwelling*, by key, plus one per source that has such rows
   * without a key (they may all be one household). Before linking is agreed: the largest number in any one source. 0
   * for `counts`.
   */
  households: number;
  /**
   * Rows that concern no household: a place, a reporter, an unknown role, an institution. There is no household to
   * protect behind them, so each is a unit of its own. Absent = 0.
   */
  rowsWithoutHousehold?: number;
  /**
   * Reports of the two households with most of them, largest first (0 where there is no second). For dominance and the
   * scale of the noise.
   */
  largestHouseholds?: readonly [number, number];
  /**
   * Reports that name their reporter by key, and those of the two reporters with most. For dominance; absent =
   * reporters unknown.
   */
  reportsWithReporter?: number;
  largestReporters?: readonly [number, number];
  /**
   * Sum modulo 2³² of the keys of the distinct households, and of the reports that concern none (`cellKey`). For the
   * noise.
   */
  key?: number;
  /** The cell without the records of one participant, for each that has records in it. For the insider rule. */
  remainders?: readonly Remainder[];
  /**
   * For each sensitive attribute that the table shows a share of: how many reports say it, of how many that say
   * anything. Absent = none.
   */
  sensitive?: readonly SensitiveShare[];
  /** Whether none and too few must look the same here (`isPresenceProtected`). */
  presenceProtected?: boolean;
  /** Every dataset of the cell is declared open (published already): shown exact. */
  open?: boolean;
  /**
   * Reports of the open datasets in a cell that mixes; added after the gate, so that subtracting them gains nothing.
   * Absent = 0.
   */
  openReports?: number;
}

/** What a participant is left with when it subtracts its own records from the cell. */
export type Remainder = Pick<ExactCell, PartCounts> & { without: string };
type PartCounts =
  'reports' | 'households' | 'rowsWithoutHousehold' | 'largestHouseholds' | 'reportsWithReporter' | 'largestReporters';
/** A set of reports as the threshold and dominance see it: a cell, or what is left of one. */
export type Part = Pick<ExactCell, 'kind' | PartCounts>;

export interface SensitiveShare {
  attribute: string;
  holds: number;
  known: number;
}

/** Who looks: the organisation at its own data, the participants of the lab, everybody. */
export const TIERS = ['own', 'lab', 'public'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * What the household half of the floor counts: households, and every row that concerns none as a unit of its own.
 * Twelve reports about one dwelling are one unit; twelve reports about a park are twelve.
 */
export const protectedUnits = (cell: Pick<ExactCell, 'households' | 'rowsWithoutHousehold'>): number =>
  cell.households + (cell.rowsWithoutHousehold ?? 0);

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
