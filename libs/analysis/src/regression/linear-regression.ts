import {
  orthogonalBasis,
  standardErrors,
  toCoefficients,
  toCovariance,
  type OrthogonalBasis,
} from '../linear/orthogonal-basis.js';
import { crossProduct, linearPredictor } from '../linear/weighted-products.js';
import type { Design } from './design.js';

/** What every regression hands to the robust covariance estimators, in the coordinates of its basis. */
export interface ScoreForm {
  readonly basis: OrthogonalBasis;
  /** Inverse information (without dispersion), `[i][j]`. */
  readonly bread: readonly Float64Array[];
  /** Per row the factor u of its score q·u: the residual in least squares. */
  readonly score: Float64Array;
  /** Fitted parameters, with those that were taken out beforehand (a constant per group). */
  readonly parameters: number;
}

/** A fitted linear regression. Values of columns that depend on earlier ones are NaN ("not estimable"). */
export interface LinearFit {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly covariance: readonly Float64Array[];
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Leverage of each row, 0–1. */
  readonly hat: Float64Array;
  readonly rows: number;
  readonly rank: number;
  readonly degreesOfFreedom: number;
  /** Residual standard deviation; NaN without degrees of freedom. */
  readonly sigma: number;
  /** Share of variance explained about the mean; NaN when the response does not vary. */
  readonly rSquared: number;
  readonly scoreForm: ScoreForm;
}

/** Leverages: squared lengths of the rows of Q, weighted by w and the inverse information for other models. */
export function leverages(basis: OrthogonalBasis): Float64Array {
  const hat = new Float64Array(basis.rows);
  for (const column of basis.q) for (let i = 0; i < hat.length; i++) hat[i]! += column[i]! * column[i]!;
  return hat;
}

/**
 * Ordinary least squares by an orthogonal decomposition. The response and the design must be complete (see `buildDesign`).
 * Throws RangeError when lengths differ or there is no row. Same numbers as R's `lm`.
 */
export function fitLinear(design: Design, response: Float64Array): LinearFit {
  if (response.length !== design.rows) throw new RangeError('response and design differ in length');
  if (design.rows === 0) throw new RangeError('there is no complete row');
  const basis = orthogonalBasis(design.columns);
  const rank = basis.q.length;
  const gamma = crossProduct(basis, response);
  const residuals = response.map((value) => value);
  // One correction of the residual makes it orthogonal to the basis to the last bits.
  const first = linearPredictor(basis, gamma, undefined);
  for (let i = 0; i < residuals.length; i++) residuals[i]! -= first[i]!;
  const correction = crossProduct(basis, residuals);
  const rest = linearPredictor(basis, correction, undefined);
  for (let i = 0; i < residuals.length; i++) residuals[i]! -= rest[i]!;
  for (let j = 0; j < rank; j++) gamma[j]! += correction[j]!;

  const fitted = response.map((value, i) => value - residuals[i]!);
  const rss = residuals.reduce((sum, e) => sum + e * e, 0);
  const mean = response.reduce((sum, value) => sum + value, 0) / response.length;
  const tss = response.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const degreesOfFreedom = design.rows - rank;
  const variance = degreesOfFreedom > 0 ? rss / degreesOfFreedom : Number.NaN;
  const bread = Array.from({ length: rank }, (_, i) =>
    Float64Array.from({ length: rank }, (_v, j) => (i === j ? 1 : 0)),
  );
  const covariance = toCovariance(
    basis,
    bread.map((row) => row.map((value) => value * variance)),
  );
  return {
    names: design.names,
    coefficients: toCoefficients(basis, gamma),
    standardErrors: standardErrors(covariance),
    covariance,
    fitted,
    residuals,
    hat: leverages(basis),
    rows: design.rows,
    rank,
    degreesOfFreedom,
    sigma: Math.sqrt(variance),
    rSquared: tss > 0 ? 1 - rss / tss : Number.NaN,
    scoreForm: { basis, bread, score: residuals, parameters: rank },
  };
}
