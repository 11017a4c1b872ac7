import type { NegativeBinomialLikelihood } from './negative-binomial-likelihood.js';

/** `theta.ml` of MASS stops when a Newton step on θ is smaller than this. */
const STOP = Number.EPSILON ** 0.25;

/**
 * θ and its standard error as `MASS::glm.nb` prints them at given means: Newton from the moment estimate, the error taken one step
 * before the end. Differs from the maximum in about the ninth digit of θ and the fifth of the error; for comparison only.
 */
export function thetaAsInMass(
  likelihood: NegativeBinomialLikelihood,
  y: Float64Array,
  mu: Float64Array,
): { theta: number; standardError: number } {
  const spread = y.reduce((sum, value, i) => sum + (value / mu[i]! - 1) ** 2, 0);
  let theta = y.length / spread;
  let information = Number.NaN;
  for (let step = 0; step < 200; step++) {
    theta = Math.abs(theta);
    const { first, second } = likelihood.thetaDerivatives(mu, theta);
    information = -second;
    const move = first / information;
    theta += move;
    if (Math.abs(move) <= STOP) break;
  }
  return { theta, standardError: Math.sqrt(1 / information) };
}
