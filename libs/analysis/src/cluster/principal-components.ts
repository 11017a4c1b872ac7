import type { StandardisedRows, Rows } from './standardise.js';

/** Directions in which rows differ most, without correlation between them. */
export interface PrincipalComponents {
  /** Standard deviation along each component, descending. */
  readonly standardDeviations: Float64Array;
  /** Share (0–1) of all variance per component. */
  readonly shares: Float64Array;
  /** `loadings[component][indicator]`, of length 1 each; its largest element by size is positive. */
  readonly loadings: readonly Float64Array[];
  /** Values of the rows on the components that were kept, unscaled. */
  readonly scores: Rows;
}

/** Which components to keep: a number of them, or as many as hold a share of the variance (0–1]. */
export type ComponentsToKeep = { readonly components: number } | { readonly share: number };

/**
 * Principal components of standardised rows (so of the correlation matrix): a few uncorrelated values instead of many indicators
 * that say much the same. Components are found by Jacobi rotations. Their sign is arbitrary: the loading that is largest by size is
 * made positive. Same numbers as R's `prcomp(scale. = TRUE)` but for those signs. An indicator that does not vary has loading 0 and
 * variance 0. Throws RangeError for fewer than two rows, no indicator, or an impossible number of components.
 */
export function principalComponents(points: StandardisedRows, keep: ComponentsToKeep): PrincipalComponents {
  const { values, rows, columns: p } = points;
  if (rows < 2 || p < 1) throw new RangeError('components need two rows and one indicator');
  const correlation = Array.from({ length: p }, (_, a) =>
    Float64Array.from({ length: p }, (_b, b) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += values[i * p + a]! * values[i * p + b]!;
      return sum / (rows - 1);
    }),
  );
  const { eigenvalues, vectors } = symmetricEigen(correlation);
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  const shares = eigenvalues.map((value) => (total > 0 ? value / total : 0));
  const kept = numberKept(shares, keep);
  const scores = new Float64Array(rows * kept);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < kept; c++) {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += values[i * p + j]! * vectors[c]![j]!;
      scores[i * kept + c] = sum;
    }
  }
  return {
    standardDeviations: eigenvalues.map((value) => Math.sqrt(value)),
    shares,
    loadings: vectors,
    scores: { values: scores, rows, columns: kept },
  };
}

function numberKept(shares: Float64Array, keep: ComponentsToKeep): number {
  if ('components' in keep) {
    const { components } = keep;
    if (!(Number.isInteger(components) && components >= 1 && components <= shares.length))
      throw new RangeError(`the number of components must lie between 1 and ${shares.length}`);
    return components;
  }
  if (!(keep.share > 0 && keep.share <= 1)) throw new RangeError('the share must lie above 0, at most 1');
  let held = 0;
  for (let c = 0; c < shares.length; c++) {
    held += shares[c]!;
    if (held >= keep.share - 1e-12) return c + 1;
  }
  return shares.length;
}

/** Eigenvalues (descending, rounding below 0 lifted to 0) and unit eigenvectors of a symmetric matrix, by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: readonly Float64Array[]): {
  eigenvalues: Float64Array;
  vectors: Float64Array[];
} {
  const p = matrix.length;
  const a = matrix.map((row) => row.slice());
  const v = matrix.map((_, i) => Float64Array.from({ length: p }, (_j, j) => (i === j ? 1 : 0)));
  const scale = a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0);
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) off += a[i]![j]! ** 2;
    if (off <= 1e-32 * scale) break;
    for (let i = 1; i < p; i++) for (let j = 0; j < i; j++) rotate(a, v, j, i);
  }
  const order = Array.from({ length: p }, (_, i) => i).sort((x, y) => a[y]![y]! - a[x]![x]!);
  return {
    eigenvalues: Float64Array.from(order, (i) => Math.max(0, a[i]![i]!)),
    vectors: order.map((i) => fixSign(v.map((row) => row[i]!))),
  };
}

/** Makes element (i, j) zero (Golub & Van Loan, Matrix Computations, 8.5). */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], i: number, j: number): void {
  const apart = a[i]![j]!;
  if (apart === 0) return;
  const tau = (a[j]![j]! - a[i]![i]!) / (2 * apart);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const x = a[k]![i]!;
    const y = a[k]![j]!;
    a[k]![i] = c * x - s * y;
    a[k]![j] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const x = a[i]![k]!;
    const y = a[j]![k]!;
    a[i]![k] = c * x - s * y;
    a[j]![k] = s * x + c * y;
    const l = v[k]![i]!;
    const r = v[k]![j]!;
    v[k]![i] = c * l - s * r;
    v[k]![j] = s * l + c * r;
  }
}

function fixSign(vector: readonly number[]): Float64Array {
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best), 0);
  return Float64Array.from(vector, (x) => (largest < 0 ? -x : x));
}
