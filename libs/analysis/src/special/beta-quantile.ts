import { betaTails, binomialTermLog } from './incomplete-beta.js';
import { monotoneRoot } from './monotone-root.js';

/** x and 1 − x from the logit t, both with all their digits. */
function logistic(t: number): { x: number; y: number } {
  const small = Math.exp(-Math.abs(t));
  const near = 1 / (1 + small);
  const far = small / (1 + small);
  return t >= 0 ? { x: near, y: far } : { x: far, y: near };
}

/** x and y = 1 − x at the quantile, for callers that need the digits near 1. */
export function betaQuantilePair(
  p: number,
  a: number,
  b: number,
  tail: 'lower' | 'upper' = 'lower',
): { x: number; y: number } {
  if (!(p >= 0 && p <= 1) || !(a > 0 && b > 0)) return { x: Number.NaN, y: Number.NaN };
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? { x: 0, y: 1 } : { x: 1, y: 0 };
  const useLower = p <= 0.5 === (tail === 'lower');
  const logTarget = p <= 0.5 ? Math.log(p) : Math.log1p(-p);
  const root = monotoneRoot(
    (t) => {
      const { x, y } = logistic(t);
      const tails = betaTails(a, b, x, y);
      const logDensity = binomialTermLog(a, a + b, x, y) + Math.log((a * b) / (a + b)); // of the logit
      return useLower
        ? { value: tails.logLower, slope: Math.exp(logDensity - tails.logLower) }
        : { value: tails.logUpper, slope: -Math.exp(logDensity - tails.logUpper) };
    },
    logTarget,
    Math.log(a / b),
  );
  return logistic(root);
}

/** Quantile of the beta distribution with shapes a, b: the x with lower (or upper) tail p. NaN outside the domain. */
export function betaQuantile(p: number, a: number, b: number, tail: 'lower' | 'upper' = 'lower'): number {
  return betaQuantilePair(p, a, b, tail).x;
}
