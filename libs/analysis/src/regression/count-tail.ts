import { logGammaRatio } from '../special/log-gamma.js';
import { digamma, trigamma } from '../special/polygamma.js';

/** Σ over the rows of log Γ(y + θ) − log Γ(θ) − y log θ, and of its first and second derivative to θ without the y log θ. */
export interface GammaSums {
  logRatio: number;
  first: number;
  second: number;
}

/** Up to this count the sums run over k < y (a few additions each), beyond it over the distinct counts. */
const LONGEST_RUN = 20_000;

/**
 * Prepares the sums that a negative-binomial likelihood needs of Γ(y + θ) / Γ(θ). They depend on the counts only, so the rows
 * are first reduced to how many exceed each k (or to distinct counts); an evaluation then costs nothing per row.
 */
export function gammaSums(counts: Float64Array): (theta: number) => GammaSums {
  const largest = counts.reduce((max, y) => Math.max(max, y), 0);
  if (largest > LONGEST_RUN) return sumsOverDistinct(counts);
  const above = new Float64Array(largest); // above[k] = number of rows with y > k
  for (const y of counts) if (y > 0) above[y - 1]! += 1;
  for (let k = largest - 2; k >= 0; k--) above[k]! += above[k + 1]!;
  return (theta) => {
    const sums = { logRatio: 0, first: 0, second: 0 };
    for (let k = 0; k < largest; k++) {
      const share = 1 / (theta + k);
      sums.logRatio += above[k]! * Math.log1p(k / theta);
      sums.first += above[k]! * share;
      sums.second -= above[k]! * share * share;
    }
    return sums;
  };
}

function sumsOverDistinct(counts: Float64Array): (theta: number) => GammaSums {
  const repeats = new Map<number, number>();
  for (const y of counts) if (y > 0) repeats.set(y, (repeats.get(y) ?? 0) + 1);
  return (theta) => {
    const sums = { logRatio: 0, first: 0, second: 0 };
    for (const [y, times] of repeats) {
      sums.logRatio += times * (logGammaRatio(theta, y) - y * Math.log(theta));
      sums.first += times * (digamma(y + theta) - digamma(theta));
      sums.second += times * (trigamma(y + theta) - trigamma(theta));
    }
    return sums;
  };
}
