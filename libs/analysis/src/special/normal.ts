import { swapTails, type Tails } from './tails.js';

/**
 * Chebyshev coefficients of (1 + 2x) exp(x²) erfc(x) in t = (x − 3.75) / (x + 3.75), 0 ≤ x < ∞ (form of Shepherd & Laframboise
 * 1981), computed anew with 50 digits and cut at 5e-17. The first one is halved in the sum.
 */
const SCALED_ERFC = [
  2.3551578691348034, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -0.00006916973302501207, 0.00000413902798607301,
  7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8, 4.521959811218287e-9, -7.754400208831351e-10,
  -6.318088340886684e-11, 2.86879501093067e-11, 1.945586854577735e-13, -9.654696748433443e-13, 3.25254814814874e-14,
  3.3478119482868056e-14, -1.864562880419313e-15, -1.2507950530688648e-15, 7.41823525662404e-17, 5.06814890479611e-17,
];
const SQRT_TWO_PI = 2.5066282746310002;
const LOG_SQRT_TWO_PI = 0.9189385332046728;

/** exp(x²) erfc(x) for x ≥ 0: falls like 1 / (x √π), so it keeps its digits where erfc underflows. */
export function scaledErfc(x: number): number {
  const t = (x - 3.75) / (x + 3.75);
  let next = 0;
  let afterNext = 0;
  for (let k = SCALED_ERFC.length - 1; k > 0; k--) {
    const now = 2 * t * next - afterNext + SCALED_ERFC[k]!;
    afterNext = next;
    next = now;
  }
  return (t * next - afterNext + SCALED_ERFC[0]! / 2) / (1 + 2 * x);
}

/** exp(−x² / 2): the square is split, because its rounding error would be multiplied by its size. */
function expMinusHalfSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse));
}

/** Complementary error function erfc(x) = 1 − erf(x), relative error about 1e-15 for x ≥ 0 down to the smallest number. */
export function erfc(x: number): number {
  return x >= 0 ? expMinusHalfSquare(x * Math.SQRT2) * scaledErfc(x) : 2 - erfc(-x);
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return expMinusHalfSquare(z) / SQRT_TWO_PI;
}

/** Both tails of the standard normal distribution at z, relative error about 1e-15 in the smaller one (also its logarithm). */
export function normalTails(z: number): Tails {
  if (Number.isNaN(z)) return { lower: NaN, upper: NaN, logLower: NaN, logUpper: NaN };
  if (z === 0) return { lower: 0.5, upper: 0.5, logLower: -Math.LN2, logUpper: -Math.LN2 };
  const size = Math.abs(z);
  const scaled = scaledErfc(size / Math.SQRT2);
  const small = size === Infinity ? 0 : 0.5 * expMinusHalfSquare(size) * scaled;
  const logSmall = size === Infinity ? -Infinity : -0.5 * size * size + Math.log(0.5 * scaled);
  const tails: Tails = { lower: 1 - small, upper: small, logLower: Math.log1p(-small), logUpper: logSmall };
  return z >= 0 ? tails : swapTails(tails);
}

/** P(Z > z) of the standard normal distribution. */
export function normalUpper(z: number): number {
  return normalTails(z).upper;
}

/** P(|Z| > |z|): the two-sided p-value of a z statistic, without loss far out. */
export function normalTwoSided(z: number): number {
  return 2 * normalTails(Math.abs(z)).upper;
}

/** log of the density, for quantiles of logarithms. */
export function normalLogDensity(z: number): number {
  return -0.5 * z * z - LOG_SQRT_TWO_PI;
}
