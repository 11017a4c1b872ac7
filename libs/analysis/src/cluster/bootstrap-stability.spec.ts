import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { bootstrapStability } from './bootstrap-stability.js';
import { kMeans } from './k-means.js';
import type { Rows } from './standardise.js';

function cloud(centres: readonly number[], each: number): Rows {
  const random = randomStream(3);
  const values = Float64Array.from(
    { length: centres.length * each },
    (_, i) => centres[i % centres.length]! + random.nextFloat(),
  );
  return { values, rows: values.length, columns: 1 };
}

describe('bootstrapStability', () => {
  it('is 1 for groups that lie far apart', () => {
    const points = cloud([0, 10, 20], 15);
    const { labels } = kMeans(points, { k: 3, seed: 1, end: 10 });
    expect([...bootstrapStability(points, labels, { k: 3, seed: 2, end: 20 }).jaccard]).toEqual([1, 1, 1]);
  });

  it('is low for groups that were dealt at random', () => {
    const points = cloud([0], 60);
    const labels = Int32Array.from({ length: 60 }, (_, i) => i % 4);
    const { jaccard, draws } = bootstrapStability(points, labels, { k: 4, seed: 2, end: 20 });
    expect(Math.max(...jaccard)).toBeLessThan(0.6);
    expect(draws).toBe(20);
  });

  it('depends on seed and draw only: two chunks average to one run', () => {
    const points = cloud([0, 1.2], 30);
    const { labels } = kMeans(points, { k: 2, seed: 1, end: 10 });
    const run = (first: number, end: number) =>
      bootstrapStability(points, labels, { k: 2, seed: 5, first, end }).jaccard;
    const [a, b, whole] = [run(0, 6), run(6, 12), run(0, 12)];
    whole.forEach((v, g) => expect((a[g]! + b[g]!) / 2).toBeCloseTo(v, 12));
  });

  it('refuses labels that do not fit', () => {
    expect(() => bootstrapStability(cloud([0], 4), Int32Array.of(0, 0, 0, 2), { k: 2, seed: 1, end: 1 })).toThrow(
      RangeError,
    );
  });
});
