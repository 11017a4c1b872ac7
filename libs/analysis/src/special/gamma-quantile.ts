import { gammaTails, poissonTermLog } from './incomplete-gamma.js';
import { logGammaOnePlus } from './log-gamma.js';
import { monotoneRoot } from './monotone-root.js';
import { normalQuantile } from './normal-quantile.js';

/** Wilson & Hilferty's cube, or the first term of the series where that is not positive or the shape is small. */
function startOfSearch(lower: number, shape: number): number {
  const z = normalQuantile(Math.min(Math.max(lower, 1e-300), 1 - 1e-16));
  const cube = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  const series = (Math.log(lower) + logGammaOnePlus(shape)) / shape;
  return shape > 0.5 && cube > 0.01 * shape ? Math.log(cube) : Math.min(series, Math.log(shape + 50));
}

/**
 * Quantile of the gamma distribution with that shape and scale 1: the x with lower tail p, or with upper tail p. 0 and Infinity
 * at the ends (also where x itself is below the smallest double), NaN outside [0, 1] or for a shape that is not positive.
 * Solved for log x on the logarithm of the smaller tail, so far tails keep their digits.
 */
export function gammaQuantile(p: number, shape: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(p >= 0 && p <= 1) || !(shape > 0)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Infinity;
  const useLower = p <= 0.5 === (tail === 'lower');
  const logTarget = p <= 0.5 ? Math.log(p) : Math.log1p(-p);
  const lower = tail === 'lower' ? p : 1 - p;
  const root = monotoneRoot(
    (t) => {
      const x = Math.exp(t);
      const tails = gammaTails(shape, x);
      const logDensity = poissonTermLog(shape, x) + Math.log(shape); // of log x
      return useLower
        ? { value: tails.logLower, slope: Math.exp(logDensity - tails.logLower) }
        : { value: tails.logUpper, slope: -Math.exp(logDensity - tails.logUpper) };
    },
    logTarget,
    startOfSearch(lower, shape),
  );
  return Math.exp(root);
}
