import { chiSquareTails } from '../special/chi-square.js';

/** Autocorrelations at lags 1 … `lags`, about the mean, divisor n (as in R's `acf`). NaN for a series that does not vary. */
export function autocorrelations(series: Float64Array, lags: number): Float64Array {
  const n = series.length;
  const mean = series.reduce((sum, value) => sum + value, 0) / n;
  const at = (lag: number) => {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (series[t]! - mean) * (series[t - lag]! - mean);
    return sum;
  };
  const variance = at(0);
  return Float64Array.from({ length: lags }, (_, lag) => (lag + 1 < n ? at(lag + 1) / variance : Number.NaN));
}

/** Ljung & Box (1978) test that there is no autocorrelation up to `lags`. */
export function ljungBox(series: Float64Array, lags: number): { statistic: number; p: number } {
  const n = series.length;
  let sum = 0;
  autocorrelations(series, lags).forEach((r, k) => (sum += (r * r) / (n - k - 1)));
  const statistic = n * (n + 2) * sum;
  return { statistic, p: chiSquareTails(statistic, lags).upper };
}

/** Durbin–Watson statistic: near 2 without autocorrelation at lag 1, lower with positive autocorrelation. */
export function durbinWatson(residuals: Float64Array): number {
  let steps = 0;
  let squares = 0;
  residuals.forEach((e, t) => {
    if (t > 0) steps += (e - residuals[t - 1]!) ** 2;
    squares += e * e;
  });
  return steps / squares;
}
