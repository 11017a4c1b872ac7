import { negativeBinomialQuantile, negativeBinomialTails } from '../special/negative-binomial.js';
import type { CountForecast } from './count-scores.js';

/** Whole counts from `lower` to `upper`, both included, meant to hold with probability `level`. */
export interface CountInterval {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/** The central interval: quantiles (1 − level)/2 and 1 − (1 − level)/2. `level` is a fraction, for example 0.8. */
export function centralInterval({ mean, size }: CountForecast, level: number): CountInterval {
  const outside = (1 - level) / 2;
  return {
    level,
    lower: negativeBinomialQuantile(outside, size, mean),
    upper: negativeBinomialQuantile(1 - outside, size, mean),
  };
}

/** Is the count inside, both ends counted? */
export function covers({ lower, upper }: CountInterval, y: number): boolean {
  return y >= lower && y <= upper;
}

/** The probability that the forecast itself gives to its interval: above the level, because counts are whole. */
export function probabilityInside({ mean, size }: CountForecast, { lower, upper }: CountInterval): number {
  return negativeBinomialTails(upper, size, mean).lower - negativeBinomialTails(lower - 1, size, mean).lower;
}

/** Width plus 2/(1 − level) for every unit outside (Gneiting & Raftery 2007), in counts; lower is better, NaN for a gap. */
export function intervalScore(y: number, { level, lower, upper }: CountInterval): number {
  const outside = Math.max(0, lower - y) + Math.max(0, y - upper);
  return upper - lower + (2 / (1 - level)) * outside;
}

/** Weighted interval score of the median and K central intervals (Bracher et al. 2021), in counts; NaN for a gap. */
export function weightedIntervalScore(y: number, forecast: CountForecast, levels: readonly number[]): number {
  const median = negativeBinomialQuantile(0.5, forecast.size, forecast.mean);
  const intervals = levels.reduce(
    (sum, level) => sum + ((1 - level) / 2) * intervalScore(y, centralInterval(forecast, level)),
    0,
  );
  return (Math.abs(y - median) / 2 + intervals) / (levels.length + 0.5);
}

/** Pinball loss of a quantile forecast at probability `tau`, in the unit of y; NaN for a gap. */
export function pinballLoss(y: number, quantile: number, tau: number): number {
  return (y - quantile) * (tau - (y < quantile ? 1 : 0));
}

/**
 * Non-randomised probability integral transform of counts (Czado, Gneiting & Held 2009): the mean over all forecasts of
 * F⁽ᵘ⁾ at every `u`. Calibrated forecasts give u itself. Pairs with a gap (y NaN) are left out; NaN when none remain.
 */
export function pitDistribution(
  observed: ArrayLike<number>,
  forecasts: readonly CountForecast[],
  u: readonly number[],
): number[] {
  const sums = u.map(() => 0);
  let n = 0;
  forecasts.forEach(({ mean, size }, i) => {
    const y = observed[i]!;
    const upper = negativeBinomialTails(y, size, mean).lower;
    const lower = negativeBinomialTails(y - 1, size, mean).lower;
    if (Number.isNaN(upper)) return;
    n++;
    u.forEach((at, k) => {
      const inside = upper > lower ? (at - lower) / (upper - lower) : Number(at >= upper);
      sums[k]! += Math.min(1, Math.max(0, inside));
    });
  });
  return sums.map((sum) => sum / n);
}
