import { distribution, massAt, sumsOfOthers, type Distribution } from './distribution.js';
import type { Said } from './said.js';

/** Posterior from which on a guess counts as knowledge. */
export const SURE = 0.8;
/** Where a total has no upper bound, numbers this far above the true one are left out of the sums; their mass is nil. */
export const ENDLESS = 200;

/** A part of a total as the guesser holds it before the total and the other parts are looked at. */
export interface GuessedPart {
  held: Distribution;
  isHidden: boolean;
  /** What it is: to see whether the guess is right. */
  reports: number;
}

/**
 * The best guesser on one total and its parts: knows the perturbation table, every line, and even how many reports hidden
 * lines of this kind hold on the whole (`held`). For every hidden part it works out how probable each number is from the
 * total and all the other parts together. True where that gives the right number at least 0.8 and what it held of the
 * part alone gave it less. `total.high` must be finite.
 */
export function knownBySum(total: Said, parts: readonly GuessedPart[]): boolean[] {
  const others = sumsOfOthers(
    parts.map(({ held }) => held),
    total.high,
  );
  // The total can be only what was said of it: outside this window nothing has to be summed.
  const window = Float64Array.from({ length: total.high - total.low + 1 }, (_w, i) => total.likelihood(total.low + i));
  return parts.map(({ held, isHidden, reports }, i) => {
    if (!isHidden || massAt(held, reports) >= SURE) return false;
    const rest = others[i]!;
    const after = distribution(held.from, held.from + held.mass.length - 1, (count) => {
      const own = massAt(held, count);
      return own === 0 ? 0 : own * overlap(rest, count, window, total.low);
    });
    return massAt(after, reports) >= SURE;
  });
}

/** How probable what was said of the total is, when this part holds `count` and the others hold `rest`. */
function overlap({ from, mass }: Distribution, count: number, window: Float64Array, low: number): number {
  const shift = count + from - low;
  let sum = 0;
  const end = Math.min(mass.length, window.length - shift);
  for (let at = Math.max(0, -shift); at < end; at++) sum += mass[at]! * window[shift + at]!;
  return sum;
}

/** How often hidden lines hold 0, 1, 2 … reports: the guesser is given the true frequencies. */
export function frequencies(reports: Iterable<number>): number[] {
  const counts: number[] = [];
  for (const count of reports) {
    while (counts.length <= count) counts.push(0);
    counts[count]! += 1;
  }
  return counts;
}

/** What the guesser holds of a hidden part by its own line: how often hidden lines hold so many. */
export const heldOfHidden = ({ low, high, likelihood }: Said, prior: readonly number[]): Distribution =>
  distribution(low, Math.min(high, prior.length - 1), (count) => likelihood(count) * prior[count]!);

/** And of any other part; of one without an upper bound no more than its total can hold. */
export const heldOfOther = ({ low, high, likelihood }: Said, most: number): Distribution =>
  distribution(low, Number.isFinite(high) ? high : most, likelihood);
