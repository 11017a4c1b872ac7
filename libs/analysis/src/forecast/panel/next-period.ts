import { gridQuantile, shortestInterval } from './count-grid.js';
import type { CountPanel } from './count-panel.js';
import { FORECAST_METHODS, isNaive, type ForecastMethod } from './forecast-methods.js';
import { FIRST_SCORED, walkForward, type ForecastVisit } from './walk-forward.js';
import { INTERVAL_LEVEL } from './back-test.js';

/** What is said of one area in the period to come. */
export interface Expectation {
  readonly method: ForecastMethod;
  readonly mean: number;
  readonly median: number;
  /** Whole counts, both included, that hold at least 80 %. */
  readonly lower: number;
  readonly upper: number;
}

/** The forecast of one area for the period after the last, with the naive one beside it. */
export interface NextPeriod {
  readonly area: string;
  /** What to show: a model only where it did better than every naive method in the past. */
  readonly shown: 'naive' | 'model';
  readonly reason: 'model was better' | 'naive was not beaten' | 'too little history';
  readonly forecast: Expectation;
  /** Of the naive method that did best in the past. */
  readonly naive: Expectation;
  /** Past ranked probability score of what is shown over that of the naive one: 1 when they are the same; NaN with too little history. */
  readonly relativeScore: number;
}

function expectation({ cumulative, grid, mean }: ForecastVisit, method: number): Expectation {
  const { lower, upper } = shortestInterval(cumulative[method]!, grid, INTERVAL_LEVEL);
  return {
    method: FORECAST_METHODS[method]!,
    mean: mean[method]!,
    median: gridQuantile(cumulative[method]!, grid, 0.5),
    lower,
    upper,
  };
}

/**
 * The period after the last, for every area that has any count. A model is shown where its past scores are better than those of every
 * naive method; elsewhere the naive forecast is, and `reason` says why. Throws RangeError when the history is shorter than what
 * can be scored.
 */
export function nextPeriod(panel: CountPanel): NextPeriod[] {
  const periods = panel.periods.length;
  if (periods < FIRST_SCORED)
    throw new RangeError(`a forecast needs at least ${FIRST_SCORED} periods, there are ${periods}`);
  const result: NextPeriod[] = [];
  walkForward(panel, (visit, past) => {
    if (visit.t !== periods) return;
    const { area, choice, bestNaive } = visit;
    const relative = past.standing(area, choice) / past.standing(area, bestNaive);
    const known = Number.isFinite(past.standing(area, bestNaive));
    result.push({
      area: panel.areas[area]!,
      shown: isNaive(choice) ? 'naive' : 'model',
      reason: !known ? 'too little history' : isNaive(choice) ? 'naive was not beaten' : 'model was better',
      forecast: expectation(visit, choice),
      naive: expectation(visit, bestNaive),
      relativeScore: relative,
    });
  });
  return result;
}
