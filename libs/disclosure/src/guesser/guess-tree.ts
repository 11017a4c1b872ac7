import { massAt } from './distribution.js';
import { beliefsOf, heldAlone, type SumNode } from './sum-tree.js';

/** Posterior from which on a guess counts as knowledge. */
export const SURE = 0.8;
/** Where a total has no upper bound, numbers this far above the true one are left out of the sums; their mass is nil. */
export const ENDLESS = 200;

/**
 * The best guesser on a total and all that lies in it: knows the perturbation table, every line, and even how many reports hidden lines of a
 * kind hold on the whole (`prior`). Of the numbers that are sought those of which it is sure, and what they are to it: at least 0.8 from all
 * lines together, where the line alone gave that number less.
 */
export function sureOf(total: SumNode): Map<SumNode, number> {
  const sure = new Map<SumNode, number>();
  for (const [node, { from, mass }] of beliefsOf(total)) {
    const at = mass.findIndex((one) => one >= SURE);
    if (at >= 0 && massAt(heldAlone(node), from + at) < SURE) sure.set(node, from + at);
  }
  return sure;
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
