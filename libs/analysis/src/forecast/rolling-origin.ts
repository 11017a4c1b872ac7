import { errorScale } from './point-scores.js';

/** Errors (observed − forecast) by horizon, one row per origin; NaN where the observed value is a gap. */
export interface RollingErrors {
  /** Number of values in the history of each row. */
  readonly origins: readonly number[];
  readonly errors: readonly Float64Array[];
}

/** Rolling-origin errors, pooled; NaN where nothing could be compared. */
export interface RollingSummary {
  readonly meanAbsoluteErrorByHorizon: Float64Array;
  readonly rootMeanSquaredErrorByHorizon: Float64Array;
  readonly meanAbsoluteError: number;
  /** Mean |error| over the seasonal scale that each origin would have had: moves when the scale moves, not when the forecast does. */
  readonly rescaledAtEachOrigin: number;
}

/**
 * Forecasts from every origin `first` … n − horizon, with an expanding window: `forecast` sees the history alone and answers with
 * `horizon` points. Nothing after the origin can leak into it.
 */
export function rollingErrors(
  series: Float64Array,
  first: number,
  horizon: number,
  forecast: (history: Float64Array) => ArrayLike<number>,
): RollingErrors {
  const origins = Array.from({ length: Math.max(0, series.length - horizon - first + 1) }, (_, k) => first + k);
  const errors = origins.map((origin) => {
    const point = forecast(series.slice(0, origin));
    return Float64Array.from({ length: horizon }, (_, k) => series[origin + k]! - point[k]!);
  });
  return { origins, errors };
}

/** Sums rolling errors up; gaps are left out of every mean. `period` is that of the seasonal scale. */
export function summariseRolling(
  series: Float64Array,
  { origins, errors }: RollingErrors,
  period: number,
): RollingSummary {
  const horizon = errors[0]?.length ?? 0;
  const counts = new Float64Array(horizon);
  const absolute = new Float64Array(horizon);
  const squares = new Float64Array(horizon);
  let scaled = 0;
  let compared = 0;
  errors.forEach((row, i) => {
    const scale = errorScale(series.subarray(0, origins[i]), period).absolute;
    row.forEach((error, k) => {
      if (Number.isNaN(error)) return;
      counts[k]! += 1;
      absolute[k]! += Math.abs(error);
      squares[k]! += error * error;
      scaled += Math.abs(error) / scale;
      compared++;
    });
  });
  return {
    meanAbsoluteErrorByHorizon: absolute.map((sum, k) => sum / counts[k]!),
    rootMeanSquaredErrorByHorizon: squares.map((sum, k) => Math.sqrt(sum / counts[k]!)),
    meanAbsoluteError: absolute.reduce((sum, value) => sum + value, 0) / compared,
    rescaledAtEachOrigin: scaled / compared,
  };
}
