import { choleskyFactor, choleskySolve } from '../linear/cholesky.js';
import { simplexMinimum } from './simplex-minimum.js';
import {
  smoothingPass,
  type SmoothingModel,
  type SmoothingParameters,
  type SmoothingState,
} from './smoothing-recursion.js';

/** A fitted exponential smoothing model with additive errors. */
export interface ExponentialSmoothing {
  readonly model: SmoothingModel;
  readonly parameters: SmoothingParameters;
  readonly initial: SmoothingState;
  readonly final: SmoothingState;
  readonly fitted: Float64Array;
  readonly sumOfSquares: number;
  /** Values that are present. */
  readonly n: number;
  /** Smoothing parameters and free initial states, without the variance. */
  readonly freeParameters: number;
  /** Gaussian, −n/2 (log(2π SSE/n) + 1). */
  readonly logLikelihood: number;
}

const NARROWEST = 1e-4;
const WIDEST = 0.9999;
/** A zero column stands for a state that the series says nothing about: the ridge keeps it at zero. */
const RIDGE = 1e-12;

/** The state with zeros, or with a one at free position j; the seasonal values add up to zero, so that the oldest one is not free. */
function stateOf(x: ArrayLike<number>, hasTrend: boolean, period: number): SmoothingState {
  const first = hasTrend ? 2 : 1;
  const free = Array.from({ length: Math.max(0, period - 1) }, (_, k) => x[first + k]!);
  const seasonal = period > 0 ? [...free, -free.reduce((sum, value) => sum + value, 0)] : [];
  return { level: x[0]!, trend: hasTrend ? x[1]! : 0, seasonal };
}

/**
 * The initial state with the least squares of errors: for given smoothing parameters the errors are linear in it, so no search is
 * needed and the optimum in all other parameters is exact.
 */
function bestStart(
  series: Float64Array,
  parameters: SmoothingParameters,
  hasTrend: boolean,
  period: number,
): { initial: SmoothingState; sumOfSquares: number } {
  const p = 1 + Number(hasTrend) + Math.max(0, period - 1);
  const nothing = series.map((y) => (Number.isNaN(y) ? y : 0));
  const unit = (j: number) => Float64Array.from({ length: p }, (_, i) => Number(i === j));
  const base = smoothingPass(series, parameters, stateOf(new Float64Array(p), hasTrend, period)).errors;
  const effects = Array.from(
    { length: p },
    (_, j) => smoothingPass(nothing, parameters, stateOf(unit(j), hasTrend, period)).errors,
  );
  const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const gram = effects.map((a, i) =>
    Float64Array.from(effects, (b, j) => inner(a, b) * (i === j ? 1 + RIDGE : 1) + (i === j ? RIDGE : 0)),
  );
  const factor = choleskyFactor(gram);
  const x = factor
    ? choleskySolve(
        factor,
        Float64Array.from(effects, (a) => -inner(a, base)),
      )
    : new Float64Array(p).fill(Number.NaN);
  const initial = stateOf(x, hasTrend, period);
  const { errors } = smoothingPass(series, parameters, initial);
  return { initial, sumOfSquares: inner(errors, errors) };
}

/** 0 < α < 1, 0 < β < α, 0 < γ < 1 − α: the usual region, in which old values count less and less. */
function withinRegion({ alpha, beta, gamma }: SmoothingParameters): boolean {
  const between = (value: number | undefined, high: number) =>
    value === undefined || (value >= NARROWEST && value <= high);
  return between(alpha, WIDEST) && between(beta, alpha) && between(gamma, 1 - alpha);
}

/**
 * Fits an exponential smoothing model by maximum likelihood over smoothing parameters in the usual region and all initial states.
 * Gaps are NaN and count for nothing. Throws RangeError when the period of a seasonal model is no whole number from 2 or when
 * fewer values are present than parameters plus two: then there is nothing to fit on.
 */
export function fitExponentialSmoothing(
  model: SmoothingModel,
  series: Float64Array,
  period: number,
): ExponentialSmoothing {
  const hasTrend = model[1] === 'A';
  const hasSeason = model[2] === 'A';
  if (hasSeason && !(Number.isInteger(period) && period >= 2)) {
    throw new RangeError('a season has a whole number of steps from 2');
  }
  const seasons = hasSeason ? period : 0;
  const freeParameters = 2 + 2 * Number(hasTrend) + (hasSeason ? period : 0);
  const n = series.filter((y) => !Number.isNaN(y)).length;
  if (n < freeParameters + 2) throw new RangeError(`${model} needs at least ${freeParameters + 2} values`);

  const named = (x: ArrayLike<number>): SmoothingParameters => ({
    alpha: x[0]!,
    beta: hasTrend ? x[1]! : undefined,
    gamma: hasSeason ? x[hasTrend ? 2 : 1]! : undefined,
  });
  const lossAt = (x: Float64Array) => {
    const parameters = named(x);
    return withinRegion(parameters) ? bestStart(series, parameters, hasTrend, seasons).sumOfSquares : Infinity;
  };
  const starts = [0.05, 0.3, 0.8].map((alpha) =>
    Float64Array.of(alpha, ...(hasTrend ? [alpha / 10] : []), ...(hasSeason ? [(1 - alpha) / 5] : [])),
  );
  const found = starts
    .map((start) => simplexMinimum(lossAt, start, 0.02))
    .reduce((best, next) => (next.value < best.value ? next : best));
  const parameters = named(found.at);
  const { initial } = bestStart(series, parameters, hasTrend, seasons);
  const { fitted, errors, final } = smoothingPass(series, parameters, initial);
  const sumOfSquares = errors.reduce((sum, error) => sum + error * error, 0);
  const logLikelihood = (-n / 2) * (Math.log((2 * Math.PI * sumOfSquares) / n) + 1);
  return { model, parameters, initial, final, fitted, sumOfSquares, n, freeParameters, logLikelihood };
}
