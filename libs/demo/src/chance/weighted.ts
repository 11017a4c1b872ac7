import type { Dice } from './dice.js';

/** Draws indices with probabilities in proportion to their weights. */
export interface WeightedDraw {
  readonly total: number;
  draw(dice: Dice): number;
}

/**
 * Prepares weights (≥ 0, at least one positive) for many draws: cumulative sums and a binary search. Throws RangeError when no
 * weight is positive: a draw from nothing would silently return the last index.
 */
export function weighted(weights: ArrayLike<number>): WeightedDraw {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    sums[i] = total;
  }
  if (!(total > 0)) throw new RangeError('a weighted draw needs at least one positive weight');
  return {
    total,
    draw(dice) {
      const at = dice.next() * total;
      let low = 0;
      let high = sums.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (sums[middle]! > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
