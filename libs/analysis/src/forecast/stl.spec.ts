import { describe, expect, it } from '@jest/globals';
import { loessSmooth } from './loess.js';
import { twiceMedianAsInStl } from './partial-median.js';
import { componentStrength, stl } from './stl.js';

const pattern = [3, -1, -2];
const series = Float64Array.from({ length: 30 }, (_, i) => 10 + i / 2 + pattern[i % 3]!);
const periodic = { period: 3, seasonalWindow: 'periodic', robust: false } as const;
const distance = (found: Float64Array, wanted: (i: number) => number) =>
  found.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted(i))), 0);

describe('stl', () => {
  it('takes a line plus a fixed pattern apart', () => {
    const found = stl(series, periodic);
    expect(distance(found.seasonal, (i) => pattern[i % 3]!)).toBeLessThan(0.11);
    expect(distance(found.remainder, () => 0)).toBeLessThan(0.5);
    expect(found.trendLoess.window).toBe(5);
    expect(found.weights.every((weight) => weight === 1)).toBe(true);
    expect(componentStrength(found.seasonal, found.remainder)).toBeGreaterThan(0.98);
  });

  it('adds up to the series, whatever the settings', () => {
    for (const robust of [false, true]) {
      for (const jumps of ['every', 'tenth'] as const) {
        const { seasonal, trend, remainder } = stl(series, { period: 3, seasonalWindow: 7, robust, jumps });
        expect(distance(series, (i) => seasonal[i]! + trend[i]! + remainder[i]!)).toBeLessThan(1e-9);
      }
    }
  });

  it('gives an outlier no weight when robust', () => {
    const disturbed = Float64Array.from({ length: 60 }, (_, i) => i / 2 + Math.sin(i * i) + (i === 30 ? 100 : 0));
    const { weights, trend } = stl(disturbed, { period: 6, seasonalWindow: 'periodic', robust: true });
    expect(weights[30]).toBe(0);
    expect(Math.abs(trend[30]! - 15)).toBeLessThan(1.5);
    const swayed = stl(disturbed, { period: 6, seasonalWindow: 'periodic', robust: false });
    expect(swayed.trend[30]).toBeGreaterThan(20);
  });

  it('refuses what it cannot take apart', () => {
    for (const y of [[], [1], [1, 2, 3, 4, 5, 6]]) {
      expect(() => stl(Float64Array.from(y), periodic)).toThrow('more than two periods');
    }
    expect(() =>
      stl(
        series.map((y, i) => (i === 4 ? Number.NaN : y)),
        periodic,
      ),
    ).toThrow('without gaps');
    expect(() => stl(series, { ...periodic, period: 1 })).toThrow('whole number');
  });

  it('has no strength where nothing varies', () => {
    expect(componentStrength(new Float64Array(3), new Float64Array(3))).toBeNaN();
  });
});

describe('loessSmooth', () => {
  it('equals the hand-worked tricube mean', () => {
    // Window 3 in the middle: the neighbours lie at the edge (distance 1 of reach 1) and weigh nothing.
    expect(Array.from(loessSmooth(Float64Array.of(1, 5, 3), { window: 3, degree: 0, jump: 1 }))[1]).toBe(5);
    // Window 5 over 3 points: reach 1 + 1 = 2, neighbours weigh (1 − 1/8)³ = 0.669921875.
    const w = 0.669921875;
    const [, middle] = loessSmooth(Float64Array.of(1, 5, 3), { window: 5, degree: 0, jump: 1 });
    expect(middle).toBeCloseTo((5 + 4 * w) / (1 + 2 * w), 12);
  });

  it('keeps a line, and a single value', () => {
    const line = Float64Array.of(1, 2, 3, 4, 5, 6);
    const smooth = loessSmooth(line, { window: 5, degree: 1, jump: 4 });
    expect(distance(smooth, (i) => line[i]!)).toBeLessThan(1e-12);
    expect(Array.from(loessSmooth(Float64Array.of(7), { window: 5, degree: 1, jump: 1 }))).toEqual([7]);
    expect(loessSmooth(new Float64Array(0), { window: 5, degree: 1, jump: 1 })).toHaveLength(0);
  });
});

describe('twiceMedianAsInStl', () => {
  it('is twice the median of an odd number of values', () => {
    for (const n of [1, 3, 11, 51, 101]) {
      const values = Float64Array.from({ length: n }, (_, i) => (i * 37) % n);
      const middle = Float64Array.from(values).sort()[(n - 1) / 2]!;
      expect(twiceMedianAsInStl(values)).toBe(2 * middle);
    }
  });

  it('is so for few values of an even number as well', () => {
    expect(twiceMedianAsInStl(Float64Array.of(4, 1, 3, 2))).toBe(5);
  });
});
