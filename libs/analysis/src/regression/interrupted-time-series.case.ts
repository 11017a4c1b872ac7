import type { CaseMethod } from '../case/case-method.js';
import { getTable, numberColumn } from '../case/case-table.js';
import { standardErrors } from '../linear/orthogonal-basis.js';
import { Z_95 } from '../special/normal-quantile.js';
import { autocorrelations, durbinWatson, ljungBox } from './autocorrelation.js';
import type { Design } from './design.js';
import { expectedCounts, interruptedDesign, withoutIntervention } from './interrupted-time-series.js';
import { fitLinear, type ScoreForm } from './linear-regression.js';
import { negativeBinomialDeviance } from './negative-binomial-residuals.js';
import { fitNegativeBinomial } from './negative-binomial-regression.js';
import { fitPoisson } from './poisson-regression.js';
import { heteroscedasticCovariance, neweyWestCovariance } from './robust-covariance.js';

interface InterruptedParams {
  readonly period: number;
  readonly harmonics: number;
  readonly intervention_at: number;
  readonly newey_west_lag: number;
  readonly covariates?: readonly string[];
}

/** Above this θ the counts are not overdispersed and the negative-binomial model is left out. */
const NO_OVERDISPERSION = 1e5;
const ACF_LAGS = 12;

interface Fit {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly scoreForm: ScoreForm;
}

function common(design: Design, fit: Fit, residuals: Float64Array, lag: number) {
  const { scoreForm, coefficients } = fit;
  const neweyWest = standardErrors(neweyWestCovariance(scoreForm, lag));
  const level = design.names.indexOf('level');
  const ratio = (side: number) => Math.exp(coefficients[level]! + side * Z_95 * neweyWest[level]!);
  return {
    terms: design.names,
    coef: coefficients,
    se_model: fit.standardErrors,
    se_HC0: standardErrors(heteroscedasticCovariance(scoreForm, 'HC0')),
    se_HC1: standardErrors(heteroscedasticCovariance(scoreForm, 'HC1')),
    se_newey_west: neweyWest,
    se_newey_west_adjusted: standardErrors(neweyWestCovariance(scoreForm, lag, true)),
    level_change_ratio: ratio(0),
    level_change_ratio_nw95: [ratio(-1), ratio(1)],
    acf_residual: autocorrelations(residuals, ACF_LAGS),
    ljung_box12: ljungBox(residuals, ACF_LAGS),
  };
}

/** The part that only models of counts have: dispersion, and what would have happened without the measure. */
function countPart(
  design: Design,
  fit: Fit & { fitted: Float64Array },
  pearson: Float64Array,
  post: readonly number[],
) {
  const dispersion = pearson.reduce((sum, r) => sum + r * r, 0) / (design.rows - fit.scoreForm.basis.q.length);
  const without = expectedCounts(withoutIntervention(design), fit.coefficients);
  return {
    pearson_dispersion: dispersion,
    se_quasi: fit.standardErrors.map((se) => se * Math.sqrt(dispersion)),
    counterfactual_post: post.map((i) => without[i]!),
    fitted_post: post.map((i) => fit.fitted[i]!),
    avoided_total: post.reduce((sum, i) => sum + without[i]! - fit.fitted[i]!, 0),
  };
}

/** Columns `t`, `y`, `intervention` and covariates; segmented Poisson, log-linear and negative-binomial regression. */
export const interruptedTimeSeriesCase: CaseMethod = {
  analyse(tables, rawParams) {
    const params = rawParams as InterruptedParams;
    const table = getTable(tables);
    const time = numberColumn(table, 't');
    const y = numberColumn(table, 'y');
    const covariates = (params.covariates ?? []).map((name) => ({ name, values: numberColumn(table, name) }));
    const settings = { period: params.period, harmonics: params.harmonics, interventionAt: params.intervention_at };
    const design = interruptedDesign(time, numberColumn(table, 'intervention'), settings, covariates);
    const post = Array.from(time.keys()).filter((i) => time[i]! >= params.intervention_at);
    const lag = params.newey_west_lag;

    const poisson = fitPoisson(design, y);
    const models: Record<string, unknown> = {
      poisson: {
        ...common(design, poisson, poisson.pearsonResiduals, lag),
        ...countPart(design, poisson, poisson.pearsonResiduals, post),
        deviance: poisson.deviance,
        logLik: poisson.logLikelihood,
      },
    };
    if (y.every((value) => value > 0)) {
      const linear = fitLinear(design, y.map(Math.log));
      models.log_ols = {
        ...common(design, linear, linear.residuals, lag),
        dw: durbinWatson(linear.residuals),
        r_squared: linear.rSquared,
      };
    }
    const negbin = fitNegativeBinomial(design, y);
    if (negbin.theta <= NO_OVERDISPERSION) {
      const { fitted, theta } = negbin;
      const pearson = y.map((value, i) => (value - fitted[i]!) / Math.sqrt(fitted[i]! + fitted[i]! ** 2 / theta));
      models.negbin = {
        ...common(design, negbin, pearson, lag),
        ...countPart(design, negbin, pearson, post),
        deviance: negativeBinomialDeviance(y, fitted, theta),
        logLik: negbin.logLikelihood,
        theta,
      };
    }
    return { models };
  },
  tolerances: [
    { at: '**.coef.*', abs: 1e-6, rel: 1e-6 },
    { at: '**.level_change_ratio', rel: 1e-6 },
    { at: '**.logLik', rel: 1e-7 },
    { at: '**.deviance', rel: 1e-5 },
    { at: '**.acf_residual.*', rel: 1e-4, abs: 1e-6 },
    { at: '**', rel: 1e-4 },
  ],
};
