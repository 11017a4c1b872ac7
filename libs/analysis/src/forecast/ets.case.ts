import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { numberParam, textsParam } from '../case/case-params.js';
import { CaseInputError, getTable, numberColumn } from '../case/case-table.js';
import { normalQuantile } from '../special/normal-quantile.js';
import { fitExponentialSmoothing, type ExponentialSmoothing } from './exponential-smoothing.js';
import { smoothingForecast, smoothingPass, type SmoothingModel } from './smoothing-recursion.js';

const MODELS: readonly string[] = ['ANN', 'AAN', 'ANA', 'AAA'];

/** Everything that follows from parameters and states: fit, likelihoods, criteria, forecasts. */
function resultOf(fit: ExponentialSmoothing, horizon: number) {
  const { model, parameters, initial, n, sumOfSquares: sse } = fit;
  const parametersWithVariance = fit.freeParameters + 1;
  const packageLikelihood = (-n / 2) * Math.log(sse);
  const aic = 2 * parametersWithVariance - 2 * packageLikelihood;
  const spare = n - parametersWithVariance - 1;
  const variance = sse / (n - fit.freeParameters);
  const { point, relativeVariance } = smoothingForecast(fit.final, parameters, horizon, model === 'ANA' ? 1 : 0);
  const bound = (p: number) =>
    point.map((value, k) => value + normalQuantile(p) * Math.sqrt(variance * relativeVariance[k]!));
  return {
    model,
    alpha: parameters.alpha,
    beta: parameters.beta ?? null,
    gamma: parameters.gamma ?? null,
    initial_level: initial.level,
    initial_trend: model[1] === 'A' ? initial.trend : null,
    initial_seasonal_most_recent_first: model[2] === 'A' ? initial.seasonal : null,
    sse,
    sigma2: variance,
    loglik_forecast_package: packageLikelihood,
    loglik_full_gaussian: fit.logLikelihood,
    aic,
    aicc: spare > 0 ? aic + (2 * parametersWithVariance * (parametersWithVariance + 1)) / spare : Number.NaN,
    bic: aic + parametersWithVariance * (Math.log(n) - 2),
    n_parameters: parametersWithVariance,
    fitted: fit.fitted,
    forecast: point,
    lower80: bound(0.1),
    upper80: bound(0.9),
    lower95: bound(0.025),
    upper95: bound(0.975),
  };
}

type Result = Record<string, number | number[] | string | null>;

const leaves = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The largest relative difference between two results, over all leaves of the expected one. */
function worstOf(
  expected: Result,
  found: Record<string, unknown>,
): { deviation: number; at: string; compared: number } {
  let worst = { deviation: 0, at: '' };
  let compared = 0;
  for (const [name, wanted] of Object.entries(expected)) {
    const got = ArrayBuffer.isView(found[name]) ? Array.from(found[name] as Float64Array) : leaves(found[name]);
    leaves(wanted).forEach((value, i) => {
      compared++;
      const other = got[i];
      const numbers = typeof value === 'number' && typeof other === 'number';
      const deviation = numbers ? Math.abs(value - other) / Math.max(Math.abs(value), 1e-12) : Infinity;
      if (value !== other && deviation > worst.deviation) worst = { deviation, at: name };
    });
  }
  return { ...worst, compared };
}

/**
 * The two tests of the method: with the expected parameters and states the recursion gives the expected fit and forecasts; and
 * the own optimum has a likelihood not more than 0.1 below, with forecasts within 2 % unless it lies clearly above.
 */
function twoTests(expectedModel: unknown, actualModel: unknown, { tables, params }: JudgeContext): Judgement {
  const expected = expectedModel as Result;
  const actual = actualModel as Result;
  const series = numberColumn(getTable(tables), 'y');
  const parameters = {
    alpha: expected.alpha as number,
    beta: (expected.beta as number | null) ?? undefined,
    gamma: (expected.gamma as number | null) ?? undefined,
  };
  const initial = {
    level: expected.initial_level as number,
    trend: (expected.initial_trend as number | null) ?? 0,
    seasonal: (expected.initial_seasonal_most_recent_first as number[] | null) ?? [],
  };
  const { fitted, errors, final } = smoothingPass(series, parameters, initial);
  const sumOfSquares = errors.reduce((sum, error) => sum + error * error, 0);
  const n = series.length;
  const given: ExponentialSmoothing = {
    model: expected.model as SmoothingModel,
    parameters,
    initial,
    final,
    fitted,
    sumOfSquares,
    n,
    freeParameters: (actual.n_parameters as number) - 1,
    logLikelihood: (-n / 2) * (Math.log((2 * Math.PI * sumOfSquares) / n) + 1),
  };
  const first = worstOf(expected, resultOf(given, numberParam(params, 'horizon')));
  if (!(first.deviation <= 1e-8)) return { ok: false, ...first, reason: `recursion differs at ${first.at}` };
  const better = (actual.loglik_full_gaussian as number) - (expected.loglik_full_gaussian as number);
  if (!(better >= -0.1))
    return { ok: false, deviation: -better, compared: first.compared, reason: `likelihood ${better}` };
  const wanted = expected.forecast as number[];
  const apart = wanted.reduce((most, value, k) => {
    return Math.max(most, Math.abs(value - (actual.forecast as number[])[k]!) / Math.abs(value));
  }, 0);
  const ok = apart <= 0.02 || better > 0.1;
  return {
    ok,
    deviation: first.deviation,
    compared: first.compared,
    ...(ok ? {} : { reason: `forecasts ${apart} apart` }),
  };
}

/** Column `y`: every asked model, fitted by maximum likelihood. */
export const etsCase: CaseMethod = {
  analyse(tables, params) {
    const series = numberColumn(getTable(tables), 'y');
    const models = textsParam(params, 'models').map((model) => {
      if (!MODELS.includes(model)) throw new CaseInputError(`there is no model ${model}`);
      const fit = fitExponentialSmoothing(model as SmoothingModel, series, numberParam(params, 'period'));
      return [model, resultOf(fit, numberParam(params, 'horizon'))] as const;
    });
    return { models: Object.fromEntries(models) };
  },
  tolerances: [{ at: 'models.*', judge: twoTests }],
};
