import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { numberParam, textParam } from '../case/case-params.js';
import {
  CaseInputError,
  getTable,
  numberColumn,
  optionalNumberColumn,
  textColumn,
  type CaseTables,
} from '../case/case-table.js';
import { withinMonteCarlo } from '../case/monte-carlo-judge.js';
import { clustersGreedy, clustersPerCentre, type ScanCluster } from './scan-clusters.js';
import { designScan, windowCount, type ScanModel } from './scan-design.js';
import { scanPValue } from './scan-p-value.js';
import { scanReplicates } from './scan-replicates.js';

const REPLICATIONS = 999;

/** Areas with position and population, and cases by area and period (counted from 1 in the file). */
function readScan(tables: CaseTables, params: unknown) {
  const areas = getTable(tables, 'areas.csv');
  const ids = textColumn(areas, 'id').map((id) => id ?? '');
  const place = new Map(ids.map((id, k) => [id, k]));
  const periods = numberParam(params, 'T', 1);
  const table = getTable(tables, 'cases.csv');
  const time = table.columns.has('t') ? optionalNumberColumn(table, 't') : [];
  const count = numberColumn(table, 'count');
  const cases = new Float64Array(ids.length * periods);
  textColumn(table, 'id').forEach((id, row) => {
    const area = place.get(id ?? '');
    const period = periods === 1 ? 1 : (time[row] ?? NaN);
    if (area === undefined) throw new CaseInputError(`cases.csv, row ${row + 1}: there is no area ${id}`);
    if (!(period >= 1 && period <= periods))
      throw new CaseInputError(`cases.csv, row ${row + 1}: t is not 1 to ${periods}`);
    cases[area * periods + period - 1]! += count[row]!;
  });
  const population = areas.columns.has('population') ? numberColumn(areas, 'population') : undefined;
  return { ids, input: { x: numberColumn(areas, 'x'), y: numberColumn(areas, 'y'), periods, cases, population } };
}

function modelOf(params: unknown): ScanModel {
  const model = textParam(params, 'model');
  if (model !== 'poisson' && model !== 'space_time_permutation') throw new CaseInputError(`there is no model ${model}`);
  if (textParam(params, 'direction', 'high') !== 'high')
    throw new CaseInputError('only clusters of many cases are offered');
  return model;
}

interface Cluster {
  readonly locations: string | readonly string[];
  readonly time: readonly number[] | null;
  readonly observed: number;
  readonly expected: number;
  readonly llr: number;
}

