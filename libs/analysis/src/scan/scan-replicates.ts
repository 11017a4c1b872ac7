import { randomStream, type RandomStream } from '../random/random-stream.js';
import { shuffle } from '../random/shuffle.js';
import { drawMultinomial } from './binomial-draw.js';
import type { ScanDesign } from './scan-design.js';
import { spaceTimeMaximum } from './space-time-maximum.js';
import { spatialMaxima } from './spatial-maxima.js';

/** Replicates `first..end−1` of a scan; chunks of any size, put in order, equal one run. */
export interface ReplicateRange {
  readonly seed: number;
  /** Default 0. */
  readonly first?: number;
  readonly end: number;
}

/** Maps drawn at a time in a purely spatial scan: enough to share the work per circle, few enough to stay in the cache. */
const MAPS_AT_A_TIME = 256;

/**
 * Largest log likelihood ratio of each replicate under the null hypothesis: cases dealt over areas and periods by population
 * with the total fixed (Poisson), or the periods of the cases shuffled (permutation). Replicate r uses stream (seed, r).
 */
export function scanReplicates(design: ScanDesign, { seed, first = 0, end }: ReplicateRange): Float64Array {
  const maxima = new Float64Array(Math.max(0, end - first));
  const draw = drawer(design);
  if (design.periods > 1) {
    const cases = new Int32Array(design.areas * design.periods);
    return maxima.map((_, k) => {
      draw(cases, randomStream(seed, first + k));
      return spaceTimeMaximum(design, cases);
    });
  }
  for (let from = 0; from < maxima.length; from += MAPS_AT_A_TIME) {
    const count = Math.min(MAPS_AT_A_TIME, maxima.length - from);
    const maps = new Int32Array(count * design.areas);
    for (let r = 0; r < count; r++) {
      draw(maps.subarray(r * design.areas, (r + 1) * design.areas), randomStream(seed, first + from + r));
    }
    maxima.set(spatialMaxima(design, maps, count), from);
  }
  return maxima;
}

type Draw = (cases: Int32Array, random: RandomStream) => void;

function drawer(design: ScanDesign): Draw {
  if (design.total === 0) return (cases) => void cases.fill(0);
  return design.model === 'poisson' ? dealByPopulation(design) : shufflePeriods(design);
}

function dealByPopulation({ total, areas, periods, expected }: ScanDesign): Draw {
  if (periods === 1) return (cases, random) => drawMultinomial(random, total, expected, cases);
  const perArea = new Int32Array(areas);
  return (cases, random) => {
    drawMultinomial(random, total, expected, perArea);
    cases.fill(0);
    for (let area = 0; area < areas; area++) {
      for (let c = perArea[area]!; c > 0; c--) cases[area * periods + random.nextBelow(periods)]!++;
    }
  };
}

function shufflePeriods({ cases: observed, periods, total }: ScanDesign): Draw {
  const areaOf = new Int32Array(total);
  const periodOf = new Int32Array(total);
  let c = 0;
  observed.forEach((count, k) => {
    for (let times = 0; times < count; times++) {
      areaOf[c] = Math.floor(k / periods);
      periodOf[c++] = k % periods;
    }
  });
  const dealt = new Int32Array(total);
  return (cases, random) => {
    dealt.set(periodOf);
    shuffle(dealt, random);
    cases.fill(0);
    for (let k = 0; k < total; k++) cases[areaOf[k]! * periods + dealt[k]!]!++;
  };
}
