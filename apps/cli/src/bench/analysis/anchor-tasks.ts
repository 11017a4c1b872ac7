import {
  buildDesign,
  designScan,
  fitEpidemicModel,
  fitNegativeBinomial,
  getisOrdGi,
  gridNeighbours,
  hhh4Model,
  kMeans,
  logScore,
  moranLocal,
  moranLocalPermutations,
  scanReplicates,
  clustersPerCentre,
  standardise,
  type Hhh4Data,
  type Hhh4Options,
} from '@datalab/analysis';
import { columnOf, readNumbers } from './anchor-data.js';
import { readAreas, readEpidemic, readScan } from './anchor-inputs.js';

/** One thing to time: everything but `run` is left out of the time. */
export interface AnchorTask {
  readonly name: string;
  /** The task of the peer's timer that is compared with, and the program it runs in. */
  readonly peer: { readonly program: 'R' | 'Python'; readonly task: string; readonly tells: string };
  /** At most this share of the peer's time. */
  readonly target: number;
  /** A value on which both sides agree, up to this relative difference; NaN where they draw at random or end at another step. */
  readonly agree: number;
  readonly prepare: () => Promise<() => number>;
}

const meanOf = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

async function scan(weekly: boolean, areas: number): Promise<() => number> {
  const input = await readScan(weekly, areas);
  return () => {
    const design = designScan(input, { model: 'poisson' });
    const maxima = scanReplicates(design, { seed: 1, end: 999 });
    return clustersPerCentre(design, 1)[0]!.logLikelihoodRatio + 0 * maxima[0]!;
  };
}

const HHH4: Hhh4Options = {
  period: 52,
  harmonics: 1,
  trend: false,
  own: true,
  neighbours: 'first_order',
  neighbourPopulation: false,
  maxlag: 1,
  populationOffset: true,
};

/** The anchors of issue "Analyses", each with its target as a share of the peer's time. */
export const ANCHOR_TASKS: readonly AnchorTask[] = [
  {
    name: "local Moran's I, 14,000 areas, 999 conditional permutations",
    peer: { program: 'R', task: 'moran_local_perm999_14k', tells: 'spdep::localmoran_perm' },
    target: 1 / 10,
    agree: 1e-9,
    async prepare() {
      const { rate, neighbours } = await readAreas();
      return () => {
        const { i } = moranLocal(rate, neighbours);
        moranLocalPermutations(rate, neighbours, { permutations: 999, seed: 1 });
        return meanOf(i);
      };
    },
  },
  {
    name: 'Gi* on 40,000 cells, neighbours included',
    peer: { program: 'R', task: 'gi_star_40k_with_neighbours', tells: 'spdep::localG with cell2nb' },
    target: 1 / 10,
    agree: 1e-9,
    async prepare() {
      const grid = await readNumbers('grid40k.csv');
      const [column, row, count] = ['col', 'row', 'count'].map((name) => columnOf(grid, name));
      return () => getisOrdGi(count!, gridNeighbours(column!, row!)).z.reduce((a, b) => Math.max(a, b), -Infinity);
    },
  },
  {
    name: 'spatial scan, 1,000 areas, 999 replications',
    peer: { program: 'R', task: 'scan_spatial_1000_mc999', tells: 'plain R over all replicates at once' },
    target: 1 / 30,
    agree: 1e-6,
    prepare: () => scan(false, 1000),
  },
  {
    name: 'space-time scan, 200 areas, 52 weeks, 999 replications',
    peer: { program: 'R', task: 'scan_spatial_1000_mc999', tells: "plain R's SPATIAL scan (level with SaTScan)" },
    target: 0.31,
    agree: Number.NaN,
    prepare: () => scan(true, 200),
  },
  {
    name: 'negative-binomial regression, 100,000 rows, 10 covariates',
    peer: { program: 'Python', task: 'glm_nb_100k', tells: 'statsmodels NegativeBinomial' },
    target: 1,
    agree: 1e-3,
    async prepare() {
      const table = await readNumbers('glm100k.csv');
      const names = Array.from({ length: 10 }, (_, j) => `x${j + 1}`);
      return () => {
        const y = columnOf(table, 'y');
        const terms = names.map((name) => ({ kind: 'numeric' as const, name, values: columnOf(table, name) }));
        return fitNegativeBinomial(buildDesign(terms, y.length), y, columnOf(table, 'exposure')).theta;
      };
    },
  },
  {
    name: 'hhh4, 100 areas, 520 weeks',
    peer: { program: 'R', task: 'hhh4_100x520', tells: 'surveillance::hhh4' },
    target: 1 / 2,
    agree: 1e-6,
    async prepare() {
      const data = await readEpidemic();
      return () => fitEpidemicModel(hhh4Model(data, HHH4, 2, data.counts.length)).logLikelihood;
    },
  },
  {
    name: 'hhh4, 52 rolling refits',
    peer: { program: 'R', task: 'hhh4_100x520_rolling_refit_52', tells: 'surveillance::oneStepAhead' },
    target: 1 / 2,
    agree: 1e-3,
    async prepare() {
      const data = await readEpidemic();
      const all = fitEpidemicModel(hhh4Model(data, HHH4, 2, data.counts.length)).coefficients;
      return () => meanOf(rollingScores(data, all));
    },
  },
  {
    name: 'k-means, 14,000 × 25, 9 groups, 25 starts',
    peer: { program: 'Python', task: 'kmeans_14k_25_k9_nstart25', tells: 'scikit-learn KMeans' },
    target: 1,
    agree: 1e-3,
    async prepare() {
      const table = await readNumbers('cluster14k.csv');
      const points = standardise(Array.from(table.values()));
      return () => kMeans(points, { k: 9, seed: 1, end: 25 }).totalWithin;
    },
  },
];

function rollingScores(data: Hhh4Data, start: Float64Array): number[] {
  const scores: number[] = [];
  for (let t = 468; t <= 519; t++) {
    const { coefficients } = fitEpidemicModel(hhh4Model(data, HHH4, 2, t), start);
    const next = hhh4Model(data, HHH4, t + 1, t + 1);
    const terms = next.termsAt(coefficients);
    const size = Math.exp(coefficients.at(-1)!);
    for (let i = 0; i < next.observations; i++) scores.push(logScore(next.count(i), { mean: terms(i).mean, size }));
  }
  return scores;
}
