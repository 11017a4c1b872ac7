import { betaTails, binomialTermLog } from './incomplete-beta.js';
import { ALL_ABOVE, ALL_BELOW, UNDEFINED_TAILS, swapTails, type Tails } from './tails.js';
import { wholeQuantile } from './whole-quantile.js';

/** log P(Y = k) of a binomial count out of n with success probability p; −Infinity for an impossible k. */
export function binomialLogProbability(k: number, n: number, p: number): number {
  if (!(p >= 0 && p <= 1) || !(n >= 0)) return Number.NaN;
  return k < 0 || k > n || !Number.isInteger(k) ? -Infinity : binomialTermLog(k, n, p, 1 - p);
}

/** P(Y ≤ k) and P(Y > k) of a binomial count out of n; k is rounded down. NaN outside the domain. */
export function binomialTails(k: number, n: number, p: number): Tails {
  if (!(p >= 0 && p <= 1) || !(n >= 0) || Number.isNaN(k)) return UNDEFINED_TAILS;
  const whole = Math.floor(k);
  if (whole < 0) return ALL_ABOVE;
  if (whole >= n) return ALL_BELOW;
  return swapTails(betaTails(whole + 1, n - whole, p, 1 - p));
}

/** The smallest count with P(Y ≤ count) ≥ p. */
export function binomialQuantile(level: number, n: number, p: number): number {
  if (!(level >= 0 && level <= 1) || !(p >= 0 && p <= 1) || !(n >= 0)) return Number.NaN;
  if (level === 1) return p === 0 ? 0 : n;
  return Math.min(
    n,
    wholeQuantile(level, n * p, Math.sqrt(n * p * (1 - p)), (k) => binomialTails(k, n, p)),
  );
}
