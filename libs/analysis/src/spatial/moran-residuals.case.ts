import type { CaseMethod } from '../case/case-method.js';
import { numberParam, textParam } from '../case/case-params.js';
import { CaseInputError, type CaseTables } from '../case/case-table.js';
import { judgeMonteCarlo } from '../case/monte-carlo-judge.js';
import { fitLinear } from '../regression/linear-regression.js';
import { fitPoisson } from '../regression/poisson-regression.js';
import { readRegression, type RegressionParams } from '../regression/regression-params.js';
import { readAreaCase } from './area-case.js';
import { moranGlobal } from './moran-global.js';
import { moranPermutations, permutationTest } from './moran-permutation.js';
import { lagrangeTests, moranOfResiduals, type ScoreTest } from './moran-residuals.js';
import { neighboursFromLinks, type Neighbours } from './neighbours.js';
import type { WeightStyle } from './spatial-weights.js';

const PERMUTATIONS = 9999;

/** Neighbours among the areas whose row is complete. */
function neighboursOfRows(tables: CaseTables, rows: Uint32Array): Neighbours {
  const { neighbours, ids } = readAreaCase(tables);
  const place = new Int32Array(ids.length).fill(-1);
  rows.forEach((row, k) => (place[row] = k));
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    for (let p = neighbours.offsets[i]!; p < neighbours.offsets[i + 1]!; p++) {
      const j = place[neighbours.neighbours[p]!]!;
      if (place[i]! < 0 || j < 0) continue;
      from.push(place[i]!);
      to.push(j);
    }
  }
  return neighboursFromLinks(rows.length, from, to);
}

function plainMoran(residuals: Float64Array, neighbours: Neighbours, style: WeightStyle, params: unknown) {
  const { i, expectation, randomisation } = moranGlobal(residuals, neighbours, { style });
  const end = numberParam(params, 'permutations', PERMUTATIONS);
  const drawn = moranPermutations(residuals, neighbours, { style, seed: numberParam(params, 'seed', 1), end });
  return {
    I: i,
    E: expectation,
    Var_randomisation: randomisation.variance,
    z: randomisation.z,
    p_greater: randomisation.pGreater,
    permutation_nsim: end,
    permutation_p_greater: permutationTest(i, drawn).pGreater,
  };
}

const showTest = ({ statistic, p }: ScoreTest) => ({ statistic, p });

/** Spatial autocorrelation of what a linear or Poisson regression leaves over. */
export const moranResidualsCase: CaseMethod = {
  analyse(tables, params) {
    const model = textParam(params, 'model');
    const style = textParam(params, 'style', 'W');
    if (style !== 'W' && style !== 'B') throw new CaseInputError(`there is no style ${style}`);
    const { design, response, exposure } = readRegression(tables, params as RegressionParams, 'areas.csv');
    const neighbours = neighboursOfRows(tables, design.rowsUsed);
    if (model === 'poisson') {
      const fit = fitPoisson(design, response, exposure);
      return {
        coef: fit.coefficients,
        pearson_residuals: fit.pearsonResiduals,
        moran_of_residuals_naive: plainMoran(fit.pearsonResiduals, neighbours, style, params),
      };
    }
    if (model !== 'lm') throw new CaseInputError(`there is no model ${model}`);
    const fit = fitLinear(design, response);
    const input = { response, residuals: fit.residuals, basis: fit.scoreForm.basis.q };
    const moran = moranOfResiduals(input, neighbours, style);
    const tests = lagrangeTests(input, neighbours, style);
    return {
      coef: fit.coefficients,
      lm_morantest: {
        I: moran.i,
        E: moran.expectation,
        Var: moran.variance,
        z: moran.z,
        p_two_sided: moran.pTwoSided,
        p_greater: moran.pGreater,
      },
      lm_tests: {
        LMerr: showTest(tests.error),
        LMlag: showTest(tests.lag),
        RLMerr: showTest(tests.robustError),
        RLMlag: showTest(tests.robustLag),
        SARMA: showTest(tests.sarma),
      },
      moran_of_residuals_naive: plainMoran(fit.residuals, neighbours, style, params),
    };
  },
  tolerances: [
    {
      at: 'moran_of_residuals_naive.permutation_nsim',
      variant:
        'the number of permutations is a parameter; the p-value is compared within the band that follows from both',
    },
    {
      at: 'moran_of_residuals_naive.permutation_p_greater',
      judge(expected, actual, context) {
        const draws = (result: unknown): number =>
          (result as { moran_of_residuals_naive: { permutation_nsim: number } }).moran_of_residuals_naive
            .permutation_nsim;
        return judgeMonteCarlo(expected, actual, draws(context.expected), draws(context.actual));
      },
    },
    { at: 'pearson_residuals.*', rel: 1e-8, abs: 1e-8 },
    { at: '**', rel: 1e-8 },
  ],
};
