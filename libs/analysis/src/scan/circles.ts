/**
 * Growing circles around every area. Circle centre i takes in the areas `order[starts[i] .. starts[i + 1])` one by one; after
 * place p the areas so far form a circle when `closed[p]` = 1 (areas at equal distance enter together).
 */
export interface Circles {
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly closed: Uint8Array;
  /** Number of circles over all centres. */
  readonly count: number;
}

/**
 * All circles whose weight (population, cases) is at most `limit`. Distances are compared to nine decimals of the unit, ties
 * keep the order of the input. Memory: one place per area inside each largest circle, so up to half of n² places.
 */
export function circlesAround(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: ArrayLike<number>,
  limit: number,
): Circles {
  const n = x.length;
  const starts = new Int32Array(n + 1);
  const rows: Int32Array[] = [];
  const closedRows: Uint8Array[] = [];
  const distance = new Float64Array(n);
  let count = 0;
  for (let centre = 0; centre < n; centre++) {
    for (let k = 0; k < n; k++) {
      const dx = x[k]! - x[centre]!;
      const dy = y[k]! - y[centre]!;
      const d = Math.sqrt(dx * dx + dy * dy);
      if (!Number.isFinite(d)) throw new RangeError(`the position of area ${k} or ${centre} is not finite`);
      distance[k] = Math.round(d * 1e9) / 1e9;
    }
    const sorted = distance.slice().sort();
    const order = stableOrder(distance, sorted);
    const closed = new Uint8Array(n);
    let held = 0;
    let length = 0;
    for (let k = 0; k < n; k++) {
      held += weight[order[k]!]!;
      if (k + 1 < n && !(sorted[k + 1]! - sorted[k]! > 1e-9)) continue;
      if (held > limit) break;
      closed[k] = 1;
      length = k + 1;
      count++;
    }
    rows.push(order.slice(0, length));
    closedRows.push(closed.slice(0, length));
    starts[centre + 1] = starts[centre]! + length;
  }
  const order = new Int32Array(starts[n]!);
  const closed = new Uint8Array(starts[n]!);
  rows.forEach((row, centre) => order.set(row, starts[centre]));
  closedRows.forEach((row, centre) => closed.set(row, starts[centre]));
  return { order, starts, closed, count };
}

/** Places in ascending order, ties by index. Sorting bare numbers and looking places up is much faster than a comparator. */
function stableOrder(values: Float64Array, sorted: Float64Array): Int32Array {
  const n = values.length;
  const order = new Int32Array(n);
  const taken = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    order[low + taken[low]!++] = k;
  }
  return order;
}
