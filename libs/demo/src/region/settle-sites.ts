import type { Point } from '../geometry/point.js';

const ROUNDS = 3;
/** Every so many-th place is enough to find the middles. */
const STRIDE = 7;

/**
 * Moves the sites towards the weighted middle of the places that are closest to them (a few rounds of Lloyd's algorithm): cells become
 * even and compact, as buurten are, while each keeps its surroundings. Places are x, y pairs in one array.
 */
export function settleSites(
  sites: readonly Point[],
  places: Float64Array,
  weightAt: (x: number, y: number) => number,
): Point[] {
  let settled = [...sites];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = settled.map(() => [0, 0, 0] as [number, number, number]);
    for (let i = 0; i < places.length; i += 2 * STRIDE) {
      const [x, y] = [places[i]!, places[i + 1]!];
      const weight = weightAt(x, y);
      const sum = sums[nearestSite(settled, x, y)]!;
      sum[0] += x * weight;
      sum[1] += y * weight;
      sum[2] += weight;
    }
    settled = settled.map((site, k) =>
      sums[k]![2] === 0 ? site : [sums[k]![0] / sums[k]![2], sums[k]![1] / sums[k]![2]],
    );
  }
  return settled;
}

/** Index of the site closest to (x, y). */
export function nearestSite(sites: readonly Point[], x: number, y: number): number {
  let best = 0;
  let bestSquared = Infinity;
  for (let k = 0; k < sites.length; k++) {
    const squared = (x - sites[k]![0]) ** 2 + (y - sites[k]![1]) ** 2;
    if (squared < bestSquared) [best, bestSquared] = [k, squared];
  }
  return best;
}
