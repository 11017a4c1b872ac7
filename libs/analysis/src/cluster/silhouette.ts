import { pairPlace } from './distance.js';

/**
 * Silhouette of each row (Rousseeuw 1987): (b − a) / max(a, b), with a its mean distance to its own group and b that to the
 * nearest other group: 1 = clearly in its place, below 0 = closer to another group. 0 for a row alone in its group; NaN when there
 * is one group. `distances` as of `pairDistances`, labels 0..k−1.
 */
export function silhouette(distances: Float64Array, labels: Int32Array, k: number): Float64Array {
  const rows = labels.length;
  const sizes = new Int32Array(k);
  for (const group of labels) sizes[group]!++;
  const sums = new Float64Array(k);
  return Float64Array.from(labels, (own, i) => {
    sums.fill(0);
    for (let j = 0; j < rows; j++) if (j !== i) sums[labels[j]!]! += distances[pairPlace(i, j)]!;
    let other = Infinity;
    for (let g = 0; g < k; g++) if (g !== own && sizes[g]! > 0) other = Math.min(other, sums[g]! / sizes[g]!);
    if (other === Infinity) return NaN;
    if (sizes[own] === 1) return 0;
    const inside = sums[own]! / (sizes[own]! - 1);
    const largest = Math.max(inside, other);
    return largest === 0 ? 0 : (other - inside) / largest;
  });
}
