import type { ScanDesign } from './scan-design.js';

// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every circle.
const { ceil, floor, log, min, sqrt } = Math;

/** Places of a circle that are looked at together. */
const BLOCK = 2;
/** Two maps travel in one number, as low + high × LANE: half the look-ups. A double holds both without loss. */
const LANE = 2 ** 26;
/** Maps that grow their circles together: four numbers of two. */
const GROUP = 8;

/**
 * Largest log likelihood ratio over all circles for each of `replicates` maps of cases (`maps[r * areas + area]`, each of the
 * design's total). Purely spatial; 0 where no circle has more cases than expected. Throws RangeError from 2²⁶ cases on.
 *
 * Exact, but most circles are dismissed in groups: the count at the end of a block of places is at least that of every
 * circle in it, and the first circle has the smallest count that could beat the best ratio so far (`scan-likelihood.ts`).
 */
export function spatialMaxima(design: ScanDesign, maps: Int32Array, replicates: number): Float64Array {
  const { areas, total } = design;
  if (total >= LANE) throw new RangeError(`a scan takes fewer than ${LANE} cases`);
  const groups = ceil(replicates / GROUP);
  const packed = packPairs(maps, areas, replicates, groups);
  // Maps that only fill up the last group must not lower the threshold of the others.
  const best = new Float64Array(groups * GROUP).fill(Infinity).fill(0, 0, replicates);
  const width = areas + 1;
  const refine = refiner(design, maps, best);
  for (let centre = 0; centre < areas; centre++) {
    const ring = ringOf(design, centre);
    const { order, blockHeld, blockRoot, blockCap } = ring;
    const blocks = blockHeld.length;
    for (let group = 0; group < groups; group++) {
      const p0 = group * 4 * width;
      const p1 = p0 + width;
      const p2 = p1 + width;
      const p3 = p2 + width;
      let root = smallestRoot(best, group);
      let [v0, v1, v2, v3] = [0, 0, 0, 0];
      for (let block = 0, k = 0; block < blocks; block++, k += BLOCK) {
        const a = order[k]!;
        const b = order[k + 1]!;
        v0 += packed[p0 + a]! + packed[p0 + b]!;
        v1 += packed[p1 + a]! + packed[p1 + b]!;
        v2 += packed[p2 + a]! + packed[p2 + b]!;
        v3 += packed[p3 + a]! + packed[p3 + b]!;
        const least = min(blockHeld[block]! + root * blockRoot[block]!, blockCap[block]!);
        const h0 = floor(v0 / LANE);
        const h1 = floor(v1 / LANE);
        const h2 = floor(v2 / LANE);
        const h3 = floor(v3 / LANE);
        const l0 = v0 - h0 * LANE;
        const l1 = v1 - h1 * LANE;
        const l2 = v2 - h2 * LANE;
        const l3 = v3 - h3 * LANE;
        if (
          l0 <= least &&
          h0 <= least &&
          l1 <= least &&
          h1 <= least &&
          l2 <= least &&
          h2 <= least &&
          l3 <= least &&
          h3 <= least
        ) {
          continue;
        }
        const lane = group * GROUP;
        let raised = false;
        if (l0 > least && refine(ring, block, lane, l0)) raised = true;
        if (h0 > least && refine(ring, block, lane + 1, h0)) raised = true;
        if (l1 > least && refine(ring, block, lane + 2, l1)) raised = true;
        if (h1 > least && refine(ring, block, lane + 3, h1)) raised = true;
        if (l2 > least && refine(ring, block, lane + 4, l2)) raised = true;
        if (h2 > least && refine(ring, block, lane + 5, h2)) raised = true;
        if (l3 > least && refine(ring, block, lane + 6, l3)) raised = true;
        if (h3 > least && refine(ring, block, lane + 7, h3)) raised = true;
        if (raised) root = smallestRoot(best, group);
      }
    }
  }
  return best.slice(0, replicates);
}

