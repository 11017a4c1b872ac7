import { normalTwoSided } from '../special/normal.js';
import { benjaminiHochberg } from '../tables/multiple-testing.js';
import { getisOrdGi } from './getis-ord-gi.js';
import type { Neighbours } from './neighbours.js';
import { skewedTwoSided, type ChanceMoments } from './skewed-sum.js';

/** `none` = no more and no less than chance explains; `missing` = no value for this area, which is something else. */
export type HotspotClass = 'hot' | 'cold' | 'none' | 'missing';

/** Per area, in the order of the values. z, p and q are NaN where not defined: missing areas, and values that do not vary. */
export interface Hotspots {
  readonly z: Float64Array;
  /** Two-sided p of z: normal, or with the skewness that chance gives small counts. */
  readonly p: Float64Array;
  /** p corrected for looking at all areas at once (Benjamini–Hochberg over the areas that have a p). */
  readonly q: Float64Array;
  readonly klass: readonly HotspotClass[];
  /** Number of areas tested: the number that must stand beside the map. */
  readonly tests: number;
}

export interface HotspotOptions {
  readonly level: number;
  /**
   * What chance does to each value (`poissonMoments`). Given: p allows for the skewness of small counts. Absent: p is normal, which on maps of a
   * few reports per area calls twice as many areas hot by chance as it says (`datalab verify analyses`).
   */
  readonly chance?: ChanceMoments;
}

/**
 * Hot and cold spots by Gi* (binary weights, the area itself included): an area is hot or cold when q < level, 0 < level < 1.
 * `missing[i]` = 1 takes area i out of every neighbourhood, mean, n and the correction; missing is never zero.
 * Throws RangeError on lengths that differ, on a value that is not finite without being missing, and on a level outside (0, 1).
 */
export function hotspots(
  values: ArrayLike<number>,
  missing: ArrayLike<number>,
  neighbours: Neighbours,
  { level, chance }: HotspotOptions,
): Hotspots {
  if (!(level > 0 && level < 1)) throw new RangeError('level must lie between 0 and 1');
  if (missing.length !== values.length) throw new RangeError('values and missing differ in length');
  const { z } = getisOrdGi(values, neighbours, { missing });
  const { offsets, neighbours: others } = neighbours;
  const p = z.map((score, i) => {
    if (chance === undefined) return normalTwoSided(score);
    let variance = chance.variance[i]!;
    let third = chance.third[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const other = others[at]!;
      if (missing[other] !== 0) continue;
      variance += chance.variance[other]!;
      third += chance.third[other]!;
    }
    return skewedTwoSided(score, third / variance ** 1.5);
  });
  const q = benjaminiHochberg(p);
  const klass = Array.from(z, (score, i): HotspotClass => {
    if (missing[i] !== 0) return 'missing';
    if (!(q[i]! < level)) return 'none';
    return score > 0 ? 'hot' : 'cold';
  });
  return { z, p, q, klass, tests: p.filter((value) => !Number.isNaN(value)).length };
}
