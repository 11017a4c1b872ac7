import type { CaseMethod } from '../case/case-method.js';
import { normalTwoSided } from '../special/normal.js';
import { Z_95 } from '../special/normal-quantile.js';
import { standardErrors } from '../linear/orthogonal-basis.js';
import { poissonDeviance } from './poisson-residuals.js';
import { fitPoisson } from './poisson-regression.js';
import { poissonProfileInterval } from './profile-interval.js';
import { readRegression, type RegressionParams } from './regression-params.js';
import { heteroscedasticCovariance } from './robust-covariance.js';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** Deviance of the model with an intercept and the offset only. */
function nullDeviance(counts: Float64Array, exposure: Float64Array | undefined): number {
  const weights = exposure ?? new Float64Array(counts.length).fill(1);
  const rate = sum(counts) / sum(weights);
  return poissonDeviance(
    counts,
    weights.map((weight) => weight * rate),
  );
}

/** Poisson regression: coefficients, rate ratios with three kinds of interval, robust errors and residuals. */
export const glmPoissonOffsetCase: CaseMethod = {
  analyse(tables, params) {
    const { design, response, exposure } = readRegression(tables, params as RegressionParams);
    const fit = fitPoisson(design, response, exposure);
    const z = fit.coefficients.map((b, j) => b / fit.standardErrors[j]!);
    const profile = design.names.map((_, j) => poissonProfileInterval(fit, design, response, exposure, j));
    const wald = (side: number) => fit.coefficients.map((b, j) => Math.exp(b + side * Z_95 * fit.standardErrors[j]!));
    return {
      terms: design.names,
      coef: fit.coefficients,
      se: fit.standardErrors,
      z,
      p: z.map(normalTwoSided),
      irr: fit.coefficients.map(Math.exp),
      irr_wald95_low: wald(-1),
      irr_wald95_high: wald(1),
      irr_profile95_low: profile.map(({ low }) => Math.exp(low)),
      irr_profile95_high: profile.map(({ high }) => Math.exp(high)),
      vcov: fit.covariance,
      deviance: fit.deviance,
      null_deviance: nullDeviance(response, exposure),
      df_residual: fit.degreesOfFreedom,
      df_null: fit.rows - 1,
      logLik: fit.logLikelihood,
      aic: fit.aic,
      bic: fit.bic,
      pearson_chi2: fit.pearsonChi2,
      dispersion_pearson: fit.dispersion,
      quasi_se: fit.standardErrors.map((se) => se * Math.sqrt(fit.dispersion)),
      robust_se_HC0: standardErrors(heteroscedasticCovariance(fit.scoreForm, 'HC0')),
      robust_se_HC1: standardErrors(heteroscedasticCovariance(fit.scoreForm, 'HC1')),
      fitted: fit.fitted,
      residual_deviance: fit.devianceResiduals,
      residual_pearson: fit.pearsonResiduals,
      hat: fit.hat,
      estimable: fit.estimable,
      rows_left_out: tables['input.csv']!.rows - design.rows,
    };
  },
  tolerances: [
    { at: 'coef.*', abs: 1e-7 },
    { at: 'se.*', rel: 1e-6 },
    { at: 'quasi_se.*', rel: 1e-6 },
    { at: 'robust_se_HC0.*', rel: 1e-6 },
    { at: 'robust_se_HC1.*', rel: 1e-6 },
    { at: 'irr_profile95_low.*', rel: 1e-4 },
    { at: 'irr_profile95_high.*', rel: 1e-4 },
    ...['deviance', 'null_deviance', 'logLik', 'aic', 'bic'].map((at) => ({ at, rel: 1e-9 })),
    { at: 'p.*', rel: 1e-5, abs: 1e-300 },
    { at: 'vcov.**', rel: 1e-6, abs: 1e-12 },
    { at: 'residual_deviance.*', rel: 1e-6, abs: 1e-7 },
    { at: 'residual_pearson.*', rel: 1e-6, abs: 1e-7 },
    { at: '**', rel: 1e-6, abs: 1e-12 },
  ],
};
