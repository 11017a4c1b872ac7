import { normalLogDensity, normalTails } from './normal.js';

// Coefficients of algorithm AS 241 (PPND16), M. J. Wichura, Applied Statistics 37 (1988) 477–484; relative error about 1e-16.
const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const MIDDLE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
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
