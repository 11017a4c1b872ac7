import { choleskyFactor, choleskyInverse, choleskySolve } from '../linear/cholesky.js';
import {
  orthogonalBasis,
  standardErrors,
  toCoefficients,
  toCovariance,
  type OrthogonalBasis,
} from '../linear/orthogonal-basis.js';
import { linearPredictor } from '../linear/weighted-products.js';
import { assertCounts, logExposure, sumLogFactorials } from './count-response.js';
import type { Design } from './design.js';
import type { ScoreForm } from './linear-regression.js';
import { negativeBinomialLikelihood, type NegativeBinomialLikelihood } from './negative-binomial-likelihood.js';
import { estimableCoefficients } from './estimability.js';
import { solvePoisson } from './poisson-maximum.js';

/** A fitted negative-binomial regression (NB2, Var = mu + mu²/θ), log link. */
export interface NegativeBinomialFit {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** θ fixed, expected information: what MASS prints. */
  readonly standardErrors: Float64Array;
  /** Joint observed information: what Stata and statsmodels print; differs in the third digit. */
  readonly observedStandardErrors: Float64Array;
  readonly covariance: readonly Float64Array[];
  readonly estimable: readonly boolean[];
  /** Infinity when the counts vary no more than Poisson: then the fit IS the Poisson fit and the errors of θ are NaN. */
  readonly theta: number;
  readonly thetaStandardError: number;
  readonly thetaObservedStandardError: number;
  readonly fitted: Float64Array;
  readonly rows: number;
  readonly rank: number;
  readonly degreesOfFreedom: number;
  readonly logLikelihood: number;
  readonly poissonLogLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** `score` is (y − mu) / (1 + mu/θ). */
  readonly scoreForm: ScoreForm;
}

const MAX_ITERATIONS = 200;
/** Beyond this θ the likelihood is flat to the last digit and the model is Poisson. */
export const THETA_RUNS_OFF = 1e8;

interface State {
  gamma: Float64Array;
  theta: number;
  eta: Float64Array;
  mu: Float64Array;
  value: number;
}

/** A start for θ at the Poisson means: the moment estimate, improved by a few Newton steps on log θ. */
function startTheta(likelihood: NegativeBinomialLikelihood, y: Float64Array, mu: Float64Array): number {
  let excess = 0;
  let squares = 0;
  for (let i = 0; i < y.length; i++) {
    excess += (y[i]! - mu[i]!) ** 2 - y[i]!;
    squares += mu[i]! * mu[i]!;
  }
  if (!(excess > 0)) return Infinity;
  let theta = Math.min(1e6, Math.max(1e-3, squares / excess));
  for (let step = 0; step < 4; step++) {
    const { first, second } = likelihood.thetaDerivatives(mu, theta);
    const slope = theta * first;
    const curvature = slope + theta * theta * second;
    const move = curvature < 0 ? -slope / curvature : Math.sign(slope);
    theta *= Math.exp(Math.max(-1.5, Math.min(1.5, move)));
  }
  return theta;
}

/** Newton step in (γ, log θ); far from the maximum, where the joint information is indefinite, the two blocks apart. */
function newtonStep(
  likelihood: NegativeBinomialLikelihood,
  { mu, theta }: State,
): { step: Float64Array; gain: number } {
  const { gradient, information } = likelihood.jointDerivatives(mu, theta);
  const p = gradient.length - 1;
  const joint = choleskyFactor(information);
  let step: Float64Array;
  if (joint) step = choleskySolve(joint, gradient);
  else {
    const block = choleskyFactor(information.slice(0, p).map((row) => row.slice(0, p)));
    if (!block) throw new RangeError('the design has no independent columns');
    step = Float64Array.of(...choleskySolve(block, gradient.slice(0, p)), 0);
    const curvature = Math.abs(information[p]![p]!);
    step[p] = gradient[p]! / Math.max(curvature, Math.abs(gradient[p]!));
  }
  step[p] = Math.max(-2, Math.min(2, step[p]!));
  return { step, gain: step.reduce((sum, s, j) => sum + s * gradient[j]!, 0) };
}

