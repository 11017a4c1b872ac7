import { bug } from '@datalab/domain';
import type { LaminarForest } from './laminar-forest.js';

/**
 * The exact bounds of every node of a forest, in two passes: upwards a node is at least the sum of the lows of its
 * children and at most the sum of their highs; downwards a child is at most what its parent leaves beside the lows of
 * its siblings, and at least what remains beside their highs. On a tree this is exact, and every integer between the
 * bounds is possible. Linear time. Throws `Bug` where the rows contradict each other.
 */
export function nestedBounds(forest: LaminarForest): { low: Float64Array; high: Float64Array } {
  const { parent, firstLeaf } = forest;
  const low = forest.low.slice();
  const high = forest.high.slice();
  const lows = new Float64Array(firstLeaf);
  const finiteHighs = new Float64Array(firstLeaf);
  const openHighs = new Int32Array(firstLeaf);
  for (let node = parent.length - 1; node >= 0; node--) {
    if (node < firstLeaf) {
      low[node] = Math.max(low[node]!, lows[node]!);
      if (openHighs[node] === 0) high[node] = Math.min(high[node]!, finiteHighs[node]!);
    }
    if (low[node]! > high[node]!) throw bug('the released lines contradict each other');
    const above = parent[node]!;
    if (above < 0) continue;
    lows[above]! += low[node]!;
    if (high[node] === Infinity) openHighs[above]! += 1;
    else finiteHighs[above]! += high[node]!;
  }
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    if (above < 0) continue;
    const isOpen = high[node] === Infinity;
    const siblingsLow = lows[above]! - low[node]!;
    const siblingsAreOpen = openHighs[above]! - (isOpen ? 1 : 0) > 0;
    const siblingsHigh = siblingsAreOpen ? Infinity : finiteHighs[above]! - (isOpen ? 0 : high[node]!);
    const atMost = high[above]! - siblingsLow;
    const atLeast = low[above]! - siblingsHigh;
    high[node] = Math.min(high[node]!, atMost);
    low[node] = Math.max(low[node]!, atLeast);
    if (low[node]! > high[node]!) throw bug('the released lines contradict each other');
  }
  return { low, high };
}
