import type { CountPanel } from './count-panel.js';
import { sizesFromPastErrors, unknown, type OneStepForecasts } from './one-step-forecasts.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

/** The forecasts that need no model. */
export const NAIVE_METHODS = ['last value', 'seasonal naive', 'mean of 8', 'mean of 12'] as const;
export type NaiveMethod = (typeof NAIVE_METHODS)[number];

/** Years that the seasonal naive forecast looks back for a value that is no gap. */
const YEARS_BACK = 3;
/** Pseudo-count in a mean, so that an area that was quiet does not get a certain zero. */
const HALF = 0.5;

function lastPresent(row: Float64Array, t: number): number {
  let u = t - 1;
  while (u >= 0 && isGap(row[u]!)) u--;
  return u < 0 ? Number.NaN : row[u]!;
}

function seasonal(row: Float64Array, t: number, season: number): number {
  for (let year = 1; year <= YEARS_BACK; year++) {
    const value = row[t - year * season] ?? Number.NaN;
    if (!isGap(value)) return value;
  }
  return lastPresent(row, t);
}

function meanOf(row: Float64Array, t: number, periods: number): number {
  let sum = 0;
  let n = 0;
  for (let u = Math.max(0, t - periods); u < t; u++) {
    if (isGap(row[u]!)) continue;
    sum += row[u]!;
    n++;
  }
  return n > 0 ? sum / n : lastPresent(row, t);
}

/** Point forecast of period t from the periods before it: a gap is skipped, a season without a value yet gives the last value. */
export function naivePoint(method: NaiveMethod, row: Float64Array, t: number, season: number): number {
  if (method === 'last value') return lastPresent(row, t);
  if (method === 'seasonal naive') return seasonal(row, t, season);
  return meanOf(row, t, method === 'mean of 8' ? 8 : 12);
}

/** Points of a baseline for every area and period, and for the period after the last. */
export function naivePoints(panel: CountPanel, method: NaiveMethod): Float64Array[] {
  const points = unknown(panel.areas.length, panel.periods.length + 1);
  panel.counts.forEach((row, i) => {
    for (let t = 1; t <= row.length; t++) points[i]![t] = naivePoint(method, row, t, panel.season);
  });
  return points;
}

/**
 * A baseline as a distribution: negative binomial around its point, size from its own past one-step errors. A point of zero would make
 * every count impossible: the mean is then a half over the number of values that the point was made of, or the mean of the
 * past when that is less.
 */
export function naiveForecasts(panel: CountPanel, method: NaiveMethod): OneStepForecasts {
  const values = method === 'mean of 8' ? 8 : method === 'mean of 12' ? 12 : 1;
  const points = naivePoints(panel, method);
  const mean = points.map((row, i) => {
    const lifted = Float64Array.from(row);
    let sum = 0;
    let n = 0;
    for (let t = 1; t < row.length; t++) {
      const before = panel.counts[i]![t - 1]!;
      if (!isGap(before)) {
        sum += before;
        n++;
      }
      const floor = Math.min(HALF / values, Math.max(0.01, n > 0 ? sum / n : 0));
      if (row[t]! < floor) lifted[t] = floor;
    }
    return lifted;
  });
  return { mean, size: sizesFromPastErrors(panel.counts, mean, false) };
}
