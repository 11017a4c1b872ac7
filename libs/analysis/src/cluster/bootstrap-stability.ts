import { randomStream } from '../random/random-stream.js';
import { kMeans } from './k-means.js';
import type { Rows } from './standardise.js';

/** How surely the groups come back when the areas are drawn again. */
export interface ClusterStability {
  /**
   * Per group the mean over the draws of the Jaccard similarity to the most similar group found in the draw, 0–1. Hennig (2007):
   * under 0.6 do not believe in the group, from 0.75 it is stable.
   */
  readonly jaccard: Float64Array;
  readonly draws: number;
}

/** Draws first..end−1; stability over all of them is the mean of chunks weighted by their number of draws. */
export interface StabilityOptions {
  readonly k: number;
  readonly seed: number;
  readonly first?: number;
  readonly end: number;
  /** Starts of k-means within each draw, default 10. */
  readonly starts?: number;
}

/**
 * Bootstrap stability of groups (Hennig 2007): the rows are drawn with replacement, grouped again by k-means, and every group
 * is compared, over the rows that were drawn, with the group most like it. Draw r uses streams of (seed, r). A group of which no
 * row was drawn does not count in that draw. Throws RangeError on labels outside 0..k−1 or of another length.
 */
export function bootstrapStability(
  points: Rows,
  labels: Int32Array,
  { k, seed, first = 0, end, starts = 10 }: StabilityOptions,
): ClusterStability {
  if (labels.length !== points.rows || labels.some((g) => !(g >= 0 && g < k)))
    throw new RangeError('labels do not fit');
  const sum = new Float64Array(k);
  const counted = new Float64Array(k);
  for (let draw = first; draw < end; draw++) {
    const random = randomStream(seed, draw);
    const drawn = Int32Array.from(labels, () => random.nextBelow(points.rows));
    const again = kMeans(takeRows(points, drawn), { k, seed: random.nextUint32(), end: starts }).labels;
    bestJaccard(labels, drawn, again, k).forEach((similarity, g) => {
      if (Number.isNaN(similarity)) return;
      sum[g]! += similarity;
      counted[g]!++;
    });
  }
  return { jaccard: sum.map((v, g) => v / counted[g]!), draws: Math.max(0, end - first) };
}

function takeRows({ values, columns }: Rows, rows: Int32Array): Rows {
  const taken = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => taken.set(values.subarray(row * columns, (row + 1) * columns), i * columns));
  return { values: taken, rows: rows.length, columns };
}

/** Per old group the similarity to the most similar new one, over the different rows that were drawn; NaN when none was. */
function bestJaccard(labels: Int32Array, drawn: Int32Array, again: Int32Array, k: number): Float64Array {
  const newGroup = new Map<number, number>();
  drawn.forEach((row, i) => newGroup.set(row, again[i]!));
  const both = new Float64Array(k * k);
  const before = new Float64Array(k);
  const after = new Float64Array(k);
  for (const [row, group] of newGroup) {
    both[labels[row]! * k + group]!++;
    before[labels[row]!]!++;
    after[group]!++;
  }
  return before.map((size, g) => {
    if (size === 0) return NaN;
    let best = 0;
    for (let h = 0; h < k; h++) {
      const shared = both[g * k + h]!;
      best = Math.max(best, shared / (size + after[h]! - shared));
    }
    return best;
  });
}
