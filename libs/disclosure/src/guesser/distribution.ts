/** How probable each integer from `from` on is: `mass[i]` belongs to `from + i`. Sums to 1 where normalised. */
export interface Distribution {
  from: number;
  mass: Float64Array;
}

/** Less than this at either end of a distribution is cut off: it moves no posterior by anything that could be seen. */
const NEGLIGIBLE = 1e-20;

export const massAt = ({ from, mass }: Distribution, value: number): number => mass[value - from] ?? 0;

/** Built from weights of `low` … `high`, both included, made to sum to 1; where all weights are nought nothing is known (NaN). */
export function distribution(low: number, high: number, weight: (value: number) => number): Distribution {
  const mass = new Float64Array(Math.max(0, high - low) + 1);
  let total = 0;
  for (let i = 0; i < mass.length; i++) total += mass[i] = weight(low + i);
  for (let i = 0; i < mass.length; i++) mass[i]! /= total;
  return { from: low, mass };
}

/**
 * The distribution of the sum of two independent numbers, as far as it is at most `most`; what lies above is cut off
 * and not spread, and so are the ends that hold next to nothing.
 */
export function sumOf(one: Distribution, other: Distribution, most = Infinity): Distribution {
  const from = one.from + other.from;
  const length = Math.max(1, Math.min(one.mass.length + other.mass.length - 1, most - from + 1));
  const mass = new Float64Array(length);
  // The longer one runs inside, so that what is skipped of the shorter is skipped often.
  const [short, long] = one.mass.length <= other.mass.length ? [one.mass, other.mass] : [other.mass, one.mass];
  for (let i = 0; i < Math.min(short.length, length); i++) {
    const p = short[i]!;
    const end = Math.min(long.length, length - i);
    if (p > 0) for (let j = 0; j < end; j++) mass[i + j]! += p * long[j]!;
  }
  return trimmed({ from, mass });
}

function trimmed({ from, mass }: Distribution): Distribution {
  let first = 0;
  let last = mass.length - 1;
  while (first < last && mass[first]! < NEGLIGIBLE) first += 1;
  while (last > first && mass[last]! < NEGLIGIBLE) last -= 1;
  return first === 0 && last === mass.length - 1
    ? { from, mass }
    : { from: from + first, mass: mass.subarray(first, last + 1) };
}
