import { driftAlarm, DRIFT_DEFAULTS, NAIVE_METHODS } from '@datalab/analysis';
import { LEAST_TEST_PERIODS, testRefusals, type ForecastTerms } from '@datalab/domain';
import { z } from 'zod';
import { differencesOf } from '../analyses/methods/forecast.outcome.js';
import { shownScore } from '../analyses/methods/forecast.present.js';

/** A figure as the outcome of a run holds it: null is "not defined". */
const figure = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

/** As much of a stored outcome of the method `forecast` as a contract is judged by. For the worker alone. */
export const forecastRecordSchema = z.object({
  baseline: z.enum(NAIVE_METHODS),
  evidence: z.object({
    compared: figure,
    periods: figure,
    modelScore: figure,
    baselineScore: figure,
    coverage: figure,
    amplification: figure,
  }),
  loop: z.object({
    amplification: figure,
    misplaced: figure,
    misplacedWithout: figure,
    persistence: figure,
    persistenceWithout: figure,
  }),
  test: z.object({
    methods: z.array(
      z.object({ method: z.string(), rps: figure, wape: figure, mase: figure, coverage: figure, hitRate: figure }),
    ),
    chosen: z.record(z.string(), z.number()),
    areas: z.array(z.unknown()),
    periods: z.array(
      z.object({
        period: z.string(),
        n: z.number(),
        automatic: figure,
        naive: z.record(z.enum(NAIVE_METHODS), figure),
      }),
    ),
  }),
});
export type ForecastRecord = z.infer<typeof forecastRecordSchema>;

const shown = z.number().nullable();

/** What a run under a contract gave, as everybody in the lab may see it. */
export const forecastDocumentSchema = z.object({
  /** Counts that were compared, rounded to ten. */
  compared: z.number(),
  /** First and last period that was forecast and then compared. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  baseline: z.enum(NAIVE_METHODS),
  modelScore: shown,
  baselineScore: shown,
  /** 1 − score over that of the baseline, to a thousandth; below nought is worse. */
  gain: shown,
  coverage: shown,
  loop: z.object({
    amplification: shown,
    misplaced: shown,
    misplacedWithout: shown,
    persistence: shown,
    persistenceWithout: shown,
  }),
  methods: z.array(
    z.object({ method: z.string(), rps: shown, wape: shown, mase: shown, coverage: shown, hitRate: shown }),
  ),
  /** Of a check: how far the alarm has come (`sum` of `threshold`) over the periods since the test; null of a test. */
  drift: z
    .object({
      sum: z.number(),
      threshold: z.number(),
      alarm: z.boolean(),
      periods: z.number(),
      since: z.string().nullable(),
    })
    .nullable(),
  /** What ran, for the register. */
  ran: z.object({
    areas: z.number(),
    level: z.string(),
    grain: z.string(),
    sources: z.array(z.string()),
    methods: z.array(z.string()),
    version: z.string(),
    seed: z.number(),
    snapshotDigest: z.string(),
  }),
});
export type ForecastDocument = z.infer<typeof forecastDocumentSchema>;

/** All that exact figures say against a run under these terms. */
export const refusalsOf = (terms: ForecastTerms, { evidence }: ForecastRecord): string[] =>
  testRefusals(terms, evidence);

/**
 * Did the model get worse since the test that it was activated on? Against that same baseline, over the periods that the test did not know. A
 * reference that is too short to tell cannot have been activated.
 */
export function driftSince(tested: ForecastRecord, now: ForecastRecord): NonNullable<ForecastDocument['drift']> {
  const reference = differencesOf(tested.test, tested.baseline);
  const last = reference.at(-1)?.period ?? '';
  const recent = differencesOf(now.test, tested.baseline).filter(({ period }) => period > last);
  const { threshold } = DRIFT_DEFAULTS;
  if (reference.length < LEAST_TEST_PERIODS || recent.length === 0)
    return { sum: 0, threshold, alarm: false, periods: recent.length, since: null };
  const { sums, alarmAt } = driftAlarm(
    reference.map(({ value }) => value),
    recent.map(({ value }) => value),
  );
  const alarm = alarmAt >= 0;
  const sum = Math.round(10 * sums[sums.length - 1]!) / 10;
  return { sum, threshold, alarm, periods: recent.length, since: alarm ? recent[alarmAt]!.period : null };
}

/** The record in figures that may be shown: scores in two digits, shares to a per cent. */
export function forecastDocument(
  { evidence, loop, test, baseline }: ForecastRecord,
  ran: Omit<ForecastDocument['ran'], 'areas' | 'methods'>,
  drift: ForecastDocument['drift'],
): ForecastDocument {
  const compared = test.periods.filter(({ n }) => n > 0);
  return {
    compared: Math.round(evidence.compared / 10) * 10,
    from: compared[0]?.period ?? null,
    to: compared.at(-1)?.period ?? null,
    baseline,
    modelScore: shownScore(evidence.modelScore),
    baselineScore: shownScore(evidence.baselineScore),
    gain: rounded(1 - evidence.modelScore / evidence.baselineScore, 1_000),
    coverage: rounded(evidence.coverage, 100),
    loop: {
      amplification: rounded(loop.amplification, 100),
      misplaced: rounded(loop.misplaced, 100),
      misplacedWithout: rounded(loop.misplacedWithout, 100),
      persistence: rounded(loop.persistence, 100),
      persistenceWithout: rounded(loop.persistenceWithout, 100),
    },
    methods: test.methods.map(({ method, rps, wape, mase, coverage, hitRate }) => ({
      method,
      rps: shownScore(rps),
      wape: shownScore(wape),
      mase: shownScore(mase),
      coverage: rounded(coverage, 100),
      hitRate: rounded(hitRate, 100),
    })),
    drift,
    ran: {
      ...ran,
      areas: test.areas.length,
      methods: Object.entries(test.chosen).flatMap(([method, times]) => (times > 0 ? [method] : [])),
    },
  };
}

const rounded = (value: number, steps: number): number | null =>
  Number.isFinite(value) ? Math.round(steps * value) / steps : null;
