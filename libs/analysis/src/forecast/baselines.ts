import { normalQuantile } from '../special/normal-quantile.js';
import { studentQuantile } from '../special/student-t.js';

/** The simple forecasts that every model has to beat. */
export type BaselineName = 'naive' | 'snaive' | 'drift' | 'mean';

/** Point forecasts of horizons 1, 2, … with what their intervals are made of. */
export interface BaselineForecast {
  readonly point: Float64Array;
  /** Standard error of the forecast at each horizon; NaN when the history is too short for it. */
  readonly standardError: Float64Array;
  /** Degrees of freedom of the t distribution around the point; Infinity is the normal one. */
  readonly degreesOfFreedom: number;
}

const isPresent = (value: number) => !Number.isNaN(value);

/** Changes over `lag` steps with both ends present. */
function changes(history: ArrayLike<number>, lag: number): number[] {
  return Array.from(history, (value, i) => (i < lag ? Number.NaN : value - history[i - lag]!)).filter(isPresent);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Mean and standard deviation (n − 1). */
function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Number.NaN };
}

/** Position of the last value that is present at or before `from`, in steps of `lag`; −1 when there is none. */
function lastPresent(history: ArrayLike<number>, from: number, lag: number): number {
  let i = from;
  while (i >= 0 && Number.isNaN(history[i]!)) i -= lag;
  return Math.max(-1, i);
}

/** Naive (period 1) and seasonal naive: the last value of the same season, its error growing with the number of whole periods. */
function repeatLast(history: ArrayLike<number>, horizon: number, period: number): BaselineForecast {
  const spread = rootMeanSquare(changes(history, period));
  const point = new Float64Array(horizon);
  const standardError = new Float64Array(horizon);
  for (let k = 0; k < horizon; k++) {
    const at = lastPresent(history, history.length - period + (k % period), period);
    point[k] = at < 0 ? Number.NaN : history[at]!;
    standardError[k] = spread * Math.sqrt(Math.floor(k / period) + 1);
  }
  return { point, standardError, degreesOfFreedom: Infinity };
}

/** The last value plus the mean change per step, with the uncertainty of that change. */
function drift(history: ArrayLike<number>, horizon: number): BaselineForecast {
  const last = lastPresent(history, history.length - 1, 1);
  const steps = changes(history, 1);
  const { mean: slope, deviation } = moments(steps);
  const slopeError = deviation / Math.sqrt(steps.length);
  const point = new Float64Array(horizon);
  const standardError = new Float64Array(horizon);
  for (let k = 0; k < horizon; k++) {
    const ahead = history.length + k - last;
    point[k] = last < 0 ? Number.NaN : history[last]! + slope * ahead;
    standardError[k] = Math.sqrt(deviation ** 2 * ahead + (slopeError * ahead) ** 2);
  }
  return { point, standardError, degreesOfFreedom: Infinity };
}

function overallMean(history: ArrayLike<number>, horizon: number): BaselineForecast {
  const present = Array.from(history).filter(isPresent);
  const n = present.length;
  const { mean, deviation } = moments(present);
  return {
    point: new Float64Array(horizon).fill(mean),
    standardError: new Float64Array(horizon).fill(deviation * Math.sqrt(1 + 1 / n)),
    degreesOfFreedom: n - 1,
  };
}

/**
 * Forecasts `horizon` steps after the history, which is equally spaced with gaps as NaN. A gap is skipped, never zero: the naive
 * forecasts use the last value present (of that season), the others what is present. Points are NaN where the history holds nothing
 * to repeat. As in R's forecast package (naive, snaive, rwf with drift, meanf). Throws RangeError when the period is no whole number
 * from 1.
 */
export function baselineForecast(
  name: BaselineName,
  history: ArrayLike<number>,
  horizon: number,
  period: number,
): BaselineForecast {
  if (!(Number.isInteger(period) && period >= 1)) throw new RangeError('a period is a whole number from 1');
  if (name === 'naive') return repeatLast(history, horizon, 1);
  if (name === 'snaive') return repeatLast(history, horizon, period);
  return name === 'drift' ? drift(history, horizon) : overallMean(history, horizon);
}

/** Bounds of the central interval at that level (a fraction) for every horizon; NaN where the standard error is not defined. */
export function baselineInterval(
  { point, standardError, degreesOfFreedom }: BaselineForecast,
  level: number,
): { lower: Float64Array; upper: Float64Array } {
  const p = (1 + level) / 2;
  const reach = degreesOfFreedom === Infinity ? normalQuantile(p) : studentQuantile(p, degreesOfFreedom);
  return {
    lower: point.map((value, k) => value - reach * standardError[k]!),
    upper: point.map((value, k) => value + reach * standardError[k]!),
  };
}
