/** Weights w[j][i] of source j on target i, with first and second derivative to the decay d. */
export interface NeighbourWeights {
  readonly value: readonly Float64Array[];
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

/**
 * Power law o^−d of the order of neighbourhood, from 1 to `maxlag`, zero beyond and for the area itself; every row adds up to 1
 * (zero for an area without neighbours). Source: Meyer & Held 2014.
 */
export function powerLawWeights(orders: readonly Float64Array[], d: number, maxlag: number): NeighbourWeights {
  const value: Float64Array[] = [];
  const first: Float64Array[] = [];
  const second: Float64Array[] = [];
  for (const row of orders) {
    const raw = row.map((o) => (o >= 1 && o <= maxlag ? o ** -d : 0));
    const total = raw.reduce((sum, w) => sum + w, 0);
    const w = raw.map((v) => (total > 0 ? v / total : 0));
    const log = row.map((o) => (o >= 1 ? Math.log(o) : 0));
    const mean = w.reduce((sum, v, i) => sum + v * log[i]!, 0);
    const variance = w.reduce((sum, v, i) => sum + v * (log[i]! - mean) ** 2, 0);
    value.push(w);
    first.push(w.map((v, i) => v * (mean - log[i]!)));
    second.push(w.map((v, i) => v * ((mean - log[i]!) ** 2 - variance)));
  }
  return { value, first, second };
}

/** 1 for first-order neighbours, not normalised; nothing to differentiate. */
export function firstOrderWeights(orders: readonly Float64Array[]): NeighbourWeights {
  const zero = orders.map((row) => new Float64Array(row.length));
  return { value: orders.map((row) => row.map((o) => Number(o === 1))), first: zero, second: zero };
}
