import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { getTable, numberColumn, type CaseTables } from '../case/case-table.js';
import { captureCells, listPairs, observed, onAll, type CaptureCells } from './capture-cells.js';
import { fitLoglinearModels, hierarchicalModels, singlePairModels, type LoglinearModel } from './loglinear-capture.js';
import { estimateFromTwoLists } from './two-lists.js';

interface CaptureParams {
  readonly lists: readonly string[];
  readonly count: string;
  readonly models: 'all_hierarchical' | 'main_and_single_pairs';
}

function readCells(tables: CaseTables, { lists, count }: CaptureParams): CaptureCells {
  const table = getTable(tables);
  const marks = lists.map((list) => numberColumn(table, list));
  const persons = numberColumn(table, count);
  return captureCells(
    lists,
    Array.from(persons, (value, row) => ({
      count: value,
      pattern: marks.reduce((bits, mark, list) => (mark[row] === 1 ? bits | (1 << list) : bits), 0),
    })),
  );
}

const shownModel = (m: LoglinearModel) => ({
  terms: m.terms,
  N: m.total,
  hidden: m.hidden,
  se: m.standardError,
  lognormal95: m.lognormal95,
  deviance: m.deviance,
  df: m.degreesOfFreedom,
  logLik: m.logLikelihood,
  aic: m.aic,
  bic_log_n_captured: m.bic,
  n_parameters: m.parameters,
  estimable: m.estimable,
});
type ShownModel = ReturnType<typeof shownModel>;

const RELATIVE: Partial<Record<keyof ShownModel, number>> = {
  N: 1e-6,
  hidden: 1e-6,
  se: 1e-4,
  logLik: 1e-8,
  aic: 1e-8,
  bic_log_n_captured: 1e-8,
};

/**
 * Models with an equal AIC may stand in any order, so they are paired by their terms. Of a model that is not estimable only the
 * flag and the deviance mean anything.
 */
function judgeModels(expected: unknown, actual: unknown, _context: JudgeContext): Judgement {
  const found = new Map((actual as ShownModel[]).map((model) => [model.terms.join(' '), model]));
  let deviation = 0;
  let compared = 0;
  for (const want of expected as ShownModel[]) {
    const got = found.get(want.terms.join(' '));
    const name = want.terms.join(' + ');
    if (got?.estimable !== want.estimable || got.df !== want.df || got.n_parameters !== want.n_parameters) {
      return { ok: false, deviation, compared, reason: `${name}: ${got ? 'another flag or size' : 'missing'}` };
    }
    compared += 4;
    if (!(Math.abs(got.deviance - want.deviance) <= 1e-3)) {
      return { ok: false, deviation, compared, reason: `${name}: deviance ${got.deviance}, expected ${want.deviance}` };
    }
    if (!want.estimable) continue;
    const values = [...Object.entries(RELATIVE), ['low', 1e-4] as const, ['high', 1e-4] as const];
    for (const [key, allowed] of values) {
      const pick = (m: ShownModel) =>
        key === 'low' ? m.lognormal95[0] : key === 'high' ? m.lognormal95[1] : m[key as 'N'];
      const relative = Math.abs(pick(got) - pick(want)) / Math.abs(pick(want));
      compared += 1;
      deviation = Math.max(deviation, relative);
      if (!(relative <= allowed))
        return { ok: false, deviation, compared, reason: `${name}: ${key} differs by ${relative}` };
    }
  }
  const sameNumber = found.size === (expected as ShownModel[]).length;
  return { ok: sameNumber, deviation, compared, reason: sameNumber ? undefined : 'another number of models' };
}

/** Lists as 0/1 columns with a count per combination: overlaps, two-list estimates and log-linear models. */
export const captureRecaptureCase: CaseMethod = {
  analyse(tables, rawParams) {
    const params = rawParams as CaptureParams;
    const cells = readCells(tables, params);
    const { lists, counts } = cells;
    const all = params.models === 'all_hierarchical';
    const models = fitLoglinearModels(cells, (all ? hierarchicalModels : singlePairModels)(lists.length));
    const nameOf = (pattern: number) => lists.filter((_, i) => pattern & (1 << i)).join('&');
    return {
      n_observed: observed(cells),
      n_models: models.length,
      upset_exclusive_intersections: Object.fromEntries(
        Array.from(counts)
          .slice(1)
          .map((n, i) => [nameOf(i + 1), n]),
      ),
      list_sizes: Object.fromEntries(lists.map((list, i) => [list, onAll(cells, [i])])),
      two_list: listPairs(cells).map(([i, j]) => {
        const e = estimateFromTwoLists(cells, i, j);
        return {
          lists: [lists[i], lists[j]],
          n1: e.n1,
          n2: e.n2,
          both: e.both,
          distinct: e.distinct,
          lincoln_petersen: e.lincolnPetersen ?? null,
          chapman: e.chapman,
          chapman_var: e.variance,
          chapman_se: Math.sqrt(e.variance),
          normal95: e.normal95,
          lognormal95: e.lognormal95,
          jaccard: e.jaccard,
        };
      }),
      loglinear_sorted_by_aic: models.map(shownModel),
    };
  },
  tolerances: [
    { at: 'loglinear_sorted_by_aic', judge: judgeModels },
    { at: '**', rel: 1e-10 },
  ],
};
