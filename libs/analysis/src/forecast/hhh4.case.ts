import type { CaseMethod } from '../case/case-method.js';
import { numberParam, numbersParam } from '../case/case-params.js';
import { getTable, numberColumn, type CaseTable, type CaseTables } from '../case/case-table.js';
import {
  dawidSebastianiScore,
  logScore,
  rankedProbabilityScore,
  squaredErrorScore,
  type CountForecast,
} from './count-scores.js';
import { fitEpidemicModel } from './endemic-epidemic.js';
import { epidemicGrowth } from './epidemic-growth.js';
import { hhh4Model, type Hhh4Data, type Hhh4Model, type Hhh4Options } from './hhh4.js';
import { scoreCalibration } from './score-calibration.js';

interface Hhh4Params {
  readonly trend?: boolean;
  readonly ar?: boolean;
  readonly ne?: 'first_order' | 'powerlaw' | null;
  readonly ne_population?: boolean;
  readonly maxlag?: number;
  readonly offset?: string | null;
  readonly one_step?: { readonly from: number; readonly types: readonly string[] } | null;
}

const LAST_ROWS = 10;
const DISPERSIONS_SHOWN = 30;

function rowsOf(table: CaseTable, skip: number): Float64Array[] {
  const columns = Array.from(table.columns.keys()).slice(skip);
  const values = columns.map((name) => numberColumn(table, name));
  return Array.from({ length: table.rows }, (_, t) => Float64Array.from(values, (column) => column[t]!));
}

function readData(tables: CaseTables): Hhh4Data {
  const counts = rowsOf(getTable(tables, 'counts.csv'), 1);
  const fractions = rowsOf(getTable(tables, 'population_fraction.csv'), 0);
  const orders = rowsOf(getTable(tables, 'neighbourhood_order.csv'), 0);
  return { counts, population: counts.map((_, t) => fractions[fractions.length === 1 ? 0 : t]!), orders };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function meanScores(observed: readonly number[], forecasts: readonly CountForecast[]) {
  const mean = (score: (y: number, f: CountForecast) => number) =>
    meanOf(observed.map((y, i) => score(y, forecasts[i]!)));
  return {
    logs: mean(logScore),
    rps: mean(rankedProbabilityScore),
    dss: mean(dawidSebastianiScore),
    ses: mean(squaredErrorScore),
  };
}

function forecastsOf(model: Hhh4Model, b: Float64Array): CountForecast[] {
  const terms = model.termsAt(b);
  const size = Math.exp(b.at(-1)!);
  return Array.from({ length: model.observations }, (_, i) => ({ mean: terms(i).mean, size }));
}

const countsOf = (model: Hhh4Model) => Array.from({ length: model.observations }, (_, i) => model.count(i));

/** Files counts, population_fraction and neighbourhood_order: the fit, its scores, and one-step forecasts. */
export const hhh4Case: CaseMethod = {
  analyse(tables, rawParams) {
    const params = rawParams as Hhh4Params;
    const data = readData(tables);
    const areas = data.orders.length;
    const [from, to] = numbersParam(params, 'subset') as [number, number];
    const options: Hhh4Options = {
      period: numberParam(params, 'period'),
      harmonics: numberParam(params, 'harmonics'),
      trend: params.trend === true,
      own: params.ar === true,
      neighbours: params.ne ?? 'none',
      neighbourPopulation: params.ne_population === true,
      maxlag: params.maxlag ?? 5,
      populationOffset: params.offset === 'population',
    };
    const model = hhh4Model(data, options, from, to);
    const fit = fitEpidemicModel(model);
    const forecasts = forecastsOf(model, fit.coefficients);
    const parts = Array.from({ length: model.observations }, (_, i) => i).map(model.partsAt(fit.coefficients));
    const sum = (part: 'endemic' | 'own' | 'neighbours') => parts.reduce((total, p) => total + p[part], 0);
    const matrix = (rows: readonly CountForecast[]) =>
      Array.from({ length: rows.length / areas }, (_, t) => rows.slice(t * areas, (t + 1) * areas).map((f) => f.mean));
    const oneStep = (type: string, first: number) => {
      const upTo = (t: number) => fitEpidemicModel(hhh4Model(data, options, from, t), fit.coefficients).coefficients;
      let coefficients = type === 'final' ? fit.coefficients : upTo(first);
      const found: CountForecast[] = [];
      const sizes: number[] = [];
      for (let t = first; t < to; t++) {
        if (type === 'rolling' && t > first) coefficients = upTo(t);
        found.push(...forecastsOf(hhh4Model(data, options, t + 1, t + 1), coefficients));
        sizes.push(coefficients.at(-1)!);
      }
      const observed = countsOf(hhh4Model(data, options, first + 1, to));
      const { z, p } = scoreCalibration(observed, found);
      const predicted = matrix(found);
      return {
        tp: [first, to - 1],
        n_predictions: found.length,
        mean_scores: meanScores(observed, found),
        calibration_rps_z: z,
        calibration_rps_p: p,
        pred_first_row: predicted[0],
        pred_last_row: predicted.at(-1),
        neg_log_overdisp: sizes.slice(0, DISPERSIONS_SHOWN),
      };
    };
    const step = params.one_step;
    return {
      parameter_names: fit.names,
      coef: fit.coefficients,
      se: fit.standardErrors,
      overdispersion: Math.exp(-fit.coefficients.at(-1)!),
      loglik: fit.logLikelihood,
      aic: 2 * fit.names.length - 2 * fit.logLikelihood,
      n_parameters: fit.names.length,
      dominant_eigenvalue:
        options.own || options.neighbours !== 'none'
          ? epidemicGrowth(data, options, fit.names, fit.coefficients)
          : null,
      component_totals: {
        endemic: sum('endemic'),
        epidemic_own: sum('own'),
        epidemic_neighbours: sum('neighbours'),
      },
      fitted_last_10: matrix(forecasts).slice(-LAST_ROWS),
      mean_scores_in_sample: meanScores(countsOf(model), forecasts),
      one_step_ahead: step ? Object.fromEntries(step.types.map((type) => [type, oneStep(type, step.from)])) : undefined,
    };
  },
  tolerances: [
    { at: 'coef.*', abs: 1e-4 },
    { at: 'se.*', rel: 1e-3 },
    { at: 'loglik', abs: 1e-4 },
    { at: 'aic', abs: 2e-4 },
    { at: '**.neg_log_overdisp.*', abs: 1e-4 },
    // The reference sums the expected scores to 1e-4 only; the README states no tolerance for the test itself.
    { at: '**.calibration_rps_z', rel: 1e-3 },
    { at: '**.calibration_rps_p', rel: 1e-2 },
    { at: '**', rel: 1e-4 },
  ],
};
