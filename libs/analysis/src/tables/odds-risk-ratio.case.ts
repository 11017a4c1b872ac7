import type { CaseMethod } from '../case/case-method.js';
import { getTable, numberColumn, textColumn, type CaseTable } from '../case/case-table.js';
import { fisherAsInR, midPAsInEpitools } from './fisher-as-in-r.js';
import { fisherExact } from './fisher-exact.js';
import { mantelHaenszel, oddsRatio, oddsRatioHalfAdded, riskComparison, type TwoByTwo } from './two-by-two.js';

/** The table of one stratum, or of all of them together. Exposed and outcome are 1 or 0; other rows do not count. */
function tableOf(input: CaseTable, stratum?: string): TwoByTwo {
  const strata = textColumn(input, 'stratum');
  const exposed = numberColumn(input, 'exposed');
  const outcome = numberColumn(input, 'outcome');
  const counts = numberColumn(input, 'count');
  const cell = (e: number, o: number) =>
    counts.reduce((sum, count, i) => {
      const here = exposed[i] === e && outcome[i] === o && (stratum === undefined || strata[i] === stratum);
      return here ? sum + count : sum;
    }, 0);
  return {
    exposedCases: cell(1, 1),
    exposedNoncases: cell(1, 0),
    unexposedCases: cell(0, 1),
    unexposedNoncases: cell(0, 0),
  };
}

function measures(t: TwoByTwo) {
  const { exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d } = t;
  const odds = oddsRatio(t);
  const halved = oddsRatioHalfAdded(t);
  const fisher = { ...fisherExact(a, b, c, d), ...fisherAsInR(a, b, c, d) };
  const midP = midPAsInEpitools(a, b, c, d);
  const { exposed, unexposed, ratio, difference } = riskComparison(t);
  return {
    a_exposed_case: a,
    b_exposed_noncase: b,
    c_unexposed_case: c,
    d_unexposed_noncase: d,
    odds_ratio: {
      estimate: odds.estimate,
      se_log: odds.logStandardError,
      wald95: [odds.low, odds.high],
      z: odds.z,
      p: odds.p,
    },
    odds_ratio_haldane_anscombe: { estimate: halved.estimate, wald95: [halved.low, halved.high] },
    odds_ratio_conditional_mle_fisher: { estimate: fisher.oddsRatio, exact95: [fisher.low, fisher.high], p: fisher.p },
    odds_ratio_midp: { estimate: midP.oddsRatio, ci95: [midP.low, midP.high] },
    risk_exposed: exposed,
    risk_unexposed: unexposed,
    risk_ratio: { estimate: ratio.estimate, se_log: ratio.logStandardError, wald95: [ratio.low, ratio.high] },
    risk_difference: { estimate: difference.estimate, wald95: [difference.low, difference.high] },
  };
}

/** Columns `stratum`, `exposed`, `outcome`, `count`: crude measures, and per stratum with Mantel–Haenszel when there are several. */
export const oddsRiskRatioCase: CaseMethod = {
  analyse(tables) {
    const input = getTable(tables);
    const names = [...new Set(textColumn(input, 'stratum'))].filter((name) => name !== null).sort();
    const crude = measures(tableOf(input));
    if (names.length < 2) return { crude };
    const strata = names.map((name) => tableOf(input, name));
    const mh = mantelHaenszel(strata);
    return {
      crude,
      strata: Object.fromEntries(names.map((name, i) => [name, measures(strata[i]!)])),
      mantel_haenszel: {
        odds_ratio: mh.oddsRatio,
        ci95_rbg: [mh.low, mh.high],
        cmh_chi2: mh.chi2,
        cmh_p: mh.p,
        cmh_chi2_continuity: mh.chi2Corrected,
        risk_ratio: mh.riskRatio,
        woolf_homogeneity_chi2: mh.homogeneityChi2,
        woolf_df: mh.homogeneityDf,
        woolf_p: mh.homogeneityP,
      },
    };
  },
  tolerances: [
    { at: '**.odds_ratio_conditional_mle_fisher.**', rel: 1e-4 },
    { at: '**.odds_ratio_midp.**', rel: 1e-4 },
    { at: '**.risk_difference.**', rel: 1e-9, abs: 1e-12 },
    { at: '**', rel: 1e-9 },
  ],
};
