import type { CountPanel } from './count-panel.js';

/** One area in one period. */
export interface PastCell {
  readonly area: number;
  readonly t: number;
}

/** A fit looks at no more cells than this: it bounds the time on thousands of areas, and four numbers need no more. */
const MOST_CELLS = 12_000;
/** Periods that a fit looks back, in seasons: what was learned longer ago may no longer hold. */
const SEASONS_BACK = 8;
const LEAST_PERIODS_BACK = 60;

/**
 * The cells of periods `from` … `to` − 1 with a count, as far back as a fit looks; of too many cells every so manyeth, so that each
 * area and each period keeps its part.
 */
export function pastCells({ counts, season }: CountPanel, from: number, to: number): PastCell[] {
  const back = Math.max(LEAST_PERIODS_BACK, SEASONS_BACK * Math.min(season, 12));
  const first = Math.max(from, to - back);
  const cells: PastCell[] = [];
  const stride = Math.ceil((counts.length * Math.max(0, to - first)) / MOST_CELLS);
  for (let t = first; t < to; t++)
    for (let area = t % stride; area < counts.length; area += stride)
      if (!Number.isNaN(counts[area]![t]!)) cells.push({ area, t });
  return cells;
}

/** Is a model fitted anew before period t? Every half year or so; in between its coefficients are kept. */
export function isFitted(t: number, first: number): boolean {
  return (t - first) % 6 === 0;
}
