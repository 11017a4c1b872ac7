import { normalTwoSided } from '../special/normal.js';
import { deviations, type MoranOptions } from './moran-global.js';
import type { Neighbours } from './neighbours.js';
import { presentAreas } from './present-areas.js';
import { rowWeight, spatialLag } from './spatial-weights.js';

/** Own value and neighbours' average against the mean: `High-High` lies in a cluster, `High-Low` stands out alone. */
export type MoranQuadrant = 'High-High' | 'High-Low' | 'Low-High' | 'Low-Low';

/** Moments of the local statistic under one null hypothesis, per area; NaN where not defined. */
export interface LocalMoments {
  readonly expectation: Float64Array;
  readonly variance: Float64Array;
  readonly z: Float64Array;
  readonly pTwoSided: Float64Array;
}

/** Per area. NaN (null for the quadrant) for missing areas, islands, and where no value varies. */
export interface LocalMoran {
  readonly i: Float64Array;
  readonly quadrant: readonly (MoranQuadrant | null)[];
  /** Null: all values dealt at random over all areas. */
  readonly total: LocalMoments;
  /** Null: the own value stays, the others are dealt at random. This is what the permutation test draws. */
  readonly conditional: LocalMoments;
}

/**
 * Local Moran's I per area: I_i = z_i / m2 Σ_j w_ij z_j with m2 = Σ z² / n, as spdep::localmoran (GeoDa and PySAL print
 * I_i (n−1)/n). Moments: total, Anselin 1995 and Sokal et al. 1998 eq. 4–5; conditional, Sokal et al. 1998 eq. 7–8.
 * An island is not a test. Missing is not zero (see options). Throws RangeError when lengths differ or a present value is not
 * finite.
 */
export function moranLocal(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { style = 'W', missing }: MoranOptions = {},
): LocalMoran {
  const present = presentAreas(values, neighbours, missing);
  const areas = values.length;
  const n = present.index.length;
  const z = deviations(present.values);
  const lag = spatialLag(present.neighbours, z, style);
  const m2 = z.reduce((sum, v) => sum + v * v, 0) / n;
  const m4 = z.reduce((sum, v) => sum + v ** 4, 0) / n;
  const b2 = m4 / (m2 * m2);
  const i = new Float64Array(areas).fill(NaN);
  const quadrant = new Array<MoranQuadrant | null>(areas).fill(null);
  const total = emptyMoments(areas);
  const conditional = emptyMoments(areas);
  for (let k = 0; k < n; k++) {
    const links = present.neighbours.offsets[k + 1]! - present.neighbours.offsets[k]!;
    if (links === 0 || m2 === 0) continue;
    const own = z[k]!;
    const at = present.index[k]!;
    const w = rowWeight(present.neighbours, k, style);
    const sum = style === 'W' ? 1 : links;
    const squares = links * w * w;
    const observed = (own / m2) * lag[k]!;
    i[at] = observed;
    quadrant[at] = `${own > 0 ? 'High' : 'Low'}-${lag[k]! > 0 ? 'High' : 'Low'}`;
    const mean = -sum / (n - 1);
    const variance =
      ((n - b2) / (n - 1)) * squares + ((2 * b2 - n) / ((n - 1) * (n - 2))) * (sum * sum - squares) - mean * mean;
    setMoments(total, at, observed, mean, variance);
    const rest = m2 - (own * own) / (n - 1);
    const left = squares - (sum * sum) / (n - 1);
    setMoments(
      conditional,
      at,
      observed,
      -(own * own * sum) / ((n - 1) * m2),
      (own / m2) ** 2 * (n / (n - 2)) * left * rest,
    );
  }
  return { i, quadrant, total, conditional };
}

function emptyMoments(areas: number): LocalMoments {
  const empty = (): Float64Array => new Float64Array(areas).fill(NaN);
  return { expectation: empty(), variance: empty(), z: empty(), pTwoSided: empty() };
}

function setMoments(moments: LocalMoments, at: number, observed: number, mean: number, variance: number): void {
  const z = variance > 0 ? (observed - mean) / Math.sqrt(variance) : NaN;
  moments.expectation[at] = mean;
  moments.variance[at] = variance;
  moments.z[at] = z;
  moments.pTwoSided[at] = normalTwoSided(z);
}
