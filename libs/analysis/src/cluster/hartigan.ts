import { squaredDistance } from './distance.js';
import type { Rows } from './standardise.js';

/**
 * Moves single rows to another group as long as that lowers the total sum of squares (Hartigan 1975): a group with n rows at
 * squared distance d loses d n/(n−1) when a row leaves and gains d n/(n+1) when it comes. Gets out of many solutions in
 * which Lloyd's method stays. Changes `labels` and returns whether any row moved. The last row of a group stays.
 */
export function moveSingleRows(
  { values, rows, columns }: Rows,
  labels: Int32Array,
  k: number,
  maxRounds = 100,
): boolean {
  const centres = new Float64Array(k * columns);
  const sizes = new Int32Array(k);
  for (let i = 0; i < rows; i++) {
    sizes[labels[i]!]!++;
    for (let j = 0; j < columns; j++) centres[labels[i]! * columns + j]! += values[i * columns + j]!;
  }
  for (let g = 0; g < k; g++) for (let j = 0; j < columns; j++) centres[g * columns + j]! /= sizes[g]!;
  let any = false;
  for (let round = 0, still = 0; round < maxRounds && still < rows; round++) {
    for (let i = 0; i < rows && still < rows; i++, still++) {
      const own = labels[i]!;
      if (sizes[own]! < 2) continue;
      const leave =
        (squaredDistance(values, i * columns, centres, own * columns, columns) * sizes[own]!) / (sizes[own]! - 1);
      let [best, cost] = [own, leave * (1 - 1e-12)];
      for (let g = 0; g < k; g++) {
        if (g === own) continue;
        const come =
          (squaredDistance(values, i * columns, centres, g * columns, columns) * sizes[g]!) / (sizes[g]! + 1);
        if (come < cost) [best, cost] = [g, come];
      }
      if (best === own) continue;
      shiftCentre(centres, own, values, i, columns, -sizes[own]!);
      shiftCentre(centres, best, values, i, columns, sizes[best]!);
      sizes[own]!--;
      sizes[best]!++;
      labels[i] = best;
      any = true;
      still = -1;
    }
  }
  return any;
}

/** Mean of a group of |size| rows after row i comes (size > 0 or 0) or leaves (size < 0). */
function shiftCentre(
  centres: Float64Array,
  group: number,
  values: Float64Array,
  i: number,
  columns: number,
  size: number,
): void {
  const step = size < 0 ? -1 / (-size - 1) : 1 / (size + 1);
  for (let j = 0; j < columns; j++) {
    const at = group * columns + j;
    centres[at]! += (values[i * columns + j]! - centres[at]!) * step;
  }
}
