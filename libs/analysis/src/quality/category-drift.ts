import { normalTwoSided } from '../special/normal.js';
import { adjustPValues } from '../tables/multiple-testing.js';

/** One category now and before: counts of reports, both ≥ 0. */
export interface CategoryCount {
  category: string;
  now: number;
  before: number;
}

export interface CategoryShift {
  category: string;
  /** Shares 0–1 of all reports now and before. */
  shareNow: number;
  shareBefore: number;
  /** p-value (0–1) of the difference, adjusted over all categories by Holm's method. */
  p: number;
  /** p ≤ 0.01 and the share moved by 3 percentage points or more. */
  isFlagged: boolean;
}

const SIGNIFICANCE = 0.01;
/** With many reports every whim is significant: a move that is smaller than this asks for no explanation. */
const SMALLEST_SHIFT = 0.03;
/** On fewer reports than this, now or before, nothing is said. */
export const FEWEST_REPORTS = 50;

/**
 * Which categories took another share than before: per category the pooled two-sample z-test of proportions (two-sided, no continuity
 * correction), adjusted by Holm. A flag is a question to the steward (another working method? another code list?), not a finding: reports
 * come in bursts and seasons, which this test takes for change. Undefined where there are fewer than 50 reports now or before. In the
 * order of the input; a category without any report is left out. Throws RangeError for a count below 0.
 */
export function categoryDrift(counts: readonly CategoryCount[]): CategoryShift[] | undefined {
  if (counts.some(({ now, before }) => !(now >= 0 && before >= 0))) throw new RangeError('a count is 0 or more');
  const seen = counts.filter(({ now, before }) => now + before > 0);
  const now = seen.reduce((sum, row) => sum + row.now, 0);
  const before = seen.reduce((sum, row) => sum + row.before, 0);
  if (now < FEWEST_REPORTS || before < FEWEST_REPORTS) return undefined;
  const raw = seen.map((row) => {
    const pooled = (row.now + row.before) / (now + before);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / now + 1 / before));
    // One category alone always has the whole share.
    return error === 0 ? 1 : Math.min(1, normalTwoSided((row.now / now - row.before / before) / error));
  });
  const adjusted = adjustPValues(raw, 'holm');
  return seen.map((row, i) => {
    const [shareNow, shareBefore, p] = [row.now / now, row.before / before, adjusted[i]!];
    const isFlagged = p <= SIGNIFICANCE && Math.abs(shareNow - shareBefore) >= SMALLEST_SHIFT;
    return { category: row.category, shareNow, shareBefore, p, isFlagged };
  });
}
