import { loessAt, loessSmooth, type LoessOptions } from './loess.js';
import { twiceMedianAsInStl } from './partial-median.js';

/** Settings of a decomposition; what is left out follows R's `stl`. */
export interface StlOptions {
  /** Steps per season, from 2. */
  readonly period: number;
  /** Neighbours of the seasonal loess, odd, or one fixed pattern for the whole series. */
  readonly seasonalWindow: number | 'periodic';
  /** Outliers weigh less (15 outer rounds). */
  readonly robust: boolean;
  /** Loess at every point (`every`, the default), or every tenth of the window with lines in between, as R does (`tenth`). */
  readonly jumps?: 'every' | 'tenth';
}

/** series = seasonal + trend + remainder. */
export interface StlDecomposition {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  /** Robustness weights of the last round, all 1 when not robust. */
  readonly weights: Float64Array;
  readonly seasonalLoess: LoessOptions;
  readonly trendLoess: LoessOptions;
  readonly lowPassLoess: LoessOptions;
  readonly inner: number;
  readonly outer: number;
}

const nextOdd = (x: number) => 2 * Math.floor(Math.round(x) / 2) + 1;

function movingAverage(x: Float64Array, window: number): Float64Array {
  const out = new Float64Array(x.length - window + 1);
  let sum = 0;
  for (let i = 0; i < window; i++) sum += x[i]!;
  out[0] = sum / window;
  for (let i = 1; i < out.length; i++) {
    sum += x[i + window - 1]! - x[i - 1]!;
    out[i] = sum / window;
  }
  return out;
}

/** Smooths every phase of the season on its own and extends it by one season at both ends. */
function smoothPhases(
  y: Float64Array,
  period: number,
  options: LoessOptions,
  weights: Float64Array | undefined,
): Float64Array {
  const out = new Float64Array(y.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const ofPhase = (values: Float64Array) => values.filter((_, i) => i % period === phase);
    const values = ofPhase(y);
    const weight = weights && ofPhase(weights);
    const k = values.length;
    const smooth = loessSmooth(values, options, weight);
    const before = loessAt(values, 0, options, 1, Math.min(options.window, k), weight) ?? smooth[0]!;
    const after = loessAt(values, k + 1, options, Math.max(1, k - options.window + 1), k, weight) ?? smooth[k - 1]!;
    [before, ...smooth, after].forEach((value, m) => (out[m * period + phase] = value));
  }
  return out;
}

/** Bisquare weights of the residuals, zero beyond six times their median. */
function robustnessWeights(residuals: Float64Array): Float64Array {
  const limit = 3 * twiceMedianAsInStl(residuals.map(Math.abs));
  return residuals.map((residual) => {
    const r = Math.abs(residual);
    if (r <= 0.001 * limit) return 1;
    return r <= 0.999 * limit ? (1 - (r / limit) ** 2) ** 2 : 0;
  });
}

function phaseMeans(seasonal: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  seasonal.forEach((value, i) => {
    sums[i % period]! += value;
    counts[i % period]! += 1;
  });
  return seasonal.map((_, i) => sums[i % period]! / counts[i % period]!);
}

/**
 * Splits a series into season, trend and remainder by loess (STL; Cleveland et al. 1990, as the Fortran of R). Season of degree 0,
 * trend and low-pass of degree 1. Throws RangeError when the period is no whole number from 2, when the series has no more than two
 * periods, or at a gap: the method has no way with missing values, so shorten the series or say what fills them.
 */
export function stl(series: Float64Array, options: StlOptions): StlDecomposition {
  const { period, robust } = options;
  const n = series.length;
  if (!(Number.isInteger(period) && period >= 2)) throw new RangeError('a season has a whole number of steps from 2');
  if (n <= 2 * period) throw new RangeError('a decomposition needs more than two periods');
  if (!series.every(Number.isFinite)) throw new RangeError('a decomposition needs a series without gaps');
  const periodic = options.seasonalWindow === 'periodic';
  const seasonWindow = options.seasonalWindow === 'periodic' ? 10 * n + 1 : options.seasonalWindow;
  const jump = (window: number) => (options.jumps === 'tenth' ? Math.ceil(window / 10) : 1);
  const loess = (window: number, degree: 0 | 1): LoessOptions => ({ window, degree, jump: jump(window) });
  const seasonalLoess = loess(seasonWindow, 0);
  const trendLoess = loess(nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonWindow))), 1);
  const lowPassLoess = loess(nextOdd(period), 1);
  const [inner, outer] = robust ? [1, 15] : [2, 0];

  let seasonal = new Float64Array(n);
  let trend = new Float64Array(n);
  let weights: Float64Array | undefined;
  for (let round = 0; round <= outer; round++) {
    for (let pass = 0; pass < inner; pass++) {
      const detrended = series.map((y, i) => y - trend[i]!);
      const phases = smoothPhases(detrended, period, oddWindow(seasonalLoess), weights);
      const low = movingAverage(movingAverage(movingAverage(phases, period), period), 3);
      const level = loessSmooth(low, oddWindow(lowPassLoess));
      seasonal = level.map((value, i) => phases[i + period]! - value);
      const adjusted = series.map((y, i) => y - seasonal[i]!);
      trend = loessSmooth(adjusted, oddWindow(trendLoess), weights) as Float64Array<ArrayBuffer>;
    }
    if (round < outer) weights = robustnessWeights(series.map((y, i) => y - seasonal[i]! - trend[i]!));
  }
  if (periodic) seasonal = phaseMeans(seasonal, period) as Float64Array<ArrayBuffer>;
  return {
    seasonal,
    trend,
    remainder: series.map((y, i) => y - seasonal[i]! - trend[i]!),
    weights: weights ?? new Float64Array(n).fill(1),
    seasonalLoess,
    trendLoess,
    lowPassLoess,
    inner: inner!,
    outer: outer!,
  };
}

/** The smoother itself works with odd windows from 3, whatever was asked. */
function oddWindow(options: LoessOptions): LoessOptions {
  const window = Math.max(3, options.window);
  return { ...options, window: window % 2 === 0 ? window + 1 : window };
}

/** Sample variance. */
function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/**
 * How strong a component is: 1 − var(remainder) / var(component + remainder), at least 0 (Wang, Smith & Hyndman 2006).
 * NaN when neither varies.
 */
export function componentStrength(component: Float64Array, remainder: Float64Array): number {
  const together = variance(component.map((value, i) => value + remainder[i]!));
  return together > 0 ? Math.max(0, 1 - variance(remainder) / together) : Number.NaN;
}
