import type { OrthogonalBasis } from '../linear/orthogonal-basis.js';
import { deviancePart } from '../special/deviance-part.js';

/** How the counts lie about the fitted means. */
export interface CountResiduals {
  readonly devianceResiduals: Float64Array;
  /** (y − mu) / √mu. */
  readonly pearsonResiduals: Float64Array;
  /** Leverage of each row, 0–1. */
  readonly hat: Float64Array;
  readonly pearsonChi2: number;
  /** Pearson chi-square per degree of freedom; NaN without degrees of freedom. About 1 when the counts are Poisson. */
  readonly dispersion: number;
}

/** 2 Σ (y log(y / mu) − (y − mu)). */
export function poissonDeviance(y: Float64Array, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += deviancePart(y[i]!, mu[i]!);
  return 2 * sum;
}

/** Residuals, leverages and dispersion of a Poisson fit. */
export function residualSummary(
  y: Float64Array,
  mu: Float64Array,
  basis: OrthogonalBasis,
  bread: readonly Float64Array[],
  degreesOfFreedom: number,
): CountResiduals {
  const devianceResiduals = y.map((value, i) => {
    const part = Math.sqrt(2 * deviancePart(value, mu[i]!));
    return value >= mu[i]! ? part : -part;
  });
  const pearsonResiduals = y.map((value, i) => (value - mu[i]!) / Math.sqrt(mu[i]!));
  const hat = new Float64Array(y.length);
  bread.forEach((row, j) => {
    row.forEach((value, k) => {
      const left = basis.q[j]!;
      const right = basis.q[k]!;
      for (let i = 0; i < hat.length; i++) hat[i]! += value * left[i]! * right[i]! * mu[i]!;
    });
  });
  const pearsonChi2 = pearsonResiduals.reduce((sum, r) => sum + r * r, 0);
  return {
    devianceResiduals,
    pearsonResiduals,
    hat,
    pearsonChi2,
    dispersion: degreesOfFreedom > 0 ? pearsonChi2 / degreesOfFreedom : Number.NaN,
  };
}
