import { monotoneRoot } from '../special/monotone-root.js';
import { fixedMargins, logOddsWhereTail, momentsAt, tailAt, type FixedMargins } from './noncentral-hypergeometric.js';

/** Fisher's exact test of the table [[a, b], [c, d]] and the estimates that belong to it. */
export interface FisherExact {
  /** Sum of the probabilities of all tables with these margins that are not more likely than this one. */
  readonly p: number;
  /** Conditional maximum likelihood estimate of the odds ratio: NOT ad / bc. 0 or Infinity at the ends of the range. */
  readonly oddsRatio: number;
  readonly low: number;
  readonly high: number;
}

/** A table counts as equally likely when it differs by less than this (as in R). */
const EQUALLY_LIKELY = 1 + 1e-7;

const crudeLogOdds = (a: number, b: number, c: number, d: number) =>
  Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5)));

function assertCells(cells: readonly number[]): void {
  if (cells.some((n) => !(Number.isInteger(n) && n >= 0)))
    throw new RangeError('the cells of the table must be counts');
}

/**
 * Interval for the odds ratio by turning round one-sided tests: exact (`half` = 0) or mid-P (`half` = ½).
 * 0 and Infinity where the cell lies at the end of its range.
 */
export function conditionalInterval(
  margins: FixedMargins,
  a: number,
  half: number,
  start: number,
  level = 0.95,
): { low: number; high: number } {
  const tail = (1 - level) / 2;
  return {
    low: a === margins.lowest ? 0 : Math.exp(logOddsWhereTail(margins, a, 'upper', half, tail, start)),
    high: a === margins.highest ? Infinity : Math.exp(logOddsWhereTail(margins, a, 'lower', half, tail, start)),
  };
}

/** Sum of the probabilities of the tables with these margins that are not more likely than the one with `a`. */
function twoSidedP(margins: FixedMargins, a: number): number {
  const null0 = margins.probabilities(0);
  const own = null0[a - margins.lowest]! * EQUALLY_LIKELY;
  return Math.min(
    1,
    null0.reduce((sum, value) => (value <= own ? sum + value : sum), 0),
  );
}

/** The p-value of `fisherExact` alone, without its odds ratio and interval: for tests of many tables. */
export function fisherExactP(a: number, b: number, c: number, d: number): number {
  assertCells([a, b, c, d]);
  return twoSidedP(fixedMargins(a, b, c, d), a);
}

/**
 * Fisher's exact test for a 2 × 2 table of counts, two-sided, with the conditional odds ratio and its exact interval. Same
 * numbers as R's `fisher.test`. Throws RangeError when a cell is not a count. A table whose margins allow nothing else has
 * p = 1, odds ratio 0 and an interval from 0 to Infinity.
 */
export function fisherExact(a: number, b: number, c: number, d: number, level = 0.95): FisherExact {
  assertCells([a, b, c, d]);
  const margins = fixedMargins(a, b, c, d);
  const p = twoSidedP(margins, a);
  const start = crudeLogOdds(a, b, c, d);
  let oddsRatio: number;
  if (a === margins.lowest) oddsRatio = 0;
  else if (a === margins.highest) oddsRatio = Infinity;
  else {
    const root = monotoneRoot(
      (t) => ({ value: momentsAt(margins, t).mean, slope: momentsAt(margins, t).variance }),
      a,
      start,
    );
    oddsRatio = Math.exp(root);
  }
  return { p, oddsRatio, ...conditionalInterval(margins, a, 0, start, level) };
}

/**
 * Median-unbiased odds ratio and mid-P interval: less cautious than Fisher's, with coverage near the stated level (Rothman,
 * Greenland & Lash, Modern Epidemiology). 0 or Infinity at the ends of the range.
 */
export function midPOddsRatio(
  a: number,
  b: number,
  c: number,
  d: number,
  level = 0.95,
): { oddsRatio: number; low: number; high: number } {
  assertCells([a, b, c, d]);
  const margins = fixedMargins(a, b, c, d);
  const start = crudeLogOdds(a, b, c, d);
  const interval = conditionalInterval(margins, a, 0.5, start, level);
  if (margins.lowest === margins.highest) return { oddsRatio: Number.NaN, ...interval };
  // At the end of the range half of the cell's probability is the whole tail, so it meets ½ only at 0 or Infinity.
  if (a === margins.lowest) return { oddsRatio: 0, ...interval };
  if (a === margins.highest) return { oddsRatio: Infinity, ...interval };
  const root = monotoneRoot((t) => tailAt(margins, a, t, 'upper', 0.5), 0.5, start);
  return { oddsRatio: Math.exp(root), ...interval };
}
