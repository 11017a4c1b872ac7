import { chiSquareTails } from '../special/chi-square.js';
import { moranTest, type MoranTest } from './moran-global.js';
import type { Neighbours } from './neighbours.js';
import { rowWeight, spatialLag, weightSums, type WeightStyle } from './spatial-weights.js';

/** A least-squares fit seen by the spatial tests: one row per area, in the order of the neighbours. */
export interface ResidualInput {
  readonly response: Float64Array;
  readonly residuals: Float64Array;
  /** Orthonormal columns that span the design (with intercept): the tests do not depend on which. */
  readonly basis: readonly Float64Array[];
}

/** A score test: statistic, chi-square under the null with `degreesOfFreedom`, upper-tail p. */
export interface ScoreTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** Moran's I of least-squares residuals with the moments that account for the fitted coefficients. */
export interface ResidualMoran extends MoranTest {
  readonly i: number;
  readonly expectation: number;
}

/**
 * Moran's I of the residuals of a linear regression; moments of Cliff & Ord (1981) for residuals, as spdep::lm.morantest:
 * E = −(n/S0) tr(Q'WQ) / (n−k). Islands count in n−k, not in n. Rows with a gap must be left out beforehand, of residuals,
 * basis and neighbours alike. Throws RangeError when lengths differ.
 */
export function moranOfResiduals(
  input: ResidualInput,
  neighbours: Neighbours,
  style: WeightStyle = 'W',
): ResidualMoran {
  const { residuals, basis } = input;
  checkLengths(input, neighbours);
  const { used, s0, s1 } = weightSums(neighbours, style);
  const rows = residuals.length;
  const free = rows - basis.length;
  const i = (used / s0) * (dot(residuals, symmetricLag(neighbours, residuals, style)) / dot(residuals, residuals));
  const lags = basis.map((column) => symmetricLag(neighbours, column, style));
  const products = basis.map((column) => lags.map((lag) => dot(column, lag)));
  const trace = products.reduce((sum, row, k) => sum + row[k]!, 0);
  const traceOfSquare = products.flat().reduce((sum, v) => sum + v * v, 0);
  const traceOfLags = lags.reduce((sum, lag) => sum + dot(lag, lag), 0);
  const expectation = (-used * trace) / (free * s0);
  const variance =
    ((used * used) / (s0 * s0 * free * (free + 2))) *
    (s1 + 2 * traceOfSquare - 4 * traceOfLags - (2 * trace * trace) / free);
  return { i, expectation, ...moranTest(i, expectation, variance) };
}

/** Which spatial model the residuals point to; robust versions test one kind while allowing for the other. */
export interface LagrangeTests {
  readonly error: ScoreTest;
  readonly lag: ScoreTest;
  readonly robustError: ScoreTest;
  readonly robustLag: ScoreTest;
  /** Both together. */
  readonly sarma: ScoreTest;
}

/**
 * Lagrange multiplier tests for a spatial error and a spatial lag in a linear regression (Anselin 1996), as spdep::lm.LMtests.
 * Conditions as `moranOfResiduals`.
 */
export function lagrangeTests(input: ResidualInput, neighbours: Neighbours, style: WeightStyle = 'W'): LagrangeTests {
  checkLengths(input, neighbours);
  const { response, residuals, basis } = input;
  const sigma2 = dot(residuals, residuals) / residuals.length;
  const fitted = response.map((y, k) => y - residuals[k]!);
  const trace = weightSums(neighbours, style).s1;
  const errorScore = dot(residuals, spatialLag(neighbours, residuals, style)) / sigma2;
  const lagScore = dot(residuals, spatialLag(neighbours, response, style)) / sigma2;
  const lagOfFitted = spatialLag(neighbours, fitted, style);
  const explained = basis.reduce((sum, column) => sum + dot(column, lagOfFitted) ** 2, 0);
  const information = (dot(lagOfFitted, lagOfFitted) - explained) / sigma2 + trace;
  const share = trace / information;
  const robustLag = (lagScore - errorScore) ** 2 / (information - trace);
  return {
    error: scoreTest(errorScore ** 2 / trace, 1),
    lag: scoreTest(lagScore ** 2 / information, 1),
    robustError: scoreTest((errorScore - share * lagScore) ** 2 / (trace * (1 - share)), 1),
    robustLag: scoreTest(robustLag, 1),
    sarma: scoreTest(robustLag + errorScore ** 2 / trace, 2),
  };
}

const scoreTest = (statistic: number, degreesOfFreedom: number): ScoreTest => ({
  statistic,
  degreesOfFreedom,
  p: chiSquareTails(statistic, degreesOfFreedom).upper,
});

function checkLengths({ response, residuals, basis }: ResidualInput, { offsets }: Neighbours): void {
  const rows = offsets.length - 1;
  if ([response, residuals, ...basis].some((column) => column.length !== rows)) {
    throw new RangeError('response, residuals, design and neighbours differ in length');
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** Lag by the symmetric part of the weights, (W + W') / 2. */
function symmetricLag(weights: Neighbours, x: Float64Array, style: WeightStyle): Float64Array {
  const lag = spatialLag(weights, x, style);
  for (let i = 0; i < lag.length; i++) lag[i]! /= 2;
  for (let i = 0; i < x.length; i++) {
    const half = (rowWeight(weights, i, style) * x[i]!) / 2;
    for (let p = weights.offsets[i]!; p < weights.offsets[i + 1]!; p++) lag[weights.neighbours[p]!]! += half;
  }
  return lag;
}
