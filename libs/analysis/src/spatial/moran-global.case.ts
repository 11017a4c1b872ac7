import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { numberParam, textsParam } from '../case/case-params.js';
import { judgeMonteCarlo } from '../case/monte-carlo-judge.js';
import { readAreaCase, readAreaValues } from './area-case.js';
import { moranGlobal } from './moran-global.js';
import { moranPermutations, permutationTest } from './moran-permutation.js';

const PERMUTATIONS = 9999;

/** What the permutation part of one variable holds. */
interface Permutation {
  readonly nsim: number;
  readonly p_greater: number | null;
  readonly mean: number;
  readonly sd: number;
}

/** The p-value within its band; mean of the draws within four standard errors, their spread within six (heavy tails). */
function judgePermutation(expected: unknown, actual: unknown, _context: JudgeContext): Judgement {
  const wanted = expected as Permutation;
  const found = actual as Permutation;
  const p = judgeMonteCarlo(wanted.p_greater, found.p_greater, wanted.nsim, found.nsim);
  const meanError = wanted.sd * Math.sqrt(1 / wanted.nsim + 1 / found.nsim);
  const ok =
    Math.abs(wanted.mean - found.mean) <= 4 * meanError &&
    Math.abs(found.sd / wanted.sd - 1) <= 6 * Math.sqrt((1 / wanted.nsim + 1 / found.nsim) / 2);
  return p.ok && !ok
    ? { ok, deviation: Infinity, compared: 4, reason: 'mean or sd of the draws' }
    : { ...p, compared: 4 };
}

/** Global Moran's I of every variable with row-standardised and binary weights. */
export const moranGlobalCase: CaseMethod = {
  analyse(tables, params) {
    const { table, neighbours } = readAreaCase(tables);
    const permutations = numberParam(params, 'permutations', PERMUTATIONS);
    const seed = numberParam(params, 'seed', 1);
    const runs = textsParam(params, 'variables').flatMap((variable) =>
      (['W', 'B'] as const).map((style) => {
        const { values, missing } = readAreaValues(table, variable);
        const { used, s0, i, expectation, randomisation, normality } = moranGlobal(values, neighbours, {
          style,
          missing,
        });
        const drawn = moranPermutations(values, neighbours, { style, missing, seed, end: permutations });
        const test = permutationTest(i, drawn);
        const result = {
          variable,
          style,
          n_used: used,
          S0: s0,
          I: i,
          expectation,
          randomisation: {
            variance: randomisation.variance,
            z: randomisation.z,
            p_greater: randomisation.pGreater,
            p_two_sided: randomisation.pTwoSided,
            p_less: randomisation.pLess,
          },
          normality: { variance: normality.variance, z: normality.z, p_greater: normality.pGreater },
          permutation: {
            nsim: test.permutations,
            p_greater: test.pGreater,
            p_two_sided: test.pTwoSided,
            mean: test.mean,
            sd: test.standardDeviation,
          },
        };
        return [`${variable}_${style}`, result] as const;
      }),
    );
    return { results: Object.fromEntries(runs) };
  },
  tolerances: [
    { at: 'results.*.permutation', judge: judgePermutation },
    { at: 'results.*.*.p_greater', rel: 1e-7 },
    { at: 'results.*.*.p_two_sided', rel: 1e-7 },
    { at: 'results.*.*.p_less', rel: 1e-7 },
    { at: 'results.*.**', rel: 1e-10 },
  ],
};
