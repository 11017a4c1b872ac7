import { gammaTails, poissonTermLog } from './incomplete-gamma.js';
import { ALL_ABOVE, swapTails, UNDEFINED_TAILS, type Tails } from './tails.js';
import { wholeQuantile } from './whole-quantile.js';

/** log P(Y = k) for a Poisson count with that mean; −Infinity when k is no whole number from 0, NaN for a negative mean. */
export function poissonLogProbability(k: number, mean: number): number {
  if (!(mean >= 0)) return Number.NaN;
  return k < 0 || !Number.isInteger(k) ? -Infinity : poissonTermLog(k, mean);
}

/** P(Y ≤ k) and P(Y > k) of a Poisson count; k is rounded down. NaN for a negative mean. */
export function poissonTails(k: number, mean: number): Tails {
  if (!(mean >= 0) || Number.isNaN(k)) return UNDEFINED_TAILS;
  return k < 0 ? ALL_ABOVE : swapTails(gammaTails(Math.floor(k) + 1, mean));
}

/** The smallest count with P(Y ≤ count) ≥ p. NaN outside the domain, Infinity for p = 1 and a positive mean. */
export function poissonQuantile(p: number, mean: number): number {
  if (!(p >= 0 && p <= 1) || !(mean >= 0)) return Number.NaN;
  if (mean === 0 || p === 0) return 0;
  return wholeQuantile(p, mean, Math.sqrt(mean), (k) => poissonTails(k, mean));
}
