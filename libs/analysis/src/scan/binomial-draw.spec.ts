import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { drawBinomial, drawMultinomial } from './binomial-draw.js';

describe('drawBinomial', () => {
  it.each([
    [40, 0.1],
    [200, 0.2],
    [200, 0.85],
    [100_000, 0.3],
  ])('has the mean and variance of %d trials at %d', (n, p) => {
    const random = randomStream(1);
    const draws = Array.from({ length: 40_000 }, () => drawBinomial(random, n, p));
    const mean = draws.reduce((s, v) => s + v, 0) / draws.length;
    const variance = draws.reduce((s, v) => s + (v - mean) ** 2, 0) / draws.length;
    const spread = n * p * (1 - p);
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt(spread / draws.length));
    expect(Math.abs(variance / spread - 1)).toBeLessThan(4 * Math.sqrt(2 / draws.length));
    expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it('fits the distribution by chi-square where rejection is used', () => {
    const random = randomStream(3);
    const [n, p, draws] = [60, 0.4, 60_000];
    const seen = new Float64Array(n + 1);
    for (let k = 0; k < draws; k++) seen[drawBinomial(random, n, p)]!++;
    let probability = (1 - p) ** n;
    let chi2 = 0;
    let bins = 0;
    for (let k = 0; k <= n; k++) {
      const expected = probability * draws;
      if (expected >= 10) {
        chi2 += (seen[k]! - expected) ** 2 / expected;
        bins++;
      }
      probability *= (p / (1 - p)) * ((n - k) / (k + 1));
    }
    expect(chi2).toBeLessThan(bins + 4 * Math.sqrt(2 * bins));
  });

  it('handles no trials and sure outcomes', () => {
    const random = randomStream(1);
    expect([drawBinomial(random, 0, 0.5), drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).toEqual([0, 0, 9]);
  });
});

describe('drawMultinomial', () => {
  it('adds up, never fills a weight of zero and follows the weights', () => {
    const counts = new Int32Array(4);
    const sums = new Float64Array(4);
    for (let k = 0; k < 2000; k++) {
      drawMultinomial(randomStream(2, k), 50, Float64Array.of(1, 0, 3, 0), counts);
      expect(counts[0]! + counts[2]!).toBe(50);
      counts.forEach((c, i) => (sums[i]! += c));
    }
    expect(Math.abs(sums[0]! / 2000 - 12.5)).toBeLessThan(4 * Math.sqrt(9.375 / 2000));
  });
});
