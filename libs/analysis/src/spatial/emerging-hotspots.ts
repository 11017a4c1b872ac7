import { mannKendall } from '../regression/mann-kendall.js';
import type { HotspotClass } from './hotspots.js';

/**
 * How a hot (or cold) spot developed over the periods:
 * - new: hot in the last period, never before;
 * - consecutive: hot in one unbroken run of two or more periods up to the last, never before it, and not in 90 % of the periods;
 * - intensifying, persistent, diminishing: hot in 90 % of the periods including the last, with z rising, without trend, falling;
 * - sporadic: hot in the last period and on and off before, in fewer than 90 %, never cold;
 * - oscillating: hot in the last period, cold in an earlier one, hot in fewer than 90 %;
 * - historical: not hot in the last period, but in 90 % of the periods;
 * - none: none of these.
 */
export type EmergingPattern =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'none';

/** The development of one area. */
export interface EmergingHotspot {
  readonly side: 'hot' | 'cold' | 'none';
  readonly pattern: EmergingPattern;
  /** Periods with a value: what the shares are of. */
  readonly periods: number;
  /** Two-sided p of the Mann–Kendall trend of z; NaN for fewer than three periods. */
  readonly trendP: number;
}

/** One period of the map: z of Gi* and the class of every area, as `hotspots` gives them. */
export interface HotspotPeriod {
  readonly z: ArrayLike<number>;
  readonly klass: readonly HotspotClass[];
}

const MOST = 0.9;

/**
 * Emerging hot and cold spots from the maps of consecutive periods, oldest first. Definitions of ArcGIS's emerging hot spot
 * analysis (Esri 2014; from 90 % of the periods on a spot counts as lasting), trend of z by Mann–Kendall at `level`.
 * A missing period of an area is a gap: it is not "not hot", and the last period that the area has counts as its last one.
 * With an area missing everywhere, or no period, the answer is none. Throws RangeError when maps differ in length.
 */
export function emergingHotspots(
  maps: readonly HotspotPeriod[],
  { level }: { readonly level: number },
): EmergingHotspot[] {
  const areas = maps[0]?.klass.length ?? 0;
  if (maps.some(({ klass, z }) => klass.length !== areas || z.length !== areas))
    throw new RangeError('maps differ in length');
  return Array.from({ length: areas }, (_, area) => {
    const present = maps.filter(({ klass }) => klass[area] !== 'missing');
    const klass = present.map((map) => map.klass[area]!);
    const trend = mannKendall(present.map((map) => map.z[area]!));
    const rising = trend.p < level ? Math.sign(trend.s) : 0;
    const hot = patternOf(klass, 'hot', rising);
    const cold = patternOf(klass, 'cold', -rising);
    const side = hot !== 'none' ? 'hot' : cold !== 'none' ? 'cold' : 'none';
    return { side, pattern: hot !== 'none' ? hot : cold, periods: klass.length, trendP: trend.p };
  });
}

/** `growing`: 1 when the trend goes away from the average on this side, −1 when it goes back to it. */
function patternOf(klass: readonly HotspotClass[], side: 'hot' | 'cold', growing: number): EmergingPattern {
  const n = klass.length;
  const count = klass.filter((k) => k === side).length;
  if (count === 0) return 'none';
  const lasting = count >= MOST * n - 1e-9;
  if (klass[n - 1] !== side) return lasting ? 'historical' : 'none';
  if (count === 1) return 'new';
  if (lasting) return growing > 0 ? 'intensifying' : growing < 0 ? 'diminishing' : 'persistent';
  const run = n - 1 - klass.findLastIndex((k) => k !== side);
  if (run === count) return 'consecutive';
  return klass.includes(side === 'hot' ? 'cold' : 'hot') ? 'oscillating' : 'sporadic';
}
