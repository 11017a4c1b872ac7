import type { LoadTotals } from '@datalab/data';
import { OUT_OF_SCOPE } from '@datalab/domain';
import type { CanonicalRow } from '@datalab/intake';

export const noTotals = (): LoadTotals => ({
  rows: 0,
  inRegion: 0,
  outsideRegion: 0,
  noArea: 0,
  outOfScope: 0,
  skipped: 0,
});

/** Counts where a good row lies. (That it is a row is counted by who reads it, good or not.) */
export function placed(totals: LoadTotals, row: CanonicalRow): void {
  if (row.placement === 'outside_region') totals.outsideRegion += 1;
  else if (row.placement === 'no_area') totals.noArea += 1;
  else totals.inRegion += 1;
  if ('category' in row && row.category === OUT_OF_SCOPE) totals.outOfScope += 1;
}
