import { deviancePart } from './deviance-part.js';
import { logGammaOnePlus, logGammaRatio, stirlingError } from './log-gamma.js';
import {
  ALL_ABOVE,
  ALL_BELOW,
  logOneMinusExp,
  swapTails,
  tailsFromLogLower,
  UNDEFINED_TAILS,
  type Tails,
} from './tails.js';

/**
 * log(Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) p^k q^(n − k)) for real 0 ≤ k ≤ n and q = 1 − p: the binomial log probability, by
 * Loader's (2000) saddle-point form. p and q are both passed because one of them would lose its digits.
 */
export function binomialTermLog(k: number, n: number, p: number, q: number): number {
  if (p === 0) return k === 0 ? 0 : -Infinity;
  if (q === 0) return k === n ? 0 : -Infinity;
  if (k === 0) return n === 0 ? 0 : p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (k === n) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  const rest = n - k;
  const centre = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const spread = Math.log(2 * Math.PI) + Math.log(k) + Math.log(rest) - Math.log(n);
  return centre - deviancePart(k, n * p) - deviancePart(rest, n * q) - 0.5 * spread;
}

/** a ≤ 1 and x not near 1: power series; the upper tail has its own form, so that it survives for a tiny a. */
function tailsOfSmallShape(a: number, b: number, x: number): Tails {
  let term = a;
  let sum = 0;
  for (let n = 1; n < 100_000; n++) {
    term *= ((n - b) * x) / n;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) <= 1e-17 * Math.abs(sum)) break;
  }
  const logFactor = a * Math.log(x) - logGammaOnePlus(a) + logGammaRatio(b, a);
  const logLower = Math.log1p(sum) + logFactor;
  const factorMinusOne = Math.expm1(logFactor);
  const upper = -(sum + factorMinusOne + sum * factorMinusOne);
  return {
    lower: Math.exp(logLower),
    upper,
    logLower,
    logUpper: upper < 0.5 ? Math.log(upper) : logOneMinusExp(logLower),
  };
}

/** Continued fraction of DiDonato & Morris (1992), formula 9, by the modified Lentz method. */
function lowerFraction(a: number, b: number, x: number, y: number): number {
  const lambda = a * y - b * x;
  let value = (a * (lambda + 1)) / (a + 1);
  let c = value;
  let d = 0;
  for (let n = 1; n < 10_000_000; n++) {
    const span = a + 2 * n - 1;
    const shared = n * (b - n) * x;
    const numerator = ((a + n - 1) / span) * ((a + b + n - 1) / span) * shared * x;
    const denominator = n + shared / span + ((a + n) / (span + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/** Where x is below the mean: the lower tail is the one to compute. */
function tailsBelowMean(a: number, b: number, x: number, y: number): Tails {
  if (a <= 1) return tailsOfSmallShape(a, b, x);
  const log = binomialTermLog(a, a + b, x, y) + Math.log((a * b) / (a + b)) - Math.log(lowerFraction(a, b, x, y));
  return tailsFromLogLower(log);
}

/**
 * Both tails of the beta distribution with shapes a, b > 0 at x, where y = 1 − x is passed too (near 1 it cannot be recovered
 * from x). Relative error about 1e-13 in the smaller tail and in the logarithms. NaN when a shape is not positive.
 */
export function betaTails(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return UNDEFINED_TAILS;
  if (x <= 0) return ALL_ABOVE;
  if (y <= 0) return ALL_BELOW;
  if (x > (a + 1) / (a + b + 2)) return swapTails(tailsBelowMean(b, a, y, x));
  return tailsBelowMean(a, b, x, y);
}