interface Expected {
  readonly clusters_best_per_centre: readonly Cluster[];
  readonly clusters_greedy: readonly Cluster[];
  readonly satscan?: { readonly replications: number; readonly clusters: readonly { llr: number; p_value: number }[] };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6;

/**
 * The first cluster must agree in areas, window, counts and ratio; the second in its ratio where the reporting rules of both
 * programs give the same one; from the third on the rules differ and nothing is compared.
 */
function judgeClusters(expected: unknown, actual: unknown, { expected: all }: JudgeContext): Judgement {
  const wanted = [expected].flat() as Cluster[];
  const found = [actual].flat() as Cluster[];
  if (wanted.length === 0) return { ok: found.length === 0, deviation: 0, compared: 1 };
  if (found.length === 0) return { ok: false, deviation: Infinity, compared: 1, reason: 'no cluster was found' };
  const [first, mine] = [wanted[0]!, found[0]!];
  const places = (cluster: Cluster): string => [cluster.locations].flat().map(String).sort().join();
  const agrees =
    places(first) === places(mine) &&
    String(first.time) === String(mine.time) &&
    first.observed === mine.observed &&
    Math.abs(first.expected - mine.expected) <= 1e-9 * first.expected &&
    near(first.llr, mine.llr);
  if (!agrees)
    return { ok: false, deviation: Math.abs(first.llr - mine.llr), compared: 5, reason: 'the most likely cluster' };
  const { clusters_best_per_centre: perCentre, clusters_greedy: greedy, satscan } = all as Expected;
  const second = [perCentre[1]?.llr, greedy[1]?.llr, satscan?.clusters[1]?.llr].filter((v) => v !== undefined);
  const rulesAgree = wanted.length > 1 && second.every((llr) => near(llr, second[0]!));
  const ok = !rulesAgree || (found.length > 1 && near(wanted[1]!.llr, found[1]!.llr));
  return {
    ok,
    deviation: Math.abs(first.llr - mine.llr),
    compared: [first.locations].flat().length + (rulesAgree ? 6 : 5),
    reason: 'the second cluster, on which all rules agree',
  };
}

interface MonteCarlo {
  readonly replications: number;
  readonly p: number;
  readonly null_llr_mean: number;
  readonly null_llr_sd: number;
}

/** p within four Monte-Carlo standard errors of SaTScan's (of the reference's where SaTScan was not run); mean of the maxima too. */
function judgeP(expected: unknown, actual: unknown, { expected: all }: JudgeContext): Judgement {
  const wanted = expected as MonteCarlo;
  const found = actual as MonteCarlo;
  const { satscan } = all as Expected;
  const p = satscan?.clusters[0]?.p_value ?? wanted.p;
  const draws = satscan?.replications ?? wanted.replications;
  const error = wanted.null_llr_sd * Math.sqrt(1 / wanted.replications + 1 / found.replications);
  const meanAgrees = Math.abs(wanted.null_llr_mean - found.null_llr_mean) <= 4 * error;
  const spread = Math.abs(found.null_llr_sd / wanted.null_llr_sd - 1);
  const ok = withinMonteCarlo(p, found.p, draws, found.replications) && meanAgrees && spread <= 0.4;
  return {
    ok,
    deviation: Math.abs(p - found.p),
    compared: 4,
    reason: 'p, mean or spread of the maxima under the null',
  };
}

/** Kulldorff's scan: clusters with their ratio, and the p-value of the first. */
export const scanStatisticCase: CaseMethod = {
  analyse(tables, params) {
    const { ids, input } = readScan(tables, params);
    const design = designScan(input, {
      model: modelOf(params),
      maxPopulationShare: numberParam(params, 'max_population_share', 0.5),
      maxTimeShare: numberParam(params, 'max_time_share', 0.5),
      minCases: numberParam(params, 'min_cases', 2),
    });
    const replications = numberParam(params, 'replications', REPLICATIONS);
    const maxima = scanReplicates(design, { seed: numberParam(params, 'seed', 1), end: replications });
    const mean = maxima.reduce((sum, v) => sum + v, 0) / replications;
    const squares = maxima.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    const show = (cluster: ScanCluster) => ({
      locations: cluster.areas.map((area) => ids[area]!),
      time: design.periods === 1 ? null : [cluster.firstPeriod + 1, cluster.lastPeriod + 1],
      observed: cluster.observed,
      expected: cluster.expected,
      observed_over_expected: cluster.observed / cluster.expected,
      relative_risk: cluster.relativeRisk,
      llr: cluster.logLikelihoodRatio,
      p: scanPValue(cluster.logLikelihoodRatio, maxima),
    });
    const clusters = clustersPerCentre(design);
    return {
      total_cases: design.total,
      n_circles: design.circles.count,
      n_windows: windowCount(design),
      clusters_best_per_centre: clusters.map(show),
      clusters_greedy: clustersGreedy(design).map(show),
      p_value_monte_carlo: {
        replications,
        p: clusters[0] ? scanPValue(clusters[0].logLikelihoodRatio, maxima) : NaN,
        null_llr_mean: mean,
        null_llr_sd: Math.sqrt(squares / (replications - 1)),
      },
    };
  },
  tolerances: [
    { at: 'clusters_best_per_centre', judge: judgeClusters },
    { at: 'clusters_greedy', judge: judgeClusters },
    { at: 'p_value_monte_carlo', judge: judgeP },
    {
      at: 'satscan',
      variant: 'the output of SaTScan itself; its ratio and p are compared under the clusters and the p-value',
    },
    { at: 'agreement', variant: 'how the reference agrees with SaTScan, not a result' },
  ],
};
