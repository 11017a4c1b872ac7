import { studentQuantile, studentTwoSided } from '../special/student-t.js';
import type { Design } from './design.js';
import { fitLinear, type LinearFit } from './linear-regression.js';
import { fitWithinGroups } from './within-regression.js';
import { clusterCovariance, heteroscedasticCovariance } from './robust-covariance.js';

/** The effect of a measure with every kind of standard error; the cluster one is the one to read. */
export interface EffectEstimate {
  readonly estimate: number;
  readonly rows: number;
  readonly parameters: number;
  readonly clusters: number;
  readonly standardErrorOls: number;
  readonly ols95: readonly [number, number];
  readonly pOls: number;
  readonly standardErrorHC0: number;
  readonly standardErrorHC1: number;
  readonly standardErrorHC3: number;
  readonly standardErrorCR0: number;
  readonly standardErrorCR1: number;
  /** From CR1 with t at clusters − 1 degrees of freedom. */
  readonly cluster95: readonly [number, number];
  readonly fit: LinearFit;
}

/** Design of the 2 × 2 comparison: intercept, treated, post, treated:post; the last is the effect. */
export function twoByTwoDesign(treated: Float64Array, post: Float64Array): Design {
  return {
    rows: treated.length,
    names: ['(Intercept)', 'treated', 'post', 'treated:post'],
    columns: [
      new Float64Array(treated.length).fill(1),
      Float64Array.from(treated),
      Float64Array.from(post),
      treated.map((value, i) => value * post[i]!),
    ],
  };
}

/**
 * Design of the two-way fixed effects comparison: x and a column per period after the first. The constants of the units are
 * taken out by `estimateEffect` (pass the units as `groups`), so that thousands of areas cost no columns.
 */
export function fixedEffectsDesign(x: Float64Array, times: readonly (string | number)[]): Design {
  const levels = [...new Set(times)].sort((a, b) => (a < b ? -1 : 1)).slice(1);
  const column = (level: string | number) => Float64Array.from(times, (time) => (time === level ? 1 : 0));
  return {
    rows: x.length,
    names: ['x', ...levels.map((level) => `time${level}`)],
    columns: [Float64Array.from(x), ...levels.map(column)],
  };
}

/**
 * Difference in differences by least squares: the coefficient of the design at `position` and its standard errors (OLS, HC0, HC1,
 * HC3, cluster CR0 and CR1). With `groups` every group has a constant of its own. Rows must be complete. Holds only if treated and untreated would have moved alike without the measure.
 */
export function estimateEffect(
  design: Design,
  response: Float64Array,
  clusterOf: readonly (string | number)[],
  position: number,
  groups?: readonly (string | number)[],
): EffectEstimate {
  const fit = groups ? fitWithinGroups(design, response, groups) : fitLinear(design, response);
  const estimate = fit.coefficients[position]!;
  const error = (covariance: readonly Float64Array[]) => Math.sqrt(covariance[position]![position]!);
  const cr0 = clusterCovariance(fit.scoreForm, clusterOf, 'CR0');
  const cr1 = error(clusterCovariance(fit.scoreForm, clusterOf, 'CR1').covariance);
  const ols = fit.standardErrors[position]!;
  const around = (se: number, df: number): readonly [number, number] => {
    const half = studentQuantile(0.975, df) * se;
    return [estimate - half, estimate + half];
  };
  return {
    estimate,
    rows: fit.rows,
    parameters: design.columns.length + (groups ? new Set(groups).size : 0),
    clusters: cr0.clusters,
    standardErrorOls: ols,
    ols95: around(ols, fit.degreesOfFreedom),
    pOls: studentTwoSided(estimate / ols, fit.degreesOfFreedom),
    standardErrorHC0: error(heteroscedasticCovariance(fit.scoreForm, 'HC0')),
    standardErrorHC1: error(heteroscedasticCovariance(fit.scoreForm, 'HC1')),
    standardErrorHC3: error(heteroscedasticCovariance(fit.scoreForm, 'HC3', fit.hat)),
    standardErrorCR0: error(cr0.covariance),
    standardErrorCR1: cr1,
    cluster95: around(cr1, cr0.clusters - 1),
    fit,
  };
}
