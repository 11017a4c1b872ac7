/** What will be measured of a solution, registered before it starts. Periods are months. */
export interface EvaluationPlan {
  datasetId: string;
  category: string;
  /** Areas where the measure is taken, all of one level; their reports are added up. */
  level: string;
  areaCodes: readonly string[];
  /** Where nothing changes: with them the difference in differences is taken too. Empty = none. */
  comparisonAreaCodes: readonly string[];
  /** `YYYY-MM`: first month in which the measure counts. */
  firstMonth: string;
  /** Expected change of the monthly number, as a fraction: −0.2 is a fifth less. */
  expectedChange: number;
  /** What would tell that it does harm, in words. */
  harm: string;
}

/** Fewest months before and after with which anything is said. */
export const FEWEST_BEFORE = 18;
export const FEWEST_AFTER = 6;

/** What can be said of a measure. `too_early` until an effect of the registered size could be seen. */
export type EvaluationVerdict = 'as_expected' | 'less_than_expected' | 'no_effect_seen' | 'opposite';

/**
 * Reads an interval of the ratio (after over what it would have been) beside what was expected. `opposite`: the whole interval is on the other side
 * of 1; `no_effect_seen`: it holds 1; `less_than_expected`: an effect, and the expectation lies outside on the far side.
 */
export function verdictOf(low: number, high: number, expectedChange: number): EvaluationVerdict {
  const expected = 1 + expectedChange;
  const isDecrease = expected < 1;
  if (low <= 1 && high >= 1) return 'no_effect_seen';
  if (isDecrease ? low > 1 : high < 1) return 'opposite';
  const reaches = isDecrease ? low <= expected : high >= expected;
  return reaches ? 'as_expected' : 'less_than_expected';
}

/**
 * Whether an effect of the registered size could be seen with this standard error of the log ratio: a chance of at least 0.8 that the 95 %
 * interval leaves 1 out. The two-sided normal approximation.
 */
export function couldBeSeen(standardErrorOfLog: number, expectedChange: number): boolean {
  const effect = Math.abs(Math.log1p(expectedChange));
  return Number.isFinite(standardErrorOfLog) && effect >= (Z_95 + Z_POWER_80) * standardErrorOfLog;
}
const Z_95 = 1.959963984540054;
const Z_POWER_80 = 0.8416212335729143;
