import { normalTwoSided } from '../special/normal.js';

/** A test for a steady rise or fall, whatever its shape. */
export interface MannKendall {
  /** Number of values that were there. */
  readonly n: number;
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Variance of s without a trend, corrected for ties. */
  readonly variance: number;
  /** With continuity correction; 0 when s is 0. */
  readonly z: number;
  readonly p: number;
  /** Kendall's τ-b between time and value, −1 … 1; NaN when nothing varies. */
  readonly tau: number;
}

/**
 * Mann–Kendall test (Mann 1945, Kendall 1975) of values in order of time. NaN is a gap: the pair order of the rest still counts.
 * Neighbouring periods that resemble each other (autocorrelation, season) make it reject too often: take out the season first.
 * p is NaN for fewer than three values.
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  const present = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value)));
  const n = present.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(present[j]! - present[i]!);
  let tieVariance = 0;
  const repeats = new Map<number, number>();
  for (const value of present) repeats.set(value, (repeats.get(value) ?? 0) + 1);
  for (const t of repeats.values()) tieVariance += t * (t - 1) * (2 * t + 5);
  const variance = (n * (n - 1) * (2 * n + 5) - tieVariance) / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const pairs = (n * (n - 1)) / 2;
  const tiedPairs = [...repeats.values()].reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  return {
    n,
    s,
    variance,
    z,
    p: n < 3 ? Number.NaN : normalTwoSided(z),
    tau: s / Math.sqrt(pairs * (pairs - tiedPairs)),
  };
}
