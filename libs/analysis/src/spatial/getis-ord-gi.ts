import type { Neighbours } from './neighbours.js';
import type { WeightStyle } from './spatial-weights.js';

/** What may be varied; the defaults give the Gi* of the platform's map. */
export interface GetisOrdOptions {
  /** 1 where the value is missing: such an area leaves every neighbourhood, mean, variance and n. Default: none is missing. */
  readonly missing?: ArrayLike<number>;
  /** true (default): Gi*, the area belongs to its own neighbourhood; false: Gi, which leaves it out. */
  readonly includeSelf?: boolean;
  readonly style?: WeightStyle;
}

/**
 * Per area, all of the length of the values. NaN where not defined: missing areas, Gi of an area without (present)
 * neighbours, no variation in the values, a neighbourhood that holds all areas, and g where the values sum to zero.
 */
export interface GetisOrdScores {
  /** Share of the total that lies in the neighbourhood (weighted by style). */
  readonly g: Float64Array;
  readonly expectation: Float64Array;
  readonly variance: Float64Array;
  /** Standard score of g: above 0 = more than average around here. */
  readonly z: Float64Array;
}

/**
 * Getis–Ord Gi* (and Gi) per area, Ord & Getis 1995, as spdep::localG:
 * z_i = (Σ_j w_ij x_j − x̄ w_i.) / (s √((n Σ_j w_ij² − w_i.²)/(n−1))) with s² = Σx²/n − x̄², the sums over j including i. For
 * Gi mean and variance are those of the other n−1 areas. Values in any unit (counts, rates), length = number of areas.
 * Missing is not zero (see options). Throws RangeError when lengths differ or a present value is not finite.
 */
export function getisOrdGi(
  values: ArrayLike<number>,
  { offsets, neighbours }: Neighbours,
  { missing, includeSelf = true, style = 'B' }: GetisOrdOptions = {},
): GetisOrdScores {
  const areas = values.length;
  if (offsets.length !== areas + 1)
    throw new RangeError(`${areas} values, but neighbours of ${offsets.length - 1} areas`);
  const present = (i: number): boolean => missing === undefined || missing[i] === 0;
  const { n, sum, mean, squares } = momentsOf(values, present);
  const undefinedScores = (): Float64Array => new Float64Array(areas).fill(NaN);
  const scores = {
    g: undefinedScores(),
    expectation: undefinedScores(),
    variance: undefinedScores(),
    z: undefinedScores(),
  };

  for (let i = 0; i < areas; i++) {
    if (!present(i)) continue;
    const own = values[i]! - mean;
    let k = includeSelf ? 1 : 0;
    let deviation = includeSelf ? own : 0;
    for (let p = offsets[i]!; p < offsets[i + 1]!; p++) {
      const j = neighbours[p]!;
      if (!present(j)) continue;
      k++;
      deviation += values[j]! - mean;
    }
    if (k === 0) continue;
    // Everything below is written with deviations from the mean: sums of squares of large values would cancel.
    const w = style === 'B' ? 1 : 1 / k;
    const others = includeSelf ? n : n - 1;
    const localMean = includeSelf ? 0 : -own / (n - 1);
    const spread = includeSelf ? squares / n : (squares - own * own) / (n - 1) - localMean * localMean;
    const localSum = includeSelf ? sum : sum - values[i]!;
    const variance = (spread * w * w * k * (others - k)) / (others - 1);
    scores.expectation[i] = (w * k) / others;
    if (localSum !== 0) {
      scores.g[i] = (w * (deviation + k * mean)) / localSum;
      scores.variance[i] = variance / (localSum * localSum);
    }
    if (variance > 0 && squares > 0) scores.z[i] = (w * (deviation - k * localMean)) / Math.sqrt(variance);
  }
  return scores;
}

function momentsOf(values: ArrayLike<number>, present: (i: number) => boolean) {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (!present(i)) continue;
    if (!Number.isFinite(values[i]))
      throw new RangeError(`value ${i} is not a finite number and not marked as missing`);
    n++;
    sum += values[i]!;
  }
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) if (present(i)) squares += (values[i]! - mean) ** 2;
  // Equal values whose mean rounds leave a trace of squares of rounding size: that is no variation.
  const rounding = n * (mean * Number.EPSILON * 4) ** 2;
  return { n, sum, mean, squares: squares <= rounding ? 0 : squares };
}
