import { maxEntropyNoise, type NoiseShape } from './max-entropy-noise.js';

/** One more than the largest key: keys are integers 0 … 2³² − 1. */
export const KEY_SPACE = 2 ** 32;

/** A row: the key lies under `upTo[i]` (and not under `upTo[i − 1]`) → noise is `noise[i]`. The last `upTo` is 2³². */
export interface PerturbationRow {
  readonly noise: readonly number[];
  readonly upTo: readonly number[];
}

/** `rows[n]` serves the count n; the last row serves every larger count. */
export interface PerturbationTable {
  readonly max: number;
  readonly variance: number;
  readonly rows: readonly PerturbationRow[];
}

/** What the platform uses: at most 5, variance 3 (the European census grid uses the same form). */
export const PLATFORM_NOISE: NoiseShape = { max: 5, variance: 3 };

/**
 * Builds the table for counts 0 … max (+ blocked), after which the row no longer changes. Probabilities become cumulative integers in
 * units of 2⁻³², so that reading the table needs no floating point and every machine finds the same noise.
 */
export function buildPerturbationTable(shape: NoiseShape): PerturbationTable {
  const last = shape.max + (shape.blockedUpTo ?? 0);
  const rows = Array.from({ length: last + 1 }, (_row, count): PerturbationRow => {
    const { noise, probability } = maxEntropyNoise(count, shape);
    let cumulative = 0;
    const upTo = probability.map((p) => Math.round((cumulative += p) * KEY_SPACE));
    upTo[upTo.length - 1] = KEY_SPACE;
    return { noise, upTo };
  });
  return { max: shape.max, variance: shape.variance, rows };
}
