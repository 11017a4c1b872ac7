import { choleskyFactor, choleskySolve } from '../linear/cholesky.js';
import { orthogonalBasis, type OrthogonalBasis } from '../linear/orthogonal-basis.js';
import { crossProduct, linearPredictor } from '../linear/weighted-products.js';
import { Z_95 } from '../special/normal-quantile.js';
import { logExposure } from './count-response.js';
import type { Design } from './design.js';
import { negativeBinomialLikelihood, type NegativeBinomialLikelihood } from './negative-binomial-likelihood.js';
import type { NegativeBinomialFit } from './negative-binomial-regression.js';
import { solvePoisson } from './poisson-maximum.js';
import { fitPoisson, type PoissonFit } from './poisson-regression.js';
import { poissonDeviance } from './poisson-residuals.js';

/** The best fit with one coefficient held at a value. */
interface Held {
  readonly deviance: number;
  /** Half the derivative of the deviance to that value. */
  readonly score: number;
}

/** Where the deviance, minimised over the other coefficients, lies 1.96² above its minimum, on one side of the estimate. */
function profileEnd(
  at: (value: number) => Held,
  { centre, se, deviance }: { centre: number; se: number; deviance: number },
  side: -1 | 1,
): number {
  let value = centre + side * Z_95 * se;
  let inside = centre;
  let outside = side * Infinity;
  for (let step = 0; step < 60; step++) {
    const held = at(value);
    const root = Math.sqrt(Math.max(0, held.deviance - deviance));
    if (root < Z_95) inside = value;
    else outside = value;
    let next = value - ((root - Z_95) * root) / held.score;
    const low = Math.min(inside, outside);
    const high = Math.max(inside, outside);
    if (!(next > low && next < high)) {
      next = Number.isFinite(outside) ? (inside + outside) / 2 : value + side * Math.max(se, Math.abs(value - centre));
    }
    if (Math.abs(next - value) < 1e-10 * Math.max(se, 1e-300)) return next;
    if (Math.abs(next - centre) > 1e6 * se) return side * Infinity;
    value = next;
  }
  return value;
}

const withoutColumn = (design: Design, position: number) =>
  orthogonalBasis(
    design.columns.filter((_, j) => j !== position),
    design.rows,
  );

/**
 * 95 % profile-likelihood interval of one coefficient of a Poisson regression: the values at which the deviance, minimised over
 * the other coefficients, lies 1.96² above its minimum. Better than Wald for small counts. ±Infinity where the likelihood
 * never falls that far (a group without events); NaN when the column is not in the model.
 */
export function poissonProfileInterval(
  fit: PoissonFit,
  design: Design,
  counts: Float64Array,
  exposure: ArrayLike<number> | undefined,
  position: number,
): { low: number; high: number } {
  const centre = fit.coefficients[position]!;
  if (!Number.isFinite(centre)) return { low: Number.NaN, high: Number.NaN };
  const column = design.columns[position]!;
  const basis = withoutColumn(design, position);
  const base = exposure ? logExposure(exposure) : new Float64Array(counts.length);
  const estimate = { centre, se: fit.standardErrors[position]!, deviance: fit.deviance };
  const end = (side: -1 | 1) => {
    if (!fit.estimable[position] && side < 0) return -Infinity;
    let start: Float64Array | undefined;
    const at = (value: number): Held => {
      const offset = base.map((o, i) => o + value * column[i]!);
      const { mu, gamma } = solvePoisson(basis, counts, offset, start);
      start = gamma;
      let score = 0;
      for (let i = 0; i < mu.length; i++) score += (mu[i]! - counts[i]!) * column[i]!;
      return { deviance: poissonDeviance(counts, mu), score };
    };
    return profileEnd(at, estimate, side);
  };
  return { low: end(-1), high: end(1) };
}

/**
 * The same for a negative-binomial regression, θ held at its estimate as in R's `confint` of a `glm.nb`: a little too narrow, because θ
 * is uncertain as well. The Poisson interval where θ is infinite.
 */
export function negativeBinomialProfileInterval(
  fit: NegativeBinomialFit,
  design: Design,
  counts: Float64Array,
  exposure: ArrayLike<number> | undefined,
  position: number,
): { low: number; high: number } {
  if (fit.theta === Infinity)
    return poissonProfileInterval(fitPoisson(design, counts, exposure), design, counts, exposure, position);
  const centre = fit.coefficients[position]!;
  if (!Number.isFinite(centre)) return { low: Number.NaN, high: Number.NaN };
  const column = design.columns[position]!;
  const basis = withoutColumn(design, position);
  const base = exposure ? logExposure(exposure) : new Float64Array(counts.length);
  const { theta } = fit;
  const likelihood = negativeBinomialLikelihood(basis, counts);
  const eta = fit.fitted.map((m) => Math.log(m));
  const deviance = -2 * likelihood.logLikelihood(eta, fit.fitted, theta);
  const end = (side: -1 | 1) => {
    if (!fit.estimable[position] && side < 0) return -Infinity;
    let start: Float64Array | undefined;
    const at = (value: number): Held => {
      const offset = base.map((o, i) => o + value * column[i]!);
      const held = solveWithTheta(basis, likelihood, counts, offset, theta, start);
      start = held.gamma;
      let score = 0;
      held.mu.forEach((m, i) => (score += ((m - counts[i]!) / (1 + m / theta)) * column[i]!));
      return { deviance: -2 * held.value, score };
    };
    return profileEnd(at, { centre, se: fit.standardErrors[position]!, deviance }, side);
  };
  return { low: end(-1), high: end(1) };
}

/** Maximum over the coefficients at a given θ, by scoring with halved steps. */
function solveWithTheta(
  basis: OrthogonalBasis,
  likelihood: NegativeBinomialLikelihood,
  y: Float64Array,
  offset: Float64Array,
  theta: number,
  start: Float64Array = solvePoisson(basis, y, offset).gamma,
): { gamma: Float64Array; mu: Float64Array; value: number } {
  const evaluate = (gamma: Float64Array) => {
    const eta = linearPredictor(basis, gamma, offset);
    const mu = eta.map(Math.exp);
    return { gamma, mu, value: likelihood.logLikelihood(eta, mu, theta) };
  };
  let state = evaluate(start);
  for (let iteration = 0; iteration < 100; iteration++) {
    const { mu, gamma, value } = state;
    const factor = choleskyFactor(likelihood.expectedInformation(mu, theta));
    if (!factor) return state;
    const gradient = crossProduct(
      basis,
      y.map((count, i) => (count - mu[i]!) / (1 + mu[i]! / theta)),
    );
    const step = choleskySolve(factor, gradient);
    for (let size = 1; size > 1e-10; size /= 2) {
      state = evaluate(gamma.map((g, j) => g + size * step[j]!));
      if (state.value >= value - 1e-11 * Math.abs(value)) break;
    }
    if (step.reduce((sum, s, j) => sum + s * gradient[j]!, 0) < 1e-14) return state;
  }
  return state;
}
