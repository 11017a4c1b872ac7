import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { circlesAround } from './circles.js';
import { clustersGreedy, clustersPerCentre } from './scan-clusters.js';
import { designScan, windowCount, type ScanInput, type ScanOptions } from './scan-design.js';
import { scanLikelihoodRatio } from './scan-likelihood.js';
import { recurrenceInterval, scanPValue } from './scan-p-value.js';
import { scanReplicates } from './scan-replicates.js';
import { spaceTimeMaximum } from './space-time-maximum.js';
import { spatialMaxima } from './spatial-maxima.js';

/** Invented areas on a plane; positions on a coarse grid give many equal distances. */
function invented(areas: number, periods: number, seed: number, mean = 2): ScanInput & { population: Float64Array } {
  const random = randomStream(seed);
  const coarse = seed % 2 === 0;
  const at = (): number => (coarse ? random.nextBelow(6) : random.nextFloat() * 6);
  return {
    x: Float64Array.from({ length: areas }, at),
    y: Float64Array.from({ length: areas }, at),
    periods,
    cases: Int32Array.from({ length: areas * periods }, () => random.nextBelow(2 * mean + 1)),
    population: Float64Array.from({ length: areas }, () => 100 + random.nextBelow(900)),
  };
}

/** Every circle and window, straight from the definition. */
function bruteMaximum(input: ScanInput, options: ScanOptions): number {
  const { x, y, periods } = input;
  const n = x.length;
  const cases = Array.from({ length: n }, (_, i) =>
    Array.from({ length: periods }, (_, t) => input.cases[i * periods + t]!),
  );
  const perArea = cases.map((row) => row.reduce((s, v) => s + v, 0));
  const total = perArea.reduce((s, v) => s + v, 0);
  const weight = options.model === 'poisson' ? Array.from(input.population!) : perArea;
  const sum = weight.reduce((s, v) => s + v, 0);
  const longest = periods === 1 ? 1 : Math.floor(periods / 2);
  let best = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const far = Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!);
      const inside = Array.from(cases.keys()).filter((k) => Math.hypot(x[k]! - x[i]!, y[k]! - y[i]!) <= far + 1e-9);
      const held = inside.reduce((s, k) => s + weight[k]!, 0);
      if (held > sum / 2) continue;
      for (let start = 0; start < periods; start++) {
        for (let end = start + 1; end <= Math.min(periods, start + longest); end++) {
          const count = (rows: number[]): number =>
            rows.reduce((s, k) => s + cases[k]!.slice(start, end).reduce((a, b) => a + b, 0), 0);
          const c = count(inside);
          const e =
            options.model === 'poisson'
              ? (total * held * (end - start)) / sum / periods
              : (held * count([...cases.keys()])) / total;
          if (c >= 2 && c > e) best = Math.max(best, scanLikelihoodRatio(c, e, total));
        }
      }
    }
  }
  return best;
}

describe('circles', () => {
  it('take areas in order of distance, equal distances together, up to the limit', () => {
    const { order, starts, closed, count } = circlesAround([0, 1, -1, 3], [0, 0, 0, 0], [1, 1, 1, 1], 3);
    expect([...order.subarray(starts[0], starts[1])]).toEqual([0, 1, 2]);
    expect([...closed.subarray(starts[0], starts[1])]).toEqual([1, 0, 1]);
    expect(count).toBe(2 + 2 + 3 + 3);
    expect(circlesAround([0, 1], [0, 0], [9, 1], 5).count).toBe(1);
  });
});

