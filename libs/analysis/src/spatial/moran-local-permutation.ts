import { randomStream } from '../random/random-stream.js';
import { deviations } from './moran-global.js';
import type { PermutationOptions } from './moran-permutation.js';
import type { Neighbours } from './neighbours.js';
import { presentAreas, type PresentAreas } from './present-areas.js';
import { rowWeight } from './spatial-weights.js';

/**
 * So many areas, next to each other in the order of the input, share one random stream and its draws; blocks are independent.
 * (Sharing over all areas, as GeoDa does, would make the chance error of a whole map go one way; none would cost ten times the
 * draws.) Part of the definition: another number gives other p-values within the Monte-Carlo error.
 */
export const AREAS_PER_STREAM = 16;

/** Per area, of the length of the values; NaN for missing areas, islands, no variation, and areas outside the chunk. */
export interface LocalPermutations {
  readonly permutations: number;
  /** Number of permutations with a statistic at least as large as the observed one. */
  readonly countGreater: Float64Array;
  readonly countLess: Float64Array;
  readonly mean: Float64Array;
  /** Variance with divisor permutations − 1. */
  readonly variance: Float64Array;
  /** (min(greater, less) + 1) / (permutations + 1): one-sided towards the observed side, as GeoDa and esda print it. */
  readonly pFolded: Float64Array;
  /** min(1, 2 × pFolded): what the platform shows. */
  readonly pTwoSided: Float64Array;
}

/** Options of `moranLocalPermutations`; the chunk counts areas, not permutations. */
export interface LocalPermutationOptions extends Omit<PermutationOptions, 'first' | 'end'> {
  readonly permutations: number;
  /** Blocks of AREAS_PER_STREAM present areas in this chunk: first (default 0) to end (default all), end not included. */
  readonly firstBlock?: number;
  readonly endBlock?: number;
}

/**
 * Conditional permutation test of local Moran's I: the value of an area stays, its k neighbours are drawn without replacement
 * from all other present areas. Block b of areas uses the random stream (seed, b), so chunks of blocks put together equal one
 * run. Equal up to rounding (1e-12) counts on both sides. Missing-value policy and errors as `moranLocal`.
 */
export function moranLocalPermutations(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  options: LocalPermutationOptions,
): LocalPermutations {
  const { permutations, seed, style = 'W', missing, firstBlock = 0 } = options;
  if (!(Number.isInteger(permutations) && permutations > 1)) throw new RangeError('permutations must be 2 or more');
  const present = presentAreas(values, neighbours, missing);
  const z = deviations(present.values);
  const m2 = z.reduce((sum, v) => sum + v * v, 0) / z.length;
  const result = emptyResult(values.length, permutations);
  const endBlock = Math.min(options.endBlock ?? Infinity, Math.ceil(z.length / AREAS_PER_STREAM));
  if (m2 === 0) return result;
  for (let block = firstBlock; block < endBlock; block++) {
    const from = block * AREAS_PER_STREAM;
    const to = Math.min(z.length, from + AREAS_PER_STREAM);
    const draws = drawBlock(z, present.neighbours, from, to, permutations, randomStream(seed, block).nextBelow);
    for (let k = from; k < to; k++) {
      const weight = rowWeight(present.neighbours, k, style);
      if (weight > 0) setArea(result, present, z, k, (z[k]! / m2) * weight, draws);
    }
  }
  return result;
}

function emptyResult(areas: number, permutations: number): LocalPermutations {
  const empty = (): Float64Array => new Float64Array(areas).fill(NaN);
  return {
    permutations,
    countGreater: empty(),
    countLess: empty(),
    mean: empty(),
    variance: empty(),
    pFolded: empty(),
    pTwoSided: empty(),
  };
}

/** Draws of one block: `sums[k * permutations + r]` is the sum of the first k values of draw r. */
interface BlockDraws {
  readonly permutations: number;
  readonly sums: Float64Array;
  /** Where an area of the block itself was drawn: area, permutation, place (0 = drawn first). */
  readonly own: readonly (readonly [area: number, permutation: number, place: number])[];
}

/**
 * Each permutation draws one value more than the largest neighbourhood of the block holds. A random order of all areas from
 * which one area is taken out is a random order of the others, so every area of the block can use the same draw: it skips itself.
 */
function drawBlock(
  z: Float64Array,
  { offsets }: Neighbours,
  from: number,
  to: number,
  permutations: number,
  nextBelow: (bound: number) => number,
): BlockDraws {
  const n = z.length;
  let most = 0;
  for (let k = from; k < to; k++) most = Math.max(most, offsets[k + 1]! - offsets[k]!);
  const length = Math.min(n, most + 1);
  const order = new Int32Array(n);
  for (let k = 0; k < n; k++) order[k] = k;
  const sums = new Float64Array((length + 1) * permutations);
  const own: [number, number, number][] = [];
  for (let r = 0; r < permutations; r++) {
    let sum = 0;
    for (let place = 0; place < length; place++) {
      const other = place + nextBelow(n - place);
      const area = order[other]!;
      order[other] = order[place]!;
      order[place] = area;
      sum += z[area]!;
      sums[(place + 1) * permutations + r] = sum;
      if (area >= from && area < to) own.push([area, r, place]);
    }
  }
  return { permutations, sums, own };
}

function setArea(
  result: LocalPermutations,
  { index, neighbours: { offsets, neighbours } }: PresentAreas,
  z: Float64Array,
  k: number,
  scale: number,
  { permutations, sums, own }: BlockDraws,
): void {
  const links = offsets[k + 1]! - offsets[k]!;
  let observed = 0;
  for (let p = offsets[k]!; p < offsets[k + 1]!; p++) observed += z[neighbours[p]!]!;
  // Compared are the sums over the neighbours; the tolerance is 1e-12 of the statistic itself.
  const tolerance = scale === 0 ? Infinity : (1e-12 * Math.max(1, Math.abs(scale * observed))) / Math.abs(scale);
  const high = observed - tolerance;
  const low = observed + tolerance;
  const start = links * permutations;
  const replaced: [place: number, sum: number][] = [];
  for (const [area, r, place] of own) {
    if (area !== k || place >= links) continue;
    replaced.push([start + r, sums[start + r]!]);
    sums[start + r] = sums[start + permutations + r]! - z[k]!;
  }
  let [above, below, sum, squares] = [0, 0, 0, 0];
  for (let p = start; p < start + permutations; p++) {
    const value = sums[p]!;
    if (value >= high) above++;
    if (value <= low) below++;
    sum += value;
    squares += value * value;
  }
  for (const [place, value] of replaced) sums[place] = value;
  const at = index[k]!;
  const mean = sum / permutations;
  result.countGreater[at] = scale < 0 ? below : above;
  result.countLess[at] = scale < 0 ? above : below;
  result.mean[at] = scale * mean;
  result.variance[at] = (scale * scale * (squares - sum * mean)) / (permutations - 1);
  const folded = (Math.min(above, below) + 1) / (permutations + 1);
  result.pFolded[at] = folded;
  result.pTwoSided[at] = Math.min(1, 2 * folded);
}
