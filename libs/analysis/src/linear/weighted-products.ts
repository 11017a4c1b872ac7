import type { OrthogonalBasis } from './orthogonal-basis.js';

/** Rows per block: a few columns of a block stay in the cache of one core. */
const BLOCK = 1024;

/** Qᵀ diag(w) Q, symmetric, `out[i][j]`. */
export function weightedGram({ q, rows }: OrthogonalBasis, w: Float64Array): Float64Array[] {
  const p = q.length;
  const out = Array.from({ length: p }, () => new Float64Array(p));
  const weighted = new Float64Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    for (let i = 0; i < p; i++) {
      const left = q[i]!;
      for (let k = 0; k < size; k++) weighted[k] = left[from + k]! * w[from + k]!;
      for (let j = 0; j <= i; j++) {
        const right = q[j]!;
        let even = 0;
        let odd = 0;
        const pairs = size - (size % 2);
        for (let k = 0; k < pairs; k += 2) {
          even += weighted[k]! * right[from + k]!;
          odd += weighted[k + 1]! * right[from + k + 1]!;
        }
        if (pairs < size) even += weighted[pairs]! * right[from + pairs]!;
        out[i]![j]! += even + odd;
      }
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) out[j]![i] = out[i]![j]!;
  return out;
}

/** Qᵀ u. */
export function crossProduct({ q }: OrthogonalBasis, u: Float64Array): Float64Array {
  return Float64Array.from(q, (column) => {
    let sum = 0;
    for (let i = 0; i < u.length; i++) sum += column[i]! * u[i]!;
    return sum;
  });
}

/** out = offset + Q γ; without offset the sum starts at 0. */
export function linearPredictor(
  { q, rows }: OrthogonalBasis,
  gamma: Float64Array,
  offset: Float64Array | undefined,
  out: Float64Array = new Float64Array(rows),
): Float64Array {
  if (offset) out.set(offset);
  else out.fill(0);
  q.forEach((column, j) => {
    const factor = gamma[j]!;
    for (let i = 0; i < rows; i++) out[i]! += factor * column[i]!;
  });
  return out;
}
