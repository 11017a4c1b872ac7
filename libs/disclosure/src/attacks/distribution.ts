/** How probable each integer from `from` on is: `mass[i]` belongs to `from + i`. Sums to 1 where normalised. */
export interface Distribution {
  from: number;
  mass: readonly number[];
}

export const CERTAIN_ZERO: Distribution = { from: 0, mass: [1] };

export const massAt = ({ from, mass }: Distribution, value: number): number => mass[value - from] ?? 0;

/** Built from weights of `low` … `high`, both included, made to sum to 1. */
export function distribution(low: number, high: number, weight: (value: number) => number): Distribution {
  const weights = Array.from({ length: Math.max(0, high - low) + 1 }, (_w, i) => weight(low + i));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return { from: low, mass: weights.map((one) => one / total) };
}

/** The distribution of the sum of two independent numbers. */
export function sumOf(one: Distribution, other: Distribution): Distribution {
  const mass = new Array<number>(one.mass.length + other.mass.length - 1).fill(0);
  one.mass.forEach((p, i) => {
    if (p > 0) other.mass.forEach((q, j) => (mass[i + j]! += p * q));
  });
  return { from: one.from + other.from, mass };
}

/** For every part the sum of all the others, in one pass from each side. */
export function sumsOfOthers(parts: readonly Distribution[]): Distribution[] {
  const left: Distribution[] = [CERTAIN_ZERO];
  const right: Distribution[] = [CERTAIN_ZERO];
  parts.forEach((part, i) => {
    left.push(sumOf(left[i]!, part));
    right.push(sumOf(right[i]!, parts[parts.length - 1 - i]!));
  });
  return parts.map((_part, i) => sumOf(left[i]!, right[parts.length - 1 - i]!));
}
