import {
  backTest,
  feedbackLoop,
  nextPeriod,
  type BackTest,
  type CountPanel,
  type FeedbackLoop,
  type NaiveMethod,
  type NextPeriod,
} from '@datalab/analysis';
import { FORECAST_BASELINES, isBaselineBeaten, type ForecastEvidence } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import type { AreaCounts } from './area-counts.js';

/** What is chosen of a forecast: by the contract that it is made under. */
export const forecastParams = z.strictObject({
  /** Periods of the first history that is learnt from; left out: 36, or two thirds of what there is. */
  firstOrigin: z.number().int().min(13).max(240).optional(),
  baseline: z.enum(FORECAST_BASELINES).default('best naive'),
  leastGain: z.number().min(0).lt(1).default(0),
  mostAmplification: z.number().min(1).max(100).default(100),
  attention: z
    .strictObject({ share: z.number().gt(0).max(0.5), sensitivity: z.number().gt(0).max(2) })
    .default({ share: 0.1, sensitivity: 0.3 }),
  coverage: z
    .strictObject({ least: z.number().gt(0).max(0.8), most: z.number().min(0.8).lt(1) })
    .default({ least: 0.6, most: 0.99 }),
});
export type ForecastParams = z.infer<typeof forecastParams>;

/** What came of a forecast: how it did, what is next per area and for all together, what the loop does, and its evidence. */
export interface ForecastOutcome {
  test: BackTest;
  next: NextPeriod[];
  /** All areas together, as one series; undefined where that has too little history. */
  whole: NextPeriod | undefined;
  loop: FeedbackLoop;
  evidence: Omit<ForecastEvidence, 'testedOn'>;
  /** The naive method that it is held against. */
  baseline: NaiveMethod;
}

/** How far the feedback loop is followed, how often, and what the last count weighs in the forecast that learns from it. */
const LOOP = { periods: 24, runs: 25, discount: 0.8 } as const;
/** The last so many periods say how busy an area is, in the world of the loop. */
const RECENT = 12;

/** Everything that the contract asks of a panel, from its counts alone. Same panel, parameters and seed: same outcome. */
export function forecastOutcome(panel: CountPanel, params: ForecastParams, seed: number): ForecastOutcome {
  const firstOrigin = Math.min(params.firstOrigin ?? 36, Math.floor((2 * panel.periods.length) / 3));
  const test = backTest(panel, { firstOrigin });
  const baseline = (params.baseline === 'best naive' ? test.bestNaive.method : params.baseline) as NaiveMethod;
  const loop = feedbackLoop({
    rates: panel.counts.map(recentMean),
    attentionShare: params.attention.share,
    sensitivity: params.attention.sensitivity,
    ...LOOP,
    seed,
  });
  const differences = differencesOf(test, baseline);
  return {
    test,
    next: nextPeriod(panel),
    whole: nextPeriod(together(panel))[0],
    loop,
    baseline,
    evidence: {
      compared: test.automatic.n,
      periods: differences.every(({ value }) => value === differences[0]?.value) ? 0 : differences.length,
      modelScore: test.automatic.rps,
      baselineScore: test.methods.find(({ method }) => method === baseline)!.rps,
      coverage: test.automatic.coverage,
      amplification: loop.amplification,
    },
  };
}

/** Per period by how much the model scored worse than the baseline (below nought is better), gaps left out: what a drift alarm reads. */
export const differencesOf = (
  { periods }: Pick<BackTest, 'periods'>,
  baseline: NaiveMethod,
): { period: string; value: number }[] =>
  periods
    .filter(({ n }) => n > 0)
    .map(({ period, automatic, naive }) => ({ period, value: automatic - naive[baseline] }));

export const isBeaten = ({ evidence }: Pick<ForecastOutcome, 'evidence'>, params: ForecastParams): boolean =>
  isBaselineBeaten(params, evidence);

/** All areas as one series; a period with a gap in any of them is a gap. */
function together({ periods, season, counts }: CountPanel): CountPanel {
  const sums = Float64Array.from(periods, (_, t) => counts.reduce((sum, row) => sum + row[t]!, 0));
  return { areas: ['all'], periods, season, counts: [sums] };
}

function recentMean(row: Float64Array): number {
  const known = Array.from(row)
    .filter((count) => !Number.isNaN(count))
    .slice(-RECENT);
  return known.length === 0 ? 0 : known.reduce((sum, count) => sum + count, 0) / known.length;
}

/** What a forecast is made of: the counts of every area through time, and what may be shown of them. */
export interface ForecastData extends AreaCounts {
  panel: { periods: string[]; season: number; counts: Float64Array[]; beside: number[][] };
  /** The exact cell of every period of the panel, all areas together; undefined is a gap. */
  periodCells: (ExactGroup | undefined)[];
}
