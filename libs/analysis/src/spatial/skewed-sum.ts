import { gammaTails } from '../special/incomplete-gamma.js';
import { normalTwoSided } from '../special/normal.js';

/** Under this skewness the gamma distribution cannot be told from the normal one. */
const NO_SKEWNESS = 1e-4;

/** Second and third central moment of the value of each area when nothing but chance is at work. */
export interface ChanceMoments {
  readonly variance: Float64Array;
  readonly third: Float64Array;
}

/**
 * Chance moments of counts per exposure (people, or 1 each for plain counts) when every area has the same rate: the count is Poisson, so both
 * moments of the count are its mean. Missing areas take no part in the rate. Exposure must be above 0.
 */
export function poissonMoments(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  missing: ArrayLike<number>,
): ChanceMoments {
  let [events, people] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (missing[i] !== 0) continue;
    events += counts[i]!;
    people += exposure[i]!;
  }
  const rate = events / people;
  return {
    variance: Float64Array.from(exposure, (each) => rate / each),
    third: Float64Array.from(exposure, (each) => rate / each ** 2),
  };
}

/**
 * Two-sided p (twice the smaller tail) of a standardised statistic with that skewness, by the gamma distribution of the same three moments
 * (Pearson type III). With skewness 0 or unknown: the normal distribution.
 */
export function skewedTwoSided(z: number, skew: number): number {
  if (!(Math.abs(skew) > NO_SKEWNESS) || Number.isNaN(z)) return normalTwoSided(z);
  const shape = 4 / (skew * skew);
  const { lower, upper } = gammaTails(shape, shape + (2 * z) / skew);
  return Math.min(1, 2 * Math.min(lower, upper));
}
