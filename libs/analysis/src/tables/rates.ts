import { gammaQuantile } from '../special/gamma-quantile.js';
import { normalUpperQuantile } from '../special/normal-quantile.js';
import { poissonTermLog } from '../special/incomplete-gamma.js';
import { poissonTails } from '../special/poisson.js';

/** Two ends of an interval, in the unit of the value it belongs to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Exact interval for the mean of a Poisson count (Garwood 1936), by default 95 %: χ² quantiles of 2y and 2y + 2 degrees of
 * freedom, halved. It covers at least the stated share, more at low counts. `low` is 0 for a count of 0.
 */
export function exactCountInterval(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(tail, count + 1, 'upper'),
  };
}

/** Byar's approximation of the exact interval: a cube root, within 1 % of it from about 5 events. */
export function byarCountInterval(count: number, level = 0.95): Interval {
  const z = normalUpperQuantile((1 - level) / 2);
  const cube = (o: number, side: number) => o * (1 - 1 / (9 * o) + (side * z) / (3 * Math.sqrt(o))) ** 3;
  return { low: count === 0 ? 0 : cube(count, -1), high: cube(count + 1, 1) };
}

/** Wilson's (1927) interval for a proportion `count / total`; NaN when total is 0 or count is larger than total. */
export function wilsonInterval(count: number, total: number, level = 0.95): Interval {
  const z = normalUpperQuantile((1 - level) / 2);
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return {
    low: count === 0 && total > 0 ? 0 : (centre - half) / scale,
    high: count === total && total > 0 ? 1 : (centre + half) / scale,
  };
}

/**
 * Two-sided mid-P probability of a count as far from its expectation, for standardised ratios: half of the probability of the
 * count itself is left out, which makes the test less cautious than the exact one. 1 at most; NaN for a negative expectation.
 */
export function midPTwoSided(count: number, expected: number): number {
  const half = 0.5 * Math.exp(poissonTermLog(count, expected));
  const { lower, upper } = poissonTails(count, expected);
  return Math.min(1, 2 * Math.min(lower - half, upper + half));
}

/** Smoothed rates with the prior that did it. */
export interface EmpiricalBayesRates {
  readonly rates: Float64Array;
  /** Overall rate, towards which small areas are drawn. */
  readonly priorMean: number;
  /** Variance of the true rates between areas; 0 when the rates differ no more than chance, then every rate is the overall one. */
  readonly priorVariance: number;
}

/**
 * Global empirical Bayes rates per head of population (Marshall 1991): each rate is drawn to the overall one, the more so the
 * smaller the population. Areas whose count or population is NaN (missing), or whose population is 0, get NaN and do not count.
 */
export function empiricalBayesRates(counts: ArrayLike<number>, populations: ArrayLike<number>): EmpiricalBayesRates {
  const present: number[] = [];
  for (let i = 0; i < counts.length; i++) if (!Number.isNaN(counts[i]!) && populations[i]! > 0) present.push(i);
  let events = 0;
  let people = 0;
  for (const i of present) {
    events += counts[i]!;
    people += populations[i]!;
  }
  const b = events / people;
  let spread = 0;
  for (const i of present) spread += populations[i]! * (counts[i]! / populations[i]! - b) ** 2;
  const variance = Math.max(0, spread / people - b / (people / present.length));
  const rates = new Float64Array(counts.length).fill(Number.NaN);
  for (const i of present) {
    const own = counts[i]! / populations[i]!;
    rates[i] = variance === 0 ? b : b + (variance / (variance + b / populations[i]!)) * (own - b);
  }
  return { rates, priorMean: b, priorVariance: variance };
}
