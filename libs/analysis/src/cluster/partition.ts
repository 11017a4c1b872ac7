import type { Rows } from './standardise.js';

/** A division of the rows in k groups, described after the fact. */
export interface PartitionSummary {
  /** Mean of each group, `centres[g * columns + j]`; NaN for an empty group. */
  readonly centres: Float64Array;
  readonly sizes: Int32Array;
  /** Sum of squared distances to the centre, per group. */
  readonly within: Float64Array;
  readonly totalWithin: number;
  /** Sum of squares between the centres, weighted by size. */
  readonly between: number;
  /** (between / (k−1)) / (totalWithin / (n−k)): higher is better separated. NaN for k = 1 or k = n. */
  readonly calinskiHarabasz: number;
}

/** Centres and sums of squares of groups `labels` (0..k−1), all computed afresh from the rows. */
export function summarisePartition({ values, rows, columns }: Rows, labels: Int32Array, k: number): PartitionSummary {
  const centres = new Float64Array(k * columns);
  const sizes = new Int32Array(k);
  const mean = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    const g = labels[i]!;
    sizes[g]!++;
    for (let j = 0; j < columns; j++) {
      centres[g * columns + j]! += values[i * columns + j]!;
    }
  }
  for (let g = 0; g < k; g++)
    for (let j = 0; j < columns; j++) {
      mean[j]! += centres[g * columns + j]! / rows;
      centres[g * columns + j]! /= sizes[g]!;
    }
  const within = new Float64Array(k);
  for (let i = 0; i < rows; i++) {
    const g = labels[i]!;
    for (let j = 0; j < columns; j++) within[g]! += (values[i * columns + j]! - centres[g * columns + j]!) ** 2;
  }
  let between = 0;
  for (let g = 0; g < k; g++) {
    if (sizes[g] === 0) continue;
    for (let j = 0; j < columns; j++) between += sizes[g]! * (centres[g * columns + j]! - mean[j]!) ** 2;
  }
  const totalWithin = within.reduce((sum, v) => sum + v, 0);
  const calinskiHarabasz = k > 1 && rows > k ? between / (k - 1) / (totalWithin / (rows - k)) : NaN;
  return { centres, sizes, within, totalWithin, between, calinskiHarabasz };
}
