/** Which components a model with additive errors has: level only (ANN), with trend (AAN), with season (ANA), with both (AAA). */
export type SmoothingModel = 'ANN' | 'AAN' | 'ANA' | 'AAA';

/** Smoothing parameters; `beta` and `gamma` only where the model has a trend or a season. */
export interface SmoothingParameters {
  readonly alpha: number;
  readonly beta?: number | undefined;
  readonly gamma?: number | undefined;
}

/** Level, trend per step and one value per season, the most recent season first (as `ets` of R lists them). */
export interface SmoothingState {
  readonly level: number;
  readonly trend: number;
  readonly seasonal: readonly number[];
}

/** One pass over a series. */
export interface SmoothingPass {
  /** One-step forecasts. */
  readonly fitted: Float64Array;
  /** Series − fitted; 0 at a gap, which moves nothing. */
  readonly errors: Float64Array;
  readonly final: SmoothingState;
}

/**
 * e = y − (l + b + s); l += b + αe; b += βe; s += γe (Hyndman, Koehler, Ord & Snyder 2008). At a gap (NaN) the error is taken as
 * zero: the state moves on as expected.
 */
export function smoothingPass(
  series: ArrayLike<number>,
  { alpha, beta = 0, gamma = 0 }: SmoothingParameters,
  start: SmoothingState,
): SmoothingPass {
  const n = series.length;
  const period = start.seasonal.length;
  const fitted = new Float64Array(n);
  const errors = new Float64Array(n);
  let { level, trend } = start;
  // The oldest season is the next one to come, so in calendar order the list is reversed.
  const seasonal = Float64Array.from(start.seasonal).reverse();
  for (let t = 0; t < n; t++) {
    const at = period > 0 ? t % period : 0;
    const season = period > 0 ? seasonal[at]! : 0;
    fitted[t] = level + trend + season;
    const error = Number.isNaN(series[t]!) ? 0 : series[t]! - fitted[t]!;
    errors[t] = error;
    level += trend + alpha * error;
    trend += beta * error;
    if (period > 0) seasonal[at] = season + gamma * error;
  }
  const recent = Array.from({ length: period }, (_, k) => seasonal[(n - 1 - k + period * (k + 1)) % period]!);
  return { fitted, errors, final: { level, trend, seasonal: recent } };
}

/**
 * Point forecasts and their variance relative to that of one step, for horizons 1, 2, … An error returns in the season after one
 * period; `seasonReturnsEarly` 1 lets it return one step before, as R's `ets` does in models with a season but no trend.
 */
export function smoothingForecast(
  { level, trend, seasonal }: SmoothingState,
  { alpha, beta = 0, gamma = 0 }: SmoothingParameters,
  horizon: number,
  seasonReturnsEarly: 0 | 1 = 0,
): { point: Float64Array; relativeVariance: Float64Array } {
  const period = seasonal.length;
  const point = new Float64Array(horizon);
  const relativeVariance = new Float64Array(horizon);
  let variance = 1;
  for (let h = 1; h <= horizon; h++) {
    const season = period > 0 ? seasonal[period - 1 - ((h - 1) % period)]! : 0;
    point[h - 1] = level + h * trend + season;
    relativeVariance[h - 1] = variance;
    const weight = alpha + beta * h + (period > 0 && (h + seasonReturnsEarly) % period === 0 ? gamma : 0);
    variance += weight * weight;
  }
  return { point, relativeVariance };
}
