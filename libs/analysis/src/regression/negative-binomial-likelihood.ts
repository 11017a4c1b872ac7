import type { OrthogonalBasis } from '../linear/orthogonal-basis.js';
import { crossProduct, weightedGram } from '../linear/weighted-products.js';
import { gammaSums } from './count-tail.js';

/** Gradient and observed information of the joint likelihood in (γ, log θ); θ comes last. */
export interface JointDerivatives {
  readonly gradient: Float64Array;
  /** Minus the Hessian, `[i][j]`. */
  readonly information: readonly Float64Array[];
}

/** The joint log-likelihood of a negative-binomial regression (NB2) in the coordinates of a basis. */
export interface NegativeBinomialLikelihood {
  /** Without Σ log y!, which no parameter changes. `eta` is the linear predictor, `mu` its exponential. */
  logLikelihood(eta: Float64Array, mu: Float64Array, theta: number): number;
  /** First and second derivative to θ at fixed means. */
  thetaDerivatives(mu: Float64Array, theta: number): { first: number; second: number };
  jointDerivatives(mu: Float64Array, theta: number): JointDerivatives;
  /** Qᵀ diag(mu / (1 + mu/θ)) Q: the information that `glm.nb` uses. */
  expectedInformation(mu: Float64Array, theta: number): Float64Array[];
}

/**
 * Var = mu + mu²/θ. Written so that nothing cancels for large θ: the likelihood tends to the Poisson one term by term.
 */
export function negativeBinomialLikelihood(basis: OrthogonalBasis, y: Float64Array): NegativeBinomialLikelihood {
  const sumsAt = gammaSums(y);
  const rows = y.length;
  const work = new Float64Array(rows);

  function thetaDerivatives(mu: Float64Array, theta: number): { first: number; second: number } {
    let { first, second } = sumsAt(theta);
    for (let i = 0; i < rows; i++) {
      const m = mu[i]!;
      const whole = theta + m;
      first += (m - y[i]!) / whole - Math.log1p(m / theta);
      second += (m * m + theta * y[i]!) / (theta * whole * whole);
    }
    return { first, second };
  }

  return {
    logLikelihood(eta, mu, theta) {
      let sum = sumsAt(theta).logRatio;
      for (let i = 0; i < rows; i++) sum += y[i]! * eta[i]! - (y[i]! + theta) * Math.log1p(mu[i]! / theta);
      return sum;
    },
    thetaDerivatives,
    jointDerivatives(mu, theta) {
      for (let i = 0; i < rows; i++) work[i] = (y[i]! - mu[i]!) / (1 + mu[i]! / theta);
      const score = crossProduct(basis, work);
      for (let i = 0; i < rows; i++) work[i] = (mu[i]! * (1 + y[i]! / theta)) / (1 + mu[i]! / theta) ** 2;
      const block = weightedGram(basis, work);
      for (let i = 0; i < rows; i++) work[i] = ((y[i]! - mu[i]!) * mu[i]!) / (theta + mu[i]!) ** 2;
      const mixed = crossProduct(basis, work);
      const { first, second } = thetaDerivatives(mu, theta);
      const p = score.length;
      const information = Array.from({ length: p + 1 }, (_, i) =>
        Float64Array.from({ length: p + 1 }, (_v, j) => {
          if (i < p && j < p) return block[i]![j]!;
          return i === j ? -(theta * first + theta * theta * second) : -theta * mixed[Math.min(i, j)]!;
        }),
      );
      return { gradient: Float64Array.of(...score, theta * first), information };
    },
    expectedInformation(mu, theta) {
      for (let i = 0; i < rows; i++) work[i] = mu[i]! / (1 + mu[i]! / theta);
      return weightedGram(basis, work);
    },
  };
}
