import type { Neighbours } from './neighbours.js';

/** Spatial weights of a row: `B` = 1 per neighbour, `W` = 1 / number of neighbours (rows that sum to 1). */
export type WeightStyle = 'B' | 'W';

/** Sums over all weights that the moments of Moran's I need; `used` = areas with at least one neighbour. */
export interface WeightSums {
  readonly used: number;
  /** Σ w_ij */
  readonly s0: number;
  /** ½ Σ (w_ij + w_ji)², which is also the trace of W'W + WW */
  readonly s1: number;
  /** Σ (w_i. + w_.i)² */
  readonly s2: number;
}

/** Weight of every neighbour of area i: 0 for an island. */
export function rowWeight({ offsets }: Neighbours, i: number, style: WeightStyle): number {
  const k = offsets[i + 1]! - offsets[i]!;
  return k === 0 ? 0 : style === 'B' ? 1 : 1 / k;
}

/** Sums of the weights; links need not be mutual. Work: number of links times log of a row. */
export function weightSums(weights: Neighbours, style: WeightStyle): WeightSums {
  const { offsets, neighbours } = weights;
  const n = offsets.length - 1;
  const into = new Float64Array(n);
  let [used, s0, squares, products] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const w = rowWeight(weights, i, style);
    const k = offsets[i + 1]! - offsets[i]!;
    if (k > 0) used++;
    s0 += style === 'W' ? Math.min(k, 1) : k;
    squares += k * w * w;
    for (let p = offsets[i]!; p < offsets[i + 1]!; p++) {
      const j = neighbours[p]!;
      into[j]! += w;
      if (hasLink(weights, j, i)) products += w * rowWeight(weights, j, style);
    }
  }
  let s2 = 0;
  for (let i = 0; i < n; i++) {
    const out = rowWeight(weights, i, style) * (offsets[i + 1]! - offsets[i]!);
    s2 += (out + into[i]!) ** 2;
  }
  return { used, s0, s1: squares + products, s2 };
}

/** Σ_j w_ij x_j for every area; 0 for an island. */
export function spatialLag(weights: Neighbours, x: ArrayLike<number>, style: WeightStyle): Float64Array {
  const { offsets, neighbours } = weights;
  const lag = new Float64Array(offsets.length - 1);
  for (let i = 0; i < lag.length; i++) {
    let sum = 0;
    for (let p = offsets[i]!; p < offsets[i + 1]!; p++) sum += x[neighbours[p]!]!;
    lag[i] = sum * rowWeight(weights, i, style);
  }
  return lag;
}

/** Rows are sorted, so a link is found by halving. */
function hasLink({ offsets, neighbours }: Neighbours, i: number, j: number): boolean {
  let low = offsets[i]!;
  let high = offsets[i + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (neighbours[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low < offsets[i + 1]! && neighbours[low] === j;
}
