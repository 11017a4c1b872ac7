import { bracketedRoot } from '../special/bracketed-root.js';
import { compensatedSum } from './compensated-sum.js';
import { fixedMargins, type FixedMargins } from './noncentral-hypergeometric.js';

/**
 * Where R looks for a root: with this tolerance on the odds ratio or its inverse. Its conditional estimates are therefore right
 * to about four digits only; `fisherExact` and `midPOddsRatio` give the roots themselves.
 */
const SEARCH_TOLERANCE = Number.EPSILON ** 0.25;

/** Tail probabilities and mean of the cell at an odds ratio from 0 to Infinity. */
function atOddsRatio(margins: FixedMargins, x: number, odds: number): { lower: number; upper: number; mean: number } {
  if (odds === 0)
    return { lower: x >= margins.lowest ? 1 : 0, upper: x <= margins.lowest ? 1 : 0, mean: margins.lowest };
  if (odds === Infinity) {
    return { lower: x >= margins.highest ? 1 : 0, upper: x <= margins.highest ? 1 : 0, mean: margins.highest };
  }
  // Compensated sums: whether a tail is 1 or just below it decides which way the search goes.
  const lower = compensatedSum();
  const upper = compensatedSum();
  const mean = compensatedSum();
  margins.probabilities(Math.log(odds)).forEach((probability, i) => {
    const cell = margins.lowest + i;
    if (cell <= x) lower.add(probability);
    if (cell >= x) upper.add(probability);
    mean.add(probability * cell);
  });
  return { lower: lower.total(), upper: upper.total(), mean: mean.total() };
}

/** The root of a monotone f of the odds ratio: searched below 1 directly, above 1 on the inverse. */
function splitSearch(f: (odds: number) => number): number {
  const atOne = f(1);
  const zero = f(0);
  if (atOne === 0) return 1;
  if (zero * atOne < 0) return bracketedRoot(f, 0, 1, SEARCH_TOLERANCE);
  return 1 / bracketedRoot((t) => f(1 / t), Number.EPSILON, 1, SEARCH_TOLERANCE);
}

/** Conditional odds ratio and exact 95 % interval as `fisher.test` prints them, for comparison with R. */
export function fisherAsInR(
  a: number,
  b: number,
  c: number,
  d: number,
): { oddsRatio: number; low: number; high: number } {
  const margins = fixedMargins(a, b, c, d);
  const at = (odds: number) => atOddsRatio(margins, a, odds);
  const { lowest, highest } = margins;
  return {
    oddsRatio: a === lowest ? 0 : a === highest ? Infinity : splitSearch((odds) => at(odds).mean - a),
    low: a === lowest ? 0 : splitSearch((odds) => at(odds).upper - 0.025),
    high: a === highest ? Infinity : splitSearch((odds) => at(odds).lower - 0.025),
  };
}

/**
 * Median-unbiased odds ratio and mid-P 95 % interval as `epitools::oddsratio.midp` prints them: searched between 0 and 1000.
 * NaN where that search finds nothing (a cell of 0, an odds ratio beyond 1000).
 */
export function midPAsInEpitools(
  a: number,
  b: number,
  c: number,
  d: number,
): { oddsRatio: number; low: number; high: number } {
  const margins = fixedMargins(a, b, c, d);
  const midP = (odds: number) => {
    const { lower, upper } = atOddsRatio(margins, a, odds);
    return 0.5 * (lower - upper + 1);
  };
  const search = (f: (t: number) => number) => bracketedRoot(f, 0, 1000, SEARCH_TOLERANCE);
  return {
    oddsRatio: search((odds) => 2 * midP(odds) - 1),
    low: search((odds) => 1 - midP(odds) - 0.025),
    high: 1 / search((t) => midP(1 / t) - 0.025),
  };
}
