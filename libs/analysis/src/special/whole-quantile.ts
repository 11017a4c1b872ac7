import { normalQuantile } from './normal-quantile.js';
import type { Tails } from './tails.js';

/** A probability that is meant to equal a step of the distribution may miss it by rounding: 64 units in the last place. */
const ROUNDING = 64 * Number.EPSILON;

/**
 * The smallest whole k ≥ 0 with P(Y ≤ k) ≥ p for a count distribution with that mean and standard deviation, by doubling and
 * bisection from the normal guess. The upper tail decides above the middle, so p near 1 stays exact. Infinity for p = 1.
 */
export function wholeQuantile(p: number, mean: number, deviation: number, tails: (k: number) => Tails): number {
  if (p === 1) return Infinity;
  const wanted = p * (1 - ROUNDING);
  const reached = (k: number) => (p < 0.9 ? tails(k).lower >= wanted : tails(k).upper <= 1 - p + ROUNDING * p);
  const guess = Math.max(0, Math.floor(mean + deviation * normalQuantile(Math.min(p, 1 - 1e-16))));
  let high = Number.isFinite(guess) ? guess : 0;
  let low = high;
  let stride = 1;
  if (reached(high)) {
    do {
      high = low;
      low = Math.max(-1, low - stride);
      stride *= 2;
    } while (low >= 0 && reached(low));
  } else {
    do {
      low = high;
      high += stride;
      stride *= 2;
    } while (!reached(high));
  }
  while (high - low > 1) {
    const middle = Math.floor(low + (high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
