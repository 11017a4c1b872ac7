import { dot, standardErrors } from '../linear/orthogonal-basis.js';
import type { Design } from './design.js';
import { fitLinear, type LinearFit } from './linear-regression.js';

/** Number of each row's group, from 0 in order of first appearance, and the size of each group. */
function groupRows(labels: readonly (string | number)[]): { groupOf: Uint32Array; sizes: number[] } {
  const positions = new Map<string | number, number>();
  const sizes: number[] = [];
  const groupOf = Uint32Array.from(labels, (label) => {
    let position = positions.get(label);
    if (position === undefined) positions.set(label, (position = sizes.push(0) - 1));
    sizes[position]! += 1;
    return position;
  });
  return { groupOf, sizes };
}

/** The values minus the mean of their group. */
function withinGroups(values: Float64Array, groupOf: Uint32Array, sizes: readonly number[]): Float64Array {
  const means = new Float64Array(sizes.length);
  values.forEach((value, i) => (means[groupOf[i]!]! += value / sizes[groupOf[i]!]!));
  return values.map((value, i) => value - means[groupOf[i]!]!);
}

/**
 * Least squares with a constant of its own for each group (area), without a column for each: the group means are taken out of
 * response and design (Frisch & Waugh 1933). Coefficients, errors, residuals and leverages are those of the regression with all the
 * columns. The design must not contain an intercept. Throws RangeError when lengths differ or there is no row.
 */
export function fitWithinGroups(
  design: Design,
  response: Float64Array,
  groups: readonly (string | number)[],
): LinearFit {
  if (groups.length !== design.rows) throw new RangeError('groups and design differ in length');
  const { groupOf, sizes } = groupRows(groups);
  const columns = design.columns.map((column) => {
    const within = withinGroups(column, groupOf, sizes);
    // What is left of a column that is constant in every group is rounding, not variation.
    return dot(within, within) > 1e-14 * dot(column, column) ? within : new Float64Array(design.rows);
  });
  const inner = fitLinear({ ...design, columns }, withinGroups(response, groupOf, sizes));
  const rank = inner.rank + sizes.length;
  const degreesOfFreedom = design.rows - rank;
  const rss = inner.residuals.reduce((sum, e) => sum + e * e, 0);
  const sigma = degreesOfFreedom > 0 ? Math.sqrt(rss / degreesOfFreedom) : Number.NaN;
  const mean = response.reduce((sum, value) => sum + value, 0) / response.length;
  const tss = response.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const scale = (sigma / inner.sigma) ** 2;
  const covariance = inner.covariance.map((row) => row.map((value) => value * scale));
  return {
    ...inner,
    standardErrors: standardErrors(covariance),
    covariance,
    fitted: response.map((value, i) => value - inner.residuals[i]!),
    hat: inner.hat.map((h, i) => h + 1 / sizes[groupOf[i]!]!),
    rank,
    degreesOfFreedom,
    sigma,
    rSquared: tss > 0 ? 1 - rss / tss : Number.NaN,
    scoreForm: { ...inner.scoreForm, parameters: rank },
  };
}
