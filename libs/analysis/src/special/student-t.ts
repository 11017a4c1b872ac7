import { betaQuantilePair } from './beta-quantile.js';
import { betaTails } from './incomplete-beta.js';
import { normalQuantile } from './normal-quantile.js';
import { normalTails } from './normal.js';
import { logOneMinusExp, swapTails, UNDEFINED_TAILS, type Tails } from './tails.js';

/** Both tails of Student's t distribution with df > 0 at t; df = Infinity is the normal distribution. NaN for df ≤ 0. */
export function studentTails(t: number, df: number): Tails {
  if (!(df > 0) || Number.isNaN(t)) return UNDEFINED_TAILS;
  if (df === Infinity) return normalTails(t);
  const square = t * t;
  // Whichever of the two shares is small keeps its digits; an overflowing square leaves the ratio of sizes.
  const x = square === Infinity ? df / t / t : df / (df + square);
  const y = square === Infinity ? 1 : square / (df + square);
  const { logLower } = betaTails(df / 2, 0.5, x, y);
  const logUpper = logLower - Math.LN2;
  const upper = Math.exp(logUpper);
  const tails: Tails = { lower: 1 - upper, upper, logLower: logOneMinusExp(logUpper), logUpper };
  return t >= 0 ? tails : swapTails(tails);
}

/** P(|T| > |t|): the two-sided p-value of a t statistic. */
export function studentTwoSided(t: number, df: number): number {
  return 2 * studentTails(Math.abs(t), df).upper;
}

/** Quantile of Student's t distribution: the t with P(T ≤ t) = p. ±Infinity at 0 and 1, NaN outside the domain. */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const outside = 2 * Math.min(p, 1 - p);
  const { x, y } =
    outside < 0.5 ? betaQuantilePair(outside, df / 2, 0.5) : swap(betaQuantilePair(Math.abs(2 * p - 1), 0.5, df / 2));
  const t = Math.sqrt(df) * Math.sqrt(y / x);
  return p < 0.5 ? -t : t;
}

function swap(pair: { x: number; y: number }): { x: number; y: number } {
  return { x: pair.y, y: pair.x };
}
