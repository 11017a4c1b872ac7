import type { CaseMethod, Judgement } from '../case/case-method.js';
import { numberParam } from '../case/case-params.js';
import { CaseInputError, getTable, numberColumn } from '../case/case-table.js';
import { dawidSebastianiScore, logScore, rankedProbabilityScore, type CountForecast } from './count-scores.js';
import { centralInterval, covers, intervalScore, pitDistribution } from './interval-scores.js';
import { errorScale } from './point-scores.js';
import { seasonalCountForecast } from './seasonal-count-forecast.js';

const LEVELS = [0.5, 0.8, 0.95];
const TENTHS = Array.from({ length: 11 }, (_, k) => k / 10);
/** Above this θ the likelihood is flat: one optimiser stops at some large number, ours says Poisson. */
const AS_GOOD_AS_POISSON = 1e4;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function intervalsOf(observed: readonly number[], forecasts: readonly CountForecast[], level: number) {
  const found = forecasts.map((forecast) => centralInterval(forecast, level));
  return {
    level,
    lower: found.map(({ lower }) => lower),
    upper: found.map(({ upper }) => upper),
    coverage: mean(found.map((interval, i) => Number(covers(interval, observed[i]!)))),
    mean_width: mean(found.map(({ lower, upper }) => upper - lower)),
    interval_score: mean(found.map((interval, i) => intervalScore(observed[i]!, interval))),
  };
}

function sameTheta(expected: unknown, actual: unknown): Judgement {
  const wanted = expected as number;
  const found = (actual as number | null) ?? Infinity;
  const flat = wanted > AS_GOOD_AS_POISSON && found > AS_GOOD_AS_POISSON;
  const deviation = flat ? 0 : Math.abs(wanted - found) / wanted;
  return { ok: deviation <= 1e-3, deviation, compared: 1 };
}

/** Column `y`, complete: one-step forecasts from every origin, refitted each time, and their scores. */
export const backtestNbGlmCase: CaseMethod = {
  analyse(tables, params) {
    const y = numberColumn(getTable(tables), 'y');
    const options = { period: numberParam(params, 'period'), harmonics: numberParam(params, 'harmonics') };
    const first = numberParam(params, 'first_origin');
    if (first < 1 || first >= y.length) throw new CaseInputError('the first origin must lie inside the series');
    const origins = Array.from({ length: y.length - first }, (_, k) => first + k);
    const forecasts = origins.map((origin) => seasonalCountForecast(y.slice(0, origin), options));
    const observed = origins.map((origin) => y[origin]!);
    const each = (score: (y: number, forecast: CountForecast) => number) =>
      observed.map((value, i) => score(value, forecasts[i]!));
    const logs = each(logScore);
    const dss = each(dawidSebastianiScore);
    const rps = each(rankedProbabilityScore);
    const mae = mean(each((value, forecast) => Math.abs(value - forecast.mean)));
    const scale = errorScale(y.slice(0, first), options.period).absolute;
    const cumulative = pitDistribution(observed, forecasts, TENTHS);
    return {
      origins,
      observed,
      mu: forecasts.map((forecast) => forecast.mean),
      theta: forecasts.map((forecast) => forecast.size),
      logs,
      dss,
      rps,
      mean_logs: mean(logs),
      mean_dss: mean(dss),
      mean_rps: mean(rps),
      mae,
      mase_seasonal: mae / scale,
      mase_scale: scale,
      mase_snaive: mean(origins.map((origin) => Math.abs(y[origin]! - y[origin - options.period]!))) / scale,
      intervals: LEVELS.map((level) => intervalsOf(observed, forecasts, level)),
      pit_density_10_bins: cumulative.slice(1).map((value, k) => (value - cumulative[k]!) * 10),
    };
  },
  tolerances: [
    { at: 'mu.*', rel: 1e-5 },
    { at: 'theta.*', judge: sameTheta },
    { at: 'logs.*', rel: 1e-4 },
    { at: 'rps.*', rel: 1e-4 },
    // A log variance may be next to zero, where a relative bound has no meaning.
    { at: 'dss.*', rel: 1e-4, abs: 1e-4 },
    { at: 'pit_density_10_bins.*', rel: 1e-4 },
    { at: '**', rel: 1e-4 },
  ],
};
