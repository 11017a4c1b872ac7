import type { CaseMethod } from '../case/case-method.js';
import { numberParam, numbersParam } from '../case/case-params.js';
import { getTable, numberColumn } from '../case/case-table.js';
import { judgeMonteCarlo } from '../case/monte-carlo-judge.js';
import { designKnox, knoxPermutations, knoxPValues } from './knox.js';

const PERMUTATIONS = 999;

/** Near repeats for every distance and time. */
export const knoxCase: CaseMethod = {
  analyse(tables, params) {
    const table = getTable(tables);
    const events = { x: numberColumn(table, 'x'), y: numberColumn(table, 'y'), t: numberColumn(table, 't') };
    const design = designKnox(events, {
      distances: numbersParam(params, 'distance'),
      times: numbersParam(params, 'time'),
    });
    const end = numberParam(params, 'permutations', PERMUTATIONS);
    const p = knoxPValues(design, knoxPermutations(design, { seed: numberParam(params, 'seed', 1), end }));
    return {
      pairs: design.pairs,
      permutations: end,
      results: design.results.map((result, k) => ({
        distance: result.distance,
        time: result.time,
        close_space: result.closeInSpace,
        close_time: result.closeInTime,
        knox: result.closeInBoth,
        expected: result.expected,
        ratio: result.ratio,
        poisson_p: result.poissonP,
        permutation_p_999: p[k],
      })),
    };
  },
  tolerances: [
    {
      at: 'results.*.permutation_p_999',
      judge: (expected, actual, context) =>
        judgeMonteCarlo(expected, actual, 999, (context.actual as { permutations: number }).permutations),
    },
    { at: 'results.*.poisson_p', rel: 1e-10 },
  ],
};
