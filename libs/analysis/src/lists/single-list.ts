import { lognormalInterval } from './two-lists.js';

/** Estimates of all persons from one register, in which each person is counted as often as they were caught. */
export interface SingleListEstimates {
  readonly observed: number;
  readonly captures: number;
  readonly once: number;
  readonly twice: number;
  /** Chao (1987): a LOWER bound, whatever the spread between persons. */
  readonly chao: {
    readonly total: number;
    readonly hidden: number;
    readonly variance: number;
    readonly lognormal95: readonly [number, number];
  };
  /** Defined also when nobody was caught twice. */
  readonly chaoBiasCorrected: number;
  /** Zelterman (1988), variance by Böhning (2008): robust to persons who are caught very often. */
  readonly zelterman: { readonly lambda: number; readonly total: number; readonly variance: number };
  /** All persons caught at one rate: too low when they differ. */
  readonly truncatedPoisson: { readonly lambda: number; readonly total: number; readonly variance: number };
}

/** The λ with λ / (1 − e^−λ) = mean, for a mean above 1; 0 at 1. */
function truncatedPoissonRate(mean: number): number {
  if (!(mean > 1)) return mean === 1 ? 0 : Number.NaN;
  let lambda = mean < 1.5 ? 2 * (mean - 1) : mean;
  for (let step = 0; step < 100; step++) {
    const zero = Math.exp(-lambda);
    const caught = -Math.expm1(-lambda);
    const next = lambda - (lambda / caught - mean) / ((caught - lambda * zero) / (caught * caught));
    if (Math.abs(next - lambda) < 1e-15 * next) return next;
    lambda = next;
  }
  return lambda;
}

/**
 * Estimates from how many persons were caught once, twice, …: `persons[k − 1]` persons were caught k times. Values that need persons
 * caught once and twice are NaN or infinite without them.
 */
export function estimateFromSingleList(persons: ArrayLike<number>): SingleListEstimates {
  let n = 0;
  let captures = 0;
  for (let k = 0; k < persons.length; k++) {
    if (!(persons[k]! >= 0 && persons[k]! < Infinity)) throw new RangeError(`${persons[k]} is not a number of persons`);
    n += persons[k]!;
    captures += (k + 1) * persons[k]!;
  }
  const once = persons[0] ?? 0;
  const twice = persons[1] ?? 0;
  const r = once / twice;
  const hidden = (once * once) / (2 * twice);
  const variance = twice * (r ** 2 / 2 + r ** 3 + r ** 4 / 4);

  const zRate = (2 * twice) / once;
  const zSeen = -Math.expm1(-zRate);
  const missed = (n * Math.exp(-zRate)) / zSeen ** 2;
  const zVariance = missed * (1 + missed * (1 / once + 1 / twice) * zRate ** 2);

  const rate = truncatedPoissonRate(captures / n);
  const seen = -Math.expm1(-rate);
  const unseen = (n * Math.exp(-rate)) / seen ** 2;
  const information = n * (1 / (rate * seen) - Math.exp(-rate) / seen ** 2);
  return {
    observed: n,
    captures,
    once,
    twice,
    chao: { total: n + hidden, hidden, variance, lognormal95: lognormalInterval(n, hidden, variance) },
    chaoBiasCorrected: n + (once * (once - 1)) / (2 * (twice + 1)),
    zelterman: { lambda: zRate, total: n / zSeen, variance: zVariance },
    truncatedPoisson: { lambda: rate, total: n / seen, variance: unseen + unseen ** 2 / information },
  };
}
