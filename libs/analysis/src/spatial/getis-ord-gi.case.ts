import type { CaseMethod } from '../case/case-method.js';
import { textsParam } from '../case/case-params.js';
import { normalTwoSided, normalUpper } from '../special/normal.js';
import { benjaminiHochberg } from '../tables/multiple-testing.js';
import { readAreaCase, readAreaValues } from './area-case.js';
import { getisOrdGi } from './getis-ord-gi.js';

const LEVEL = 0.05;

/** Gi* and Gi of every variable with binary and row-standardised weights. */
export const getisOrdGiCase: CaseMethod = {
  analyse(tables, params) {
    const { table, ids, neighbours } = readAreaCase(tables);
    const runs = textsParam(params, 'variables').flatMap((variable) =>
      (['B', 'W'] as const).map((style) => {
        const { values, missing } = readAreaValues(table, variable);
        const star = getisOrdGi(values, neighbours, { missing, style });
        const gi = getisOrdGi(values, neighbours, { missing, style, includeSelf: false });
        const p = star.z.map(normalTwoSided);
        const adjusted = benjaminiHochberg(p);
        const rows = (sign: number): number[] =>
          Array.from(adjusted.keys())
            .filter((k) => adjusted[k]! < LEVEL && star.z[k]! * sign > 0)
            .map((k) => k + 1);
        const result = {
          variable,
          style,
          id: ids,
          gi_star: {
            G: star.g,
            E: star.expectation,
            Var: star.variance,
            z: star.z,
            p_two_sided: p,
            p_greater: star.z.map(normalUpper),
            p_two_sided_bh: adjusted,
            hot_bh_05: rows(1),
            cold_bh_05: rows(-1),
          },
          gi: { G: gi.g, E: gi.expectation, Var: gi.variance, z: gi.z },
        };
        return [`${variable}_${style}`, result] as const;
      }),
    );
    return { results: Object.fromEntries(runs) };
  },
  tolerances: [
    { at: 'results.*.*.z.*', abs: 1e-9 },
    { at: 'results.*.gi_star.p_two_sided.*', rel: 1e-7 },
    { at: 'results.*.gi_star.p_greater.*', rel: 1e-7 },
    { at: 'results.*.gi_star.p_two_sided_bh.*', rel: 1e-7 },
    { at: 'results.*.*.*.*', rel: 1e-9 },
  ],
};
