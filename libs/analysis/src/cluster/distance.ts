import type { Rows } from './standardise.js';

/** Squared Euclidean distance between `a[from .. from + columns)` and `b[to .. to + columns)`. */
export function squaredDistance(a: Float64Array, from: number, b: Float64Array, to: number, columns: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const d = a[from + j]! - b[to + j]!;
    sum += d * d;
  }
  return sum;
}

/** Distances between all pairs of rows: pair i > j at `i (i − 1) / 2 + j`. Memory 4 n² bytes: 36 MB for 3,000 rows. */
export function pairDistances({ values, rows, columns }: Rows): Float64Array {
  const distances = new Float64Array((rows * (rows - 1)) / 2);
  for (let i = 1, at = 0; i < rows; i++) {
    for (let j = 0; j < i; j++)
      distances[at++] = Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns));
  }
  return distances;
}

/** Place of a pair of different rows in `pairDistances`. */
export const pairPlace = (i: number, j: number): number => (i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i);
