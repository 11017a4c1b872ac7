import type { CaseMethod } from '../case/case-method.js';
import { getTable, optionalNumberColumn } from '../case/case-table.js';
import { adjustments, adjustPValues } from './multiple-testing.js';

/** Column `p`, empty cells are missing tests. */
export const multipleTestingCase: CaseMethod = {
  analyse(tables) {
    const p = optionalNumberColumn(getTable(tables), 'p');
    const values = Float64Array.from(p, (value) => value ?? Number.NaN);
    const adjusted = adjustments.map((method) => [method, adjustPValues(values, method)] as const);
    const rejected = adjusted.map(([method, result]) => {
      const positions = Array.from(result, (value, i) => (value <= 0.05 ? i + 1 : 0)).filter((i) => i > 0);
      return [method, positions] as const;
    });
    return {
      n: p.length,
      n_tests: p.filter((value) => value !== null).length,
      adjusted: Object.fromEntries(adjusted),
      rejected_at_05: Object.fromEntries(rejected),
    };
  },
  tolerances: [{ at: 'adjusted.**', abs: 1e-12 }],
};
