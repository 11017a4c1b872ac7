/** How far point forecasts were off, over the pairs in which both values are present; NaN where there is none. */
export interface PointScores {
  /** Pairs that were compared. */
  readonly n: number;
  /** Mean of observed − forecast: positive when the forecast was too low. */
  readonly meanError: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquaredError: number;
  /** In percent; NaN when an observed value is zero. */
  readonly meanAbsolutePercentageError: number;
  /** 200 |y − f| / (|y| + |f|) on average; a pair of two zeros is without error. */
  readonly symmetricPercentageError: number;
  /** Σ |y − f| / Σ |y|, a fraction; NaN when nothing was observed. The measure for small counts with zeros. */
  readonly weightedAbsolutePercentageError: number;
}

/** Compares forecasts with what was observed. A gap is NaN in either list and leaves its pair out; lists of one length. */
export function pointScores(observed: ArrayLike<number>, forecast: ArrayLike<number>): PointScores {
  if (observed.length !== forecast.length) throw new RangeError('observed and forecast differ in length');
  let n = 0;
  let sum = 0;
  let absolute = 0;
  let squares = 0;
  let percentages = 0;
  let symmetric = 0;
  let volume = 0;
  for (let i = 0; i < observed.length; i++) {
    const y = observed[i]!;
    const f = forecast[i]!;
    if (Number.isNaN(y) || Number.isNaN(f)) continue;
    const error = y - f;
    n++;
    sum += error;
    absolute += Math.abs(error);
    squares += error * error;
    percentages += y === 0 ? Number.NaN : Math.abs(error / y);
    symmetric += error === 0 ? 0 : (2 * Math.abs(error)) / (Math.abs(y) + Math.abs(f));
    volume += Math.abs(y);
  }
  return {
    n,
    meanError: sum / n,
    meanAbsoluteError: absolute / n,
    rootMeanSquaredError: Math.sqrt(squares / n),
    meanAbsolutePercentageError: (100 * percentages) / n,
    symmetricPercentageError: (100 * symmetric) / n,
    weightedAbsolutePercentageError: volume > 0 ? absolute / volume : Number.NaN,
  };
}

/** Mean absolute and mean squared change over `lag` steps. */
export interface ErrorScale {
  readonly absolute: number;
  readonly squared: number;
}

/**
 * What errors are divided by in MASE and RMSSE (Hyndman & Koehler 2006): the error of the (seasonal) naive forecast inside the
 * TRAINING part, fixed there once. `lag` 1 is the naive scale, the period the seasonal one. Pairs with a gap (NaN) are left out;
 * NaN when no pair remains or nothing ever changed, because then no ratio is defined.
 */
export function errorScale(training: ArrayLike<number>, lag: number): ErrorScale {
  let n = 0;
  let absolute = 0;
  let squared = 0;
  for (let i = lag; i < training.length; i++) {
    const change = training[i]! - training[i - lag]!;
    if (Number.isNaN(change)) continue;
    n++;
    absolute += Math.abs(change);
    squared += change * change;
  }
  return absolute > 0
    ? { absolute: absolute / n, squared: squared / n }
    : { absolute: Number.NaN, squared: Number.NaN };
}
