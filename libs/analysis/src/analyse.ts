/**
 * The registry of all methods by name, and the one entry point to run any of them on tables and parameters.
 *
 * HOW A METHOD REGISTERS ITSELF (three steps, no other file changes):
 * 1. `src/<area>/<method>.ts`: the pure function, typed arrays in, typed result out, no knowledge of files or cases.
 * 2. `src/<area>/<method>.case.ts`: `export const <method>Case: CaseMethod = { analyse(tables, params) {…}, tolerances: […] }`,
 *    which reads columns (`getTable`, `numberColumn`, …), calls the pure function and returns the keys of `expected.json`
 *    in snake_case. `tolerances` are those of the method's README, so that any other case of the method is judged alike.
 * 3. Here: one import and one line in the map below, keys in alphabetical order. Key = name of the method's folder.
 */
import { toPlainJson } from './case/plain-json.js';
import type { CaseMethod } from './case/case-method.js';
import { CaseInputError, type CaseTables } from './case/case-table.js';
import { specialFunctionsCase } from './special/special-functions.case.js';
import { getisOrdGiCase } from './spatial/getis-ord-gi.case.js';
import { moranGlobalCase } from './spatial/moran-global.case.js';
import { moranLocalCase } from './spatial/moran-local.case.js';
import { multipleTestingCase } from './tables/multiple-testing.case.js';
import { glmPoissonOffsetCase } from './regression/glm-poisson-offset.case.js';
import { glmNegbinCase } from './regression/glm-negbin.case.js';
import { overdispersionCase } from './regression/overdispersion.case.js';
import { ratesCase } from './tables/rates.case.js';
import { giniLorenzCase } from './tables/gini-lorenz.case.js';
import { chi2CramerCase } from './tables/chi2-cramer.case.js';
import { oddsRiskRatioCase } from './tables/odds-risk-ratio.case.js';
import { scanStatisticCase } from './scan/scan-statistic.case.js';
import { captureRecaptureCase } from './lists/capture-recapture.case.js';
import { captureSingleListCase } from './lists/capture-single-list.case.js';
import { interruptedTimeSeriesCase } from './regression/interrupted-time-series.case.js';
import { differenceInDifferencesCase } from './regression/difference-in-differences.case.js';
import { moranResidualsCase } from './spatial/moran-residuals.case.js';
import { kdeCase } from './spatial/kde.case.js';
import { knoxCase } from './spatial/knox.case.js';
import { hotspotPredictionPaiCase } from './spatial/hotspot-prediction-pai.case.js';
import { clusteringCase } from './cluster/clustering.case.js';
import { forecastBaselinesCase } from './forecast/forecast-baselines.case.js';
import { backtestNbGlmCase } from './forecast/backtest-nb-glm.case.js';
import { etsCase } from './forecast/ets.case.js';
import { hhh4Case } from './forecast/hhh4.case.js';
import { stlCase } from './forecast/stl.case.js';
import { forecastScoresCase } from './forecast/forecast-scores.case.js';

const methods: Readonly<Record<string, CaseMethod>> = {
  backtest_nb_glm: backtestNbGlmCase,
  capture_recapture: captureRecaptureCase,
  capture_single_list: captureSingleListCase,
  chi2_cramer: chi2CramerCase,
  clustering: clusteringCase,
  difference_in_differences: differenceInDifferencesCase,
  ets: etsCase,
  forecast_baselines: forecastBaselinesCase,
  forecast_scores: forecastScoresCase,
  getis_ord_gi: getisOrdGiCase,
  gini_lorenz: giniLorenzCase,
  glm_negbin: glmNegbinCase,
  glm_poisson_offset: glmPoissonOffsetCase,
  hhh4: hhh4Case,
  hotspot_prediction_pai: hotspotPredictionPaiCase,
  interrupted_time_series: interruptedTimeSeriesCase,
  kde: kdeCase,
  knox: knoxCase,
  moran_global: moranGlobalCase,
  moran_local: moranLocalCase,
  moran_residuals: moranResidualsCase,
  multiple_testing: multipleTestingCase,
  odds_risk_ratio: oddsRiskRatioCase,
  overdispersion: overdispersionCase,
  rates: ratesCase,
  scan_statistic: scanStatisticCase,
  special_functions: specialFunctionsCase,
  stl: stlCase,
};

/** Names of all methods that can be run, in alphabetical order. */
export const methodNames: readonly string[] = Object.keys(methods).sort();

/** The method of that name with its tolerances, or undefined when there is none. */
export function findMethod(method: string): CaseMethod | undefined {
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

/**
 * Runs one method and returns plain JSON: arrays instead of typed arrays, `null` for what is not defined.
 * Pure and deterministic: the same tables and parameters (with their seed) give the same result.
 * Throws CaseInputError when the method does not exist or the input does not fit it.
 */
export function analyse(method: string, tables: CaseTables, params: unknown): unknown {
  const found = findMethod(method);
  if (!found) throw new CaseInputError(`there is no method ${method}`);
  return toPlainJson(found.analyse(tables, params));
}
