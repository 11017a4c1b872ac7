import { orthogonalBasis } from '../linear/orthogonal-basis.js';
import { Z_95 } from '../special/normal-quantile.js';
import { logExposure } from './count-response.js';
import type { Design } from './design.js';
import { solvePoisson } from './poisson-maximum.js';
import type { PoissonFit } from './poisson-regression.js';
import { poissonDeviance } from './poisson-residuals.js';

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
  const se = fit.standardErrors[position]!;
  if (!Number.isFinite(centre)) return { low: Number.NaN, high: Number.NaN };
  const column = design.columns[position]!;
  const basis = orthogonalBasis(
    design.columns.filter((_, j) => j !== position),
    design.rows,
  );
  const base = exposure ? logExposure(exposure) : new Float64Array(counts.length);
  const end = (side: -1 | 1) => {
    if (!fit.estimable[position] && side < 0) return -Infinity;
    let start: Float64Array | undefined;
    let value = centre + side * Z_95 * se;
    let inside = centre;
    let outside = side * Infinity;
    for (let step = 0; step < 60; step++) {
      const offset = base.map((o, i) => o + value * column[i]!);
      const { mu, gamma } = solvePoisson(basis, counts, offset, start);
      const deviance = poissonDeviance(counts, mu);
      start = gamma;
      const root = Math.sqrt(Math.max(0, deviance - fit.deviance));
      let score = 0;
      for (let i = 0; i < mu.length; i++) score += (mu[i]! - counts[i]!) * column[i]!;
      if (root < Z_95) inside = value;
      else outside = value;
      let next = value - ((root - Z_95) * root) / score; // d deviance / d value = 2 score
      const low = Math.min(inside, outside);
      const high = Math.max(inside, outside);
      if (!(next > low && next < high)) {
        next = Number.isFinite(outside)
          ? (inside + outside) / 2
          : value + side * Math.max(se, Math.abs(value - centre));
      }
      if (Math.abs(next - value) < 1e-10 * Math.max(se, 1e-300)) return next;
      if (Math.abs(next - centre) > 1e6 * se) return side * Infinity;
      value = next;
    }
    return value;
  };
  return { low: end(-1), high: end(1) };
}
