import { pairPlace, squaredDistance } from './distance.js';
import { numberByFirstRow } from './k-means.js';
import type { Rows } from './standardise.js';

/** A tree of groups: n − 1 joins in ascending height. */
export interface WardTree {
  readonly rows: number;
  /** Height of each join in the unit of the distances (not squared), as R's ward.D2. */
  readonly heights: Float64Array;
  /** The two parts of each join, as in R: −r is row r (from 1), +m is the group made by join m (from 1). */
  readonly merge: readonly (readonly [number, number])[];
}

/**
 * Ward's hierarchical clustering on Euclidean distances by the nearest-neighbour chain (Murtagh 1983): time n², memory 4 n²
 * bytes. Joins the two groups whose union raises the sum of squares least; ties go to the group met first. One or no row gives
 * no join.
 */
export function wardTree({ values, rows, columns }: Rows): WardTree {
  const joins = rows < 2 ? [] : chainJoins(values, rows, columns);
  // The chain finds joins out of order; equal heights keep the order in which they were found, parts before wholes.
  const order = joins.map((_, k) => k).sort((a, b) => joins[a]!.height - joins[b]!.height || a - b);
  const groupOf = Int32Array.from({ length: rows }, (_, i) => -(i + 1));
  const root = Int32Array.from({ length: rows }, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!;
    return i;
  };
  const merge = order.map((k, place): [number, number] => {
    const a = find(joins[k]!.a);
    const b = find(joins[k]!.b);
    const parts: [number, number] = [groupOf[Math.min(a, b)]!, groupOf[Math.max(a, b)]!];
    root[Math.max(a, b)] = Math.min(a, b);
    groupOf[Math.min(a, b)] = place + 1;
    // Rows before groups, and the earlier of two groups first.
    return parts[0] > 0 && (parts[1] < 0 || parts[1] < parts[0]) ? [parts[1], parts[0]] : parts;
  });
  return { rows, heights: Float64Array.from(order, (k) => joins[k]!.height), merge };
}

/** Groups 0..k−1 when the tree is cut so that k remain, numbered by their first row. Throws RangeError unless 1 ≤ k ≤ rows. */
export function cutTree({ rows, merge }: WardTree, k: number): Int32Array {
  if (!(Number.isInteger(k) && k >= 1 && k <= rows)) throw new RangeError(`k must lie between 1 and ${rows}`);
  const members: number[][] = [];
  const part = (p: number): number[] => (p < 0 ? [-p - 1] : members[p - 1]!);
  const labels = Int32Array.from({ length: rows }, (_, i) => i);
  for (let m = 0; m < rows - k; m++) {
    const joined = [...part(merge[m]![0]), ...part(merge[m]![1])];
    members.push(joined);
    for (const i of joined) labels[i] = joined[0]!;
  }
  return numberByFirstRow(labels, rows);
}

interface Join {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** `a` and `b` are one row of each group; distances are kept squared and updated by Lance & Williams. */
function chainJoins(values: Float64Array, rows: number, columns: number): Join[] {
  const squared = new Float64Array((rows * (rows - 1)) / 2);
  for (let i = 1, at = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) squared[at++] = squaredDistance(values, i * columns, values, j * columns, columns);
  }
  const size = new Int32Array(rows).fill(1);
  const active = Int32Array.from({ length: rows }, (_, i) => i);
  let left = rows;
  const chain: number[] = [];
  const joins: Join[] = [];
  while (left > 1) {
    if (chain.length === 0) chain.push(active[0]!);
    const top = chain.at(-1)!;
    const before = chain.at(-2);
    // The one before wins ties, or the chain could run in a circle.
    let nearest = before ?? -1;
    let shortest = before === undefined ? Infinity : squared[pairPlace(top, before)]!;
    for (let k = 0; k < left; k++) {
      const other = active[k]!;
      if (other === top) continue;
      const d = squared[other < top ? (top * (top - 1)) / 2 + other : (other * (other - 1)) / 2 + top]!;
      if (d < shortest) {
        shortest = d;
        nearest = other;
      }
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const keep = Math.min(top, nearest);
    const drop = Math.max(top, nearest);
    joins.push({ a: keep, b: drop, height: Math.sqrt(shortest) });
    left = removeActive(active, left, drop);
    const [nKeep, nDrop] = [size[keep]!, size[drop]!];
    for (let k = 0; k < left; k++) {
      const other = active[k]!;
      if (other === keep) continue;
      const at = pairPlace(keep, other);
      const n = size[other]!;
      squared[at] =
        ((n + nKeep) * squared[at]! + (n + nDrop) * squared[pairPlace(drop, other)]! - n * shortest) /
        (n + nKeep + nDrop);
    }
    size[keep] = nKeep + nDrop;
  }
  return joins;
}

function removeActive(active: Int32Array, left: number, gone: number): number {
  let at = 0;
  while (active[at] !== gone) at++;
  active.copyWithin(at, at + 1, left);
  return left - 1;
}
