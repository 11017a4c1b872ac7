import { describe, expect, it } from '@jest/globals';
import { randomStream } from './random-stream.js';
import { shuffle } from './shuffle.js';

describe('randomStream', () => {
  it('gives the same numbers for the same seed and index, and others for another index or seed', () => {
    const draw = (seed: number, index: number) =>
      Array.from(
        { length: 8 },
        (
          (r) => () =>
            r.nextUint32()
        )(randomStream(seed, index)),
      );
    expect(draw(1, 0)).toEqual(draw(1, 0));
    const keys = [draw(0, 0), draw(0, 1), draw(1, 0), draw(1, 1), draw(2 ** 40, 0), draw(2 ** 41, 0)].map(String);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the numbers of a stored seed for ever', () => {
    const random = randomStream(20261101, 3);
    expect([random.nextUint32(), random.nextUint32(), random.nextUint32()]).toEqual([
      4246776786, 2228358598, 469092940,
    ]);
  });

  it('refuses seeds that are not whole or negative', () => {
    expect(() => randomStream(-1)).toThrow(RangeError);
    expect(() => randomStream(1.5)).toThrow(RangeError);
    expect(() => randomStream(1, Number.NaN)).toThrow(RangeError);
  });

  it('is uniform: 100 bins over 200,000 draws within the 1 in 10,000 band of chi-square', () => {
    const random = randomStream(7);
    const bins = new Float64Array(100);
    for (let i = 0; i < 200_000; i++) bins[Math.floor(random.nextFloat() * 100)]! += 1;
    const chi2 = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chi2).toBeGreaterThan(54); // 0.0001 and 0.9999 quantiles of chi-square with 99 degrees of freedom
    expect(chi2).toBeLessThan(160);
  });

  it('draws first numbers of neighbouring indices without correlation', () => {
    const first = Array.from({ length: 20_000 }, (_, index) => randomStream(1, index).nextFloat() - 0.5);
    const lag = first.slice(1).reduce((sum, value, i) => sum + value * first[i]!, 0) / (first.length / 12);
    expect(Math.abs(lag)).toBeLessThan(4 / Math.sqrt(first.length));
  });

  it('shuffles all orders of three alike', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = shuffle([1, 2, 3], randomStream(5, i)).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(25.7); // 0.9999 quantile with 5 degrees of freedom
  });

  it('leaves empty and single arrays alone', () => {
    expect(shuffle([], randomStream(1))).toEqual([]);
    expect(shuffle([4], randomStream(1))).toEqual([4]);
  });
});
