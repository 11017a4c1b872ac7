import { betaTails, binomialTermLog } from './incomplete-beta.js';
import { logGamma } from './log-gamma.js';
import { poissonLogProbability, poissonTails } from './poisson.js';
import { ALL_ABOVE, ALL_BELOW, UNDEFINED_TAILS, type Tails } from './tails.js';
import { wholeQuantile } from './whole-quantile.js';

const valid = (size: number, mean: number) => size > 0 && mean >= 0 && mean < Infinity;

/**
 * log P(Y = k) of a negative binomial count with that mean and size θ (variance mean + mean² / θ); θ = Infinity is Poisson.
 * −Infinity when k is no whole number from 0; NaN outside the domain.
 */
export function negativeBinomialLogProbability(k: number, size: number, mean: number): number {
  if (!valid(size, mean)) return Number.NaN;
  if (k < 0 || !Number.isInteger(k)) return -Infinity;
  if (size === Infinity) return poissonLogProbability(k, mean);
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  const share = size / (size + mean);
  if (k === 0) return size < mean ? size * Math.log(share) : size * Math.log1p(-mean / (size + mean));
  if (k < 1e-10 * size) {
    // Far towards Poisson the term below would subtract two almost equal numbers.
    return (
      k * Math.log(mean / (1 + mean / size)) -
      size * Math.log1p(mean / size) -
      logGamma(k + 1) +
      (k * (k - 1)) / (2 * size)
    );
  }
  return Math.log(size / (size + k)) + binomialTermLog(size, k + size, share, mean / (size + mean));
}

/** P(Y ≤ k) and P(Y > k) of a negative binomial count; k is rounded down. NaN outside the domain. */
export function negativeBinomialTails(k: number, size: number, mean: number): Tails {
  if (!valid(size, mean) || Number.isNaN(k)) return UNDEFINED_TAILS;
  if (k < 0) return ALL_ABOVE;
  if (mean === 0 || k === Infinity) return ALL_BELOW;
  if (size === Infinity) return poissonTails(k, mean);
  return betaTails(size, Math.floor(k) + 1, size / (size + mean), mean / (size + mean));
}

/** The smallest count with P(Y ≤ count) ≥ p. NaN outside the domain, Infinity for p = 1 and a positive mean. */
export function negativeBinomialQuantile(p: number, size: number, mean: number): number {
  if (!(p >= 0 && p <= 1) || !valid(size, mean)) return Number.NaN;
  if (mean === 0 || p === 0) return 0;
  const deviation = Math.sqrt(mean + (mean * mean) / size);
  return wholeQuantile(p, mean, deviation, (k) => negativeBinomialTails(k, size, mean));
}
