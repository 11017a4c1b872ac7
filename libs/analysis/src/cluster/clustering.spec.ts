import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { pairDistances, pairPlace, squaredDistance } from './distance.js';
import { moveSingleRows } from './hartigan.js';
import { betterStart, kMeans, numberByFirstRow } from './k-means.js';
import { lloyd } from './lloyd.js';
import { partitionAroundMedoids } from './medoids.js';
import { summarisePartition } from './partition.js';
import { silhouette } from './silhouette.js';
import { standardise, type Rows } from './standardise.js';
import { cutTree, wardTree } from './ward.js';

/** One column: 0 1 | 10 11 12 | 30. */
const line: Rows = { values: Float64Array.of(0, 1, 10, 11, 12, 30), rows: 6, columns: 1 };

function invented(rows: number, columns: number, groups: number, seed: number): Rows {
  const random = randomStream(seed);
  const values = Float64Array.from({ length: rows * columns }, (_, at) => {
    const group = Math.floor(at / columns) % groups;
    return ((group * 7 + (at % columns) * 3) % 5) * 2 + random.nextFloat() * 3;
  });
  return { values, rows, columns };
}

/** Lloyd's method without any short cut. */
function plainLloyd(points: Rows, start: Float64Array): Int32Array {
  const k = start.length / points.columns;
  let labels = new Int32Array(points.rows).fill(-1);
  for (let centres = start; ; centres = summarisePartition(points, labels, k).centres) {
    const next = labels.map((_, i) => {
      const d = Array.from({ length: k }, (_g, g) =>
        squaredDistance(points.values, i * points.columns, centres, g * points.columns, points.columns),
      );
      return d.indexOf(Math.min(...d));
    });
    if (next.every((group, i) => group === labels[i])) return labels;
    labels = next;
  }
}

describe('standardise', () => {
  it('gives mean 0 and standard deviation 1, and makes a column that does not vary 0', () => {
    const { values, mean, standardDeviation } = standardise([
      [1, 2, 3],
      [0.1, 0.1, 0.1],
    ]);
    expect([...values]).toEqual([-1, 0, 0, 0, 1, 0]);
    expect([mean[0], standardDeviation[0]]).toEqual([2, 1]);
    expect(() => standardise([[1, NaN]])).toThrow(RangeError);
    expect(() => standardise([[1, 2], [1]])).toThrow(RangeError);
    expect(standardise([]).rows).toBe(0);
  });
});

describe('lloyd', () => {
  it('hand-worked: two centres on a line', () => {
    const { labels, centres, totalWithin, converged } = lloyd(line, Float64Array.of(0, 1));
    // {0} {1 10 11 12 30} with means 0 and 12.8, then {0 1} {10 11 12 30} with means 0.5 and 15.75, where all stay.
    expect([[...labels], [...centres], converged]).toEqual([[0, 0, 1, 1, 1, 1], [0.5, 15.75], true]);
    expect(totalWithin).toBeCloseTo(0.5 + 272.75, 10);
  });

  it('ends where the plain method ends, for many starts, with and without equal rows', () => {
    for (let seed = 0; seed < 25; seed++) {
      const points = invented(90, 1 + (seed % 5), 4, seed);
      if (seed % 2 === 0) points.values.forEach((v, at) => (points.values[at] = Math.round(v)));
      const start = points.values.slice(0, (2 + (seed % 6)) * points.columns);
      const k = start.length / points.columns;
      if (
        new Set(Array.from({ length: k }, (_, g) => start.slice(g * points.columns, (g + 1) * points.columns).join()))
          .size < k
      )
        continue;
      const plain = plainLloyd(points, start);
      const fast = lloyd(points, start);
      expect(fast.totalWithin).toBeCloseTo(summarisePartition(points, plain, k).totalWithin, 9);
    }
  });

  it('fills an empty group with the row farthest from its centre, and refuses more groups than rows', () => {
    const { labels } = lloyd(line, Float64Array.of(0, 12, 99));
    expect(new Set(labels).size).toBe(3);
    expect(() => lloyd(line, new Float64Array(7))).toThrow(RangeError);
  });

  it('stops early when a tolerance allows it', () => {
    expect(lloyd(line, Float64Array.of(0, 1), { tolerance: 1e9 }).converged).toBe(false);
  });
});

describe('kMeans', () => {
  it('finds the best of all divisions of six rows in three groups, numbered by first row', () => {
    const { labels, totalWithin, sizes } = kMeans(line, { k: 3, seed: 1, end: 10 });
    expect([[...labels], [...sizes]]).toEqual([
      [0, 0, 1, 1, 1, 2],
      [2, 3, 1],
    ]);
    expect(totalWithin).toBeCloseTo(2.5, 12);
  });

  it('is at a point that neither the nearest-centre rule nor moving one row can improve', () => {
    const points = invented(200, 3, 6, 5);
    const { labels, totalWithin, centres } = kMeans(points, { k: 6, seed: 2, end: 5 });
    expect(moveSingleRows(points, labels.slice(), 6)).toBe(false);
    expect(lloyd(points, centres).totalWithin).toBeCloseTo(totalWithin, 10);
  });

  it('gives the same in one run as in chunks of starts, and keeps the earlier of equal ones', () => {
    const points = invented(120, 2, 5, 9);
    const whole = kMeans(points, { k: 5, seed: 4, end: 8 });
    const parts = [kMeans(points, { k: 5, seed: 4, end: 3 }), kMeans(points, { k: 5, seed: 4, first: 3, end: 8 })];
    expect(betterStart(parts[0]!, parts[1]!).totalWithin).toBeCloseTo(whole.totalWithin, 10);
    expect(betterStart(whole, { ...whole, start: whole.start + 1 })).toBe(whole);
  });

  it('handles one group, as many groups as rows, and rows that are all the same', () => {
    expect(kMeans(line, { k: 1, seed: 1, end: 1 }).between).toBeCloseTo(0, 12);
    expect(kMeans(line, { k: 6, seed: 1, end: 3 }).totalWithin).toBeCloseTo(0, 12);
    expect(kMeans({ values: new Float64Array(4), rows: 4, columns: 1 }, { k: 2, seed: 1, end: 2 }).totalWithin).toBe(0);
    expect(() => kMeans(line, { k: 7, seed: 1, end: 1 })).toThrow(RangeError);
    expect(() => kMeans(line, { k: 2, seed: 1, end: 0 })).toThrow(RangeError);
  });
});

