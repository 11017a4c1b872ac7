import type { CaseMethod } from '../case/case-method.js';
import { chiSquareTails } from '../special/chi-square.js';
import { testOverdispersion, type OverdispersionTest } from './overdispersion.js';
import { fitPoisson } from './poisson-regression.js';
import { readRegression, type RegressionParams } from './regression-params.js';

const shown = ({ statistic, p }: OverdispersionTest) => ({ statistic_z: statistic, p_greater: p });

/** Tests for overdispersion of a Poisson regression. */
export const overdispersionCase: CaseMethod = {
  analyse(tables, params) {
    const { design, response, exposure } = readRegression(tables, params as RegressionParams);
    const fit = fitPoisson(design, response, exposure);
    const { linear, quadratic, dean, deanAdjusted } = testOverdispersion(response, fit.fitted, fit.hat);
    const df = fit.degreesOfFreedom;
    return {
      cameron_trivedi_linear_NB1: { ...shown(linear), estimate: linear.estimate },
      cameron_trivedi_quadratic_NB2: { ...shown(quadratic), estimate: quadratic.estimate },
      dean_PB: shown(dean),
      dean_PB_adjusted: shown(deanAdjusted),
      pearson: {
        chi2: fit.pearsonChi2,
        df,
        ratio: fit.dispersion,
        p: chiSquareTails(fit.pearsonChi2, df).upper,
      },
      deviance: { deviance: fit.deviance, ratio: fit.deviance / df },
    };
  },
  // Probabilities far out are compared too, but one that underflowed in the source is 0.
  tolerances: [
    { at: '*.p', rel: 1e-6, abs: 1e-300 },
    { at: '*.p_greater', rel: 1e-6, abs: 1e-300 },
    { at: '**', rel: 1e-8 },
  ],
};
