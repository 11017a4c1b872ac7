import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { numberParam, textsParam } from '../case/case-params.js';
import { withinMonteCarlo } from '../case/monte-carlo-judge.js';
import { benjaminiHochberg } from '../tables/multiple-testing.js';
import { readAreaCase, readAreaValues } from './area-case.js';
import { moranLocalPermutations } from './moran-local-permutation.js';
import { moranLocal } from './moran-local.js';

const PERMUTATIONS = 9999;

type Column = readonly (number | null)[];

/** What the permutation part of one variable holds. */
interface Permutation {
  readonly nsim: number;
  readonly count_ge: Column;
  readonly count_le: Column;
  readonly mean: Column;
  readonly var: Column;
  readonly p_folded: Column;
  readonly p_two_sided: Column;
}

/**
 * Both sides are random: p-values (and counts, as shares) within their band in all but 1 % of the areas; the mean of the draws
 * within four standard errors of the conditional expectation, and their variance near the conditional one, in all but 1 % too; null in the same places.
 */
function judgePermutation(expected: unknown, actual: unknown, { path, expected: all }: JudgeContext): Judgement {
  const wanted = expected as Permutation;
  const found = actual as Permutation;
  const results = (all as { results: Record<string, { conditional: { E: Column; Var: Column } }> }).results;
  const { E, Var } = results[path[1]!]!.conditional;
  const areas = wanted.p_folded.length;
  let [outside, meanOutside, largest] = [0, 0, 0];
  for (let k = 0; k < areas; k++) {
    const p = wanted.p_folded[k] ?? null;
    const q = found.p_folded[k] ?? null;
    if (p === null || q === null) {
      if (p !== q)
        return {
          ok: false,
          deviation: Infinity,
          compared: 6 * areas + 1,
          reason: `area ${k + 1} is null on one side only`,
        };
      continue;
    }
    const near = (a: number, b: number): boolean => withinMonteCarlo(a, b, wanted.nsim, found.nsim, 2);
    const same =
      near(p, q) &&
      Math.abs(wanted.p_two_sided[k]! - found.p_two_sided[k]!) <= 2 * bandOf(p, wanted.nsim, found.nsim) &&
      near(wanted.count_ge[k]! / wanted.nsim, found.count_ge[k]! / found.nsim) &&
      near(wanted.count_le[k]! / wanted.nsim, found.count_le[k]! / found.nsim);
    if (!same) outside++;
    const spreadApart = Math.abs(found.var[k]! - Var[k]!) > Var[k]! * 12 * Math.sqrt(1 / found.nsim) + 1e-12;
    if (spreadApart || Math.abs(found.mean[k]! - E[k]!) > 4 * Math.sqrt(Var[k]! / found.nsim) + 1e-12) meanOutside++;
    largest = Math.max(largest, Math.abs(p - q));
  }
  const ok = outside <= 0.01 * areas && meanOutside <= 0.01 * areas;
  return {
    ok,
    deviation: largest,
    compared: 6 * areas + 1,
    reason: `${outside} p-values and ${meanOutside} moments outside their band`,
  };
}

const bandOf = (p: number, expectedDraws: number, draws: number): number =>
  4 * Math.sqrt(p * (1 - p) * (1 / expectedDraws + 1 / draws)) + 2 / (draws + 1);

/** Local Moran's I of every variable with row-standardised and binary weights. */
export const moranLocalCase: CaseMethod = {
  analyse(tables, params) {
    const { table, ids, neighbours } = readAreaCase(tables);
    const permutations = numberParam(params, 'permutations', PERMUTATIONS);
    const seed = numberParam(params, 'seed', 1);
    const runs = textsParam(params, 'variables').flatMap((variable) =>
      (['W', 'B'] as const).map((style) => {
        const { values, missing } = readAreaValues(table, variable);
        const { i, quadrant, total, conditional } = moranLocal(values, neighbours, { style, missing });
        const drawn = moranLocalPermutations(values, neighbours, { style, missing, permutations, seed });
        const n = missing.reduce((sum, gone) => sum - gone, missing.length);
        const result = {
          variable,
          style,
          id: ids,
          Ii: i,
          Ii_esda: i.map((v) => (v * (n - 1)) / n),
          quadrant_mean: quadrant,
          total: { E: total.expectation, Var: total.variance, Z: total.z, p_two_sided: total.pTwoSided },
          conditional: {
            E: conditional.expectation,
            Var: conditional.variance,
            Z: conditional.z,
            p_two_sided: conditional.pTwoSided,
            p_bh: benjaminiHochberg(conditional.pTwoSided),
          },
          permutation: {
            nsim: drawn.permutations,
            count_ge: drawn.countGreater,
            count_le: drawn.countLess,
            mean: drawn.mean,
            var: drawn.variance,
            p_folded: drawn.pFolded,
            p_two_sided: drawn.pTwoSided,
          },
        };
        return [`${variable}_${style}`, result] as const;
      }),
    );
    return { results: Object.fromEntries(runs) };
  },
  tolerances: [
    { at: 'results.*.permutation', judge: judgePermutation },
    { at: 'results.*.**', rel: 1e-9 },
  ],
};
