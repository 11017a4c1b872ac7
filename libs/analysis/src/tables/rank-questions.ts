/** Scores of one rater: `scores[item][criterion]`, NaN = not scored. */
export type RaterScores = readonly ArrayLike<number>[];

/** An item with its place. */
export interface RankedItem {
  readonly item: number;
  /** 1 is the highest; items that are level share the best place of them (1, 2, 2, 4). */
  readonly place: number;
  /** Weighted mean over the criteria of the mean over the raters, in the unit of the scores; NaN when a criterion was scored by nobody. */
  readonly score: number;
  /** Mean per criterion over the raters that scored it. */
  readonly criteria: Float64Array;
  /** Lowest and highest weighted mean of one rater that scored every criterion; NaN when nobody did. */
  readonly lowest: number;
  readonly highest: number;
  /** Raters that scored every criterion of this item. */
  readonly raters: number;
  /** Items with the same score (within 1e-9), without itself: why they share a place. */
  readonly levelWith: readonly number[];
}

const LEVEL = 1e-9;

/**
 * Items by weighted score, highest first. Every rater (organisation) counts as much as any other, every criterion as its weight.
 * A missing score is missing, never 0: the mean is over those who did score. Items that are level share their place and say with
 * whom; they stand in order of the input, which means nothing. An item without a score comes last, without a place (NaN).
 * Throws RangeError for no criterion, a weight below 0, weights that are all 0, or lengths that differ.
 */
export function rankQuestions(raters: readonly RaterScores[], weights: ArrayLike<number>): RankedItem[] {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || Array.from(weights).some((weight) => !(weight >= 0)))
    throw new RangeError('weights must be 0 or more, and one of them above 0');
  const items = raters[0]?.length ?? 0;
  if (raters.some((rows) => rows.length !== items || rows.some((row) => row.length !== weights.length)))
    throw new RangeError('the raters differ in items or criteria');
  const weigh = (values: ArrayLike<number>): number =>
    // A criterion without weight may be missing.
    Array.from(values).reduce((sum, value, k) => (weights[k] === 0 ? sum : sum + weights[k]! * value), 0) / total;
  const scored = Array.from({ length: items }, (_, item) => {
    const criteria = Float64Array.from(weights, (_w, k) => meanOf(raters.map((rows) => rows[item]![k]!)));
    const own = raters.map((rows) => weigh(rows[item]!)).filter((score) => !Number.isNaN(score));
    return {
      item,
      score: weigh(criteria),
      criteria,
      lowest: own.length > 0 ? Math.min(...own) : Number.NaN,
      highest: own.length > 0 ? Math.max(...own) : Number.NaN,
      raters: own.length,
    };
  });
  const isLevel = (a: number, b: number) => Math.abs(a - b) <= LEVEL;
  return scored
    .map((one): RankedItem => {
      const higher = scored.filter(({ score }) => score > one.score && !isLevel(score, one.score)).length;
      const levelWith = scored.filter((other) => other !== one && isLevel(other.score, one.score));
      const place = Number.isNaN(one.score) ? Number.NaN : higher + 1;
      return { ...one, place, levelWith: levelWith.map(({ item }) => item) };
    })
    .sort((a, b) => (a.place || Infinity) - (b.place || Infinity) || a.item - b.item);
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
