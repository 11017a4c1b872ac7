import { dot, type OrthogonalBasis } from './orthogonal-basis.js';

/** Rows per block: a few columns of a block stay in the cache of one core. */
const BLOCK = 512;

/** Adds to out[i][j], out[i][j + 1], out[i + 1][j], out[i + 1][j + 1]: four sums at once share their loads. */
function addTile(
  out: readonly Float64Array[],
  i: number,
  j: number,
  weighted: readonly Float64Array[],
  plain: readonly Float64Array[],
  size: number,
): void {
  const a0 = weighted[i]!;
  const a1 = weighted[i + 1]!;
  const b0 = plain[j]!;
  const b1 = plain[j + 1]!;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let k = 0; k < size; k++) {
    const x0 = a0[k]!;
    const x1 = a1[k]!;
    const y0 = b0[k]!;
    const y1 = b1[k]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
  }
  out[i]![j]! += s00;
  out[i]![j + 1]! += s01;
  out[i + 1]![j]! += s10;
  out[i + 1]![j + 1]! += s11;
}

/** Qᵀ diag(w) Q, symmetric, `out[i][j]`. */
export function weightedGram({ q, rows }: OrthogonalBasis, w: Float64Array): Float64Array[] {
  const p = q.length;
  const even = p + (p % 2); // an odd number of columns gets one of zeros, so that tiles of two fit
  const out = Array.from({ length: even }, () => new Float64Array(even));
  const block = Math.min(BLOCK, rows);
  const weighted = Array.from({ length: even }, () => new Float64Array(block));
  const plain = Array.from({ length: even }, () => new Float64Array(block));
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    for (let j = 0; j < p; j++) {
      const column = q[j]!;
      const copy = plain[j]!;
      const product = weighted[j]!;
      for (let k = 0; k < size; k++) {
        const value = column[from + k]!;
        copy[k] = value;
        product[k] = value * w[from + k]!;
      }
    }
    for (let i = 0; i < even; i += 2) for (let j = 0; j <= i; j += 2) addTile(out, i, j, weighted, plain, size);
  }
  return Array.from({ length: p }, (_, i) =>
    Float64Array.from({ length: p }, (_v, j) => out[Math.max(i, j)]![Math.min(i, j)]!),
  );
}

/** Qᵀ u. */
export function crossProduct({ q }: OrthogonalBasis, u: Float64Array): Float64Array {
  return Float64Array.from(q, (column) => dot(column, u));
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
