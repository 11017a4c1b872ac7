import type { RandomStream } from '../random/random-stream.js';
import { logGamma } from '../special/log-gamma.js';

/**
 * A binomial count out of n (whole, from 0) with success probability p (0–1): by inversion where few successes are expected, by
 * transformed rejection (Hörmann 1993, BTRS) elsewhere, so that the time does not grow with n.
 */
export function drawBinomial(random: RandomStream, n: number, p: number): number {
  if (p > 0.5) return n - drawBinomial(random, n, 1 - p);
  if (n === 0 || !(p > 0)) return 0;
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: RandomStream, n: number, p: number): number {
  const odds = p / (1 - p);
  for (;;) {
    let probability = Math.exp(n * Math.log1p(-p));
    let left = random.nextFloat();
    for (let k = 0; k <= n; k++) {
      if (left < probability) return k;
      left -= probability;
      probability *= (odds * (n - k)) / (k + 1);
      // Past the tail that a double can tell apart: draw again.
      if (k > n * p && probability < 1e-18) break;
    }
  }
}

function byRejection(random: RandomStream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const accept = 0.92 - 4.2 / b;
  for (;;) {
    const u = random.nextFloat() - 0.5;
    const v = random.nextFloat();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= accept) return k;
    const alpha = (2.83 + 5.1 / b) * spread;
    const mode = Math.floor((n + 1) * p);
    const bound =
      logGamma(mode + 1) +
      logGamma(n - mode + 1) -
      logGamma(k + 1) -
      logGamma(n - k + 1) +
      (k - mode) * Math.log(p / (1 - p));
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

/**
 * Deals `total` over the weights (from 0, at least one positive when total > 0) at random, with probabilities weight / sum; the
 * result, written in `counts`, adds up to `total`.
 */
export function drawMultinomial(random: RandomStream, total: number, weights: Float64Array, counts: Int32Array): void {
  let last = weights.length - 1;
  while (last > 0 && !(weights[last]! > 0)) last--;
  let weight = weights.reduce((sum, w) => sum + w, 0);
  let left = total;
  counts.fill(0);
  for (let k = 0; k < last && left > 0; k++) {
    const drawn = drawBinomial(random, left, Math.min(1, weights[k]! / weight));
    counts[k] = drawn;
    left -= drawn;
    weight -= weights[k]!;
  }
  counts[last]! += left;
}
