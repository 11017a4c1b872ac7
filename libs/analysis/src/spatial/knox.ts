import { randomStream } from '../random/random-stream.js';
import { shuffle } from '../random/shuffle.js';
import { poissonTails } from '../special/poisson.js';

/** Events: where (one plane unit) and when (one time unit), all of equal length, no gaps. */
export interface KnoxEvents {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly t: ArrayLike<number>;
}

/** Thresholds, bounds included; every combination is tested. */
export interface KnoxThresholds {
  readonly distances: readonly number[];
  readonly times: readonly number[];
}

/** Result for one pair of thresholds. */
export interface KnoxResult {
  readonly distance: number;
  readonly time: number;
  readonly closeInSpace: number;
  readonly closeInTime: number;
  /** Unordered pairs close in both. */
  readonly closeInBoth: number;
  /** closeInSpace × closeInTime / pairs. */
  readonly expected: number;
  /** closeInBoth / expected; NaN when nothing is expected. */
  readonly ratio: number;
  /** P(a Poisson count with that expectation is at least so large): quick, approximate. */
  readonly poissonP: number;
}

/** What does not change when times are shuffled. Made by `designKnox`. */
export interface KnoxDesign extends KnoxThresholds {
  readonly t: Float64Array;
  readonly pairs: number;
  readonly results: readonly KnoxResult[];
  /** Pairs within the largest distance: first, second, and the index of the smallest ascending distance that holds them. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly ring: Int32Array;
}

/**
 * Knox's test for near repeats: are more pairs of events close in space and time than chance gives? Distances Euclidean. Work
 * and memory: pairs within the largest distance, found over events sorted by x.
 * Throws RangeError when lengths differ, a value is not finite or a threshold is negative.
 */
export function designKnox({ x, y, t }: KnoxEvents, { distances, times }: KnoxThresholds): KnoxDesign {
  const n = x.length;
  if (y.length !== n || t.length !== n) throw new RangeError('x, y and t differ in length');
  for (const column of [x, y, t]) {
    for (let k = 0; k < n; k++) if (!Number.isFinite(column[k])) throw new RangeError(`event ${k} is not complete`);
  }
  if ([...distances, ...times].some((v) => !(v >= 0))) throw new RangeError('thresholds must be 0 or more');
  const ascending = [...distances].sort((a, b) => a - b);
  const { first, second, ring } = closePairs(x, y, ascending);
  const time = Float64Array.from(t);
  const both = countClose(time, { first, second, ring, distances, times });
  const inTime = times.map((limit) => pairsWithin(time, limit));
  const inSpace = distances.map((limit) => ring.reduce((sum, r) => sum + (ascending[r]! <= limit ? 1 : 0), 0));
  const pairs = (n * (n - 1)) / 2;
  const results = distances.flatMap((distance, d) =>
    times.map((limit, k): KnoxResult => {
      const closeInBoth = both[d * times.length + k]!;
      const expected = pairs === 0 ? 0 : (inSpace[d]! * inTime[k]!) / pairs;
      return {
        distance,
        time: limit,
        closeInSpace: inSpace[d]!,
        closeInTime: inTime[k]!,
        closeInBoth,
        expected,
        ratio: expected > 0 ? closeInBoth / expected : NaN,
        poissonP: poissonTails(closeInBoth - 1, expected).upper,
      };
    }),
  );
  return { distances, times, t: time, pairs, results, first, second, ring };
}

/**
 * Pairs close in both after shuffling the times, for permutations first..end−1: row r holds one count per result of the design.
 * Permutation r uses stream (seed, r), so chunks put in order equal one run.
 */
export function knoxPermutations(
  design: KnoxDesign,
  { seed, first = 0, end }: { readonly seed: number; readonly first?: number; readonly end: number },
): Int32Array[] {
  const dealt = new Float64Array(design.t.length);
  return Array.from({ length: Math.max(0, end - first) }, (_, k) => {
    dealt.set(design.t);
    shuffle(dealt, randomStream(seed, first + k));
    return countClose(dealt, design);
  });
}

/** Per result (1 + permutations with at least so many pairs) / (permutations + 1). */
export function knoxPValues({ results }: KnoxDesign, permutations: readonly Int32Array[]): number[] {
  return results.map(({ closeInBoth }, k) => {
    const larger = permutations.filter((counts) => counts[k]! >= closeInBoth).length;
    return (1 + larger) / (permutations.length + 1);
  });
}

function closePairs(x: ArrayLike<number>, y: ArrayLike<number>, ascending: readonly number[]) {
  const largest = ascending.at(-1) ?? -1;
  const order = Int32Array.from({ length: x.length }, (_, k) => k).sort((a, b) => x[a]! - x[b]!);
  const first: number[] = [];
  const second: number[] = [];
  const ring: number[] = [];
  for (let p = 0; p < order.length; p++) {
    for (let q = p + 1; q < order.length; q++) {
      const [i, j] = [order[p]!, order[q]!];
      const dx = x[j]! - x[i]!;
      if (dx > largest) break;
      const dy = y[j]! - y[i]!;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance > largest) continue;
      first.push(i);
      second.push(j);
      ring.push(ascending.findIndex((limit) => distance <= limit));
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), ring: Int32Array.from(ring) };
}

type ClosePairs = Pick<KnoxDesign, 'first' | 'second' | 'ring' | 'distances' | 'times'>;

/** Pairs close in both for every distance and time, in one pass over the pairs close in space. */
function countClose(t: Float64Array, { first, second, ring, distances, times }: ClosePairs): Int32Array {
  const [rings, width] = [distances.length, times.length];
  const perRing = new Int32Array(rings * width);
  for (let p = 0; p < first.length; p++) {
    const apart = Math.abs(t[first[p]!]! - t[second[p]!]!);
    const at = ring[p]! * width;
    for (let k = 0; k < width; k++) if (apart <= times[k]!) perRing[at + k]!++;
  }
  const ascending = [...distances].sort((a, b) => a - b);
  const counts = new Int32Array(rings * width);
  distances.forEach((limit, d) => {
    for (let r = 0; r < rings && ascending[r]! <= limit; r++) {
      for (let k = 0; k < width; k++) counts[d * width + k]! += perRing[r * width + k]!;
    }
  });
  return counts;
}

/** Unordered pairs of times at most `limit` apart. */
function pairsWithin(t: Float64Array, limit: number): number {
  const sorted = t.slice().sort();
  let count = 0;
  for (let low = 0, high = 0; high < sorted.length; high++) {
    while (sorted[high]! - sorted[low]! > limit) low++;
    count += high - low;
  }
  return count;
}
