/**
 * Who is next to whom, as compressed rows: the neighbours of area `i` are `neighbours[offsets[i] .. offsets[i + 1])`,
 * in ascending order, without `i` itself. An area without neighbours (an island) has an empty row.
 */
export interface Neighbours {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Number of areas described by `neighbours`. */
export const areaCount = (neighbours: Neighbours): number => neighbours.offsets.length - 1;

/**
 * Neighbours from a list of directed links `from[k] → to[k]` (indices 0..n-1). Order and duplicates do not matter, a link
 * of an area to itself is dropped, and a link is not mirrored: give both directions for a symmetric relation.
 * Throws RangeError when an index lies outside 0..n-1.
 */
export function neighboursFromLinks(n: number, from: ArrayLike<number>, to: ArrayLike<number>): Neighbours {
  const links = from.length;
  const sizes = new Int32Array(n + 1);
  for (let k = 0; k < links; k++) {
    const a = from[k]!;
    const b = to[k]!;
    if (!(a >= 0 && a < n && b >= 0 && b < n)) throw new RangeError(`link ${k} refers to an area outside 0..${n - 1}`);
    if (a !== b) sizes[a + 1]!++;
  }
  for (let i = 0; i < n; i++) sizes[i + 1]! += sizes[i]!;
  const filled = new Int32Array(sizes[n]!);
  const next = sizes.slice();
  for (let k = 0; k < links; k++) {
    const a = from[k]!;
    if (a !== to[k]!) filled[next[a]!++] = to[k]!;
  }
  const offsets = new Int32Array(n + 1);
  let end = 0;
  for (let i = 0; i < n; i++) {
    const row = filled.subarray(sizes[i]!, sizes[i + 1]!).sort();
    for (let k = 0; k < row.length; k++) if (k === 0 || row[k] !== row[k - 1]) filled[end++] = row[k]!;
    offsets[i + 1] = end;
  }
  return { offsets, neighbours: filled.slice(0, end) };
}

/**
 * Neighbours from unordered pairs `a[k] – b[k]`: every pair counts in both directions, so the result is symmetric.
 * Duplicates and pairs of an area with itself are dropped. Throws RangeError on an index outside 0..n-1.
 */
export function neighboursFromPairs(n: number, a: ArrayLike<number>, b: ArrayLike<number>): Neighbours {
  const pairs = a.length;
  const from = new Int32Array(2 * pairs);
  const to = new Int32Array(2 * pairs);
  for (let k = 0; k < pairs; k++) {
    from[k] = to[pairs + k] = a[k]!;
    to[k] = from[pairs + k] = b[k]!;
  }
  return neighboursFromLinks(n, from, to);
}
