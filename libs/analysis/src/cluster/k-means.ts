import { randomStream, type RandomStream } from '../random/random-stream.js';
import { CentreDistances } from './centre-distances.js';
import { moveSingleRows } from './hartigan.js';
import { lloyd, type LloydStart } from './lloyd.js';
import { summarisePartition, type PartitionSummary } from './partition.js';
import type { Rows } from './standardise.js';

/** A start is left when its centres move by less than this share of the variance: who wins is then known (as scikit-learn). */
const ALMOST_STILL = 1e-4;

/**
 * Up to so many rows every start is taken to the end, not only the best one: on 84 neighbourhoods one start in six then finds the
 * optimum, where of 50 starts with only the best one finished three in ten miss it.
 */
const POLISH_EVERY_START_UP_TO = 2000;

/** Which starts to try. Chunks of starts, the best of them by `betterStart`, equal one run over all. */
export interface KMeansOptions {
  readonly k: number;
  readonly seed: number;
  /** Index of the first start, default 0. */
  readonly first?: number;
  /** One past the last start. */
  readonly end: number;
}

/** The best groups over all starts. */
export interface KMeansResult extends PartitionSummary {
  /** Group 0..k−1 of each row; groups numbered by their first row. */
  readonly labels: Int32Array;
  /** The start that gave it: ties go to the first one. */
  readonly start: number;
  readonly k: number;
}

/**
 * k-means: groups with the smallest sum of squared distances to their mean, over many starts. Each start s spreads its centres
 * by k-means++ (Arthur & Vassilvitskii 2007) from stream (seed, s) and runs Lloyd's method until it almost stands still; the
 * best (for up to 2,000 rows every one) is taken to the end by Lloyd and row by row (Hartigan) in turn, until neither finds anything. Missing values: none, see `standardise`.
 * Throws RangeError when k is not a whole number from 1 to the number of rows, or there is no start.
 */
export function kMeans(points: Rows, { k, seed, first = 0, end }: KMeansOptions): KMeansResult {
  if (!(Number.isInteger(k) && k >= 1 && k <= points.rows))
    throw new RangeError(`k must lie between 1 and ${points.rows}`);
  if (!(end > first)) throw new RangeError('there is no start');
  const tolerance = ALMOST_STILL * meanVariance(points);
  const polishAll = points.rows <= POLISH_EVERY_START_UP_TO;
  let best: { labels: Int32Array; totalWithin: number; start: number } | undefined;
  const distances = new CentreDistances(points, k);
  for (let start = first; start < end; start++) {
    const spread = spreadCentres(points, k, randomStream(seed, start), distances);
    const rough = lloyd(points, spread.centres, { tolerance, start: spread, distances });
    const labels = polishAll ? polish(points, rough.labels, k, distances) : rough.labels;
    const totalWithin = polishAll ? summarisePartition(points, labels, k).totalWithin : rough.totalWithin;
    if (!best || totalWithin < best.totalWithin) best = { labels, totalWithin, start };
  }
  const labels = polishAll ? best!.labels : polish(points, best!.labels, k, distances);
  return { labels, start: best!.start, k, ...summarisePartition(points, labels, k) };
}

/** The better of two results of the same points: smaller sum of squares, then the earlier start. */
export function betterStart(a: KMeansResult, b: KMeansResult): KMeansResult {
  if (a.totalWithin !== b.totalWithin) return a.totalWithin < b.totalWithin ? a : b;
  return a.start <= b.start ? a : b;
}

function polish(points: Rows, found: Int32Array, k: number, distances: CentreDistances): Int32Array {
  for (let labels = found; ;) {
    labels = lloyd(points, summarisePartition(points, labels, k).centres, { distances }).labels.slice();
    if (!moveSingleRows(points, labels, k)) return numberByFirstRow(labels, k);
  }
}

/** Mean over the columns of their variance (divisor n). */
function meanVariance(points: Rows): number {
  const one = summarisePartition(points, new Int32Array(points.rows), 1);
  return one.totalWithin / points.rows / points.columns;
}

/** The same groups, numbered in the order in which their first rows appear. */
export function numberByFirstRow(labels: Int32Array, k: number): Int32Array {
  const number = new Int32Array(k).fill(-1);
  let next = 0;
  return labels.map((group) => {
    if (number[group]! < 0) number[group] = next++;
    return number[group]!;
  });
}

/** k-means++: each next centre is a row drawn with probability proportional to its squared distance to the centres so far. */
function spreadCentres(
  { values, rows, columns }: Rows,
  k: number,
  random: RandomStream,
  distances: CentreDistances,
): LloydStart {
  const centres = new Float64Array(k * columns);
  const nearest = new Float64Array(rows).fill(Infinity);
  const labels = new Int32Array(rows);
  let chosen = random.nextBelow(rows);
  for (let g = 0; ; g++) {
    centres.set(values.subarray(chosen * columns, (chosen + 1) * columns), g * columns);
    distances.place(g, centres);
    const found = distances.ofCentre(g);
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      if (found[i]! < nearest[i]!) {
        nearest[i] = found[i]!;
        labels[i] = g;
      }
      sum += nearest[i]!;
    }
    if (g === k - 1) return { centres, labels, nearest };
    // When all rows coincide with centres, any row will do.
    chosen = sum === 0 ? random.nextBelow(rows) : drawn(nearest, random.nextFloat() * sum);
  }
}

/** The first index at which the running sum of the weights passes `at`. */
function drawn(weights: Float64Array, at: number): number {
  let left = at;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
