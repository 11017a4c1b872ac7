/**
 * An orthonormal basis of the columns of a design, X = Q R, in which least squares is well conditioned. Fits are made in the
 * coordinates of Q and carried back: coefficients by R⁻¹, covariances by R⁻¹ V R⁻ᵀ.
 */
export interface OrthogonalBasis {
  readonly rows: number;
  /** Columns of Q, one for each kept column. */
  readonly q: readonly Float64Array[];
  /** Positions of the columns that are independent of those before them. */
  readonly kept: readonly number[];
  /** R⁻¹ of the kept columns: `inverse[i][j]`, zero below the diagonal. */
  readonly inverse: readonly Float64Array[];
  /** Number of columns of the design, kept or not. */
  readonly columns: number;
}

/** A column whose part outside the columns before it is smaller than this share of it counts as dependent (as in R). */
const DEPENDENT = 1e-7;

/** Σ a b over the first `size` values, in four sums: one alone would wait for its own last addition. */
export function dot(a: Float64Array, b: Float64Array, size = a.length): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = size - (size % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < size; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** Inverse of an upper triangular matrix given by columns. */
function invertUpper(r: readonly Float64Array[]): Float64Array[] {
  const p = r.length;
  const inverse = Array.from({ length: p }, () => new Float64Array(p));
  for (let j = 0; j < p; j++) {
    inverse[j]![j] = 1 / r[j]![j]!;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum += r[k]![i]! * inverse[k]![j]!;
      inverse[i]![j] = -sum / r[i]![i]!;
    }
  }
  return inverse;
}

/**
 * Orthonormal basis by modified Gram–Schmidt with a second pass, which makes Q orthogonal to the last bits ("twice is enough",
 * Giraud et al. 2005). Columns that depend on earlier ones are left out. Values must be finite.
 * `rows` is needed only for a design without columns.
 */
export function orthogonalBasis(columns: readonly Float64Array[], rows = columns[0]?.length ?? 0): OrthogonalBasis {
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  const kept: number[] = [];
  columns.forEach((column, position) => {
    const rest = Float64Array.from(column);
    const size = Math.sqrt(dot(rest, rest));
    const coordinates = new Float64Array(columns.length);
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < q.length; k++) {
        const direction = q[k]!;
        const share = dot(direction, rest);
        coordinates[k]! += share;
        for (let i = 0; i < rest.length; i++) rest[i]! -= share * direction[i]!;
      }
    }
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > DEPENDENT * size)) return;
    for (let i = 0; i < rest.length; i++) rest[i]! /= left;
    coordinates[q.length] = left;
    q.push(rest);
    r.push(coordinates);
    kept.push(position);
  });
  return { rows, q, kept, inverse: invertUpper(r), columns: columns.length };
}

/** Coefficients of the design from those of the basis; NaN for a column that was left out. */
export function toCoefficients(basis: OrthogonalBasis, gamma: Float64Array): Float64Array {
  const out = new Float64Array(basis.columns).fill(Number.NaN);
  basis.kept.forEach((position, i) => {
    let sum = 0;
    for (let j = i; j < gamma.length; j++) sum += basis.inverse[i]![j]! * gamma[j]!;
    out[position] = sum;
  });
  return out;
}

/** Covariance of the coefficients from that in the basis, `out[i][j]`; NaN in rows and columns of what was left out. */
export function toCovariance(basis: OrthogonalBasis, v: readonly Float64Array[]): Float64Array[] {
  const p = basis.kept.length;
  const out = Array.from({ length: basis.columns }, () => new Float64Array(basis.columns).fill(Number.NaN));
  for (let i = 0; i < p; i++) {
    const left = new Float64Array(p);
    for (let k = i; k < p; k++) for (let l = 0; l < p; l++) left[l]! += basis.inverse[i]![k]! * v[k]![l]!;
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let l = j; l < p; l++) sum += left[l]! * basis.inverse[j]![l]!;
      out[basis.kept[i]!]![basis.kept[j]!] = sum;
    }
  }
  return out;
}

/** Square roots of the diagonal: standard errors. NaN where not defined. */
export function standardErrors(covariance: readonly Float64Array[]): Float64Array {
  return Float64Array.from(covariance, (row, i) => Math.sqrt(row[i]!));
}
