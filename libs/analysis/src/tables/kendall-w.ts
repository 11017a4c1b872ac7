import { randomStream } from '../random/random-stream.js';
import { shuffle } from '../random/shuffle.js';
import { chiSquareTails } from '../special/chi-square.js';
import { averageRanks } from './ranks.js';

/** How far raters agree on an order of items. */
export interface Agreement {
  /** 0 = no agreement, 1 = all the same order. Corrected for ties. NaN when every rater gives every item the same score. */
  readonly w: number;
  readonly raters: number;
  readonly items: number;
  /** Raters left out because a score was missing: half an order cannot be compared. */
  readonly ratersLeftOut: number;
  readonly chi2: number;
  readonly degreesOfFreedom: number;
  /** From the chi-square distribution: for more than about 7 items. */
  readonly p: number;
  /** (larger + 1) / (permutations + 1) over random orders; the one to read for few items or raters. */
  readonly permutationP: number;
}

/** Sum over the items of the squared distance of the rank sum from its mean. */
function spread(rankings: readonly Float64Array[]): number {
  const items = rankings[0]?.length ?? 0;
  const mean = (rankings.length * (items + 1)) / 2;
  let sum = 0;
  for (let i = 0; i < items; i++) {
    let total = 0;
    for (const ranks of rankings) total += ranks[i]!;
    sum += (total - mean) ** 2;
  }
  return sum;
}

/**
 * Kendall's coefficient of concordance W (Kendall & Babington Smith 1939) with the correction for ties, from scores
 * `scores[rater][item]`; NaN is a missing score. The order is by ascending score, which end is best does not matter. The permutation
 * p shuffles each rater's ranks by streams of the seed. Throws RangeError for fewer than two items or lengths that differ.
 */
export function kendallW(
  scores: readonly ArrayLike<number>[],
  { seed, permutations = 999 }: { readonly seed: number; readonly permutations?: number },
): Agreement {
  const items = scores[0]?.length ?? 0;
  if (items < 2) throw new RangeError('agreement needs two items');
  if (scores.some((row) => row.length !== items)) throw new RangeError('the raters scored different numbers of items');
  const complete = scores.filter((row) => !Array.from(row).some(Number.isNaN));
  const raters = complete.length;
  const ranked = complete.map(averageRanks);
  const rankings = ranked.map(({ ranks }) => ranks);
  const ties = ranked.reduce((sum, { tieTerm }) => sum + tieTerm, 0);
  const s = spread(rankings);
  const w = (12 * s) / (raters * raters * (items ** 3 - items) - raters * ties);
  const chi2 = raters * (items - 1) * w;
  let larger = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    const random = randomStream(seed, permutation);
    const shuffled = rankings.map((ranks) => shuffle(Float64Array.from(ranks), random));
    if (spread(shuffled) >= s - 1e-9) larger += 1;
  }
  return {
    w,
    raters,
    items,
    ratersLeftOut: scores.length - raters,
    chi2,
    degreesOfFreedom: items - 1,
    p: Number.isNaN(w) ? Number.NaN : chiSquareTails(chi2, items - 1).upper,
    permutationP: Number.isNaN(w) ? Number.NaN : (larger + 1) / (permutations + 1),
  };
}
