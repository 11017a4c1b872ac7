import type { CaseMethod } from '../case/case-method.js';
import { getTable, numberColumn, textColumn } from '../case/case-table.js';
import { contingency } from './contingency.js';
import { fisherAsInR } from './fisher-as-in-r.js';
import { fisherExact } from './fisher-exact.js';

interface Chi2Params {
  readonly rows: readonly (string | number)[];
  readonly cols: readonly (string | number)[];
}

/** Columns `row`, `col`, `count` in long form; parameters give the order of rows and columns. A cell not named is 0. */
export const chi2CramerCase: CaseMethod = {
  analyse(tables, params) {
    const { rows, cols } = params as Chi2Params;
    const table = getTable(tables);
    const counts = rows.map(() => new Float64Array(cols.length));
    const [rowNames, colNames] = [rows.map(String), cols.map(String)];
    const rowOf = textColumn(table, 'row');
    const colOf = textColumn(table, 'col');
    numberColumn(table, 'count').forEach((count, line) => {
      const i = rowNames.indexOf(rowOf[line] ?? '');
      const j = colNames.indexOf(colOf[line] ?? '');
      if (i >= 0 && j >= 0) counts[i]![j]! += count;
    });
    const c = contingency(counts);
    const small = rows.length === 2 && cols.length === 2;
    const cells = [counts[0]![0]!, counts[0]![1]!, counts[1]![0]!, counts[1]![1]!] as const;
    const fisher = small ? { ...fisherExact(...cells), ...fisherAsInR(...cells) } : null;
    return {
      table: counts,
      n: c.n,
      df: c.degreesOfFreedom,
      chi2: c.chi2,
      p: c.p,
      log10_p: c.log10P,
      chi2_yates: c.yates?.chi2 ?? null,
      p_yates: c.yates?.p ?? null,
      G2: c.g2,
      p_G2: c.pOfG2,
      expected: c.expected,
      pearson_residuals: c.pearsonResiduals,
      adjusted_residuals: c.adjustedResiduals,
      phi: c.phi,
      contingency_coefficient: c.contingencyCoefficient,
      cramers_v: c.cramersV,
      cramers_v_bias_corrected: c.cramersVCorrected,
      min_expected: c.minExpected,
      share_expected_below_5: c.shareExpectedBelow5,
      fisher_p_two_sided: fisher?.p ?? null,
      fisher_conditional_or: fisher?.oddsRatio ?? null,
      fisher_or_ci95: fisher ? [fisher.low, fisher.high] : null,
    };
  },
  tolerances: [
    { at: 'fisher_p_two_sided', rel: 1e-6 },
    { at: 'fisher_conditional_or', rel: 1e-6 },
    { at: 'fisher_or_ci95.*', rel: 1e-6 },
    // A residual is a difference of two counts, which may be all but equal.
    { at: 'pearson_residuals.**', rel: 1e-9, abs: 1e-10 },
    { at: 'adjusted_residuals.**', rel: 1e-9, abs: 1e-10 },
    { at: '**', rel: 1e-9 },
  ],
};
