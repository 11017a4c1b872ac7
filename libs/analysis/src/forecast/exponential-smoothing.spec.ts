import { describe, expect, it } from '@jest/globals';
import { fitExponentialSmoothing } from './exponential-smoothing.js';
import { simplexMinimum } from './simplex-minimum.js';
import { smoothingForecast, smoothingPass } from './smoothing-recursion.js';

describe('smoothingPass', () => {
  it('equals the hand-worked case of a level', () => {
    const { fitted, errors, final } = smoothingPass([10, 14, 12], { alpha: 0.5 }, { level: 8, trend: 0, seasonal: [] });
    expect(Array.from(fitted)).toEqual([8, 9, 11.5]);
    expect(Array.from(errors)).toEqual([2, 5, 0.5]);
    expect(final.level).toBe(11.75);
  });

  it('moves trend and season, the oldest season first', () => {
    const start = { level: 10, trend: 1, seasonal: [2, -2] };
    const { fitted, final } = smoothingPass([9, 14, 11], { alpha: 0.5, beta: 0.1, gamma: 0.2 }, start);
    expect(Array.from(fitted)).toEqual([9, 14, 11]);
    expect(final).toEqual({ level: 13, trend: 1, seasonal: [-2, 2] });
    const { point, relativeVariance } = smoothingForecast(final, { alpha: 0.5, beta: 0.1, gamma: 0.2 }, 3);
    expect(Array.from(point)).toEqual([16, 13, 18]);
    [1, 1.36, 1.36 + 0.81].forEach((wanted, k) => expect(relativeVariance[k]).toBeCloseTo(wanted, 12));
  });

  it('passes over a gap without moving more than expected', () => {
    const { errors, final } = smoothingPass([Number.NaN, 3], { alpha: 1 }, { level: 1, trend: 1, seasonal: [] });
    expect(Array.from(errors)).toEqual([0, 0]);
    expect(final.level).toBe(3);
  });

  it('answers an empty series with its start', () => {
    const start = { level: 1, trend: 0, seasonal: [4, 5] };
    expect(smoothingPass([], { alpha: 0.5 }, start).final).toEqual({ level: 1, trend: 0, seasonal: [4, 5] });
  });
});

describe('fitExponentialSmoothing', () => {
  const wave = Float64Array.from({ length: 48 }, (_, i) => 20 + [5, 0, -5][i % 3]! + Math.sin(i * i) + i / 10);

  it('finds no lower sum of squares anywhere on a grid', () => {
    const fit = fitExponentialSmoothing('ANN', wave, 3);
    for (let alpha = 0.05; alpha < 1; alpha += 0.05) {
      const { errors } = smoothingPass(wave, { alpha }, fit.initial);
      expect(errors.reduce((sum, e) => sum + e * e, 0)).toBeGreaterThanOrEqual(fit.sumOfSquares - 1e-6);
    }
  });

  it('is at least as likely with more components, and takes gaps', () => {
    const level = fitExponentialSmoothing('ANN', wave, 3);
    const seasonal = fitExponentialSmoothing('ANA', wave, 3);
    expect(seasonal.logLikelihood).toBeGreaterThan(level.logLikelihood + 10);
    expect(fitExponentialSmoothing('AAA', wave, 3).freeParameters).toBe(7);
    const gapped = fitExponentialSmoothing(
      'ANA',
      wave.map((y, i) => (i === 20 ? Number.NaN : y)),
      3,
    );
    expect(gapped.n).toBe(47);
    expect(Math.abs(gapped.final.level - seasonal.final.level)).toBeLessThan(1);
  });

  it('refuses what it cannot fit', () => {
    expect(() => fitExponentialSmoothing('ANN', new Float64Array(0), 1)).toThrow('at least 4 values');
    expect(() => fitExponentialSmoothing('ANN', Float64Array.of(3), 1)).toThrow('at least 4 values');
    expect(() => fitExponentialSmoothing('ANA', wave, 1)).toThrow('whole number');
  });
});

describe('simplexMinimum', () => {
  it('finds the bottom of a curved valley', () => {
    const rosenbrock = ([x, y]: Float64Array) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2;
    const { at } = simplexMinimum(rosenbrock, Float64Array.of(-1.2, 1), 0.1);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });
});
