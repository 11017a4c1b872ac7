import { choleskyFactor, choleskyInverse, choleskySolve } from '../linear/cholesky.js';
import {
  orthogonalBasis,
  standardErrors,
  toCoefficients,
  toCovariance,
  type OrthogonalBasis,
} from '../linear/orthogonal-basis.js';
import { crossProduct, linearPredictor, weightedGram } from '../linear/weighted-products.js';
import { assertCounts, logExposure, sumLogFactorials } from './count-response.js';
import type { Design } from './design.js';
import type { ScoreForm } from './linear-regression.js';
import { poissonDeviance, residualSummary, type CountResiduals } from './poisson-residuals.js';

/** A fitted Poisson regression with log link. */
export interface PoissonFit extends CountResiduals {
  readonly names: readonly string[];
  /** Logarithms of rate ratios; NaN for a column that depends on earlier ones. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly covariance: readonly Float64Array[];
  /** False where the data say nothing: a dependent column, or a group without any event, whose coefficient runs off to −∞. */
  readonly estimable: readonly boolean[];
  readonly fitted: Float64Array;
  readonly rows: number;
  readonly rank: number;
  readonly degreesOfFreedom: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly scoreForm: ScoreForm;
  /** The fit in the coordinates of its basis, to start another fit from. */
  readonly gamma: Float64Array;
}

/** A coefficient that still moves by this share of itself when the likelihood stands still is running off. */
const RUNNING_OFF = 1e-5;

/** A coefficient is estimable when its column was kept and the last Newton step left it where it was. */
export function estimableCoefficients(coefficients: Float64Array, lastStep: Float64Array): boolean[] {
  return Array.from(
    coefficients,
    (b, j) => Number.isFinite(b) && !(Math.abs(lastStep[j]!) > RUNNING_OFF * Math.abs(b)),
  );
}

interface Solution {
  readonly gamma: Float64Array;
  readonly mu: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly lastStep: Float64Array;
}

const START_SHIFT = 0.1; // added to counts so that a zero has a logarithm, as in R
const MAX_ITERATIONS = 200;

/** Maximises the Poisson likelihood in the coordinates of the basis: one weighted least squares step, then Newton. */
export function solvePoisson(
  basis: OrthogonalBasis,
  y: Float64Array,
  offset: Float64Array | undefined,
  start?: Float64Array,
): Solution {
  const rows = y.length;
  const mu = new Float64Array(rows);
  const u = new Float64Array(rows);
  let gamma: Float64Array;
  if (start) gamma = Float64Array.from(start);
  else {
    for (let i = 0; i < rows; i++) {
      mu[i] = y[i]! + START_SHIFT;
      u[i] = mu[i]! * (Math.log(mu[i]!) - (offset ? offset[i]! : 0)) + y[i]! - mu[i]!;
    }
    const l = choleskyFactor(weightedGram(basis, mu));
    if (!l) throw new RangeError('the design has no independent columns');
    gamma = choleskySolve(l, crossProduct(basis, u));
  }
  const eta = new Float64Array(rows);
  linearPredictor(basis, gamma, offset, eta);
  for (let i = 0; i < rows; i++) mu[i] = Math.exp(eta[i]!);
  let deviance = poissonDeviance(y, mu);
  let lastStep: Float64Array = new Float64Array(gamma.length);
  let finishing = false;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    for (let i = 0; i < rows; i++) u[i] = y[i]! - mu[i]!;
    const l = choleskyFactor(weightedGram(basis, mu));
    if (!l) return { gamma, mu, deviance, iterations: iteration, converged: false, lastStep };
    const step = choleskySolve(l, crossProduct(basis, u));
    let size = 1;
    let next = gamma;
    let nextDeviance = Infinity;
    for (let halving = 0; halving < 40; halving++, size /= 2) {
      next = gamma.map((value, j) => value + size * step[j]!);
      linearPredictor(basis, next, offset, eta);
      for (let i = 0; i < rows; i++) mu[i] = Math.exp(eta[i]!);
      nextDeviance = poissonDeviance(y, mu);
      if (nextDeviance <= deviance + 1e-9 * (Math.abs(deviance) + 0.1)) break;
    }
    const still = Math.abs(deviance - nextDeviance) < 1e-11 * (Math.abs(nextDeviance) + 0.1);
    gamma = next;
    deviance = nextDeviance;
    lastStep = step;
    // One step beyond the first quiet one: Newton squares the remaining error.
    if (still && finishing) return { gamma, mu, deviance, iterations: iteration, converged: true, lastStep };
    finishing = still;
  }
  return { gamma, mu, deviance, iterations: MAX_ITERATIONS, converged: false, lastStep };
}

/**
 * Poisson regression of counts with log link: log E[y] = X b + log(exposure). Complete rows only (see `buildDesign`). Same
 * numbers as R's `glm(family = poisson)`. Throws RangeError when a response is not a count or an exposure is not positive.
 */
export function fitPoisson(design: Design, counts: Float64Array, exposure?: ArrayLike<number>): PoissonFit {
  assertCounts(counts);
  if (counts.length !== design.rows) throw new RangeError('response and design differ in length');
  const offset = exposure ? logExposure(exposure) : undefined;
  const basis = orthogonalBasis(design.columns);
  const { gamma, mu, deviance, iterations, converged, lastStep } = solvePoisson(basis, counts, offset);
  const factor = choleskyFactor(weightedGram(basis, mu));
  const rank = basis.q.length;
  const bread = factor ? choleskyInverse(factor) : Array.from({ length: rank }, () => new Float64Array(rank).fill(NaN));
  const covariance = toCovariance(basis, bread);
  const eta = linearPredictor(basis, gamma, offset);
  let logLikelihood = -sumLogFactorials(counts);
  for (let i = 0; i < counts.length; i++) logLikelihood += counts[i]! * eta[i]! - mu[i]!;
  const coefficients = toCoefficients(basis, gamma);
  return {
    names: design.names,
    coefficients,
    standardErrors: standardErrors(covariance),
    covariance,
    estimable: estimableCoefficients(coefficients, toCoefficients(basis, lastStep)),
    fitted: mu,
    rows: design.rows,
    rank,
    degreesOfFreedom: design.rows - rank,
    deviance,
    logLikelihood,
    aic: 2 * rank - 2 * logLikelihood,
    bic: Math.log(design.rows) * rank - 2 * logLikelihood,
    iterations,
    converged,
    scoreForm: { basis, bread, score: counts.map((y, i) => y - mu[i]!) },
    gamma,
    ...residualSummary(counts, mu, basis, bread, design.rows - rank),
  };
}
