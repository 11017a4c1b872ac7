import type { ScanDesign } from './scan-design.js';
import { scanLikelihoodRatio } from './scan-likelihood.js';

/** A circle and time window with more cases than expected. */
export interface ScanCluster {
  /** Areas in the order of the input. */
  readonly areas: readonly number[];
  /** First and last period, from 0; the whole time (0 to periods − 1) in a purely spatial scan. */
  readonly firstPeriod: number;
  readonly lastPeriod: number;
  readonly observed: number;
  readonly expected: number;
  /** Rate inside against rate outside; NaN in the permutation model, where the people at risk are not known. */
  readonly relativeRisk: number;
  readonly logLikelihoodRatio: number;
}

/** A circle (place in the circles) and window; `rank` orders windows by start, then by length. */
interface Candidate {
  readonly place: number;
  readonly centre: number;
  readonly start: number;
  readonly length: number;
  readonly rank: number;
  readonly ratio: number;
}

/**
 * The most likely cluster and the next ones that share no area with those before: of each centre its best window, the best
 * centre first, overlapping ones dropped (the rule of SaTScan). At most `most`, fewer when nothing exceeds its expectation.
 */
export function clustersPerCentre(design: ScanDesign, most = 3): ScanCluster[] {
  const best: Candidate[] = [];
  for (let centre = 0; centre < design.areas; centre++) {
    const candidate = bestWindow(design, [centre], new Set());
    if (candidate) best.push(candidate);
  }
  best.sort((a, b) => b.ratio - a.ratio || a.centre - b.centre);
  const used = new Set<number>();
  const clusters: ScanCluster[] = [];
  for (const candidate of best) {
    if (clusters.length >= most) break;
    const cluster = describe(design, candidate);
    if (cluster.areas.some((area) => used.has(area))) continue;
    cluster.areas.forEach((area) => used.add(area));
    clusters.push(cluster);
  }
  return clusters;
}

/** As `clustersPerCentre`, but each next cluster is the best of all circles and windows that share no area with those before. */
export function clustersGreedy(design: ScanDesign, most = 3): ScanCluster[] {
  const centres = Array.from({ length: design.areas }, (_, centre) => centre);
  const used = new Set<number>();
  const clusters: ScanCluster[] = [];
  while (clusters.length < most) {
    const candidate = bestWindow(design, centres, used);
    if (!candidate) break;
    const cluster = describe(design, candidate);
    cluster.areas.forEach((area) => used.add(area));
    clusters.push(cluster);
  }
  return clusters;
}

/** The best circle and window around some centres without used areas; ties: earliest window, then first circle. */
function bestWindow(design: ScanDesign, centres: readonly number[], used: ReadonlySet<number>): Candidate | undefined {
  const { periods, longest, circles, expected, cases, total, minCases, timeShare } = design;
  const before = new Int32Array(periods + 1);
  let best: Candidate | undefined;
  for (const centre of centres) {
    before.fill(0);
    let held = 0;
    for (let place = circles.starts[centre]!; place < circles.starts[centre + 1]!; place++) {
      const area = circles.order[place]!;
      if (used.has(area)) break;
      held += expected[area]!;
      for (let t = 0, sum = 0; t < periods; t++) {
        sum += cases[area * periods + t]!;
        before[t + 1]! += sum;
      }
      if (circles.closed[place] === 0) continue;
      for (let start = 0, rank = 0; start < periods; start++) {
        for (let length = 1; length <= longest && start + length <= periods; length++, rank++) {
          const c = before[start + length]! - before[start]!;
          if (c < minCases) continue;
          const ratio = scanLikelihoodRatio(c, held * (timeShare[start + length]! - timeShare[start]!), total);
          if (ratio <= 0) continue;
          if (best && (ratio < best.ratio || (ratio === best.ratio && rank >= best.rank))) continue;
          best = { place, centre, start, length, rank, ratio };
        }
      }
    }
  }
  return best;
}

function describe(design: ScanDesign, { place, centre, start, length, ratio }: Candidate): ScanCluster {
  const { circles, cases, periods, total, timeShare, model } = design;
  const areas = Array.from(circles.order.subarray(circles.starts[centre], place + 1)).sort((a, b) => a - b);
  let observed = 0;
  let held = 0;
  for (const area of areas) {
    held += design.expected[area]!;
    for (let t = start; t < start + length; t++) observed += cases[area * periods + t]!;
  }
  const expected = held * (timeShare[start + length]! - timeShare[start]!);
  const relativeRisk = observed / expected / ((total - observed) / (total - expected));
  return {
    areas,
    firstPeriod: start,
    lastPeriod: start + length - 1,
    observed,
    expected,
    relativeRisk: model === 'poisson' ? relativeRisk : NaN,
    logLikelihoodRatio: ratio,
  };
}
