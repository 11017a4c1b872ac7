import { gammaQuantile } from './gamma-quantile.js';
import { gammaTails } from './incomplete-gamma.js';
import type { Tails } from './tails.js';

/** Both tails of the chi-square distribution with df > 0 (not necessarily whole) at x. NaN for a negative df. */
export function chiSquareTails(x: number, df: number): Tails {
  return gammaTails(df / 2, x / 2);
}

/** Quantile of the chi-square distribution: lower tail p, or upper tail p when `tail` says so. NaN outside [0, 1]. */
export function chiSquareQuantile(p: number, df: number, tail: 'lower' | 'upper' = 'lower'): number {
  return 2 * gammaQuantile(p, df / 2, tail);
}
