import { errorScale } from '../point-scores.js';
import { gridProbability, gridQuantile, shortestInterval } from './count-grid.js';
import type { CountPanel } from './count-panel.js';
import { FORECAST_METHODS, isNaive, type ForecastMethod } from './forecast-methods.js';
import { hotspotTally } from './hotspot-tally.js';
import { NAIVE_METHODS, naivePoint, type NaiveMethod } from './naive-forecasts.js';
import { scoreTally, type ScoreTally } from './score-tally.js';
import { FIRST_SCORED, walkForward, type ForecastVisit } from './walk-forward.js';

/** The interval that is scored, and shown. */
export const INTERVAL_LEVEL = 0.8;

/** A method, or what the automatic choice made of them. */
export type TestedMethod = ForecastMethod | 'automatic';

/** How good the one-step forecasts of a method were; NaN where a score is not defined. */
export interface MethodScores {
  readonly method: TestedMethod;
  /** Counts that were compared. */
  readonly n: number;
  /** Σ |count − point| / Σ count; the point of a naive method is what it repeats, of a model its median. */
  readonly wape: number;
  /** Mean |count − point| over the seasonal naive error of each area before the first origin. */
  readonly mase: number;
  /** Mean ranked probability score, which is the CRPS of a count, in counts. */
  readonly rps: number;
  /** Mean −log probability of the count; a count that was next to impossible is at most LARGEST_LOG_SCORE. */
  readonly logScore: number;
  /** Share of the counts in the 80 % interval, and the share that whole counts make one expect. */
  readonly coverage: number;
  readonly expectedCoverage: number;
  /** Share of the counts in the top 5 % of the areas; NaN with fewer than 20 areas. */
  readonly hitRate: number;
  readonly pai: number;
  readonly pei: number;
}

/** One area: the automatic choice beside the naive method that proved best afterwards. */
export interface AreaBackTest {
  readonly area: string;
  readonly n: number;
  readonly rps: number;
  readonly wape: number;
  readonly coverage: number;
  readonly bestNaiveRps: number;
  readonly bestNaiveWape: number;
  /** Share of the periods in which a naive forecast was shown. */
  readonly naiveShown: number;
}

/** One period over all areas: what a drift alarm is fed with. */
export interface PeriodBackTest {
  readonly period: string;
  /** Counts that were compared. */
  readonly n: number;
  /** Mean ranked probability scores; NaN where nothing was compared. */
  readonly automatic: number;
  readonly naive: Readonly<Record<NaiveMethod, number>>;
}

/** A rolling-origin back-test, horizon 1. */
export interface BackTest {
  /** Periods in the first history. */
  readonly firstOrigin: number;
  readonly origins: number;
  /** In the order of FORECAST_METHODS, and the automatic choice last. */
  readonly methods: readonly MethodScores[];
  /** The naive method with the lowest ranked probability score of all, afterwards. */
  readonly bestNaive: MethodScores;
  readonly automatic: MethodScores;
  /** How often the automatic choice fell on each method. */
  readonly chosen: Readonly<Record<ForecastMethod, number>>;
  readonly areas: readonly AreaBackTest[];
  /** Every period from the first origin on, in order. */
  readonly periods: readonly PeriodBackTest[];
}

const TESTED = [...FORECAST_METHODS, 'automatic'] as const;
const AUTOMATIC = FORECAST_METHODS.length;

/** Seasonal where the first history is long enough, else of one step; NaN when nothing ever changed. */
function scaleOf(row: Float64Array, firstOrigin: number, season: number): number {
  const training = row.subarray(0, firstOrigin);
  const seasonal = errorScale(training, season).absolute;
  return Number.isNaN(seasonal) ? errorScale(training, 1).absolute : seasonal;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => (b < a ? b : a), Infinity);
}

/**
 * Repeats history: at every origin from `firstOrigin` on each method forecasts the next period of each area from what was known then.
 * The automatic choice per area and origin looks at scores of earlier periods alone. Throws RangeError when no period remains to
 * compare with, and on a first origin that leaves too little to learn from.
 */
