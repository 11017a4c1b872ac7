import { pairPlace } from './distance.js';
import { numberByFirstRow } from './k-means.js';

/** Groups around rows that stand for them. */
export interface Medoids {
  /** Row that stands for each group, in the order of the groups. */
  readonly medoids: Int32Array;
  /** Group 0..k−1 of each row, numbered by first row. */
  readonly labels: Int32Array;
  /** Mean distance of the rows to their medoid. */
  readonly objective: number;
}

/**
 * Partitioning around medoids (Kaufman & Rousseeuw 1990): BUILD, then the best SWAP as long as it lowers the sum of distances.
 * `distances` as of `pairDistances`, any dissimilarity. Swaps are costed for all medoids at once (Schubert & Rousseeuw 2019):
 * same choices, k times faster. Throws RangeError unless 1 ≤ k ≤ rows.
 */
export function partitionAroundMedoids(distances: Float64Array, rows: number, k: number): Medoids {
  if (!(Number.isInteger(k) && k >= 1 && k <= rows)) throw new RangeError(`k must lie between 1 and ${rows}`);
  const matrix = { distances, rows };
  const medoids = build(matrix, k);
  const near = nearestTwo(matrix, medoids);
  while (swapBest(matrix, medoids, near)) Object.assign(near, nearestTwo(matrix, medoids));
  const labels = numberByFirstRow(near.label, k);
  const ordered = new Int32Array(k);
  medoids.forEach((row) => (ordered[labels[row]!] = row));
  const objective = near.first.reduce((sum, d) => sum + d, 0) / rows;
  return { medoids: ordered, labels, objective };
}

interface Matrix {
  readonly distances: Float64Array;
  readonly rows: number;
}

const between = ({ distances }: Matrix, i: number, j: number): number => (i === j ? 0 : distances[pairPlace(i, j)]!);

/** Each next medoid lowers the sum of distances most; ties go to the last such row, as in R. */
function build(matrix: Matrix, k: number): Int32Array {
  const { rows } = matrix;
  const medoids = new Int32Array(k);
  let nearest = new Float64Array(rows).fill(Infinity);
  const chosen = new Uint8Array(rows);
  for (let m = 0; m < k; m++) {
    let [best, most] = [-1, -Infinity];
    for (let i = 0; i < rows; i++) {
      if (chosen[i] === 1) continue;
      let gain = 0;
      for (let j = 0; j < rows; j++) {
        const d = between(matrix, i, j);
        // For the first medoid every row gains the same constant minus its distance.
        gain += m === 0 ? -d : Math.max(0, nearest[j]! - d);
      }
      if (gain >= most) [best, most] = [i, gain];
    }
    medoids[m] = best;
    chosen[best] = 1;
    nearest = nearest.map((d, j) => Math.min(d, between(matrix, best, j)));
  }
  return medoids;
}

interface NearestTwo {
  label: Int32Array;
  first: Float64Array;
  second: Float64Array;
}

function nearestTwo(matrix: Matrix, medoids: Int32Array): NearestTwo {
  const { rows } = matrix;
  const label = new Int32Array(rows);
  const first = new Float64Array(rows).fill(Infinity);
  const second = new Float64Array(rows).fill(Infinity);
  for (let j = 0; j < rows; j++) {
    for (let m = 0; m < medoids.length; m++) {
      const d = between(matrix, j, medoids[m]!);
      if (d < first[j]!) {
        second[j] = first[j]!;
        first[j] = d;
        label[j] = m;
      } else if (d < second[j]!) second[j] = d;
    }
  }
  return { label, first, second };
}

/** Makes the swap of a medoid for another row that lowers the sum of distances most; false when none lowers it. */
function swapBest(matrix: Matrix, medoids: Int32Array, { label, first, second }: NearestTwo): boolean {
  const { rows } = matrix;
  const k = medoids.length;
  const isMedoid = new Uint8Array(rows);
  medoids.forEach((row) => (isMedoid[row] = 1));
  const removal = new Float64Array(k);
  for (let j = 0; j < rows; j++) removal[label[j]!]! += (k === 1 ? 0 : second[j]!) - first[j]!;
  const change = new Float64Array(k);
  let [bestRow, bestMedoid, least] = [-1, -1, -1e-12 * first.reduce((sum, d) => sum + d, 0)];
  for (let h = 0; h < rows; h++) {
    if (isMedoid[h] === 1) continue;
    change.set(removal);
    let shared = 0;
    for (let j = 0; j < rows; j++) {
      const d = between(matrix, h, j);
      const own = label[j]!;
      if (k === 1) change[0]! += d;
      else if (d < first[j]!) {
        shared += d - first[j]!;
        change[own]! += first[j]! - second[j]!;
      } else if (d < second[j]!) change[own]! += d - second[j]!;
    }
    for (let m = 0; m < k; m++) {
      if (change[m]! + shared < least) [bestRow, bestMedoid, least] = [h, m, change[m]! + shared];
    }
  }
  if (bestRow < 0) return false;
  medoids[bestMedoid] = bestRow;
  return true;
}
