import { observed, withMissedLinks, type CaptureCells } from './capture-cells.js';
import { fitLoglinearModels, hierarchicalModels, modelRange, singlePairModels } from './loglinear-capture.js';
import { estimateFromTwoLists } from './two-lists.js';

/** Below this key coverage no hidden population is estimated: too many of the "once seen" are links that could not be made. */
export const LEAST_KEY_COVERAGE = 0.7;

/** How many there are in all, seen or not. */
export interface HiddenEstimate {
  /** The single best model (AIC), or Chapman's estimate for two lists. */
  readonly total: number;
  readonly low: number;
  readonly high: number;
  /** Range of the totals of the estimable models within 10 AIC of the best; equal to `total` for two lists. */
  readonly lowestModel: number;
  readonly highestModel: number;
  readonly models: number;
  /** Models that could not be estimated because an overlap is empty. */
  readonly notEstimable: number;
  /** Interactions of the best model, as names joined by ":". */
  readonly dependences: readonly string[];
}

export type HiddenPopulation =
  | { readonly refused: 'key_coverage'; readonly lists: readonly string[] }
  | { readonly refused: 'no_overlap' | 'not_estimable' }
  | {
      readonly refused: undefined;
      readonly observed: number;
      readonly estimate: HiddenEstimate;
      /** The same with this share of the true links missed: how much hangs on the matching. Undefined where not estimable. */
      readonly ifMissed: readonly { readonly share: number; readonly estimate: HiddenEstimate | undefined }[];
    };

/**
 * The hidden population from two to six lists. Two lists: Chapman, which assumes that the lists do not depend on each other. More:
 * log-linear models with AIC, all hierarchical ones for three and four lists, independence and every single pair beyond. Refuses when a
 * list has keys on fewer than 70 % of its rows (`keyCoverage` per list, 0–1; not known = NaN = refused), when no two lists overlap, and
 * when no model is estimable. Run again with 1 % and 5 % missed links.
 */
export function hiddenPopulation(cells: CaptureCells, keyCoverage: readonly number[]): HiddenPopulation {
  if (keyCoverage.length !== cells.lists.length) throw new RangeError('every list needs its key coverage');
  const poor = cells.lists.filter((_, i) => !(keyCoverage[i]! >= LEAST_KEY_COVERAGE));
  if (poor.length > 0) return { refused: 'key_coverage', lists: poor };
  const linked = cells.counts.some((count, pattern) => count > 0 && (pattern & (pattern - 1)) !== 0);
  if (!linked) return { refused: 'no_overlap' };
  const estimate = estimateAll(cells);
  if (!estimate) return { refused: 'not_estimable' };
  const ifMissed = [0.01, 0.05].map((share) => ({ share, estimate: estimateAll(withMissedLinks(cells, share)) }));
  return { refused: undefined, observed: observed(cells), estimate, ifMissed };
}

function estimateAll(cells: CaptureCells): HiddenEstimate | undefined {
  const lists = cells.lists.length;
  if (lists === 2) {
    const { chapman, lognormal95, zeroOverlap } = estimateFromTwoLists(cells, 0, 1);
    if (zeroOverlap) return undefined;
    // NaN limits mean that nobody is hidden: both lists are the same.
    const [low, high] = lognormal95.map((limit) => (Number.isNaN(limit) ? chapman : limit)) as [number, number];
    const same = { lowestModel: chapman, highestModel: chapman, models: 1, notEstimable: 0, dependences: [] };
    return { total: chapman, low, high, ...same };
  }
  const fitted = fitLoglinearModels(cells, lists <= 4 ? hierarchicalModels(lists) : singlePairModels(lists));
  const range = modelRange(fitted);
  if (!range) return undefined;
  return {
    total: range.best.total,
    low: range.best.lognormal95[0],
    high: range.best.lognormal95[1],
    lowestModel: range.lowest,
    highestModel: range.highest,
    models: range.models,
    notEstimable: fitted.filter(({ estimable }) => !estimable).length,
    dependences: range.best.terms.slice(lists),
  };
}
