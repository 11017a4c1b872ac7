import type { CaseMethod } from '../case/case-method.js';
import { CaseInputError, getTable, numberColumn, textColumn, type CaseTable } from '../case/case-table.js';
import {
  estimateEffect,
  fixedEffectsDesign,
  twoByTwoDesign,
  type EffectEstimate,
} from './difference-in-differences.js';

/** The table without the rows in which any cell is missing. */
function completeRows(table: CaseTable): CaseTable {
  const columns = [...table.columns.values()];
  const complete = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    columns.every((cells) => cells[row] !== null),
  );
  return {
    rows: complete.length,
    columns: new Map([...table.columns].map(([name, cells]) => [name, complete.map((row) => cells[row]!)])),
  };
}

const shown = (e: EffectEstimate) => ({
  n: e.rows,
  n_parameters: e.parameters,
  n_clusters: e.clusters,
  estimate: e.estimate,
  se_ols: e.standardErrorOls,
  ols95: e.ols95,
  p_ols: e.pOls,
  se_HC0: e.standardErrorHC0,
  se_HC1: e.standardErrorHC1,
  se_HC3: e.standardErrorHC3,
  se_cluster_CR0: e.standardErrorCR0,
  se_cluster_CR1: e.standardErrorCR1,
  cluster95_t_G_minus_1: e.cluster95,
  sigma: e.fit.sigma,
  r_squared: e.fit.rSquared,
});

function twoByTwo(table: CaseTable) {
  const [y, treated, post] = ['y', 'treated', 'post'].map((name) => numberColumn(table, name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const design = twoByTwoDesign(treated, post);
  const effect = estimateEffect(design, y, textColumn(table, 'cluster') as string[], 3);
  const mean = (t: number, p: number) => {
    const rows = Array.from(y.keys()).filter((i) => treated[i] === t && post[i] === p);
    return rows.reduce((sum, i) => sum + y[i]!, 0) / rows.length;
  };
  return {
    ...shown(effect),
    coef: effect.fit.coefficients,
    terms: design.names,
    cell_means: {
      control_pre: mean(0, 0),
      control_post: mean(0, 1),
      treated_pre: mean(1, 0),
      treated_post: mean(1, 1),
    },
  };
}

/** `kind` "2x2": columns y, treated, post, cluster. `kind` "twfe": columns y, x, unit, time; clusters are the units. */
export const differenceInDifferencesCase: CaseMethod = {
  analyse(tables, params) {
    const { kind } = params as { kind: string };
    const table = completeRows(getTable(tables));
    if (kind === '2x2') return twoByTwo(table);
    if (kind !== 'twfe') throw new CaseInputError(`there is no kind ${kind} of difference in differences`);
    const units = textColumn(table, 'unit') as string[];
    const design = fixedEffectsDesign(numberColumn(table, 'x'), textColumn(table, 'time') as string[]);
    return shown(estimateEffect(design, numberColumn(table, 'y'), units, 0, units));
  },
  tolerances: [
    ...['se_ols', 'se_HC0', 'se_HC1', 'se_HC3', 'se_cluster_CR0', 'se_cluster_CR1'].map((at) => ({ at, rel: 1e-7 })),
    { at: 'ols95.*', rel: 1e-7 },
    { at: 'cluster95_t_G_minus_1.*', rel: 1e-7 },
    { at: 'p_ols', rel: 1e-6 },
    { at: '**', rel: 1e-8 },
  ],
};
