import { compensatedSum } from './compensated-sum.js';
import { logGamma } from '../special/log-gamma.js';
import { monotoneRoot } from '../special/monotone-root.js';

/**
 * Distribution of the upper left cell of a 2 × 2 table whose margins are fixed, for any odds ratio (Fisher's noncentral
 * hypergeometric distribution). The base of Fisher's exact test and of conditional and mid-P estimates.
 */
export interface FixedMargins {
  /** Smallest and largest value that the margins allow. */
  readonly lowest: number;
  readonly highest: number;
  /** Probability of each value from `lowest` on, at odds ratio e^logOdds. */
  probabilities(logOdds: number): Float64Array;
}

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** The distribution for the table [[a, b], [c, d]] of counts. */
export function fixedMargins(a: number, b: number, c: number, d: number): FixedMargins {
  const first = a + c;
  const second = b + d;
  const row = a + b;
  const lowest = Math.max(0, row - second);
  const highest = Math.min(row, first);
  const logWeights = Float64Array.from(
    { length: highest - lowest + 1 },
    (_, i) => logChoose(first, lowest + i) + logChoose(second, row - lowest - i),
  );
  return {
    lowest,
    highest,
    probabilities(logOdds) {
      const logs = logWeights.map((w, i) => w + logOdds * (lowest + i));
      const top = logs.reduce((max, value) => Math.max(max, value), -Infinity);
      const out = logs.map((value) => Math.exp(value - top));
      const sum = compensatedSum();
      out.forEach(sum.add);
      const total = sum.total();
      return out.map((value) => value / total);
    },
  };
}

/** Mean and variance of the cell at an odds ratio. */
export function momentsAt(margins: FixedMargins, logOdds: number): { mean: number; variance: number } {
  const p = margins.probabilities(logOdds);
  let mean = 0;
  p.forEach((value, i) => (mean += value * (margins.lowest + i)));
  let variance = 0;
  p.forEach((value, i) => (variance += value * (margins.lowest + i - mean) ** 2));
  return { mean, variance };
}

/**
 * P(X ≥ x) − half · P(X = x), or with `side` 'lower' P(X ≤ x) − half · P(X = x), and its derivative to the log odds ratio.
 * `half` is 0 for exact and ½ for mid-P probabilities.
 */
export function tailAt(
  margins: FixedMargins,
  x: number,
  logOdds: number,
  side: 'lower' | 'upper',
  half: number,
): { value: number; slope: number } {
  const p = margins.probabilities(logOdds);
  const { mean } = momentsAt(margins, logOdds);
  let value = 0;
  let slope = 0;
  p.forEach((probability, i) => {
    const cell = margins.lowest + i;
    const inside = side === 'upper' ? cell >= x : cell <= x;
    if (!inside) return;
    const part = cell === x ? probability * (1 - half) : probability;
    value += part;
    slope += part * (cell - mean);
  });
  return { value, slope };
}

/** The odds ratio at which a tail has that probability; ±Infinity of its logarithm where there is none. */
export function logOddsWhereTail(
  margins: FixedMargins,
  x: number,
  side: 'lower' | 'upper',
  half: number,
  probability: number,
  start: number,
): number {
  const root = monotoneRoot(
    (logOdds) => {
      const { value, slope } = tailAt(margins, x, logOdds, side, half);
      return { value: Math.log(value), slope: slope / value };
    },
    Math.log(probability),
    start,
    700,
  );
  return Math.abs(root) > 700 ? Math.sign(root) * Infinity : root;
}
