import { normalTails, normalTwoSided } from '../special/normal.js';
import type { Neighbours } from './neighbours.js';
import { presentAreas } from './present-areas.js';
import { spatialLag, weightSums, type WeightStyle } from './spatial-weights.js';

/** Weights and missing areas of a Moran statistic. */
export interface MoranOptions {
  /** Default `W`: rows that sum to 1. */
  readonly style?: WeightStyle;
  /** 1 where the value is missing: such an area leaves the neighbours, mean and n. Default: none is missing. */
  readonly missing?: ArrayLike<number>;
}

/** Test of I against one null hypothesis. NaN where the moments do not exist (fewer than 4 areas with neighbours). */
export interface MoranTest {
  readonly variance: number;
  readonly z: number;
  /** P(I at least so large): neighbours look alike. */
  readonly pGreater: number;
  readonly pTwoSided: number;
  readonly pLess: number;
}

/** Result of the global test. `i` is NaN when no value varies or no area has a neighbour. */
export interface GlobalMoran {
  /** Areas with at least one neighbour: the n of all formulas. */
  readonly used: number;
  readonly s0: number;
  readonly i: number;
  readonly expectation: number;
  /** Null: the values are dealt at random over the areas. */
  readonly randomisation: MoranTest;
  /** Null: the values are independent draws from a normal distribution. */
  readonly normality: MoranTest;
}

/**
 * Global Moran's I: do neighbouring areas look alike? I = (n/S0) Σ w_ij z_i z_j / Σ z_i², moments of Cliff & Ord (1981), as
 * spdep::moran.test. Islands count in the mean and variance of the values, not in n. Values in any unit, one per area.
 * Missing is not zero (see options). Throws RangeError when lengths differ or a present value is not finite.
 */
export function moranGlobal(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { style = 'W', missing }: MoranOptions = {},
): GlobalMoran {
  const present = presentAreas(values, neighbours, missing);
  const { used: n, s0, s1, s2 } = weightSums(present.neighbours, style);
  const z = deviations(present.values);
  let squares = 0;
  let fourths = 0;
  for (const v of z) {
    squares += v * v;
    fourths += v ** 4;
  }
  const i = moranStatistic(z, present.neighbours, style, n / s0 / squares);
  const expectation = -1 / (n - 1);
  const kurtosis = (z.length * fourths) / (squares * squares);
  const normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expectation ** 2;
  const random =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
      ((n - 1) * (n - 2) * (n - 3) * s0 * s0) -
    expectation ** 2;
  return {
    used: n,
    s0,
    i,
    expectation,
    randomisation: moranTest(i, expectation, n > 3 ? random : NaN),
    normality: moranTest(i, expectation, normal),
  };
}

/** Deviations from the mean; values that are equal up to rounding get deviations of exactly zero. */
export function deviations(values: Float64Array): Float64Array {
  let mean = 0;
  for (const v of values) mean += v;
  mean /= values.length;
  const z = values.map((v) => v - mean);
  const rounding = 4 * Number.EPSILON * Math.abs(mean);
  return z.every((v) => Math.abs(v) <= rounding) ? z.fill(0) : z;
}

/** factor × Σ_i z_i Σ_j w_ij z_j; NaN when the factor is not finite. */
export function moranStatistic(z: Float64Array, neighbours: Neighbours, style: WeightStyle, factor: number): number {
  if (!Number.isFinite(factor)) return NaN;
  const lag = spatialLag(neighbours, z, style);
  let sum = 0;
  for (let k = 0; k < z.length; k++) sum += z[k]! * lag[k]!;
  return factor * sum;
}

/** Normal test of an observed I against its expectation and variance. */
export function moranTest(i: number, expectation: number, variance: number): MoranTest {
  const z = variance > 0 ? (i - expectation) / Math.sqrt(variance) : NaN;
  const tails = normalTails(z);
  return { variance, z, pGreater: tails.upper, pTwoSided: normalTwoSided(z), pLess: tails.lower };
}
