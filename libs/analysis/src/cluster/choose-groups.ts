import { kMeans, type KMeansResult } from './k-means.js';
import { pairDistances } from './distance.js';
import { silhouette } from './silhouette.js';
import type { Rows } from './standardise.js';

/** How well one number of groups fits. */
export interface GroupsTried {
  readonly k: number;
  /** Mean silhouette, −1 to 1: under 0.25 there is hardly any structure, from 0.5 it is fair (Kaufman & Rousseeuw 1990). */
  readonly silhouette: number;
  readonly totalWithin: number;
}

export interface GroupChoice {
  readonly tried: readonly GroupsTried[];
  /** The groups of the k with the largest mean silhouette; ties go to the smaller k. */
  readonly best: KMeansResult;
}

/**
 * k-means for every k from `least` to `most` and the one with the largest mean silhouette. Every k draws its starts from the same
 * seed. Keeps all pairs of rows in memory: 4 n² bytes. Throws RangeError unless 2 ≤ least ≤ most ≤ rows.
 */
export function chooseGroups(
  points: Rows,
  { least = 2, most, seed, starts = 50 }: { least?: number; most: number; seed: number; starts?: number },
): GroupChoice {
  if (!(least >= 2 && least <= most && most <= points.rows)) throw new RangeError('impossible numbers of groups');
  const distances = pairDistances(points);
  const tried: GroupsTried[] = [];
  let best: { result: KMeansResult; silhouette: number } | undefined;
  for (let k = least; k <= most; k++) {
    const result = kMeans(points, { k, seed, end: starts });
    const values = silhouette(distances, result.labels, k);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    tried.push({ k, silhouette: mean, totalWithin: result.totalWithin });
    if (!best || mean > best.silhouette + 1e-12) best = { result, silhouette: mean };
  }
  return { tried, best: best!.result };
}
