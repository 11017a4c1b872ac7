import type { CountForecast } from '../count-scores.js';
import { cumulativeOn, gridFor, gridScore, MOST_POINTS, type CountGrid } from './count-grid.js';
import type { CountPanel } from './count-panel.js';
import { allForecasts, FORECAST_METHODS, SINGLE_METHODS } from './forecast-methods.js';
import { pastScores, type PastScores } from './past-scores.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

/** First period that is scored: before it the spreads rest on too few errors. */
export const FIRST_SCORED = 12;

/** One area in one period, as forecast from the periods before it. Distributions are only valid until the visit returns. */
export interface ForecastVisit {
  readonly area: number;
  readonly t: number;
  /** What was counted: NaN for a gap and for the period after the last. */
  readonly count: number;
  readonly grid: CountGrid;
  /** By method, in the order of FORECAST_METHODS. */
  readonly cumulative: readonly Float64Array[];
  readonly mean: Float64Array;
  /** Ranked probability scores, NaN where there is nothing to score. */
  readonly scores: Float64Array;
  /** Which methods could make a forecast. */
  readonly available: readonly boolean[];
  /** The automatic choice, and the best naive method, by the past alone. */
  readonly choice: number;
  readonly bestNaive: number;
}

/** Writes the weighted sum of the distributions of the single methods into the last buffer; returns its mean. */
function mix(weights: Float64Array, visit: Pick<ForecastVisit, 'cumulative' | 'available' | 'mean' | 'grid'>): number {
  const target = visit.cumulative[SINGLE_METHODS]!.fill(0, 0, visit.grid.points);
  let whole = 0;
  for (let m = 0; m < SINGLE_METHODS; m++) if (visit.available[m]) whole += weights[m]!;
  let mean = 0;
  for (let m = 0; m < SINGLE_METHODS; m++) {
    if (!visit.available[m]) continue;
    const share = whole > 0 ? weights[m]! / whole : 1 / visit.available.filter(Boolean).length;
    mean += share * visit.mean[m]!;
    const source = visit.cumulative[m]!;
    for (let j = 0; j < visit.grid.points; j++) target[j]! += share * source[j]!;
  }
  return mean;
}

/**
 * Goes through the periods in order of time, also the one after the last, and shows every area with all forecasts of it. What is shown at
 * t was made from the periods before t; only after a period was shown do its counts become part of the past.
 */
export function walkForward(panel: CountPanel, visit: (visit: ForecastVisit, past: PastScores) => void): void {
  const forecasts = allForecasts(panel);
  const methods = FORECAST_METHODS.length;
  const past = pastScores(panel.areas.length);
  const cumulative = FORECAST_METHODS.map(() => new Float64Array(MOST_POINTS));
  const mean = new Float64Array(methods);
  for (let t = FIRST_SCORED; t <= panel.periods.length; t++) {
    const all = new Float64Array(panel.areas.length * methods).fill(Number.NaN);
    for (let area = 0; area < panel.areas.length; area++) {
      const count = panel.counts[area]![t] ?? Number.NaN;
      const each = forecasts.map(({ mean: m, size }): CountForecast => ({ mean: m[area]![t]!, size: size[area]![t]! }));
      const available = [...each.map((forecast) => !isGap(forecast.mean)), true];
      if (!available.slice(0, SINGLE_METHODS).includes(true)) continue;
      const grid = gridFor(
        each.filter((_, m) => available[m]),
        isGap(count) ? undefined : count,
      );
      each.forEach((forecast, m) => {
        mean[m] = forecast.mean;
        if (available[m]) cumulativeOn(forecast, grid, cumulative[m]!);
      });
      mean[SINGLE_METHODS] = mix(past.mixtureWeights(area), { cumulative, available, mean, grid });
      const scores = all.subarray(area * methods, (area + 1) * methods);
      if (!isGap(count))
        for (let m = 0; m < methods; m++) if (available[m]) scores[m] = gridScore(cumulative[m]!, grid, count);
      const bestNaive = past.bestNaive(area);
      visit({ area, t, count, grid, cumulative, mean, scores, available, choice: past.choice(area), bestNaive }, past);
    }
    past.learn(all);
  }
}
