import { normalUpperQuantile } from '../special/normal-quantile.js';
import { mannKendall } from './mann-kendall.js';

/** A slope that a few odd periods cannot move. */
export interface TheilSen {
  /** Median change of the value per unit of time; NaN with fewer than two different times. */
  readonly slope: number;
  /** Median of value − slope · time. */
  readonly intercept: number;
  /** Sen's (1968) interval for the slope, by default 95 %; NaN with fewer than three values. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The middle value, or the mean of the two in the middle, of ascending values. */
function medianOf(ascending: Float64Array): number {
  const half = ascending.length / 2;
  if (ascending.length === 0) return Number.NaN;
  return Number.isInteger(half) ? (ascending[half - 1]! + ascending[half]!) / 2 : ascending[Math.floor(half)]!;
}

/**
 * Theil–Sen slope of values over times: the median of the slopes of all pairs, with Sen's rank interval (variance of Kendall's S,
 * corrected for ties). A NaN value is a gap: its period is left out, the times of the others stand. Work and memory grow with n².
 */
export function theilSen(times: ArrayLike<number>, values: ArrayLike<number>, level = 0.95): TheilSen {
  if (times.length !== values.length) throw new RangeError('times and values differ in length');
  const rows = Array.from({ length: times.length }, (_, i) => i)
    .filter((i) => !Number.isNaN(values[i]!))
    .sort((i, j) => times[i]! - times[j]!);
  const slopes: number[] = [];
  rows.forEach((i, k) => {
    for (const j of rows.slice(k + 1)) {
      if (times[j] !== times[i]) slopes.push((values[j]! - values[i]!) / (times[j]! - times[i]!));
    }
  });
  const ascending = Float64Array.from(slopes).sort();
  const slope = medianOf(ascending);
  const intercept = medianOf(Float64Array.from(rows, (i) => values[i]! - slope * times[i]!).sort());
  const { variance } = mannKendall(rows.map((i) => values[i]!));
  const reach = normalUpperQuantile((1 - level) / 2) * Math.sqrt(variance);
  const at = (rank: number) => ascending[Math.min(ascending.length - 1, Math.max(0, Math.round(rank)))] ?? Number.NaN;
  const enough = rows.length >= 3;
  return {
    slope,
    intercept,
    low: enough ? at((slopes.length - reach) / 2 - 1) : Number.NaN,
    high: enough ? at((slopes.length + reach) / 2) : Number.NaN,
    n: rows.length,
  };
}