export function backTest(panel: CountPanel, { firstOrigin }: { readonly firstOrigin: number }): BackTest {
  const periods = panel.periods.length;
  if (!(Number.isInteger(firstOrigin) && firstOrigin > FIRST_SCORED))
    throw new RangeError(`the first origin must be a whole number above ${FIRST_SCORED}`);
  if (periods <= firstOrigin)
    throw new RangeError(
      `the panel has ${periods} periods; a back-test from origin ${firstOrigin} needs at least ${firstOrigin + 1}`,
    );
  const totals = TESTED.map(() => scoreTally());
  const perArea = panel.areas.map((): ScoreTally[] => TESTED.map(() => scoreTally()));
  const scales = panel.counts.map((row) => scaleOf(row, firstOrigin, panel.season));
  const hotspots = hotspotTally(panel.areas, TESTED.length);
  const chosen = Object.fromEntries(FORECAST_METHODS.map((method) => [method, 0])) as Record<ForecastMethod, number>;
  const naiveShown = new Float64Array(panel.areas.length);
  const perPeriod = panel.periods
    .slice(firstOrigin)
    .map(() => ({ n: 0, automatic: 0, naive: new Float64Array(NAIVE_METHODS.length) }));

  const pointOf = ({ area, t, cumulative, grid }: ForecastVisit, method: number) =>
    isNaive(method)
      ? naivePoint(NAIVE_METHODS[method]!, panel.counts[area]!, t, panel.season)
      : gridQuantile(cumulative[method]!, grid, 0.5);

  function record(visit: ForecastVisit, method: number, tested: number): void {
    const { area, count, cumulative, grid, scores, mean, t } = visit;
    const interval = shortestInterval(cumulative[method]!, grid, INTERVAL_LEVEL);
    const one = {
      count,
      error: Math.abs(count - pointOf(visit, method)),
      scale: scales[area]!,
      rps: scores[method]!,
      probability: gridProbability(cumulative[method]!, grid, count),
      covered: count >= interval.lower && count <= interval.upper,
      inside: interval.inside,
    };
    totals[tested]!.add(one);
    perArea[area]![tested]!.add(one);
    hotspots.add(tested, t, area, mean[method]!, count);
  }

  walkForward(panel, (visit) => {
    if (visit.t < firstOrigin || Number.isNaN(visit.count)) return;
    // A method without a forecast here is left out of this count; the naive ones and the mixture always have one.
    FORECAST_METHODS.forEach((_, m) => {
      if (visit.available[m]) record(visit, m, m);
    });
    record(visit, visit.choice, AUTOMATIC);
    chosen[FORECAST_METHODS[visit.choice]!] += 1;
    if (isNaive(visit.choice)) naiveShown[visit.area]! += 1;
    const period = perPeriod[visit.t - firstOrigin]!;
    period.n += 1;
    period.automatic += visit.scores[visit.choice]!;
    for (let m = 0; m < NAIVE_METHODS.length; m++) period.naive[m]! += visit.scores[m]!;
  });

  const methods = TESTED.map((method, k): MethodScores => ({
    method,
    ...totals[k]!.summary(),
    ...hotspots.summary(k),
  }));
  const naive = methods.filter((_, k) => isNaive(k));
  const areas = panel.areas.map((area, i): AreaBackTest => {
    const summaries = perArea[i]!.map((tally) => tally.summary());
    const { n, rps, wape, coverage } = summaries[AUTOMATIC]!;
    return {
      area,
      n,
      rps,
      wape,
      coverage,
      bestNaiveRps: n > 0 ? least(summaries.filter((_, k) => isNaive(k)).map((each) => each.rps)) : Number.NaN,
      bestNaiveWape: n > 0 ? least(summaries.filter((_, k) => isNaive(k)).map((each) => each.wape)) : Number.NaN,
      naiveShown: naiveShown[i]! / n,
    };
  });
  return {
    firstOrigin,
    origins: periods - firstOrigin,
    methods,
    bestNaive: naive.reduce((best, each) => (each.rps < best.rps ? each : best)),
    automatic: methods[AUTOMATIC]!,
    chosen,
    areas,
    periods: perPeriod.map(({ n, automatic, naive: sums }, k) => ({
      period: panel.periods[firstOrigin + k]!,
      n,
      automatic: automatic / n,
      naive: Object.fromEntries(NAIVE_METHODS.map((method, m) => [method, sums[m]! / n])) as Record<
        NaiveMethod,
        number
      >,
    })),
  };
}
