import { circlesAround, type Circles } from './circles.js';

/** `poisson`: cases against population. `space_time_permutation`: cases alone, when the people at risk are not known. */
export type ScanModel = 'poisson' | 'space_time_permutation';

/** Cases per area and period. Missing is not allowed: an area or period without data must be left out, never counted as 0. */
export interface ScanInput {
  /** Centres of the areas in metres (or any plane unit). */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Whole numbers, `cases[area * periods + period]`. */
  readonly cases: ArrayLike<number>;
  /** 1 = purely spatial. */
  readonly periods: number;
  /** People (or other exposure) per area, constant in time; needed by the Poisson model. */
  readonly population?: ArrayLike<number>;
}

/** What counts as a possible cluster; defaults as SaTScan's. */
export interface ScanOptions {
  readonly model: ScanModel;
  /** A circle holds at most this share of the population (Poisson) or of all cases (permutation); default 0.5. */
  readonly maxPopulationShare?: number;
  /** A window lasts at most this share of the periods, rounded down; default 0.5. Not used when there is one period. */
  readonly maxTimeShare?: number;
  /** Fewer cases than this are no cluster; default 2. */
  readonly minCases?: number;
}

/** Everything about a scan that does not change from replicate to replicate. Made by `designScan`. */
export interface ScanDesign {
  readonly model: ScanModel;
  readonly areas: number;
  readonly periods: number;
  readonly longest: number;
  readonly minCases: number;
  readonly total: number;
  /** Observed cases, area by area. */
  readonly cases: Int32Array;
  readonly circles: Circles;
  /** Cases expected in each area over all periods; expected in a circle and window = sum of these × share of the window. */
  readonly expected: Float64Array;
  /** Share of the cases expected before each period: 0 at 0, 1 at `periods`. */
  readonly timeShare: Float64Array;
}

/**
 * Checks and prepares a scan. Throws RangeError on lengths that do not fit, cases that are not whole numbers from 0, a
 * population that is absent or not positive where there are cases, shares outside (0, 1], and a permutation model without time.
 */
export function designScan(input: ScanInput, options: ScanOptions): ScanDesign {
  const { x, y, periods, population } = input;
  const { model, maxPopulationShare = 0.5, maxTimeShare = 0.5, minCases = 2 } = options;
  const areas = x.length;
  if (y.length !== areas || input.cases.length !== areas * periods) throw new RangeError('x, y and cases do not fit');
  for (const share of [maxPopulationShare, maxTimeShare]) {
    if (!(share > 0 && share <= 1)) throw new RangeError('shares must lie above 0 and at most 1');
  }
  const cases = Int32Array.from(input.cases);
  const perArea = new Float64Array(areas);
  const perPeriod = new Float64Array(periods);
  let total = 0;
  cases.forEach((count, k) => {
    if (count !== input.cases[k] || count < 0) throw new RangeError('cases must be whole numbers from 0');
    perArea[Math.floor(k / periods)]! += count;
    perPeriod[k % periods]! += count;
    total += count;
  });
  if (model === 'space_time_permutation' && periods < 2) throw new RangeError('the permutation model needs periods');
  const weight = model === 'poisson' ? populationOf(population, perArea) : perArea;
  const sum = weight.reduce((s, v) => s + v, 0);
  const timeShare = new Float64Array(periods + 1);
  for (let t = 0; t < periods; t++) {
    const share = model === 'poisson' ? 1 / periods : total === 0 ? 0 : perPeriod[t]! / total;
    timeShare[t + 1] = model === 'poisson' ? (t + 1) / periods : timeShare[t]! + share;
  }
  return {
    model,
    areas,
    periods,
    longest: periods === 1 ? 1 : Math.floor(periods * maxTimeShare),
    minCases,
    total,
    cases,
    circles: circlesAround(x, y, weight, maxPopulationShare * sum),
    expected: model === 'poisson' ? weight.map((w) => (sum === 0 ? 0 : (w * total) / sum)) : perArea,
    timeShare,
  };
}

function populationOf(population: ArrayLike<number> | undefined, perArea: Float64Array): Float64Array {
  if (population?.length !== perArea.length) throw new RangeError('the Poisson model needs a population per area');
  return Float64Array.from(population, (people, area) => {
    if (!(people >= 0 && Number.isFinite(people)))
      throw new RangeError(`population of area ${area} is not a number from 0`);
    if (people === 0 && perArea[area]! > 0) throw new RangeError(`area ${area} has cases but no population`);
    return people;
  });
}

/** Number of time windows: all of at most `longest` periods. */
export function windowCount({ periods, longest }: ScanDesign): number {
  let windows = 0;
  for (let start = 0; start < periods; start++) windows += Math.min(longest, periods - start);
  return windows;
}
