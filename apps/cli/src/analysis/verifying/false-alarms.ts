import {
  benjaminiHochberg,
  contingency,
  designScan,
  gridNeighbours,
  hotspots,
  mannKendall,
  moranLocalPermutations,
  poissonMoments,
  poissonQuantile,
  randomStream,
  scanPValue,
  scanReplicates,
  clustersGreedy,
  type RandomStream,
} from '@datalab/analysis';
import { atMost, percent, type Check } from './check.js';

const NOMINAL = 0.05;
const SIDE = 15;
const AREAS = SIDE * SIDE;
const columns = Array.from({ length: AREAS }, (_area, i) => i % SIDE);
const rows = Array.from({ length: AREAS }, (_area, i) => Math.floor(i / SIDE));
const neighbours = gridNeighbours(columns, rows);
const poisson = (random: RandomStream, length: number, mean: number) =>
  Float64Array.from({ length }, () => poissonQuantile(random.nextFloat(), mean));

interface NullCase {
  name: string;
  /** Fewer where one trial costs much. */
  trials: (asked: number) => number;
  alarms: (random: RandomStream, trial: number) => boolean;
}

const spots = (what: string, mean: number): NullCase => ({
  name: `any hot or cold spot on a map without pattern, ${what} (Gi*, Benjamini–Hochberg)`,
  trials: (asked) => asked,
  alarms: (random) => {
    const counts = poisson(random, AREAS, mean);
    const present = new Uint8Array(AREAS);
    const chance = poissonMoments(counts, new Float64Array(AREAS).fill(1), present);
    return hotspots(counts, present, neighbours, { level: NOMINAL, chance }).klass.some((klass) => klass !== 'none');
  },
});

const CASES: readonly NullCase[] = [
  spots('counts of about 20', 20),
  spots('small counts, of about 2', 2),
  {
    name: 'any cluster by local Moran’s I (999 permutations, Benjamini–Hochberg)',
    trials: (asked) => Math.ceil(asked / 10),
    alarms: (random, trial) => {
      const values = poisson(random, AREAS, 20);
      const { pTwoSided } = moranLocalPermutations(values, neighbours, { permutations: 999, seed: 1_000 + trial });
      return benjaminiHochberg(pTwoSided).some((q) => q < NOMINAL);
    },
  },
  {
    name: 'the most likely cluster of a scan (199 replications)',
    trials: (asked) => Math.ceil(asked / 5),
    alarms: (random, trial) => {
      const design = designScan(
        {
          x: columns,
          y: rows,
          cases: poisson(random, AREAS, 5),
          periods: 1,
          population: new Float64Array(AREAS).fill(100),
        },
        { model: 'poisson', maxPopulationShare: 0.25 },
      );
      const [most] = clustersGreedy(design);
      const maxima = scanReplicates(design, { seed: 2_000 + trial, end: 199 });
      return most !== undefined && scanPValue(most.logLikelihoodRatio, maxima) <= NOMINAL;
    },
  },
  {
    name: 'a trend in months without one (Mann–Kendall)',
    trials: (asked) => asked,
    alarms: (random) => mannKendall(poisson(random, 48, 12)).p <= NOMINAL,
  },
  {
    name: 'association in a table without any (chi-square)',
    trials: (asked) => asked,
    alarms: (random) => {
      const table = Array.from({ length: 3 }, () => poisson(random, 4, 25));
      return contingency(table).p <= NOMINAL;
    },
  },
];

/** How often each method finds something where there is nothing: at most 5 %, but for the luck of the draw. Trial t uses stream (seed, t). */
export function falseAlarms(trials: number, seed: number): Check[] {
  return CASES.map(({ name, trials: enough, alarms }) => {
    const count = enough(trials);
    let raised = 0;
    for (let trial = 0; trial < count; trial++) if (alarms(randomStream(seed, trial), trial)) raised++;
    const share = raised / count;
    return { name, found: percent(share), expected: `at most 5 % of ${count}`, holds: atMost(share, NOMINAL, count) };
  });
}