/** Takes the step, halved until the likelihood does not fall. */
function advance(
  basis: OrthogonalBasis,
  likelihood: NegativeBinomialLikelihood,
  offset: Float64Array | undefined,
  state: State,
  step: Float64Array,
): boolean {
  const p = step.length - 1;
  const slack = 1e-11 * Math.abs(state.value) + 1e-12;
  for (let size = 1; size > 1e-10; size /= 2) {
    const gamma = state.gamma.map((g, j) => g + size * step[j]!);
    const theta = state.theta * Math.exp(size * step[p]!);
    linearPredictor(basis, gamma, offset, state.eta);
    for (let i = 0; i < state.mu.length; i++) state.mu[i] = Math.exp(state.eta[i]!);
    const value = likelihood.logLikelihood(state.eta, state.mu, theta);
    if (value >= state.value - slack) {
      Object.assign(state, { gamma, theta, value });
      return true;
    }
  }
  return false;
}

/**
 * Negative-binomial regression of counts with log link, joint maximum likelihood in the coefficients and θ (= 1/α) by Newton's
 * method from the Poisson fit. Complete rows only. Same maximum as `MASS::glm.nb`, Stata and statsmodels. Throws RangeError when
 * a response is not a count or an exposure is not positive.
 */
export function fitNegativeBinomial(
  design: Design,
  counts: Float64Array,
  exposure?: ArrayLike<number>,
): NegativeBinomialFit {
  assertCounts(counts);
  if (counts.length !== design.rows) throw new RangeError('response and design differ in length');
  const offset = exposure ? logExposure(exposure) : undefined;
  const basis = orthogonalBasis(design.columns, design.rows);
  const likelihood = negativeBinomialLikelihood(basis, counts);
  const poisson = solvePoisson(basis, counts, offset);
  const constant = -sumLogFactorials(counts);
  const eta = linearPredictor(basis, poisson.gamma, offset);
  let poissonValue = constant;
  for (let i = 0; i < counts.length; i++) poissonValue += counts[i]! * eta[i]! - poisson.mu[i]!;

  let theta = startTheta(likelihood, counts, poisson.mu);
  const state: State = { gamma: poisson.gamma, theta, eta, mu: Float64Array.from(poisson.mu), value: -Infinity };
  let { lastStep, converged, iterations } = poisson;
  if (theta < THETA_RUNS_OFF) {
    state.value = likelihood.logLikelihood(state.eta, state.mu, theta);
    converged = false;
    for (iterations = 1; iterations <= MAX_ITERATIONS && !converged && state.theta < THETA_RUNS_OFF; iterations++) {
      const { step, gain } = newtonStep(likelihood, state);
      const quiet = Math.abs(gain) < 1e-9;
      lastStep = step.slice(0, -1);
      // The last step is taken too: Newton squares the remaining error. Where it can no longer gain, the maximum is reached.
      converged = !advance(basis, likelihood, offset, state, step) || quiet;
    }
  }
  theta = state.theta < THETA_RUNS_OFF ? state.theta : Infinity;
  const { mu, gamma } = theta < Infinity ? state : poisson;

  const rank = basis.q.length;
  const information = choleskyFactor(likelihood.expectedInformation(mu, theta));
  const undefinedBread = Array.from({ length: rank }, () => new Float64Array(rank).fill(Number.NaN));
  const bread = information ? choleskyInverse(information) : undefinedBread;
  const covariance = toCovariance(basis, bread);
  const joint = theta < Infinity ? likelihood.jointDerivatives(mu, theta) : undefined;
  const observedFactor = joint && choleskyFactor(joint.information);
  const observed = observedFactor && choleskyInverse(observedFactor);
  const observedBread = observed ? observed.slice(0, rank).map((row) => row.slice(0, rank)) : undefinedBread;
  const coefficients = toCoefficients(basis, gamma);
  const { second } = theta < Infinity ? likelihood.thetaDerivatives(mu, theta) : { second: Number.NaN };
  return {
    names: design.names,
    coefficients,
    standardErrors: standardErrors(covariance),
    observedStandardErrors:
      theta < Infinity ? standardErrors(toCovariance(basis, observedBread)) : standardErrors(covariance),
    covariance,
    estimable: estimableCoefficients(basis, design, lastStep),
    theta,
    thetaStandardError: Math.sqrt(-1 / second),
    thetaObservedStandardError: observed ? theta * Math.sqrt(observed[rank]![rank]!) : Number.NaN,
    fitted: mu,
    rows: design.rows,
    rank,
    degreesOfFreedom: design.rows - rank,
    logLikelihood: theta < Infinity ? state.value + constant : poissonValue,
    poissonLogLikelihood: poissonValue,
    iterations,
    converged,
    scoreForm: { basis, bread, score: counts.map((y, i) => (y - mu[i]!) / (1 + mu[i]! / theta)), parameters: rank },
  };
}
