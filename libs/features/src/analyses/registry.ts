import type { AnyMethod } from './method.js';
import { captureRecaptureMethod } from './methods/capture-recapture.method.js';
import { chi2CramerMethod } from './methods/chi2-cramer.method.js';
import { emergingHotspotsMethod } from './methods/emerging-hotspots.method.js';
import { getisOrdGiMethod } from './methods/getis-ord-gi.method.js';
import { interruptedTimeSeriesMethod } from './methods/interrupted-time-series.method.js';
import { hhh4Method } from './methods/hhh4.method.js';
import { kdeMethod } from './methods/kde.method.js';
import { knownToNMethod } from './methods/known-to-n.method.js';
import { likeWithLikeMethod } from './methods/like-with-like.method.js';
import { moranGlobalMethod } from './methods/moran-global.method.js';
import { oddsRiskRatioMethod } from './methods/odds-risk-ratio.method.js';
import { ratesMethod } from './methods/rates.method.js';
import { reportingPropensityMethod } from './methods/reporting-propensity.method.js';
import { rhythmMethod } from './methods/rhythm.method.js';
import { serviceUseGapMethod } from './methods/service-use-gap.method.js';
import { scanStatisticMethod } from './methods/scan-statistic.method.js';
import { stlMethod } from './methods/stl.method.js';
import { trendMethod } from './methods/trend.method.js';
import { captureSingleListMethod } from './methods/capture-single-list.method.js';
import { clusteringMethod } from './methods/clustering.method.js';
import { differenceInDifferencesMethod } from './methods/difference-in-differences.method.js';
import { forecastMethod } from './methods/forecast.method.js';
import { knoxMethod } from './methods/knox.method.js';
import { glmPoissonOffsetMethod } from './methods/glm-poisson-offset.method.js';
import { giniLorenz } from './methods/gini-lorenz.method.js';
import { glmNegbin } from './methods/glm-negbin.method.js';
import { moranLocalMethod } from './methods/moran-local.method.js';

/**
 * Every method that a lab can run. How one is added: docs/methods/README.md. Read by the worker and by its threads, so nothing here may do anything when
 * it is loaded.
 */
export const METHODS: readonly AnyMethod[] = [
  giniLorenz,
  glmNegbin,
  glmPoissonOffsetMethod,
  moranLocalMethod,
  captureRecaptureMethod,
  chi2CramerMethod,
  emergingHotspotsMethod,
  getisOrdGiMethod,
  interruptedTimeSeriesMethod,
  hhh4Method,
  kdeMethod,
  knownToNMethod,
  likeWithLikeMethod,
  moranGlobalMethod,
  oddsRiskRatioMethod,
  ratesMethod,
  reportingPropensityMethod,
  rhythmMethod,
  scanStatisticMethod,
  serviceUseGapMethod,
  stlMethod,
  trendMethod,
  captureSingleListMethod,
  clusteringMethod,
  differenceInDifferencesMethod,
  forecastMethod,
  knoxMethod,
];

/** The method of this name, or undefined. */
export const findMethod = (name: string): AnyMethod | undefined => METHODS.find((method) => method.name === name);