/** Pairs of maps in one number each, with an empty area behind the last one that fills up the last block of a circle. */
function packPairs(maps: Int32Array, areas: number, replicates: number, groups: number): Float64Array {
  const packed = new Float64Array(groups * 4 * (areas + 1));
  for (let r = 0; r < replicates; r++) {
    const at = (r >> 1) * (areas + 1);
    const unit = r % 2 === 0 ? 1 : LANE;
    for (let area = 0; area < areas; area++) packed[at + area]! += maps[r * areas + area]! * unit;
  }
  return packed;
}

function smallestRoot(best: Float64Array, group: number): number {
  let least = Infinity;
  for (let lane = group * GROUP; lane < (group + 1) * GROUP; lane++) if (best[lane]! < least) least = best[lane]!;
  return sqrt(least);
}

/**
 * The circles around one centre. A count c at place k can only beat ratio m when c > held[k] + √m root[k], or c > C − held[k]; a
 * place where no circle is closed has root Infinity. Per block the least of these over its places.
 */
interface Ring {
  readonly order: Int32Array;
  readonly held: Float64Array;
  readonly root: Float64Array;
  readonly blockHeld: Float64Array;
  readonly blockRoot: Float64Array;
  readonly blockCap: Float64Array;
}

function ringOf({ areas, circles, expected, total }: ScanDesign, centre: number): Ring {
  const start = circles.starts[centre]!;
  const length = circles.starts[centre + 1]! - start;
  const blocks = ceil(length / BLOCK);
  const order = new Int32Array(blocks * BLOCK).fill(areas);
  const held = new Float64Array(blocks * BLOCK);
  const root = new Float64Array(blocks * BLOCK).fill(Infinity);
  const blockHeld = new Float64Array(blocks);
  const blockRoot = new Float64Array(blocks).fill(Infinity);
  const blockCap = new Float64Array(blocks).fill(Infinity);
  for (let k = 0, sum = 0; k < length; k++) {
    order[k] = circles.order[start + k]!;
    sum += expected[order[k]!]!;
    held[k] = sum;
    if (circles.closed[start + k] === 0 || sum === 0) continue;
    root[k] = sqrt((2 * sum * (total - sum)) / total);
    const block = floor(k / BLOCK);
    if (blockRoot[block] === Infinity) blockHeld[block] = sum;
    blockRoot[block] = min(blockRoot[block]!, root[k]!);
    blockCap[block] = total - sum;
  }
  return { order, held, root, blockHeld, blockRoot, blockCap };
}

/** Looks at the circles of one block of one map one by one, and raises `best`. */
function refiner({ areas, total, minCases }: ScanDesign, maps: Int32Array, best: Float64Array) {
  return (
    { order, held, root, blockHeld, blockRoot, blockCap }: Ring,
    block: number,
    map: number,
    end: number,
  ): boolean => {
    let ratio = best[map]!;
    if (end <= min(blockHeld[block]! + sqrt(ratio) * blockRoot[block]!, blockCap[block]!)) return false;
    if (ratio === Infinity) return false;
    const at = map * areas;
    let cases = end;
    for (let k = block * BLOCK; k < (block + 1) * BLOCK && order[k]! < areas; k++) cases -= maps[at + order[k]!]!;
    for (let k = block * BLOCK; k < (block + 1) * BLOCK && order[k]! < areas; k++) {
      cases += maps[at + order[k]!]!;
      const e = held[k]!;
      if (root[k] === Infinity || cases < minCases || cases <= e) continue;
      if ((cases - e) ** 2 <= ratio * root[k]! ** 2 * (1 - 1e-12) && cases <= total - e) continue;
      const rest = total - cases;
      const value = cases * log(cases / e) + (rest === 0 ? 0 : rest * log(rest / (total - e)));
      if (value > ratio) ratio = value;
    }
    const raised = ratio > best[map]!;
    best[map] = ratio;
    return raised;
  };
}
