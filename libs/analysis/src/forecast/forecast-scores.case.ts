import type { CaseMethod } from '../case/case-method.js';
import { numbersParam } from '../case/case-params.js';
import { getTable, numberColumn } from '../case/case-table.js';
import { negativeBinomialQuantile } from '../special/negative-binomial.js';
import { normalQuantile } from '../special/normal-quantile.js';
import { ensembleCrps, normalCrps, normalLogScore } from './continuous-scores.js';
import {
  countVariance,
  dawidSebastianiScore,
  logScore,
  rankedProbabilityScore,
  squaredErrorScore,
  type CountForecast,
} from './count-scores.js';
import {
  centralInterval,
  covers,
  intervalScore,
  pinballLoss,
  pitDistribution,
  probabilityInside,
  weightedIntervalScore,
} from './interval-scores.js';

const TENTHS = Array.from({ length: 11 }, (_, k) => k / 10);
const DECILES = TENTHS.slice(1, -1);
const PINBALL_AT = [0.05, 0.25, 0.5, 0.75, 0.95];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const means = (scores: Record<string, number[]>) =>
  Object.fromEntries(Object.entries(scores).map(([name, values]) => [name, mean(values)]));

/** Columns `y`, `mu`, `size`: every score of these forecasts, for each one and on average. */
export const forecastScoresCase: CaseMethod = {
  analyse(tables, params) {
    const table = getTable(tables);
    const y = Array.from(numberColumn(table, 'y'));
    const mu = numberColumn(table, 'mu');
    const size = numberColumn(table, 'size');
    const forecasts = Array.from(mu, (value, i): CountForecast => ({ mean: value, size: size[i]! }));
    const each = (score: (y: number, forecast: CountForecast, i: number) => number) =>
      y.map((value, i) => score(value, forecasts[i]!, i));
    const poisson = (score: (y: number, forecast: CountForecast) => number) =>
      each((value, forecast) => score(value, { mean: forecast.mean, size: Infinity }));
    const deviation = (forecast: CountForecast) => Math.sqrt(countVariance(forecast));
    const scores = {
      negbin: {
        logs: each(logScore),
        rps: each(rankedProbabilityScore),
        dss: each(dawidSebastianiScore),
        ses: each(squaredErrorScore),
      },
      poisson: {
        logs: poisson(logScore),
        rps: poisson(rankedProbabilityScore),
        dss: poisson(dawidSebastianiScore),
      },
      normal: {
        logs: each((value, f) => normalLogScore(value, f.mean, deviation(f))),
        crps: each((value, f) => normalCrps(value, f.mean, deviation(f))),
      },
    };
    const levels = numbersParam(params, 'levels');
    const intervals = levels.map((level) => {
      const found = forecasts.map((forecast) => centralInterval(forecast, level));
      const reach = -normalQuantile((1 - level) / 2);
      return {
        level,
        nb_lower: found.map(({ lower }) => lower),
        nb_upper: found.map(({ upper }) => upper),
        coverage: mean(each((value, _f, i) => Number(covers(found[i]!, value)))),
        expected_coverage_given_discreteness: mean(each((_y, f, i) => probabilityInside(f, found[i]!))),
        interval_score: each((value, _f, i) => intervalScore(value, found[i]!)),
        normal_coverage: mean(each((value, f) => Number(Math.abs(value - f.mean) <= reach * deviation(f)))),
      };
    });
    const quantiles = (tau: number) => forecasts.map((f) => negativeBinomialQuantile(tau, f.size, f.mean));
    const wis = each((value, forecast) => weightedIntervalScore(value, forecast, levels));
    const ensemble = forecasts.map((f) => DECILES.map((p) => negativeBinomialQuantile(p, f.size, f.mean)));
    const pinball = PINBALL_AT.map((tau) => {
      const at = quantiles(tau);
      return mean(each((value, _f, i) => pinballLoss(value, at[i]!, tau)));
    });
    return {
      negbin: scores.negbin,
      poisson: scores.poisson,
      normal_same_moments: scores.normal,
      means: { negbin: means(scores.negbin), poisson: means(scores.poisson), normal: means(scores.normal) },
      intervals,
      median: quantiles(0.5),
      wis,
      mean_wis: mean(wis),
      pit_nonrandomised_F: pitDistribution(y, forecasts, TENTHS),
      pinball: { tau: PINBALL_AT, mean: pinball },
      ensemble_deciles: ensemble,
      ensemble_crps: each((value, _f, i) => ensembleCrps(value, ensemble[i]!)),
    };
  },
  tolerances: [{ at: '**', rel: 1e-8, abs: 1e-8 }],
};
