/**
 * Both tails of a distribution at one point, each computed directly: `1 − lower` loses the upper tail, and a logarithm survives
 * where the probability itself underflows. `lower` = P(X ≤ x), `upper` = P(X > x); logarithms are natural.
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** log(1 − e^v) for v ≤ 0 without cancellation (Mächler 2012). */
export function logOneMinusExp(v: number): number {
  return v > -Math.LN2 ? Math.log(-Math.expm1(v)) : Math.log1p(-Math.exp(v));
}

/** Tails from the logarithm of the lower one. */
export function tailsFromLogLower(logLower: number): Tails {
  const bounded = Math.min(0, logLower);
  return {
    lower: Math.exp(bounded),
    upper: -Math.expm1(bounded),
    logLower: bounded,
    logUpper: logOneMinusExp(bounded),
  };
}

/** The same tails seen from the other end. */
export function swapTails(tails: Tails): Tails {
  return { lower: tails.upper, upper: tails.lower, logLower: tails.logUpper, logUpper: tails.logLower };
}

/** All probability at or below the point. */
export const ALL_BELOW: Tails = { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity };

/** All probability above the point. */
export const ALL_ABOVE: Tails = { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };

/** What a distribution function answers when a parameter is outside its domain. */
export const UNDEFINED_TAILS: Tails = { lower: NaN, upper: NaN, logLower: NaN, logUpper: NaN };
