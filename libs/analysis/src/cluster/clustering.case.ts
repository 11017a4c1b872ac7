import type { CaseMethod, Judgement } from '../case/case-method.js';
import { numberParam, numbersParam } from '../case/case-params.js';
import { CaseInputError, getTable, numberColumn, textColumn } from '../case/case-table.js';
import { pairDistances } from './distance.js';
import { kMeans } from './k-means.js';
import { lloyd } from './lloyd.js';
import { partitionAroundMedoids } from './medoids.js';
import { summarisePartition } from './partition.js';
import { silhouette } from './silhouette.js';
import { standardise, type Rows } from './standardise.js';
import { cutTree, wardTree } from './ward.js';

const STARTS = 200;

const fromOne = (labels: Int32Array): Int32Array => labels.map((group) => group + 1);
const meanOf = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Whether two lists of labels divide the rows in the same groups, whatever the numbers (adjusted Rand index 1). */
function samePartition(a: readonly number[], b: readonly number[]): boolean {
  const pairs = new Set(a.map((label, i) => `${label} ${b[i]}`));
  return a.length === b.length && pairs.size === new Set(a).size && pairs.size === new Set(b).size;
}

function judgeLabels(expected: unknown, actual: unknown): Judgement {
  const [wanted, found] = [expected as number[], actual as number[]];
  const ok = samePartition(wanted, found);
  return { ok, deviation: ok ? 0 : Infinity, compared: wanted.length, reason: 'another division of the rows' };
}

interface Best {
  readonly tot_withinss: number;
  readonly labels: readonly number[];
}

/** Not more than 1e-6 above; where the sums are equal the groups must be equal too. */
function judgeBest(expected: unknown, actual: unknown): Judgement {
  const [wanted, found] = [expected as Best, actual as Best];
  const deviation = found.tot_withinss / wanted.tot_withinss - 1;
  const same = Math.abs(deviation) > 1e-9 || samePartition(wanted.labels, found.labels);
  const ok = deviation <= 1e-6 && same;
  return { ok, deviation: Math.max(0, deviation), compared: 1 + wanted.labels.length, reason: `${found.tot_withinss}` };
}

function startRows(points: Rows, rows: readonly number[]): Float64Array {
  const start = new Float64Array(rows.length * points.columns);
  rows.forEach((row, g) => {
    if (!(row >= 1 && row <= points.rows)) throw new CaseInputError(`params.initial_rows: there is no row ${row}`);
    start.set(points.values.subarray((row - 1) * points.columns, row * points.columns), g * points.columns);
  });
  return start;
}

/** Types of neighbourhood: k-means, Ward and medoids on standardised indicators (all columns after the first). */
export const clusteringCase: CaseMethod = {
  analyse(tables, params) {
    const table = getTable(tables);
    const [idColumn, ...indicators] = [...table.columns.keys()];
    const points = standardise(indicators.map((name) => numberColumn(table, name)));
    const k = numberParam(params, 'k');
    const distances = pairDistances(points);
    const fixed = lloyd(points, startRows(points, numbersParam(params, 'initial_rows')));
    const summary = summarisePartition(points, fixed.labels, k);
    const best = kMeans(points, {
      k,
      seed: numberParam(params, 'seed', 1),
      end: numberParam(params, 'starts', STARTS),
    });
    const tree = wardTree(points);
    const pam = partitionAroundMedoids(distances, points.rows, k);
    const values = silhouette(distances, fixed.labels, k);
    const cuts = [2, 3, 4, 5, 6, 7, 8, 9].filter((groups) => groups <= points.rows);
    return {
      scaling: { mean: points.mean, sd_n_minus_1: points.standardDeviation },
      kmeans_lloyd_fixed_start: {
        labels: fromOne(fixed.labels),
        centres: Array.from({ length: k }, (_, g) => fixed.centres.slice(g * points.columns, (g + 1) * points.columns)),
        sizes: summary.sizes,
        withinss: summary.within,
        tot_withinss: summary.totalWithin,
        betweenss: summary.between,
        calinski_harabasz: summary.calinskiHarabasz,
      },
      kmeans_best_of_500: { tot_withinss: best.totalWithin, labels: fromOne(best.labels) },
      silhouette_lloyd: { mean: meanOf(values), values },
      ward_d2: {
        heights: tree.heights,
        merge: tree.merge,
        cut: Object.fromEntries(cuts.map((groups) => [`k${groups}`, fromOne(cutTree(tree, groups))])),
      },
      pam: {
        medoids: Array.from(pam.medoids, (row) => textColumn(table, idColumn!)[row]),
        medoid_rows: fromOne(pam.medoids),
        labels: fromOne(pam.labels),
        objective_swap: pam.objective,
        silhouette_mean: meanOf(silhouette(distances, pam.labels, k)),
      },
    };
  },
  tolerances: [
    {
      at: 'kmeans_hartigan_wong_fixed_start',
      variant: 'given for information; the platform runs Lloyd from many starts',
    },
    { at: 'kmeans_best_of_500', judge: judgeBest },
    { at: '*.labels', judge: judgeLabels },
    { at: 'ward_d2.cut.*', judge: judgeLabels },
    { at: '**', rel: 1e-9, abs: 1e-12 },
  ],
};
