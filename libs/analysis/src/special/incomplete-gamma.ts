import { logGamma, logGammaOnePlus, stirlingError } from './log-gamma.js';
import { deviancePart } from './deviance-part.js';
import {
  ALL_ABOVE,
  ALL_BELOW,
  logOneMinusExp,
  swapTails,
  tailsFromLogLower,
  UNDEFINED_TAILS,
  type Tails,
} from './tails.js';

const TWO_PI = 2 * Math.PI;

/**
 * log(λ^k e^−λ / Γ(k + 1)) for real k ≥ 0, λ ≥ 0: the Poisson log probability, by Loader's (2000) saddle-point form, which
 * keeps its digits for large k and λ.
 */
export function poissonTermLog(k: number, lambda: number): number {
  if (lambda === 0) return k === 0 ? 0 : -Infinity;
  if (k === 0) return -lambda;
  if (lambda < k * 1e-290) return -lambda + k * Math.log(lambda) - logGamma(k + 1);
  return -stirlingError(k) - deviancePart(k, lambda) - 0.5 * Math.log(TWO_PI * k);
}

/** x < 1: alternating series; each tail has its own form, so that the upper one survives for a tiny shape. */
function tailsNearZero(a: number, x: number): Tails {
  let term = a;
  let sum = 0;
  for (let n = 1; n < 200; n++) {
    term *= -x / n;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) <= 1e-17 * Math.abs(sum)) break;
  }
  const logFactor = a * Math.log(x) - logGammaOnePlus(a);
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

/** Σ x^n / ((a + 1) … (a + n)): all terms positive, used where x < a. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 10_000_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}

/** Legendre's continued fraction for Γ(a, x) e^x x^−a, by the modified Lentz method, used where x ≥ a. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Both tails of the gamma distribution with shape `a` and scale 1 at x: the regularised incomplete gamma functions P(a, x) and
 * Q(a, x), relative error about 1e-13 in the smaller tail and in the logarithms, for a from 0 to about 1e12.
 * NaN for a < 0. The work grows with √a.
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a >= 0) || Number.isNaN(x)) return UNDEFINED_TAILS;
  if (x <= 0) return a === 0 && x === 0 ? ALL_BELOW : ALL_ABOVE;
  if (a === 0 || x === Infinity) return ALL_BELOW;
  if (x < 1) return tailsNearZero(a, x);
  const term = poissonTermLog(a, x);
  if (x < a) return tailsFromLogLower(term + Math.log(lowerSeries(a, x)));
  return swapTails(tailsFromLogLower(term + Math.log(a * upperFraction(a, x))));
}
