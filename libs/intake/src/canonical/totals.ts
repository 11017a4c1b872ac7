import { OUT_OF_SCOPE } from '@datalab/domain';
import { SKIP_REASONS, type SkipReason, type UnhashedRow } from './row-sink.js';

/** What a load is opened with; the steward confirms it, the worker counts again. rows = inRegion + outsideRegion + noArea. */
export interface LoadTotals {
  rows: number;
  inRegion: number;
  outsideRegion: number;
  noArea: number;
  /** Of all rows, wherever they lie. */
  outOfScope: number;
  /** Left out on purpose: not among `rows`. */
  skipped: number;
}

/** Counts the rows of a load as they go by. */
export class TotalsCounter {
  readonly totals: LoadTotals = { rows: 0, inRegion: 0, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
  readonly skippedBy = Object.fromEntries(SKIP_REASONS.map((reason) => [reason, 0])) as Record<SkipReason, number>;
  /** Sum of the counts of a counts dataset that are in scope. */
  countSum = 0;

  add(row: UnhashedRow): void {
    this.totals.rows += 1;
    if (row.placement === 'in_region') this.totals.inRegion += 1;
    else if (row.placement === 'outside_region') this.totals.outsideRegion += 1;
    else this.totals.noArea += 1;
    const inScope = !('category' in row) || row.category !== OUT_OF_SCOPE;
    if (!inScope) this.totals.outOfScope += 1;
    else if ('count' in row) this.countSum += row.count;
  }

  skip(reason: SkipReason): void {
    this.totals.skipped += 1;
    this.skippedBy[reason] += 1;
  }
}
