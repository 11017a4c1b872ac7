import { choleskyFactor, choleskyInverse } from '../linear/cholesky.js';
import { orthogonalBasis, standardErrors, toCoefficients, toCovariance } from '../linear/orthogonal-basis.js';
import { linearPredictor, weightedGram } from '../linear/weighted-products.js';
import { assertCounts, logExposure, sumLogFactorials } from './count-response.js';
import type { Design } from './design.js';
import type { ScoreForm } from './linear-regression.js';
import { estimableCoefficients } from './estimability.js';
import { solvePoisson } from './poisson-maximum.js';
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

/**
 * Poisson regression of counts with log link: log E[y] = X b + log(exposure). Complete rows only (see `buildDesign`). Same
 * numbers as R's `glm(family = poisson)`. Throws RangeError when a response is not a count or an exposure is not positive.
 */
export function fitPoisson(design: Design, counts: Float64Array, exposure?: ArrayLike<number>): PoissonFit {
  assertCounts(counts);
  if (counts.length !== design.rows) throw new RangeError('response and design differ in length');
  const offset = exposure ? logExposure(exposure) : undefined;
  const basis = orthogonalBasis(design.columns, design.rows);
  const { gamma, mu, iterations, converged, lastStep } = solvePoisson(basis, counts, offset);
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
    estimable: estimableCoefficients(basis, design, lastStep),
    fitted: mu,
    rows: design.rows,
    rank,
    degreesOfFreedom: design.rows - rank,
    deviance: poissonDeviance(counts, mu),
    logLikelihood,
    aic: 2 * rank - 2 * logLikelihood,
    bic: Math.log(design.rows) * rank - 2 * logLikelihood,
    iterations,
    converged,
    scoreForm: { basis, bread, score: counts.map((y, i) => y - mu[i]!), parameters: rank },
    gamma,
    ...residualSummary(counts, mu, basis, bread, design.rows - rank),
  };
}