describe('summarisePartition', () => {
  it('splits the total sum of squares in within and between', () => {
    const { totalWithin, between, calinskiHarabasz } = summarisePartition(line, Int32Array.of(0, 0, 1, 1, 1, 2), 3);
    const mean = 64 / 6;
    const total = line.values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    expect(totalWithin + between).toBeCloseTo(total, 10);
    expect(calinskiHarabasz).toBeCloseTo(between / 2 / (totalWithin / 3), 10);
  });
});

describe('wardTree', () => {
  it('hand-worked: heights √(2 n m / (n + m)) times the distance of the means', () => {
    const { heights, merge } = wardTree(line);
    expect(merge.slice(0, 3)).toEqual([
      [-1, -2],
      [-3, -4],
      [-5, 2],
    ]);
    expect(heights[2]).toBeCloseTo(Math.sqrt((2 * 2) / 3) * 1.5, 12);
    expect(heights[3]).toBeCloseTo(Math.sqrt((2 * 2 * 3) / 5) * 10.5, 12);
    expect([...cutTree({ rows: 6, heights, merge }, 3)]).toEqual([0, 0, 1, 1, 1, 2]);
  });

  it('joins, step by step, the pair that raises the sum of squares least', () => {
    const points = invented(40, 3, 4, 3);
    const tree = wardTree(points);
    for (let k = 40; k > 1; k--) {
      const now = cutTree(tree, k);
      const within = (labels: Int32Array, groups: number): number =>
        summarisePartition(points, labels, groups).totalWithin;
      let least = Infinity;
      for (let a = 0; a < k; a++)
        for (let b = 0; b < a; b++)
          least = Math.min(
            least,
            within(
              now.map((g) => (g === a ? b : g)),
              k,
            ),
          );
      expect(within(cutTree(tree, k - 1), k - 1)).toBeCloseTo(least, 8);
      expect(tree.heights[40 - k]! ** 2 / 2).toBeCloseTo(least - within(now, k), 8);
    }
  });

  it('handles ties, no row and one row', () => {
    expect([...wardTree({ values: Float64Array.of(5, 5, 5, 5), rows: 4, columns: 1 }).heights]).toEqual([0, 0, 0]);
    expect(wardTree({ values: new Float64Array(0), rows: 0, columns: 1 }).merge).toEqual([]);
    expect([...cutTree(wardTree({ values: Float64Array.of(1), rows: 1, columns: 1 }), 1)]).toEqual([0]);
    expect(() => cutTree(wardTree(line), 7)).toThrow(RangeError);
  });
});

describe('partitionAroundMedoids', () => {
  it('finds rows that stand for their groups', () => {
    const { medoids, labels, objective } = partitionAroundMedoids(pairDistances(line), 6, 3);
    expect([[...medoids].slice(1), [...labels]]).toEqual([
      [3, 5],
      [0, 0, 1, 1, 1, 2],
    ]);
    expect(objective).toBeCloseTo(3 / 6, 12);
  });

  it('ends where no single swap lowers the sum of distances', () => {
    const points = invented(60, 2, 5, 8);
    const distances = pairDistances(points);
    const { medoids, objective } = partitionAroundMedoids(distances, 60, 4);
    const cost = (rows: readonly number[]): number => {
      let sum = 0;
      for (let i = 0; i < 60; i++) sum += Math.min(...rows.map((m) => (m === i ? 0 : distances[pairPlace(i, m)]!)));
      return sum / 60;
    };
    expect(cost([...medoids])).toBeCloseTo(objective, 12);
    for (let out = 0; out < 4; out++) {
      for (let row = 0; row < 60; row++)
        expect(cost([...medoids].with(out, row))).toBeGreaterThanOrEqual(objective - 1e-12);
    }
  });

  it('handles one group', () => {
    const { medoids } = partitionAroundMedoids(pairDistances(line), 6, 1);
    expect([10, 11]).toContain(line.values[medoids[0]!]);
  });
});

describe('silhouette', () => {
  it('hand-worked, 0 for a row alone in its group, not defined for one group', () => {
    const values = silhouette(pairDistances(line), Int32Array.of(0, 0, 1, 1, 1, 2), 3);
    expect(values[0]).toBeCloseTo((11 - 1) / 11, 12);
    expect(values[4]).toBeCloseTo((11.5 - 1.5) / 11.5, 12);
    expect(values[5]).toBe(0);
    expect(silhouette(pairDistances(line), new Int32Array(6), 1)[0]).toBeNaN();
  });
});

describe('numberByFirstRow', () => {
  it('keeps the groups and renames them', () => {
    expect([...numberByFirstRow(Int32Array.of(3, 0, 3, 1), 4)]).toEqual([0, 1, 0, 2]);
  });
});
