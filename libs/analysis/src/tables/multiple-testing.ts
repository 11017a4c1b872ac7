/** How p-values are adjusted for the number of tests of one question. `BH` is the default of the platform. */
export type Adjustment = 'bonferroni' | 'holm' | 'hochberg' | 'BH' | 'BY';

export const adjustments: readonly Adjustment[] = ['bonferroni', 'holm', 'hochberg', 'BH', 'BY'];

/** By how much the p-value with ascending rank 1 … m is multiplied. */
function factor(method: Adjustment, rank: number, m: number, harmonic: number): number {
  switch (method) {
    case 'bonferroni':
      return m;
    case 'holm':
    case 'hochberg':
      return m + 1 - rank;
    case 'BH':
      return m / rank;
    case 'BY':
      return (harmonic * m) / rank;
  }
}

/**
 * Adjusted p-values (0–1) in the order of the input; a test is rejected at level α when its adjusted value is ≤ α.
 * NaN is a missing p-value: it stays NaN and is not a test, so m is the number of values that are there. Ties get the same result.
 * BH and BY control the false discovery rate, the others the chance of a single false alarm; BY and Holm under any dependence.
 * Throws RangeError for a value outside [0, 1]. Sources: Benjamini & Hochberg 1995, Benjamini & Yekutieli 2001, Holm 1979,
 * Hochberg 1988.
 */
export function adjustPValues(p: ArrayLike<number>, method: Adjustment = 'BH'): Float64Array {
  const present: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const value = p[i]!;
    if (Number.isNaN(value)) continue;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p-value ${i + 1} is ${value}, outside 0 to 1`);
    present.push(i);
  }
  const order = Uint32Array.from(present).sort((i, j) => p[i]! - p[j]!);
  const m = order.length;
  let harmonic = 0;
  for (let k = 1; k <= m; k++) harmonic += 1 / k;

  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const stepUp = method !== 'holm'; // Holm runs from the smallest p upwards, the others from the largest down
  let running = stepUp ? 1 : 0;
  for (let step = 0; step < m; step++) {
    const rank = stepUp ? m - step : step + 1;
    const index = order[rank - 1]!;
    const raised = Math.min(1, factor(method, rank, m, harmonic) * p[index]!);
    if (method === 'bonferroni') running = raised;
    else running = stepUp ? Math.min(running, raised) : Math.max(running, raised);
    adjusted[index] = running;
  }
  return adjusted;
}

/** Benjamini & Hochberg (1995) adjusted p-values: `adjustPValues` with its default, under the name that people look for. */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  return adjustPValues(p, 'BH');
}