describe('scan statistic', () => {
  it('hand-worked: five of six cases in one of two equal areas', () => {
    const design = designScan(
      { x: [0, 1], y: [0, 0], periods: 1, cases: [5, 1], population: [10, 10] },
      { model: 'poisson' },
    );
    const [cluster] = clustersPerCentre(design);
    expect(cluster).toMatchObject({ areas: [0], observed: 5, expected: 3 });
    expect(cluster!.relativeRisk).toBeCloseTo(5, 12);
    expect(cluster!.logLikelihoodRatio).toBeCloseTo(5 * Math.log(5 / 3) + Math.log(1 / 3), 12);
    expect(clustersPerCentre(design)).toHaveLength(1);
  });

  const models = [
    { model: 'poisson', periods: 1 },
    { model: 'poisson', periods: 7 },
    { model: 'space_time_permutation', periods: 8 },
  ] as const;

  it.each(models)(
    'the fast maximum equals every circle and window looked at: $model, $periods periods',
    ({ model, periods }) => {
      for (let seed = 1; seed <= 12; seed++) {
        const input = invented(14, periods, seed, seed % 3 === 0 ? 9 : 1);
        const brute = bruteMaximum(input, { model });
        const design = designScan(input, { model });
        const fast =
          periods === 1 ? spatialMaxima(design, design.cases, 1)[0]! : spaceTimeMaximum(design, design.cases);
        expect(fast).toBeCloseTo(brute, 9);
        expect(clustersPerCentre(design)[0]!.logLikelihoodRatio).toBeCloseTo(brute, 9);
        expect(clustersGreedy(design)[0]!.logLikelihoodRatio).toBeCloseTo(brute, 9);
      }
    },
  );

  it('stays exact for circles up to the whole population and for very skewed maps', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const input = invented(13, 1, seed);
      const cases = Int32Array.from(input.cases, (c, k) => (k % 5 === 0 ? 40 : c));
      const design = designScan({ ...input, cases }, { model: 'poisson', maxPopulationShare: 1 });
      const [best] = clustersPerCentre(design);
      expect(spatialMaxima(design, design.cases, 1)[0]).toBeCloseTo(best!.logLikelihoodRatio, 9);
    }
  });

  it('drops clusters that share an area with a better one', () => {
    const design = designScan(invented(30, 6, 4), { model: 'poisson' });
    for (const clusters of [clustersPerCentre(design, 5), clustersGreedy(design, 5)]) {
      const areas = clusters.flatMap((cluster) => cluster.areas);
      expect(new Set(areas).size).toBe(areas.length);
      const ratios = clusters.map((cluster) => cluster.logLikelihoodRatio);
      expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
    }
  });

  it.each(models)('chunks of replicates equal one run: $model, $periods periods', ({ model, periods }) => {
    const design = designScan(invented(20, periods, 3), { model });
    const whole = [...scanReplicates(design, { seed: 5, end: 21 })];
    expect([
      ...scanReplicates(design, { seed: 5, end: 9 }),
      ...scanReplicates(design, { seed: 5, first: 9, end: 21 }),
    ]).toEqual(whole);
    expect([...scanReplicates(design, { seed: 6, end: 21 })]).not.toEqual(whole);
    expect(whole.every((maximum) => maximum > 0)).toBe(true);
  });

  it('finds a planted cluster with the smallest p, and nothing without cases', () => {
    const input = invented(40, 6, 7, 3);
    const near = Array.from(input.x).map((x, k) => Math.hypot(x - input.x[0]!, input.y[k]! - input.y[0]!) < 1.5);
    const planted = Int32Array.from(input.cases, (c, k) => (near[Math.floor(k / 6)] && k % 6 >= 4 ? c + 8 : c));
    const design = designScan({ ...input, cases: planted }, { model: 'space_time_permutation' });
    const [cluster] = clustersPerCentre(design);
    expect([cluster!.firstPeriod, cluster!.lastPeriod]).toEqual([4, 5]);
    const p = scanPValue(cluster!.logLikelihoodRatio, scanReplicates(design, { seed: 1, end: 99 }));
    expect([p, recurrenceInterval(p)]).toEqual([0.01, 100]);
    const none = designScan({ ...input, cases: new Int32Array(240) }, { model: 'poisson' });
    expect(clustersPerCentre(none)).toEqual([]);
    expect([...scanReplicates(none, { seed: 1, end: 3 })]).toEqual([0, 0, 0]);
  });

  it('counts windows, and handles no areas and one area', () => {
    expect(windowCount(designScan(invented(2, 19, 1), { model: 'poisson' }))).toBe(135);
    const one = designScan({ x: [0], y: [0], periods: 1, cases: [4], population: [7] }, { model: 'poisson' });
    expect(clustersPerCentre(one)).toEqual([]);
    expect(
      designScan({ x: [], y: [], periods: 1, cases: [], population: [] }, { model: 'poisson' }).circles.count,
    ).toBe(0);
  });

  it('refuses cases that are not whole, cases without population, and time where there is none', () => {
    const input = { x: [0, 1], y: [0, 0], periods: 1, cases: [1, 2], population: [5, 5] };
    expect(() => designScan({ ...input, cases: [1, 1.5] }, { model: 'poisson' })).toThrow(RangeError);
    expect(() => designScan({ ...input, population: [5, 0] }, { model: 'poisson' })).toThrow(RangeError);
    expect(() => designScan(input, { model: 'space_time_permutation' })).toThrow(RangeError);
  });
});
