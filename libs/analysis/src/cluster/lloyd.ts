import { CentreDistances } from './centre-distances.js';
import { squaredDistance } from './distance.js';
import { summarisePartition } from './partition.js';
import type { Rows } from './standardise.js';

/** Groups found from one start. */
export interface LloydResult {
  /** Group 0..k−1 of each row; group g grew from start centre g. */
  readonly labels: Int32Array;
  readonly centres: Float64Array;
  readonly totalWithin: number;
  readonly iterations: number;
  /** false when the limit of iterations was reached first. */
  readonly converged: boolean;
}

/** Centres with the nearest of them for every row, when that is known already: spares one pass over all distances. */
export interface LloydStart {
  readonly centres: Float64Array;
  /** The nearest centre of each row (ties: the first) and the squared distance to it. */
  readonly labels: Int32Array;
  readonly nearest: Float64Array;
}

export interface LloydOptions {
  readonly maxIterations?: number;
  readonly tolerance?: number;
  /** Must belong to the same centres. */
  readonly start?: LloydStart;
  /** Of the same rows and as many centres: spares laying the rows ready once more. */
  readonly distances?: CentreDistances;
}

/**
 * Lloyd's k-means from given centres (`start[g * columns + j]`) until no row changes group: every row ends in the group with the
 * nearest centre (ties: the first). Bounds on the distances (Hamerly 2010) spare most comparisons; the result is that of
 * the plain method. An empty group takes the row farthest from its centre. With a tolerance it stops, not converged, once the centres
 * together move by less (sum of squares). Throws RangeError when there are fewer rows than groups.
 */
export function lloyd(
  points: Rows,
  start: Float64Array,
  { maxIterations = 1000, tolerance = 0, start: known, distances }: LloydOptions = {},
): LloydResult {
  const { values, rows, columns } = points;
  const k = start.length / columns;
  if (rows < k || k < 1) throw new RangeError(`${rows} rows cannot make ${k} groups`);
  const centres = start.slice();
  const labels = new Int32Array(rows);
  const sums = new Float64Array(k * columns);
  const sizes = new Int32Array(k);
  // Per row: at least as far as its own centre, and at most as far as any other.
  const upper = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const state: Search = {
    points,
    k,
    centres,
    labels,
    upper,
    lower,
    distances: distances ?? new CentreDistances(points, k),
  };
  for (let g = 0; g < k; g++) state.distances.place(g, centres);
  for (let i = 0; i < rows; i++) {
    if (known) {
      // Nothing is known of the second nearest: its bound stays at 0 until the row is looked at again.
      labels[i] = known.labels[i]!;
      upper[i] = Math.sqrt(known.nearest[i]!) * (1 + 1e-12);
    } else assignNearest(state, i);
    addRow(values, i, columns, sums, sizes, labels[i]!, 1);
  }
  let iterations = 1;
  let converged = false;
  for (; iterations < maxIterations && !converged; iterations++) {
    fillEmptyGroups(state, sums, sizes);
    const moved = moveCentres(state, sums, sizes);
    let squares = 0;
    for (let g = 0; g < k; g++) squares += moved[g]! * moved[g]!;
    if (squares < tolerance) break;
    const half = halfDistances(centres, k, columns);
    let changes = 0;
    for (let i = 0; i < rows; i++) {
      const own = labels[i]!;
      upper[i]! += moved[own]!;
      lower[i]! -= moved[k]!;
      if (upper[i]! < Math.max(half[own]!, lower[i]!)) continue;
      assignNearest(state, i);
      if (labels[i] === own) continue;
      changes++;
      addRow(values, i, columns, sums, sizes, own, -1);
      addRow(values, i, columns, sums, sizes, labels[i]!, 1);
    }
    converged = changes === 0;
  }
  const { centres: exact, totalWithin } = summarisePartition(points, labels, k);
  return { labels, centres: exact, totalWithin, iterations, converged };
}

interface Search {
  readonly points: Rows;
  readonly k: number;
  readonly centres: Float64Array;
  readonly labels: Int32Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly distances: CentreDistances;
}

/** Nearest and second nearest centre of row i; bounds get a hair of slack, so that rounding never hides a nearer centre. */
function assignNearest({ k, labels, upper, lower, distances }: Search, i: number): void {
  const found = distances.ofRow(i);
  let [nearest, second, label] = [Infinity, Infinity, 0];
  for (let g = 0; g < k; g++) {
    const d = found[g]!;
    if (d < nearest) {
      second = nearest;
      nearest = d;
      label = g;
    } else if (d < second) second = d;
  }
  labels[i] = label;
  upper[i] = Math.sqrt(nearest) * (1 + 1e-12);
  lower[i] = Math.sqrt(second) * (1 - 1e-12);
}

function addRow(
  values: Float64Array,
  i: number,
  columns: number,
  sums: Float64Array,
  sizes: Int32Array,
  group: number,
  sign: 1 | -1,
): void {
  sizes[group]! += sign;
  for (let j = 0, from = i * columns, to = group * columns; j < columns; j++) sums[to + j]! += sign * values[from + j]!;
}

function fillEmptyGroups({ points, k, labels, upper }: Search, sums: Float64Array, sizes: Int32Array): void {
  for (let g = 0; g < k; g++) {
    if (sizes[g]! > 0) continue;
    let far = -1;
    for (let i = 0; i < points.rows; i++) {
      if (sizes[labels[i]!]! > 1 && (far < 0 || upper[i]! > upper[far]!)) far = i;
    }
    addRow(points.values, far, points.columns, sums, sizes, labels[far]!, -1);
    addRow(points.values, far, points.columns, sums, sizes, g, 1);
    labels[far] = g;
    upper[far] = Infinity;
  }
}

/** Moves every centre to its mean; returns how far each went, and as element k the largest. */
function moveCentres(
  { points: { columns }, k, centres, distances }: Search,
  sums: Float64Array,
  sizes: Int32Array,
): Float64Array {
  const moved = new Float64Array(k + 1);
  for (let g = 0; g < k; g++) {
    let squares = 0;
    for (let j = g * columns; j < (g + 1) * columns; j++) {
      const mean = sums[j]! / sizes[g]!;
      squares += (mean - centres[j]!) ** 2;
      centres[j] = mean;
    }
    distances.place(g, centres);
    moved[g] = Math.sqrt(squares) * (1 + 1e-12);
    if (moved[g]! > moved[k]!) moved[k] = moved[g]!;
  }
  return moved;
}

/** Half the distance from each centre to the nearest other one: rows closer than that cannot belong elsewhere. */
function halfDistances(centres: Float64Array, k: number, columns: number): Float64Array {
  const half = new Float64Array(k).fill(Infinity);
  for (let g = 0; g < k; g++) {
    for (let h = 0; h < k; h++) {
      if (h === g) continue;
      const d = Math.sqrt(squaredDistance(centres, g * columns, centres, h * columns, columns)) / 2;
      if (d < half[g]!) half[g] = d * (1 - 1e-12);
    }
  }
  return half;
}
