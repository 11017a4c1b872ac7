import type { ExactRow } from '@datalab/snapshot';

/** Sums over all cells of all tables: two ways to make them agree on these. */
export interface TableTotals {
  cells: number;
  reports: number;
  households: number;
  /** Reports of the two households with most of them. */
  largest: number;
}

export function addTotals(totals: TableTotals, rows: readonly ExactRow[]): void {
  totals.cells += rows.length;
  for (const { reports, households, largestHouseholds } of rows) {
    totals.reports += reports;
    totals.households += households;
    totals.largest += largestHouseholds[0] + largestHouseholds[1];
  }
}
