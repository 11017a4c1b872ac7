import type { CrossSourceCell } from '@datalab/data';

/** One source's part in one category. */
export interface CrossSourceRow {
  datasetId: string;
  category: string;
  /** Null: withheld. */
  reports: number | null;
  /** Of all shown reports of this category, 0–1; null where withheld. */
  share: number | null;
  /** What this source would have, if every source registered every category in the proportion of its size; null where withheld. */
  expected: number | null;
  /** `reports / expected`: over 1 registers more of this category than its size tells. */
  ratio: number | null;
}

/**
 * The cross-source gap of one year: per category what each source registers, against what its size in the year lets expect
 * (row total × column total / grand total). Of shown counts alone: what is withheld counts in no total, so totals are lower bounds.
 */
export function crossSource(cells: readonly Omit<CrossSourceCell, 'year'>[]): CrossSourceRow[] {
  const sum = (keep: (cell: Omit<CrossSourceCell, 'year'>) => boolean) =>
    cells.filter(keep).reduce((total, { reports }) => total + (reports ?? 0), 0);
  const grand = sum(() => true);
  return cells.map(({ datasetId, category, reports }) => {
    if (reports === null) return { datasetId, category, reports, share: null, expected: null, ratio: null };
    const ofCategory = sum((cell) => cell.category === category);
    const expected = (ofCategory * sum((cell) => cell.datasetId === datasetId)) / grand;
    return { datasetId, category, reports, share: reports / ofCategory, expected, ratio: reports / expected };
  });
}
