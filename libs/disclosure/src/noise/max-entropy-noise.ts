import { bug, invalidInput } from '@datalab/domain';

export interface NoiseShape {
  /** Greatest absolute noise, an integer ≥ 1. */
  max: number;
  /** Variance of the noise for every count above 0. */
  variance: number;
  /** Targets 1…`blockedUpTo` never occur (0 = none). The platform uses 0; published tables use it. */
  blockedUpTo?: number;
}

/** The distribution of the noise for one count: `noise[i]` has probability `probability[i]`; noise ascending. */
export interface NoiseDistribution {
  noise: readonly number[];
  probability: readonly number[];
}

const TOLERANCE = 1e-13;
const MAX_STEPS = 200;

/**
 * The distribution of greatest entropy for a count: mean 0, the given variance, within ±max, and count + noise never
 * negative. It has the form p(e) ∝ exp(αe + βe²); α and β follow from Newton's method on the convex dual, with steps
 * halved until they help. A count of 0 has noise 0. Throws InvalidInput where no distribution has that variance.
 * Source: Marley & Leaver 2011, Giessing 2016 (docs/methods/disclosure.md §4).
 */
export function maxEntropyNoise(count: number, shape: NoiseShape): NoiseDistribution {
  if (count === 0) return { noise: [0], probability: [1] };
  const noise = reachableNoise(count, shape);
  assertFeasible(noise, shape.variance);
  let alpha = 0;
  let beta = 0;
  for (let step = 0; step < MAX_STEPS; step++) {
    const here = dual(noise, alpha, beta, shape.variance);
    if (Math.abs(here.mean) < TOLERANCE && Math.abs(here.excess) < TOLERANCE)
      return { noise, probability: here.probability };
    const determinant = here.varMean * here.varSquare - here.cov * here.cov;
    const dAlpha = (here.varSquare * here.mean - here.cov * here.excess) / determinant;
    const dBeta = (here.varMean * here.excess - here.cov * here.mean) / determinant;
    let size = 1;
    while (
      size > 1e-12 &&
      dual(noise, alpha - size * dAlpha, beta - size * dBeta, shape.variance).value > here.value + 1e-15
    )
      size /= 2;
    alpha -= size * dAlpha;
    beta -= size * dBeta;
  }
  throw bug('the search for the noise distribution did not settle');
}

function reachableNoise(count: number, { max, blockedUpTo = 0 }: NoiseShape): number[] {
  const noise: number[] = [];
  for (let e = Math.max(-max, -count); e <= max; e++) if (count + e <= 0 || count + e > blockedUpTo) noise.push(e);
  return noise;
}

/** With mean 0 the variance is greatest on the two ends, and least on the two values next to 0. */
function assertFeasible(noise: readonly number[], variance: number): void {
  const below = noise.filter((e) => e < 0);
  const above = noise.filter((e) => e > 0);
  const greatest = -(noise[0] ?? 0) * (noise.at(-1) ?? 0);
  const least = noise.includes(0) ? 0 : -(below.at(-1) ?? 0) * (above[0] ?? 0);
  if (!(variance > least && variance < greatest))
    throw invalidInput('disclosure.noise-infeasible', 'No noise of this size has that variance around 0.');
}

/** Value, gradient and curvature of the dual: log Σ exp(αe + βe²) − βV. */
function dual(noise: readonly number[], alpha: number, beta: number, variance: number) {
  const exponent = noise.map((e) => alpha * e + beta * e * e);
  const top = Math.max(...exponent);
  const weight = exponent.map((x) => Math.exp(x - top));
  const total = weight.reduce((sum, w) => sum + w, 0);
  const probability = weight.map((w) => w / total);
  const moment = (power: number) => probability.reduce((sum, p, i) => sum + p * noise[i]! ** power, 0);
  const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
  return {
    probability,
    value: top + Math.log(total) - beta * variance,
    mean: m1,
    excess: m2 - variance,
    varMean: m2 - m1 * m1,
    cov: m3 - m1 * m2,
    varSquare: m4 - m2 * m2,
  };
}
