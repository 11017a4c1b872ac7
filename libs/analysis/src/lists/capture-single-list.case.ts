import type { CaseMethod } from '../case/case-method.js';
import { CaseInputError, getTable, numberColumn } from '../case/case-table.js';
import { estimateFromSingleList } from './single-list.js';

/** Columns `nbcap` (times caught) and `freq` (persons). */
export const captureSingleListCase: CaseMethod = {
  analyse(tables) {
    const table = getTable(tables);
    const times = numberColumn(table, 'nbcap');
    const freq = numberColumn(table, 'freq');
    const persons = new Float64Array(times.reduce((max, k) => Math.max(max, k), 0));
    times.forEach((k, row) => {
      if (!(Number.isInteger(k) && k >= 1)) throw new CaseInputError(`row ${row + 1}: nobody is caught ${k} times`);
      persons[k - 1]! += freq[row]!;
    });
    const e = estimateFromSingleList(persons);
    const { chao, zelterman, truncatedPoisson } = e;
    return {
      observed: e.observed,
      captures: e.captures,
      f1: e.once,
      f2: e.twice,
      chao_lower_bound: {
        N: chao.total,
        hidden: chao.hidden,
        var: chao.variance,
        se: Math.sqrt(chao.variance),
        lognormal95: chao.lognormal95,
      },
      chao_bias_corrected: { N: e.chaoBiasCorrected },
      zelterman: {
        lambda: zelterman.lambda,
        N: zelterman.total,
        var: zelterman.variance,
        se: Math.sqrt(zelterman.variance),
      },
      zero_truncated_poisson: {
        lambda: truncatedPoisson.lambda,
        N: truncatedPoisson.total,
        var_delta: truncatedPoisson.variance,
        se: Math.sqrt(truncatedPoisson.variance),
      },
    };
  },
  tolerances: [{ at: '**', rel: 1e-9 }],
};
