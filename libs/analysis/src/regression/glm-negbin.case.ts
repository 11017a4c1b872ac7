import type { CaseMethod } from '../case/case-method.js';
import { chiSquareTails } from '../special/chi-square.js';
import { normalTwoSided } from '../special/normal.js';
import { Z_95 } from '../special/normal-quantile.js';
import { fitNegativeBinomial } from './negative-binomial-regression.js';
import { negativeBinomialDeviance } from './negative-binomial-residuals.js';
import { thetaAsInMass } from './theta-as-in-mass.js';
import { negativeBinomialLikelihood } from './negative-binomial-likelihood.js';
import { readRegression, type RegressionParams } from './regression-params.js';

/** Negative-binomial regression with both kinds of standard error and the test against Poisson. */
export const glmNegbinCase: CaseMethod = {
  analyse(tables, params) {
    const { design, response, exposure } = readRegression(tables, params as RegressionParams);
    const fit = fitNegativeBinomial(design, response, exposure);
    const { coefficients, standardErrors: se, theta, fitted, rank, rows } = fit;
    const mass = thetaAsInMass(negativeBinomialLikelihood(fit.scoreForm.basis, response), response, fitted);
    const z = coefficients.map((b, j) => b / se[j]!);
    const lr = Math.max(0, 2 * (fit.logLikelihood - fit.poissonLogLikelihood));
    const pearson = response.map((y, i) => (y - fitted[i]!) ** 2 / (fitted[i]! + fitted[i]! ** 2 / theta));
    return {
      terms: design.names,
      coef: coefficients,
      se_expected_information: se,
      se_observed_information: fit.observedStandardErrors,
      theta,
      alpha: 1 / theta,
      se_theta_mass: fit.thetaStandardError,
      se_theta_joint_observed: fit.thetaObservedStandardError,
      irr: coefficients.map(Math.exp),
      irr_wald95_low: coefficients.map((b, j) => Math.exp(b - Z_95 * se[j]!)),
      irr_wald95_high: coefficients.map((b, j) => Math.exp(b + Z_95 * se[j]!)),
      z,
      p: z.map(normalTwoSided),
      logLik: fit.logLikelihood,
      aic: 2 * (rank + 1) - 2 * fit.logLikelihood,
      bic: Math.log(rows) * (rank + 1) - 2 * fit.logLikelihood,
      deviance: negativeBinomialDeviance(response, fitted, theta),
      df_residual: fit.degreesOfFreedom,
      pearson_chi2: pearson.reduce((sum, value) => sum + value, 0),
      lr_vs_poisson: lr,
      lr_p_half_chibar: lr === 0 ? 1 : 0.5 * chiSquareTails(lr, 1).upper,
      mass_glm_nb: {
        coef: coefficients,
        theta: mass.theta,
        se_theta: mass.standardError,
        twologlik: 2 * fit.logLikelihood,
      },
      fitted,
      estimable: fit.estimable,
      rows_left_out: tables['input.csv']!.rows - rows,
    };
  },
  tolerances: [
    { at: 'coef.*', abs: 1e-6 },
    { at: 'mass_glm_nb.coef.*', abs: 1e-6 },
    { at: 'theta', rel: 1e-5 },
    { at: 'alpha', rel: 1e-5 },
    { at: 'mass_glm_nb.theta', rel: 1e-5 },
    ...['logLik', 'aic', 'bic', 'mass_glm_nb.twologlik'].map((at) => ({ at, abs: 2e-6 })),
    { at: '*.*', rel: 1e-4 },
    { at: '**', rel: 1e-4 },
  ],
};
