import { randomStream } from '../random/random-stream.js';
import { shuffle } from '../random/shuffle.js';
import { deviations, moranStatistic, type MoranOptions } from './moran-global.js';
import type { Neighbours } from './neighbours.js';
import { presentAreas } from './present-areas.js';
import { weightSums } from './spatial-weights.js';

/** Which permutations to draw. Chunks `first..end` of any size, put in order, equal one run over all of them. */
export interface PermutationOptions extends MoranOptions {
  readonly seed: number;
  /** Index of the first permutation of this chunk, default 0. */
  readonly first?: number;
  /** One past the last permutation of this chunk. */
  readonly end: number;
}

/**
 * Moran's I of values dealt at random over the areas that have a value: one number per permutation first..end−1, each with
 * its own random stream (seed, index). Missing-value policy and errors as `moranGlobal`; NaN where I is not defined.
 */
export function moranPermutations(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { style = 'W', missing, seed, first = 0, end }: PermutationOptions,
): Float64Array {
  const present = presentAreas(values, neighbours, missing);
  const z = deviations(present.values);
  const { used, s0 } = weightSums(present.neighbours, style);
  const factor = used / s0 / z.reduce((sum, v) => sum + v * v, 0);
  const dealt = new Float64Array(z.length);
  return Float64Array.from({ length: Math.max(0, end - first) }, (_, k) => {
    dealt.set(z);
    shuffle(dealt, randomStream(seed, first + k));
    return moranStatistic(dealt, present.neighbours, style, factor);
  });
}

/** What permutations say about an observed statistic. */
export interface PermutationTest {
  readonly permutations: number;
  /** (1 + number at least as large as observed) / (permutations + 1): never zero. NaN when the observed one is not defined. */
  readonly pGreater: number;
  readonly pLess: number;
  /** Twice the smaller of the two, at most 1. */
  readonly pTwoSided: number;
  readonly mean: number;
  /** Standard deviation with divisor permutations − 1. */
  readonly standardDeviation: number;
}

/** Compares an observed statistic with its permutations; equal up to rounding (1e-12 relative) counts as at least as large. */
export function permutationTest(observed: number, simulated: Float64Array): PermutationTest {
  const r = simulated.length;
  const tolerance = 1e-12 * Math.max(1, Math.abs(observed));
  let [greater, less, sum] = [0, 0, 0];
  for (const value of simulated) {
    if (value >= observed - tolerance) greater++;
    if (value <= observed + tolerance) less++;
    sum += value;
  }
  const mean = sum / r;
  const squares = simulated.reduce((total, value) => total + (value - mean) ** 2, 0);
  const p = (count: number): number => (Number.isNaN(observed) ? NaN : (1 + count) / (r + 1));
  return {
    permutations: r,
    pGreater: p(greater),
    pLess: p(less),
    pTwoSided: Math.min(1, 2 * p(Math.min(greater, less))),
    mean,
    standardDeviation: Math.sqrt(squares / (r - 1)),
  };
}
