import { normalLogDensity, normalTails } from './normal.js';

// Coefficients of algorithm AS 241 (PPND16), M. J. Wichura, Applied Statistics 37 (1988) 477–484; relative error about 1e-16.
const CENTRE_TOP = [
  2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
  1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
];
const CENTRE_BOTTOM = [
  5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
  687.1870074920579083, 42.313330701600911252, 1,
];
const MIDDLE_TOP = [
  7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
  3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const MIDDLE_BOTTOM = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
  0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
];
const FAR_TOP = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
  0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
];
const FAR_BOTTOM = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
  0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
];

function ratio(top: readonly number[], bottom: readonly number[], r: number): number {
  let above = 0;
  let below = 0;
  for (let k = 0; k < 8; k++) {
    above = above * r + top[k]!;
    below = below * r + bottom[k]!;
  }
  return above / below;
}

/** Distance from 0 at which a tail holds e^logTail, for logTail ≤ log 0.075. */
function distanceOfTail(logTail: number): number {
  const r = Math.sqrt(-logTail);
  if (r <= 5) return ratio(MIDDLE_TOP, MIDDLE_BOTTOM, r - 1.6);
  if (r <= 27) return ratio(FAR_TOP, FAR_BOTTOM, r - 5);
  // Beyond the range of a double the published fit ends: Newton on the logarithm of the tail.
  let z = Math.sqrt(-2 * logTail - Math.log(2 * Math.PI * -2 * logTail));
  for (let step = 0; step < 10; step++) {
    const { logUpper } = normalTails(z);
    const change = (logUpper - logTail) / Math.exp(normalLogDensity(z) - logUpper);
    z += change;
    if (Math.abs(change) < 1e-15 * z) break;
  }
  return z;
}

/**
 * Quantile of the standard normal distribution: the z with P(Z ≤ z) = p. ±Infinity at 0 and 1, NaN outside [0, 1].
 * For a small upper tail do not pass 1 − p, use `normalUpperQuantile`.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE_TOP, CENTRE_BOTTOM, 0.180625 - q * q);
  return q < 0 ? -distanceOfTail(Math.log(p)) : distanceOfTail(Math.log1p(-p));
}

/** The z with P(Z > z) = p. */
export function normalUpperQuantile(p: number): number {
  return -normalQuantile(p);
}

/** The z with log P(Z ≤ z) = logP, also where P itself is below the smallest double. */
export function normalLogQuantile(logP: number): number {
  if (!(logP <= 0)) return Number.NaN;
  if (logP === -Infinity) return -Infinity;
  return logP < -3 ? -distanceOfTail(logP) : -normalQuantile(-Math.expm1(logP));
}

/** The z that leaves 2.5 % above it: half the width of a 95 % interval in standard errors. */
export const Z_95 = 1.959963984540054;
