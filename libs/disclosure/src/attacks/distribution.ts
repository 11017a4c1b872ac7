/** How probable each integer from `from` on is: `mass[i]` belongs to `from + i`. Sums to 1 where normalised. */
export interface Distribution {
  from: number;
  mass: Float64Array;
}

export const CERTAIN_ZERO: Distribution = { from: 0, mass: Float64Array.of(1) };

export const massAt = ({ from, mass }: Distribution, value: number): number => mass[value - from] ?? 0;

/** Built from weights of `low` … `high`, both included, made to sum to 1. */
export function distribution(low: number, high: number, weight: (value: number) => number): Distribution {
  const weights = Float64Array.from({ length: Math.max(0, high - low) + 1 }, (_w, i) => weight(low + i));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return { from: low, mass: weights.map((one) => one / total) };
}

/**
 * The distribution of the sum of two independent numbers, as far as it is at most `most`; what lies above is cut off
 * and not spread.
 */
export function sumOf(one: Distribution, other: Distribution, most = Infinity): Distribution {
  const from = one.from + other.from;
  const length = Math.max(1, Math.min(one.mass.length + other.mass.length - 1, most - from + 1));
  const mass = new Float64Array(length);
  for (let i = 0; i < Math.min(one.mass.length, length); i++) {
    const p = one.mass[i]!;
    const end = Math.min(other.mass.length, length - i);
    if (p > 0) for (let j = 0; j < end; j++) mass[i + j]! += p * other.mass[j]!;
  }
  return { from, mass };
}

/** For every part the sum of all the others, as far as it is at most `most`, in one pass from each side. */
export function sumsOfOthers(parts: readonly Distribution[], most = Infinity): Distribution[] {
  const left: Distribution[] = [CERTAIN_ZERO];
  const right: Distribution[] = [CERTAIN_ZERO];
  parts.forEach((part, i) => {
    left.push(sumOf(left[i]!, part, most));
    right.push(sumOf(right[i]!, parts[parts.length - 1 - i]!, most));
  });
  return parts.map((_part, i) => sumOf(left[i]!, right[parts.length - 1 - i]!, most));
}
